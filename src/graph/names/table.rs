//! Folded names in sorted order, each with what it stands for, in columns.

use memchr::memmem;

use super::Named;
use crate::graph::storage::{Bounds, Column};

/// Bytes of names that are scanned for a word.
const MOST_SCANNED: usize = 1 << 26;

/// Folded names in sorted order: a key's text and meanings are ranges of two shared columns.
#[derive(Clone, Debug, Default)]
pub struct NameTable {
    /// The text of all keys.
    pub text: Column<u8>,
    /// Where each key's text ends; it begins where the one before ends.
    pub text_ends: Column<u64>,
    /// What the keys stand for, as numbers.
    pub meanings: Column<u64>,
    /// Where each key's meanings end; they begin where those before end.
    pub meaning_ends: Column<u64>,
}

impl NameTable {
    pub(super) fn len(&self) -> usize {
        self.text_ends.len()
    }

    /// Whether any key has several meanings.
    pub(super) fn is_ambiguous(&self) -> bool {
        self.meanings.len() > self.len()
    }

    /// The text of a key; empty, and noted, where it is damaged.
    pub(super) fn key(&self, position: usize, bounds: &Bounds) -> &str {
        let text = std::str::from_utf8(self.bytes(position)).ok().filter(|text| !text.is_empty());
        if text.is_none() {
            bounds.note_damage();
        }
        text.unwrap_or_default()
    }

    /// What a key stands for, sorted.
    pub(super) fn meanings(&self, position: usize, bounds: &Bounds) -> Vec<Named> {
        let numbers = slice(&self.meanings, &self.meaning_ends, position);
        if numbers.is_empty() {
            bounds.note_damage();
        }
        numbers.iter().filter_map(|&number| Named::of_number(number, bounds)).collect()
    }

    /// The position of the first key that is not before a text. O(log n).
    pub(super) fn lower_bound(&self, folded: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.bytes(middle) < folded.as_bytes() {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// What a key stands for; nothing where there is no such key. O(log n).
    pub(super) fn get(&self, folded: &str, bounds: &Bounds) -> Vec<Named> {
        let position = self.lower_bound(folded);
        let found = position < self.len() && self.bytes(position) == folded.as_bytes();
        if found { self.meanings(position, bounds) } else { Vec::new() }
    }

    /// The positions of the keys that hold a text, in order. Scans the text of all keys, of very many only the first.
    pub(super) fn holding<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = usize> + 'a {
        let (text, ends) = (self.text.as_slice(), self.text_ends.as_slice());
        let text = text.get(..text.len().min(MOST_SCANNED)).unwrap_or_default();
        let finder = memmem::Finder::new(folded);
        let mut from = 0;
        std::iter::from_fn(move || {
            loop {
                let at = from + finder.find(text.get(from..)?)?;
                let position = ends.partition_point(|&end| end <= at as u64);
                let end = usize::try_from(*ends.get(position)?).ok()?;
                if at + folded.len() <= end {
                    from = end;
                    return Some(position);
                }
                from = at + 1; // it begins in one key and ends in the next
            }
        })
    }

    /// Whether every key is text, sorted, and stands for something. O(n).
    pub(super) fn is_sound(&self, bounds: &Bounds) -> bool {
        let mut before = "";
        (0..self.len()).all(|position| {
            let key = self.key(position, bounds);
            let follows = before < key && !self.meanings(position, bounds).is_empty();
            before = key;
            follows
        })
    }

    fn bytes(&self, position: usize) -> &[u8] {
        slice(&self.text, &self.text_ends, position)
    }
}

/// What lies between the end before and this one; empty where the ends are damaged.
fn slice<'a, T: bytemuck::AnyBitPattern>(items: &'a Column<T>, ends: &Column<u64>, position: usize) -> &'a [T] {
    let ends = ends.as_slice();
    let end_at = |position: usize| ends.get(position).and_then(|&end| usize::try_from(end).ok());
    let begin = position.checked_sub(1).map_or(Some(0), end_at);
    begin.zip(end_at(position)).and_then(|(begin, end)| items.as_slice().get(begin..end)).unwrap_or_default()
}

/// Collects names as they come: their text in one piece, twenty-four bytes each beside it.
#[derive(Debug, Default)]
pub(super) struct NameWriter {
    text: String,
    names: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    begin: usize,
    length: u32,
    meaning: u64,
}

impl NameWriter {
    /// Adds a name. The empty one stands for nothing.
    pub(super) fn push(&mut self, name: &str, meaning: Named) {
        if let (Ok(length @ 1..), begin) = (u32::try_from(name.len()), self.text.len()) {
            self.text.push_str(name);
            self.names.push(Entry { begin, length, meaning: meaning.number() });
        }
    }

    /// The table, sorted, every pair of a name and a meaning once. O(n log n).
    pub(super) fn finish(self) -> NameTable {
        let Self { text, mut names } = self;
        let name = |entry: &Entry| &text.as_bytes()[entry.begin..entry.begin + entry.length as usize];
        names.sort_unstable_by(|one, other| name(one).cmp(name(other)).then_with(|| one.meaning.cmp(&other.meaning)));
        names.dedup_by(|one, other| one.meaning == other.meaning && name(one) == name(other));
        let (mut keys, mut key_ends, mut meanings, mut meaning_ends) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for same in names.chunk_by(|one, other| name(one) == name(other)) {
            keys.extend(same.first().map(name).unwrap_or_default());
            key_ends.push(keys.len() as u64);
            meanings.extend(same.iter().map(|entry| entry.meaning));
            meaning_ends.push(meanings.len() as u64);
        }
        NameTable {
            text: keys.into(),
            text_ends: key_ends.into(),
            meanings: meanings.into(),
            meaning_ends: meaning_ends.into(),
        }
    }
}
