//! Strings to numbers: each distinct text is kept once, all of them in one piece of memory.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// The hash of a text, to look it up by.
pub(super) fn hash(text: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text);
    hasher.finish()
}

/// A place of the table: a part of the hash, and the number plus one; 0 where it is free.
#[derive(Clone, Copy, Default)]
struct Slot {
    tag: u32,
    number: u32,
}

/// A text, and what is held of it: side by side, because both are looked at together.
struct Entry<T> {
    begin: usize,
    length: usize,
    held: T,
}

/// Distinct texts, numbered in the order in which they came, with something held of each.
pub(in crate::formats) struct Interner<T> {
    text: Vec<u8>,
    entries: Vec<Entry<T>>,
    slots: Vec<Slot>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self { text: Vec::new(), entries: Vec::new(), slots: Vec::new() }
    }
}

impl<T: Copy> Interner<T> {
    /// The text of a number.
    pub(super) fn bytes(&self, number: u32) -> &[u8] {
        self.entries.get(number as usize).map_or(&[], |entry| self.bytes_of(entry))
    }

    /// The text of a number that was added as text.
    pub(super) fn text(&self, number: u32) -> &str {
        std::str::from_utf8(self.bytes(number)).unwrap_or_default()
    }

    /// What is held of a text, where it is known. O(1).
    pub(super) fn held(&self, text: &[u8], hash: u64) -> Option<T> {
        let number = self.slot(text, hash).ok()?;
        self.entries.get(number as usize).map(|entry| entry.held)
    }

    /// The number of a text, of which this is held from now on. O(1) amortised.
    pub(super) fn hold(&mut self, text: &[u8], hash: u64, held: T) -> u32 {
        if self.slots.len() * 3 < (self.entries.len() + 1) * 4 {
            self.grow();
        }
        match self.slot(text, hash) {
            Ok(number) => {
                if let Some(entry) = self.entries.get_mut(number as usize) {
                    entry.held = held;
                }
                number
            }
            Err(free) => {
                let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
                self.entries.push(Entry { begin: self.text.len(), length: text.len(), held });
                self.text.extend_from_slice(text);
                if let Some(slot) = self.slots.get_mut(free) {
                    *slot = Slot { tag: tag(hash), number: number + 1 };
                }
                number
            }
        }
    }

    fn bytes_of(&self, entry: &Entry<T>) -> &[u8] {
        self.text.get(entry.begin..entry.begin + entry.length).unwrap_or_default()
    }

    /// The number of a text, or the place where it would stand.
    fn slot(&self, text: &[u8], hash: u64) -> Result<u32, usize> {
        probe(&self.slots, hash, |number| self.bytes(number) == text)
    }

    /// Doubles the table, which is small so that it stays near the processor: at most three quarters of it are taken.
    fn grow(&mut self) {
        let mut slots = vec![Slot::default(); (self.slots.len() * 2).max(64)];
        for number in 0..u32::try_from(self.entries.len()).unwrap_or(u32::MAX) {
            let hash = hash(self.bytes(number));
            if let Err(free) = probe(&slots, hash, |_| false)
                && let Some(slot) = slots.get_mut(free)
            {
                *slot = Slot { tag: tag(hash), number: number + 1 };
            }
        }
        self.slots = slots;
    }
}

impl Interner<()> {
    /// Adds the number of each of these texts; new ones get one. Asked one by one, each would wait for memory that is far
    /// from the processor.
    pub(in crate::formats) fn number_together<'t>(
        &mut self,
        texts: impl Iterator<Item = &'t [u8]> + Clone,
        numbers: &mut Vec<u32>,
    ) {
        let likely = |hash| probe(&self.slots, hash, |_| true).ok();
        let likely: Vec<(u64, Option<u32>)> = texts.clone().map(hash).map(|hash| (hash, likely(hash))).collect();
        numbers.extend(texts.zip(likely).map(|(text, (hash, likely))| {
            let known = likely.filter(|number| self.bytes(*number) == text);
            known.unwrap_or_else(|| self.hold(text, hash, ()))
        }));
    }
}

/// The first number with this hash that is the one that is looked for, or the place where it would stand.
fn probe(slots: &[Slot], hash: u64, is: impl Fn(u32) -> bool) -> Result<u32, usize> {
    let Some(mask) = slots.len().checked_sub(1) else {
        return Err(0);
    };
    let tag = tag(hash);
    let mut position = first(hash, mask);
    while let Some(slot) = slots.get(position).filter(|slot| slot.number > 0) {
        if slot.tag == tag && is(slot.number - 1) {
            return Ok(slot.number - 1);
        }
        position = (position + 1) & mask;
    }
    Err(position)
}

#[expect(clippy::cast_possible_truncation, reason = "a part of the hash is wanted")]
const fn tag(hash: u64) -> u32 {
    hash as u32
}

#[expect(clippy::cast_possible_truncation, reason = "a part of the hash is wanted")]
const fn first(hash: u64, mask: usize) -> usize {
    // The tag is the lower half; where two share a tag, they should not also share a place.
    ((hash >> 20) ^ (hash >> 41)) as usize & mask
}
