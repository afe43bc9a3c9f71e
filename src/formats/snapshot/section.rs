//! The section table: where each column lies in the file.

use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::header::{Header, LENGTH as HEADER_LENGTH, u32_at, u64_at};
use super::refusal::Refusal;

/// Where sections begin: at a multiple of this.
pub(super) const ALIGNMENT: u64 = 64;

/// The number of the section that holds the preamble; columns have numbers of their own.
pub(super) const PREAMBLE: u32 = 1;

/// How long an entry of the table is.
const LENGTH: usize = 40;

/// A section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Section {
    /// Which column it is.
    pub(super) number: u32,
    /// Bytes a number.
    pub(super) width: u32,
    /// Where it begins.
    pub(super) offset: u64,
    /// How long it is, in bytes.
    pub(super) length: u64,
    /// The checksum of its bytes.
    pub(super) checksum: u64,
}

impl Section {
    fn encode(&self) -> [u8; LENGTH] {
        let mut bytes = [0; LENGTH];
        bytes[..4].copy_from_slice(&self.number.to_le_bytes());
        bytes[4..8].copy_from_slice(&self.width.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.offset.to_le_bytes());
        bytes[16..24].copy_from_slice(&self.length.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.checksum.to_le_bytes());
        bytes
    }

    fn decode(bytes: &[u8]) -> Self {
        Self {
            number: u32_at(bytes, 0),
            width: u32_at(bytes, 4),
            offset: u64_at(bytes, 8),
            length: u64_at(bytes, 16),
            checksum: u64_at(bytes, 24),
        }
    }

    /// Its bytes in the file; none where it lies outside.
    pub(super) fn range(&self) -> Option<Range<usize>> {
        let begin = usize::try_from(self.offset).ok()?;
        let end = begin.checked_add(usize::try_from(self.length).ok()?)?;
        Some(begin..end)
    }

    /// Whether its bytes are what was written. O(length).
    pub(super) fn is_intact(&self, file: &[u8]) -> bool {
        self.range().and_then(|range| file.get(range)).is_some_and(|bytes| xxh3_64(bytes) == self.checksum)
    }
}

/// How long header and table are, of so many sections.
pub(super) fn table_end(sections: usize) -> usize {
    HEADER_LENGTH + sections * LENGTH
}

/// The bytes of a table.
pub(super) fn encode(sections: &[Section]) -> Vec<u8> {
    sections.iter().flat_map(Section::encode).collect()
}

/// The sections of a file with this header, each of which lies in it, aligned.
pub(super) fn decode(header: &Header, file: &[u8]) -> Result<Vec<Section>, Refusal> {
    let count = header.sections as usize;
    let table = count.checked_mul(LENGTH).and_then(|length| file.get(HEADER_LENGTH..)?.get(..length));
    let table = table.filter(|table| xxh3_64(table) == header.table_checksum);
    let table = table.ok_or(Refusal::Damaged("its table of sections is not what was written"))?;
    let sections: Vec<Section> = table.chunks_exact(LENGTH).map(Section::decode).collect();
    let lies_within = |section: &Section| {
        section.offset.is_multiple_of(ALIGNMENT)
            && section.range().is_some_and(|range| table_end(count) <= range.start && range.end <= file.len())
    };
    if !sections.iter().all(lies_within) {
        return Err(Refusal::Damaged("a section lies outside of it"));
    }
    Ok(sections)
}
