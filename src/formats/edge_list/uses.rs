//! Which relation words the rows use, with which signs.

use indexmap::IndexMap;

use super::sign::StatedSign;
use super::verbs::VerbForms;
use crate::formats::log::Place;
use crate::graph::{Sign, fold};

/// A word of the relation column with one sign.
#[derive(Clone, Debug)]
pub(super) struct Use {
    /// As its first row writes it; empty where the row names no relation.
    pub(super) written: String,
    /// What its rows say of the sign.
    pub(super) sign: StatedSign,
    /// How many rows.
    pub(super) rows: usize,
    /// Where the first of them names it.
    pub(super) first: Place,
}

/// The position of a use in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct UseId(usize);

/// Every use, in the order of the files. `regulate` and `Regulates` are one word.
#[derive(Default)]
pub(super) struct Uses(IndexMap<(String, StatedSign), Use>);

fn key(written: &str) -> String {
    fold(&VerbForms::of(written).base)
}

impl Uses {
    /// Counts a row; `place` is called for the first of its kind.
    pub(super) fn count(&mut self, written: &str, sign: StatedSign, place: impl FnOnce() -> Place) -> UseId {
        let entry = self.0.entry((key(written), sign));
        let id = UseId(entry.index());
        entry.or_insert_with(|| Use { written: written.to_owned(), sign, rows: 0, first: place() }).rows += 1;
        id
    }

    /// Whether some rows use a word with this sign.
    pub(super) fn uses(&self, written: &str, sign: Sign) -> bool {
        self.0.contains_key(&(key(written), StatedSign::Signed(sign)))
    }

    /// Every use.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Use> {
        self.0.values()
    }
}

/// What each use turned out to mean.
pub(super) struct Readings<T>(Vec<T>);

impl<T> FromIterator<T> for Readings<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<T> Readings<T> {
    /// That of one use.
    pub(super) fn of(&self, id: UseId) -> Option<&T> {
        self.0.get(id.0)
    }
}
