//! One namespace: folded names, sorted, each with what it stands for.

use super::Named;
use super::fold::{fold, fold_loosely, words};

/// Folded names in sorted order, packed: a key's text and meanings are ranges of two shared vectors.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    text: String,
    /// Where each key's text ends; it begins where the one before ends.
    text_ends: Vec<usize>,
    meanings: Vec<Named>,
    /// Where each key's meanings end; they begin where those before end.
    meaning_ends: Vec<usize>,
}

impl Table {
    fn new(mut names: Vec<(String, Named)>) -> Self {
        names.sort_unstable();
        names.dedup();
        let mut table = Self::default();
        for (name, meaning) in names.into_iter().filter(|(name, _)| !name.is_empty()) {
            if table.len() > 0 && table.key(table.len() - 1) == name {
                table.text_ends.pop();
                table.meaning_ends.pop();
            } else {
                table.text.push_str(&name);
            }
            table.meanings.push(meaning);
            table.text_ends.push(table.text.len());
            table.meaning_ends.push(table.meanings.len());
        }
        table
    }

    fn len(&self) -> usize {
        self.text_ends.len()
    }

    /// Whether any key has several meanings.
    fn is_ambiguous(&self) -> bool {
        self.meanings.len() > self.len()
    }

    fn key(&self, position: usize) -> &str {
        &self.text[begin(&self.text_ends, position)..self.text_ends[position]]
    }

    fn meanings(&self, position: usize) -> &[Named] {
        &self.meanings[begin(&self.meaning_ends, position)..self.meaning_ends[position]]
    }

    /// The position of the first key that is not before `folded`.
    fn lower_bound(&self, folded: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.key(middle) < folded {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn get(&self, folded: &str) -> &[Named] {
        let position = self.lower_bound(folded);
        if position < self.len() && self.key(position) == folded { self.meanings(position) } else { &[] }
    }

    /// Keys from the first that is not before `folded`, in order, with their meanings.
    fn from(&self, folded: &str) -> impl Iterator<Item = (&str, &[Named])> {
        (self.lower_bound(folded)..self.len()).map(|position| (self.key(position), self.meanings(position)))
    }
}

fn begin(ends: &[usize], position: usize) -> usize {
    if position == 0 { 0 } else { ends[position - 1] }
}

/// A namespace: the names of entities and variants, or of kinds, or of relations.
#[derive(Clone, Debug, Default)]
pub(super) struct Catalogue {
    exact: Table,
    loose: Table,
    /// Names as they are spelled, of those that several things share when folded: `Na` and `Na-`.
    spelled: Table,
    longest: usize,
}

impl Catalogue {
    /// A catalogue of these names. `loosely`: plurals and old spellings are found too, where nothing is called exactly so.
    pub(super) fn new<'a>(names: impl IntoIterator<Item = (&'a str, Named)>, loosely: bool) -> Self {
        let names: Vec<(&str, Named)> = names.into_iter().collect();
        let (mut exact, mut loose, mut longest) = (Vec::with_capacity(names.len()), Vec::new(), 0);
        for &(name, meaning) in &names {
            longest = longest.max(words(name).count());
            exact.push((fold(name), meaning));
            if loosely {
                loose.push((fold_loosely(name), meaning));
            }
        }
        let exact = Table::new(exact);
        let spelled = if exact.is_ambiguous() {
            let shared = names.into_iter().filter(|(name, _)| exact.get(&fold(name)).len() > 1);
            Table::new(shared.map(|(name, meaning)| (name.to_owned(), meaning)).collect())
        } else {
            Table::default()
        };
        Self { exact, loose: Table::new(loose), spelled, longest }
    }

    /// The most words that a name has.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// What is called so, exact spellings first: a loose one counts only where there is no exact one. Where several
    /// things are called so, case and hyphens decide, if they can.
    pub(super) fn lookup(&self, text: &str) -> &[Named] {
        match self.exact.get(&fold(text)) {
            [] if self.loose.len() > 0 => self.loose.get(&fold_loosely(text)),
            meanings @ [_, _, ..] => match self.spelled.get(text) {
                [] => meanings,
                spelled => spelled,
            },
            meanings => meanings,
        }
    }

    /// What folds exactly to the same.
    pub(super) fn exactly(&self, text: &str) -> &[Named] {
        self.exact.get(&fold(text))
    }

    /// Every exactly folded name, sorted, with its meanings.
    pub(super) fn keys(&self) -> impl Iterator<Item = (&str, &[Named])> {
        self.exact.from("")
    }

    /// Every exactly folded name that begins so, sorted, with its meanings.
    pub(super) fn with_prefix<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = (&'a str, &'a [Named])> {
        self.exact.from(folded).take_while(move |(key, _)| key.starts_with(folded))
    }
}
