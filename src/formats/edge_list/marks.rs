//! Where the marks of a plain table stand: its delimiters and newlines, found eight bytes at a time.

/// The places of two marks in a text, in order.
///
/// A byte of a word is told from a mark by the exact form of Mycroft's test for a zero byte (Warren, *Hacker's Delight*,
/// 6-1), which costs a few instructions a word, however close the marks stand.
pub(super) struct Marks<'text> {
    words: std::slice::Iter<'text, [u8; WORD]>,
    /// What is left behind the last whole word.
    tail: &'text [u8],
    /// What is looked for: each mark in every byte of a word.
    wanted: [u64; 2],
    /// The highest bit of each byte that is a mark, of those in the present word that were not told yet.
    found: u64,
    /// Where the present word ends.
    end: usize,
}

/// How many bytes a word has.
const WORD: usize = 8;

/// A one in every byte.
const ONES: u64 = u64::from_ne_bytes([1; WORD]);

/// All bits of every byte but the highest.
const LOW: u64 = 0x7f * ONES;

/// A byte that no text holds.
const NO_TEXT: u8 = 0xff;

impl<'text> Marks<'text> {
    /// The places of these marks, which are ASCII.
    pub(super) fn new(text: &'text [u8], marks: [u8; 2]) -> Self {
        let (words, tail) = text.as_chunks();
        Self { words: words.iter(), tail, wanted: marks.map(|mark| u64::from(mark) * ONES), found: 0, end: 0 }
    }

    /// The highest bit of each byte of a word that is a mark.
    fn marks_of(&self, word: [u8; WORD]) -> u64 {
        let word = u64::from_le_bytes(word);
        let zeros = |word: u64| !(((word & LOW) + LOW) | word | LOW);
        zeros(word ^ self.wanted[0]) | zeros(word ^ self.wanted[1])
    }

    fn last_word(&mut self) -> Option<[u8; WORD]> {
        let tail = std::mem::take(&mut self.tail);
        let mut word = [NO_TEXT; WORD];
        word.iter_mut().zip(tail).for_each(|(place, byte)| *place = *byte);
        (!tail.is_empty()).then_some(word)
    }
}

impl Iterator for Marks<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            let word = self.words.next().copied().or_else(|| self.last_word())?;
            self.found = self.marks_of(word);
            self.end += WORD;
        }
        let place = self.end - WORD + self.found.trailing_zeros() as usize / 8;
        self.found &= self.found - 1;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Marks;

    proptest! {
        #[test]
        fn marks_are_where_they_stand(text in prop::collection::vec(prop_oneof![Just(b'\t'), Just(b'\n'), any::<u8>()], 0..64)) {
            let expected: Vec<usize> = (0..text.len()).filter(|&place| matches!(text[place], b'\t' | b'\n')).collect();
            prop_assert_eq!(Marks::new(&text, [b'\t', b'\n']).collect::<Vec<_>>(), expected);
        }
    }
}
