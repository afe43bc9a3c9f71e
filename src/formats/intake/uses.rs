//! Which relation words the rows use, with which signs and aspects.

use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use super::Place;
use super::sign::StatedSign;
use super::verbs::VerbForms;
use crate::graph::{Aspect, Sign, fold};

/// A word of the relation column with one sign and one aspect.
#[derive(Clone, Debug)]
pub(super) struct Use {
    /// As its first row writes it; empty where the row names no relation.
    pub(super) written: String,
    /// What its rows say of the sign.
    pub(super) sign: StatedSign,
    /// What its rows say of the aspect.
    pub(super) aspect: Option<Aspect>,
    /// Where the first of them stands.
    pub(super) first: First,
}

/// Where a row stands, kept.
#[derive(Clone, Debug)]
pub(super) struct First {
    pub(super) file: usize,
    line: u64,
    column: u32,
    length: u32,
    text: String,
}

impl First {
    fn of(file: usize, place: Place<'_>) -> Self {
        let Place { line, column, length, text } = place;
        Self { file, line, column, length, text: text.to_owned() }
    }

    /// The place.
    pub(super) fn place(&self) -> Place<'_> {
        let Self { line, column, length, .. } = *self;
        Place { line, column, length, text: &self.text }
    }
}

/// The position of a use in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::formats) struct UseId(pub(super) u32);

/// Every use, in the order of the files. `regulate` and `Regulates` are one word.
#[derive(Default)]
pub(super) struct Uses {
    uses: IndexMap<(String, StatedSign, Option<Aspect>), Use>,
    /// By the very word of the file, so that most rows need no folding.
    written: FxHashMap<String, Vec<(StatedSign, Option<Aspect>, UseId)>>,
}

fn key(written: &str) -> String {
    fold(&VerbForms::of(written).base)
}

impl Uses {
    /// The use of a word, where some row had it in these very letters.
    pub(super) fn known(&self, written: &str, sign: StatedSign, aspect: Option<Aspect>) -> Option<UseId> {
        let of_word = self.written.get(written)?;
        of_word.iter().find(|(of_sign, of_aspect, _)| (*of_sign, *of_aspect) == (sign, aspect)).map(|(.., id)| *id)
    }

    /// The use of a word. `file` and `place` are kept for the first of its kind.
    pub(super) fn id(
        &mut self,
        written: &str,
        sign: StatedSign,
        aspect: Option<Aspect>,
        file: usize,
        place: Place<'_>,
    ) -> UseId {
        if let Some(known) = self.known(written, sign, aspect) {
            return known;
        }
        let entry = self.uses.entry((key(written), sign, aspect));
        let id = UseId(u32::try_from(entry.index()).unwrap_or(u32::MAX));
        entry.or_insert_with(|| {
            let first = First::of(file, place);
            Use { written: written.to_owned(), sign, aspect, first }
        });
        self.written.entry(written.to_owned()).or_default().push((sign, aspect, id));
        id
    }

    /// Whether some rows use a word with this sign.
    pub(super) fn uses(&self, written: &str, sign: Sign) -> bool {
        let key = key(written);
        let of = |aspect| self.uses.contains_key(&(key.clone(), StatedSign::Signed(sign), aspect));
        [None, Some(Aspect::Abundance), Some(Aspect::Activity)].into_iter().any(of)
    }

    /// Every use.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Use> {
        self.uses.values()
    }
}
