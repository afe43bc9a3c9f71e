//! How near a known word is to an unknown one.

use strsim::damerau_levenshtein;

/// How near a candidate is; smaller is nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// So many letters added, dropped, changed or swapped; the difference in length.
    Edits(usize, usize),
    /// One begins with the other; the letters left over.
    Prefix(usize),
    /// The candidate begins with a slip of it: `leydigg` for `Leydig cells`. Edits, letters left over.
    BeginsNearly(usize, usize),
    /// One holds the other; the letters left over.
    Holds(usize),
}

/// A word that nothing is called, which candidates are compared with. Both must be folded alike before. Cheap tests go
/// before the edit distance, so that a million candidates take no longer than a user waits.
pub struct Unknown {
    word: String,
    length: usize,
    letters: u64,
}

impl Unknown {
    /// A folded word.
    pub fn new(word: String) -> Self {
        Self { length: word.chars().count(), letters: letters(&word), word }
    }

    /// How near a folded candidate is; none where the word is no likely slip for it.
    pub fn nearness(&self, candidate: &str) -> Option<Nearness> {
        let length = candidate.chars().count();
        let difference = length.abs_diff(self.length);
        let edits = allowed_edits(self.length);
        let foreign = (letters(candidate) & !self.letters).count_ones() as usize;
        if difference <= edits && foreign <= edits {
            let distance = damerau_levenshtein(&self.word, candidate);
            // At least one letter in common, or `ab` would be offered for `xy`.
            if distance <= edits && distance < self.length.max(length) {
                return Some(Nearness::Edits(distance, difference));
            }
        }
        if self.length.min(length) < 3 {
            return None;
        }
        let (shorter, longer) =
            if length < self.length { (candidate, self.word.as_str()) } else { (self.word.as_str(), candidate) };
        if longer.starts_with(shorter) {
            Some(Nearness::Prefix(difference))
        } else if let Some(edits) = self.edits_of_beginning(candidate, length) {
            Some(Nearness::BeginsNearly(edits, difference))
        } else if longer.contains(shorter) {
            Some(Nearness::Holds(difference))
        } else {
            None
        }
    }

    /// The edits to the beginning of a longer candidate that is as long as the word, where they are few and the first
    /// letter is right.
    fn edits_of_beginning(&self, candidate: &str, length: usize) -> Option<usize> {
        if self.length < 5 || length <= self.length || candidate.chars().next() != self.word.chars().next() {
            return None;
        }
        let beginning: String = candidate.chars().take(self.length).collect();
        let edits = damerau_levenshtein(&self.word, &beginning);
        (edits < allowed_edits(self.length)).then_some(edits)
    }
}

/// How many edits still count as a slip, by the length of what was written.
fn allowed_edits(length: usize) -> usize {
    match length {
        0..=4 => 1,
        5..=8 => 2,
        _ => 3,
    }
}

/// Which letters occur, one bit for each class of characters.
fn letters(text: &str) -> u64 {
    text.chars().fold(0, |set, character| set | 1 << (u32::from(character) & 63))
}
