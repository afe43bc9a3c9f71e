//! One namespace: folded names, sorted, each with what it stands for.

use super::Named;
use super::fold::{fold, fold_loosely, words};
use super::table::{NameTable, NameWriter};
use crate::graph::storage::Bounds;

/// A namespace: the names of entities and variants, or of kinds, or of relations.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Names as they fold.
    pub exact: NameTable,
    /// Names as they fold loosely, where that is another spelling.
    pub loose: NameTable,
    /// Names as they are spelled, of those that several things share when folded: `Na` and `Na-`.
    pub spelled: NameTable,
    /// Whether plurals and old spellings are found too, where nothing is called exactly so.
    pub loosely: bool,
    /// The most words that a name has.
    pub longest: usize,
}

impl Catalogue {
    /// A catalogue of the names that `visit` tells; it is called twice where names are ambiguous. `loosely`: plurals and
    /// old spellings are found too, where nothing is called exactly so. O(n log n).
    pub(super) fn new(visit: impl Fn(&mut dyn FnMut(&str, Named)), loosely: bool) -> Self {
        let (mut exact, mut loose, mut longest) = (NameWriter::default(), NameWriter::default(), 0);
        visit(&mut |name, meaning| {
            longest = longest.max(words(name).count());
            let folded = fold(name);
            exact.push(&folded, meaning);
            let loosened = if loosely { fold_loosely(name) } else { String::new() };
            if loosened != folded {
                loose.push(&loosened, meaning);
            }
        });
        let exact = exact.finish();
        let mut spelled = NameWriter::default();
        if exact.is_ambiguous() {
            let anything = Bounds::unlimited();
            visit(&mut |name, meaning| {
                if exact.get(&fold(name), &anything).len() > 1 {
                    spelled.push(name, meaning);
                }
            });
        }
        Self { exact, loose: loose.finish(), spelled: spelled.finish(), loosely, longest }
    }

    /// Whether every key is text, sorted, and stands for something. O(n).
    pub(in crate::graph) fn is_sound(&self, bounds: &Bounds) -> bool {
        [&self.exact, &self.loose, &self.spelled].into_iter().all(|table| table.is_sound(bounds))
    }

    /// What is called so, exact spellings first: a loose one counts only where there is no exact one. Where several
    /// things are called so, case and hyphens decide, if they can.
    pub(super) fn lookup(&self, text: &str, bounds: &Bounds) -> Vec<Named> {
        let exact = self.exact.get(&fold(text), bounds);
        match exact.len() {
            0 if self.loosely => {
                let loosened = fold_loosely(text);
                let mut found = self.loose.get(&loosened, bounds);
                found.extend(self.exact.get(&loosened, bounds));
                found.sort_unstable();
                found.dedup();
                found
            }
            0 | 1 => exact,
            _ => match self.spelled.get(text, bounds) {
                spelled if spelled.is_empty() => exact,
                spelled => spelled,
            },
        }
    }
}
