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

/// Distinct texts, numbered in the order in which they came.
#[derive(Default)]
pub(in crate::formats) struct Interner {
    text: Vec<u8>,
    /// Where each text ends; it begins where the one before ends.
    ends: Vec<u64>,
    slots: Vec<Slot>,
}

impl Interner {
    /// The text of a number.
    pub(in crate::formats) fn bytes(&self, number: u32) -> &[u8] {
        let position = number as usize;
        let begin = position.checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or_default());
        let end = self.ends.get(position).copied().unwrap_or(begin);
        // Both are lengths of `text` at some time, so they fit the machine.
        #[expect(clippy::cast_possible_truncation, reason = "lengths of a vector of this machine")]
        self.text.get(begin as usize..end as usize).unwrap_or_default()
    }

    /// The text of a number that was added as text.
    pub(in crate::formats) fn text(&self, number: u32) -> &str {
        std::str::from_utf8(self.bytes(number)).unwrap_or_default()
    }

    /// The number of a text, where it is known. O(1).
    pub(in crate::formats) fn find(&self, text: &[u8], hash: u64) -> Option<u32> {
        self.slot(text, hash).ok()
    }

    /// The number of a text, and whether it is new. O(1) amortised.
    pub(in crate::formats) fn intern(&mut self, text: &[u8], hash: u64) -> (u32, bool) {
        if self.slots.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        match self.slot(text, hash) {
            Ok(number) => (number, false),
            Err(free) => {
                let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
                self.text.extend_from_slice(text);
                self.ends.push(self.text.len() as u64);
                if let Some(slot) = self.slots.get_mut(free) {
                    *slot = Slot { tag: tag(hash), number: number + 1 };
                }
                (number, true)
            }
        }
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

    fn grow(&mut self) {
        let size = (4 * (self.ends.len() + 1)).next_power_of_two().max(64);
        let mut slots = vec![Slot::default(); size];
        let mask = size - 1;
        for number in 0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX) {
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
