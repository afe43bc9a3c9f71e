//! Strings to numbers: each distinct text is kept once, all of them in one piece of memory.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// The hash of a text, to look it up by. Splitting a row and looking up its names can so be done on two threads.
pub(in crate::formats) fn hash(text: &[u8]) -> u64 {
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
    pub(in crate::formats) fn bytes(&self, number: u32) -> &[u8] {
        self.entries.get(number as usize).map_or(&[], |entry| self.bytes_of(entry))
    }

    /// The text of a number that was added as text.
    pub(in crate::formats) fn text(&self, number: u32) -> &str {
        std::str::from_utf8(self.bytes(number)).unwrap_or_default()
    }

    /// What is held of a text, where it is known. O(1).
    pub(in crate::formats) fn held(&self, text: &[u8], hash: u64) -> Option<T> {
        let number = self.slot(text, hash).ok()?;
        self.entries.get(number as usize).map(|entry| entry.held)
    }

    /// Adds what is held of each of these texts, which come with their hashes: none where a text is not known, or where its
    /// hash begins as that of another. Asked one by one, each would wait for memory that is far from the processor.
    pub(in crate::formats) fn held_together<'t>(
        &self,
        texts: impl Iterator<Item = (&'t [u8], u64)> + Clone,
        held: &mut Vec<Option<T>>,
    ) {
        let likely: Vec<Option<&Entry<T>>> = texts.clone().map(|(_, hash)| self.likely(hash)).collect();
        let is = |entry: &&Entry<T>, text: &[u8]| self.bytes_of(entry) == text;
        held.extend(texts.zip(likely).map(|((text, _), entry)| Some(entry.filter(|entry| is(entry, text))?.held)));
    }

    /// The entry that most likely has this hash.
    fn likely(&self, hash: u64) -> Option<&Entry<T>> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut position = first(hash, mask);
        loop {
            let slot = self.slots.get(position).filter(|slot| slot.number > 0)?;
            if slot.tag == tag(hash) {
                return self.entries.get(slot.number as usize - 1);
            }
            position = (position + 1) & mask;
        }
    }

    /// The number of a text, of which this is held from now on. O(1) amortised.
    pub(in crate::formats) fn hold(&mut self, text: &[u8], hash: u64, held: T) -> u32 {
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
        let Some(mask) = self.slots.len().checked_sub(1) else {
            return Err(0);
        };
        let tag = tag(hash);
        let mut position = first(hash, mask);
        while let Some(slot) = self.slots.get(position) {
            if slot.number == 0 {
                break;
            }
            if slot.tag == tag && self.bytes(slot.number - 1) == text {
                return Ok(slot.number - 1);
            }
            position = (position + 1) & mask;
        }
        Err(position)
    }

    /// Doubles the table, which is small so that it stays near the processor: at most three quarters of it are taken.
    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        let mut slots = vec![Slot::default(); size];
        let mask = size - 1;
        for number in 0..u32::try_from(self.entries.len()).unwrap_or(u32::MAX) {
            let hash = hash(self.bytes(number));
            let mut position = first(hash, mask);
            while slots.get(position).is_some_and(|slot| slot.number != 0) {
                position = (position + 1) & mask;
            }
            if let Some(slot) = slots.get_mut(position) {
                *slot = Slot { tag: tag(hash), number: number + 1 };
            }
        }
        self.slots = slots;
    }
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
