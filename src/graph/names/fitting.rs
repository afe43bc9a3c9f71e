//! Names that fit what somebody has typed of one: that begin so, that hold a word which begins so, whose initials or
//! letters these are, or that begin so but for one slip.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{Named, Namespace, fold};
use crate::graph::Graph;

/// How a name fits what was typed; earlier is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It begins so.
    Begins,
    /// A later word of it begins so.
    WordBegins,
    /// Its words begin with these letters.
    Initials,
    /// It is this, but for two letters swapped with each other.
    Swapped,
    /// It has these letters in this order, the first one first.
    Letters,
    /// It begins so but for one letter too many, too few, wrong, or swapped with its neighbour.
    Slip,
}

/// A name that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitting {
    /// How.
    pub fit: Fit,
    /// As the data spells it: the display name where that fits as well as a synonym.
    pub text: String,
    /// What it stands for.
    pub named: Named,
}

/// The names that fit, the best first, each meaning once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fittings {
    /// At most as many as were asked for.
    pub names: Vec<Fitting>,
    /// How many more names begin so.
    pub more: usize,
}

/// How many names that hold a text, or have its letters, are read to see how they fit.
const MOST_READ: usize = 1_000;

/// How many names with the same first letter are searched for letters.
const MOST_SEARCHED: usize = 100_000;

/// Letters from which on a slip is looked for, and up to which.
const SLIP_LETTERS: Range<usize> = 4..32;

/// The most letters of a short name, of which two were swapped.
const MOST_SWAPPED: usize = 6;

/// The most letters that are initials.
const MOST_INITIALS: usize = 6;

/// What a wrong or a missing letter may be.
const ALPHABET: &str = "abcdefghijklmnopqrstuvwxyz0123456789";

impl Graph {
    /// The names that fit what was typed, at most `most`. The looser fits are tried only where nothing fits better.
    /// Deterministic; a few milliseconds on millions of names: beginnings and slips are looked up in O(log n), words in one
    /// scan of the names' text, letters among at most 100,000 names.
    pub fn fitting(&self, typed: &str, most: usize) -> Fittings {
        let folded = fold(typed);
        let mut search =
            Search { graph: self, typed: &folded, most, seen: FxHashSet::default(), found: Fittings::default() };
        search.beginnings();
        if !folded.is_empty() {
            search.words();
            search.swapped();
            search.letters();
            search.slips();
        }
        search.found
    }

    /// Whether a name of a namespace begins so. O(log n).
    pub fn begins_name(&self, typed: &str, namespace: Namespace) -> bool {
        self.names().beginning(namespace, &fold(typed)).next().is_some()
    }

    /// Whether names can be looked up at once, because they are catalogued.
    pub fn has_names(&self) -> bool {
        self.names.get().is_some()
    }
}

struct Search<'a> {
    graph: &'a Graph,
    /// Folded.
    typed: &'a str,
    most: usize,
    seen: FxHashSet<Named>,
    found: Fittings,
}

impl Search<'_> {
    fn is_full(&self) -> bool {
        self.found.names.len() >= self.most
    }

    fn push(&mut self, fit: Fit, text: &str, named: Named) {
        if !self.is_full() && self.seen.insert(named) {
            self.found.names.push(Fitting { fit, text: text.to_owned(), named });
        }
    }

    /// Every name at a position that fits as `how` says of its spelling; the display name where it fits as well.
    fn push_spelled(&mut self, position: usize, key: &str, how: impl Fn(&str) -> Option<Fit>) {
        for named in self.graph.names().meanings(Namespace::Names, position) {
            let spelling = self.graph.spelling(named, key);
            if let Some(fit) = how(spelling) {
                let display = self.graph.display_name(named);
                let text = if how(display) == Some(fit) { display } else { spelling };
                self.push(fit, text, named);
            }
        }
    }

    fn beginnings(&mut self) {
        let (graph, typed) = (self.graph, self.typed);
        let names = graph.names();
        let range = names.range_of(typed);
        for (position, key) in names.keys(Namespace::Names, range.clone()) {
            if self.is_full() {
                self.found.more = range.end - position;
                return;
            }
            // An id may begin so where the display name, which stands for it, does not.
            self.push_spelled(position, key, |text| fold(text).starts_with(typed).then_some(Fit::Begins));
        }
    }

    fn words(&mut self) {
        let (graph, typed) = (self.graph, self.typed);
        if self.is_full() || typed.len() < 2 {
            return;
        }
        let names = graph.names();
        for position in names.catalogue(Namespace::Names).exact.holding(typed).take(MOST_READ) {
            for (_, key) in names.keys(Namespace::Names, position..position + 1) {
                self.push_spelled(position, key, |text| later_word_begins(text, typed).then_some(Fit::WordBegins));
            }
        }
    }

    /// A short name, two neighbouring letters of which were swapped, is meant before anything that happens to have the letters.
    fn swapped(&mut self) {
        let letters: Vec<char> = self.typed.chars().collect();
        if !self.found.names.is_empty() || letters.len() > MOST_SWAPPED {
            return;
        }
        for at in 1..letters.len() {
            let mut meant = letters.clone();
            meant.swap(at - 1, at);
            let meant: String = meant.into_iter().collect();
            let range = self.graph.names().range_of(&meant);
            for (position, key) in
                self.graph.names().keys(Namespace::Names, range.start..range.end.min(range.start + 1))
            {
                self.push_spelled(position, key, |text| (fold(text) == meant).then_some(Fit::Swapped));
            }
        }
    }

    fn letters(&mut self) {
        let (graph, typed) = (self.graph, self.typed);
        let count = typed.chars().count();
        let Some(first) = typed.chars().next().filter(|_| count > 1 && !self.is_full()) else { return };
        let names = graph.names();
        let mut range = names.range_of(first.encode_utf8(&mut [0; 4]));
        range.end = range.end.min(range.start.saturating_add(MOST_SEARCHED));
        let has_letters = names.keys(Namespace::Names, range).filter(|(_, key)| has_letters(key, typed));
        let mut fitting: Vec<(usize, &str)> = has_letters.take(MOST_READ).collect();
        if count <= MOST_INITIALS {
            for &(position, key) in &fitting {
                self.push_spelled(position, key, |text| initials(text).starts_with(typed).then_some(Fit::Initials));
            }
        }
        if count > 2 && self.found.names.is_empty() {
            fitting.sort_by_key(|(position, key)| (key.len(), *position));
            for (position, key) in fitting {
                self.push_spelled(position, key, |text| has_letters_folded(text, typed).then_some(Fit::Letters));
            }
        }
    }

    fn slips(&mut self) {
        let (graph, typed) = (self.graph, self.typed);
        let letters: Vec<char> = typed.chars().collect();
        let loose_only = self.found.names.iter().all(|name| name.fit == Fit::Letters);
        if !SLIP_LETTERS.contains(&letters.len()) || !loose_only {
            return;
        }
        let names = graph.names();
        let mut positions: Vec<usize> = Vec::new();
        for at in 0..=letters.len() {
            let right: String = letters[..at].iter().collect();
            if names.range_of(&right).is_empty() {
                break; // what stands before the slip is right
            }
            for meant in meant(&letters, at) {
                positions.extend(names.range_of(&meant).take(self.most));
            }
        }
        positions.sort_unstable();
        positions.dedup();
        for position in positions {
            for (_, key) in names.keys(Namespace::Names, position..position + 1) {
                self.push_spelled(position, key, |text| (fold(text) == key).then_some(Fit::Slip));
            }
        }
    }
}

impl super::Names {
    /// The positions of the names of entities and variants that begin so. O(log n).
    fn range_of(&self, folded: &str) -> Range<usize> {
        let end = self.lower_bound(Namespace::Names, &format!("{folded}\u{10ffff}"));
        self.lower_bound(Namespace::Names, folded)..end
    }
}

/// What may have been meant, if the slip is at this letter.
fn meant(letters: &[char], at: usize) -> Vec<String> {
    let before = &letters[..at];
    let text = |middle: &[char], after: &[char]| -> String { before.iter().chain(middle).chain(after).collect() };
    let mut meant: Vec<String> = ALPHABET.chars().map(|letter| text(&[letter], &letters[at..])).collect();
    if let Some((&wrong, after)) = letters.get(at..).and_then(<[char]>::split_first) {
        meant.push(text(&[], after));
        meant.extend(ALPHABET.chars().filter(|letter| *letter != wrong).map(|letter| text(&[letter], after)));
        if let Some((&next, after)) = after.split_first().filter(|(next, _)| **next != wrong) {
            meant.push(text(&[next, wrong], after));
        }
    }
    meant
}

/// Where each word of a name begins.
fn word_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut within = false;
    text.char_indices().filter_map(move |(at, letter)| {
        let begins = letter.is_alphanumeric() && !within;
        within = letter.is_alphanumeric();
        begins.then_some(at)
    })
}

fn later_word_begins(text: &str, folded: &str) -> bool {
    word_starts(text).skip(1).any(|at| fold(&text[at..]).starts_with(folded))
}

fn initials(text: &str) -> String {
    word_starts(text).filter_map(|at| fold(&text[at..]).chars().next()).collect()
}

fn has_letters_folded(text: &str, folded: &str) -> bool {
    has_letters(&fold(text), folded)
}

/// Whether a folded name has these letters in this order, the first one first.
fn has_letters(key: &str, letters: &str) -> bool {
    let mut rest = key.bytes();
    key.as_bytes().first() == letters.as_bytes().first()
        && letters.bytes().all(|letter| rest.any(|byte| byte == letter))
}

#[cfg(test)]
mod tests {
    use super::Fit;
    use crate::session::Session;

    #[test]
    fn names_fit_by_beginning_word_initials_letters_and_slips() {
        let session = Session::embedded().expect("the embedded graph is sound");
        let check = |typed: &str, expected: Option<(&str, Fit)>| {
            let fittings = session.graph().fitting(typed, 50);
            let found = fittings.names.iter().map(|name| (name.text.as_str(), name.fit));
            match expected {
                Some(expected) => assert!(found.clone().any(|name| name == expected), "{typed}: {fittings:?}"),
                None => assert_eq!(found.count(), 0, "{typed}: {fittings:?}"),
            }
        };
        check("spermatog", Some(("spermatogenesis", Fit::Begins)));
        check("human chor", Some(("human chorionic gonadotropin", Fit::Begins)));
        check("testosterone", Some(("exogenous testosterone", Fit::WordBegins)));
        check("et", Some(("exogenous testosterone", Fit::Initials)));
        check("sprmtgnss", Some(("spermatogenesis", Fit::Letters)));
        check("clomihpene", Some(("clomiphene", Fit::Slip)));
        check("fhs", Some(("FSH", Fit::Swapped)));
        check("hGC", Some(("hCG", Fit::Swapped)));
        check("HL", Some(("LH", Fit::Swapped)));
        check("xlomiphene", Some(("clomiphene", Fit::Slip)));
        check("qqqqq", None);
    }

    #[test]
    fn what_is_left_out_is_counted() {
        let session = Session::embedded().expect("the embedded graph is sound");
        let all = session.graph().fitting("", usize::MAX);
        let some = session.graph().fitting("", 3);
        assert_eq!((some.names.len(), all.more), (3, 0));
        assert!(some.more + 3 >= all.names.len(), "{}", some.more);
        assert_eq!(some.names, all.names[..3]);
    }
}
