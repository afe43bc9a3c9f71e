//! What is said of an arrow, and on whose word.

use std::fmt::Write as _;

use indexmap::{IndexMap, IndexSet};

use crate::answer::citations::describe;
use crate::answer::glyphs::Glyphs;
use crate::answer::row::EvidenceItem;

/// The sources of a picture, numbered from 1 in the order in which its arrows cite them.
pub(super) type Sources<'a> = IndexSet<&'a EvidenceItem>;

/// Sentences, each with the numbers of its sources.
#[derive(Default)]
pub(super) struct Said {
    sentences: IndexMap<String, IndexSet<usize>>,
}

impl Said {
    /// Adds a sentence; one that is there gets the further sources.
    pub fn add<'a>(&mut self, sentence: String, evidence: &'a [EvidenceItem], sources: &mut Sources<'a>) {
        let numbers = evidence.iter().map(|item| sources.insert_full(item).0 + 1);
        self.sentences.entry(sentence).or_default().extend(numbers);
    }

    /// The sentences with their numbers, `LH stimulates Leydig cells [1][3]`, and the sources that these stand for,
    /// `[1] 002.txt § Feedback (established)`.
    pub fn parts(&self, sources: &Sources<'_>) -> [Vec<String>; 2] {
        let mut cited: Vec<usize> = self.sentences.values().flatten().copied().collect();
        cited.sort_unstable();
        cited.dedup();
        let items = cited.into_iter().filter_map(|number| Some((number, sources.get_index(number.checked_sub(1)?)?)));
        let items = items.map(|(number, item)| format!("[{number}] {}", describe(item, Glyphs::UNICODE).to_plain()));
        [self.sentences.iter().map(|(sentence, numbers)| numbered(sentence, numbers)).collect(), items.collect()]
    }

    /// The same, one after the other.
    pub fn lines(&self, sources: &Sources<'_>) -> Vec<String> {
        self.parts(sources).concat()
    }
}

fn numbered(sentence: &str, numbers: &IndexSet<usize>) -> String {
    let mut numbers: Vec<usize> = numbers.iter().copied().collect();
    numbers.sort_unstable();
    let mut line = sentence.to_owned();
    for (place, number) in numbers.into_iter().enumerate() {
        let _ = write!(line, "{}[{number}]", if place == 0 { " " } else { "" });
    }
    line
}
