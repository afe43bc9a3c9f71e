//! The first 64 bytes of a snapshot.

use xxhash_rust::xxh3::xxh3_64;

use super::refusal::Refusal;

/// What every snapshot begins with. Its first byte is in no text, and its line ends show when somebody "translated" it.
pub(super) const MAGIC: [u8; 8] = *b"\x89endo\r\n\x1a";

/// The version of the layout that is written, and the only one that is read. 2: kinds say how they are drawn; 3: and whether
/// they need an agonist.
pub(super) const VERSION: u32 = 3;

/// Written in the byte order of the machine, as the columns are.
const BYTE_ORDER: u32 = 0x0102_0304;

/// How long the header is.
pub(super) const LENGTH: usize = 64;

/// What stands before the header's own checksum.
const CHECKED: usize = 56;

/// The header of a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// How many sections there are.
    pub(super) sections: u32,
    /// How long the file is.
    pub(super) length: u64,
    /// The checksum of the section table, which follows the header.
    pub(super) table_checksum: u64,
}

impl Header {
    /// Its bytes.
    pub(super) fn encode(&self) -> [u8; LENGTH] {
        let mut bytes = [0; LENGTH];
        bytes[..8].copy_from_slice(&MAGIC);
        bytes[8..12].copy_from_slice(&VERSION.to_le_bytes());
        bytes[12..16].copy_from_slice(&BYTE_ORDER.to_ne_bytes());
        bytes[16..20].copy_from_slice(&self.sections.to_le_bytes());
        bytes[24..32].copy_from_slice(&self.length.to_le_bytes());
        bytes[32..40].copy_from_slice(&self.table_checksum.to_le_bytes());
        let checksum = xxh3_64(&bytes[..CHECKED]);
        bytes[CHECKED..].copy_from_slice(&checksum.to_le_bytes());
        bytes
    }

    /// Reads the header of a file of these bytes, and refuses what is no whole snapshot that this program can read.
    pub(super) fn decode(file: &[u8]) -> Result<Self, Refusal> {
        let whole = file.len() as u64;
        if !file.starts_with(&MAGIC) {
            let cut = !file.is_empty() && MAGIC.starts_with(file);
            return Err(if cut { Refusal::CutInHeader { length: whole } } else { Refusal::Foreign });
        }
        let bytes: &[u8; LENGTH] = file.first_chunk().ok_or(Refusal::CutInHeader { length: whole })?;
        let version = u32_at(bytes, 8);
        if version > VERSION {
            return Err(Refusal::Newer { version });
        }
        if (1..VERSION).contains(&version) {
            return Err(Refusal::Older { version });
        }
        if xxh3_64(&bytes[..CHECKED]) != u64_at(bytes, CHECKED) || version == 0 {
            return Err(Refusal::Damaged("its header is not what was written"));
        }
        if bytes[12..16] != BYTE_ORDER.to_ne_bytes() {
            return Err(Refusal::OtherByteOrder);
        }
        let header = Self { sections: u32_at(bytes, 16), length: u64_at(bytes, 24), table_checksum: u64_at(bytes, 32) };
        match header.length {
            written if written > whole => Err(Refusal::Cut { length: whole, written }),
            written if written < whole => Err(Refusal::Damaged("it is longer than what was written")),
            _ => Ok(header),
        }
    }
}

/// The little-endian number at a place that lies within the bytes.
pub(super) fn u32_at(bytes: &[u8], place: usize) -> u32 {
    bytes.get(place..).and_then(<[u8]>::first_chunk).map_or(0, |chunk| u32::from_le_bytes(*chunk))
}

/// The little-endian number at a place that lies within the bytes.
pub(super) fn u64_at(bytes: &[u8], place: usize) -> u64 {
    bytes.get(place..).and_then(<[u8]>::first_chunk).map_or(0, |chunk| u64::from_le_bytes(*chunk))
}
