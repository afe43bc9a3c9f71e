//! Records as bytes: what does not fit a number, decoded when it is first looked at.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Bounds, Cells, Column};

/// What may stand in a table of records.
pub trait Record: Serialize + DeserializeOwned + Default {
    /// Whether every id in it lies within the tables.
    fn is_within(&self, bounds: &Bounds) -> bool;

    /// What stands for a record that is damaged, or is not there.
    fn blank() -> Self {
        Self::default()
    }
}

/// Encoded records, one behind the other.
#[derive(Debug)]
pub struct Records<T> {
    /// Where each record ends; it begins where the one before ends.
    ends: Column<u64>,
    bytes: Column<u8>,
    decoded: Cells<T>,
    /// What stands for a record that is damaged, or is not there.
    blank: T,
}

impl<T: Record> Records<T> {
    /// Records of these columns: where each ends, and the bytes of all.
    pub fn new(ends: Column<u64>, bytes: Column<u8>) -> Self {
        let decoded = Cells::new(ends.len());
        Self { ends, bytes, decoded, blank: T::blank() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A record, decoded at the first look. One that is damaged or not there reads as an empty one, and is noted.
    pub fn get(&self, position: usize, bounds: &Bounds) -> &T {
        let found = self.decoded.get(position, || self.read(position, bounds));
        match found {
            Some(record) if position < self.len() => record,
            _ => {
                bounds.note_damage();
                &self.blank
            }
        }
    }

    /// A record, decoded anew and not kept: for looking through all of them.
    pub fn read(&self, position: usize, bounds: &Bounds) -> T {
        let decoded = self.bytes_of(position).and_then(|bytes| postcard::from_bytes::<T>(bytes).ok());
        match decoded {
            Some(record) if record.is_within(bounds) => record,
            _ => {
                bounds.note_damage();
                T::blank()
            }
        }
    }

    /// The bytes of a record; none where it is damaged or not there.
    pub fn bytes_of(&self, position: usize) -> Option<&[u8]> {
        let ends = self.ends.as_slice();
        let end = usize::try_from(*ends.get(position)?).ok()?;
        let begin = match position.checked_sub(1) {
            Some(before) => usize::try_from(*ends.get(before)?).ok()?,
            None => 0,
        };
        self.bytes.as_slice().get(begin..end)
    }

    /// Where each record ends, and the bytes of all.
    pub fn columns(&self) -> (Column<u64>, Column<u8>) {
        (self.ends.clone(), self.bytes.clone())
    }

    /// The same records, none of them decoded yet. Copies no byte.
    #[must_use]
    pub fn share(&self) -> Self {
        Self::new(self.ends.clone(), self.bytes.clone())
    }
}

/// Encodes records as they come; only their bytes are kept.
#[derive(Debug, Default)]
pub struct RecordWriter {
    ends: Vec<u64>,
    bytes: Vec<u8>,
}

impl RecordWriter {
    /// Adds a record.
    pub fn push<T: Record>(&mut self, record: &T) {
        encode(record, &mut self.bytes);
        self.ends.push(self.bytes.len() as u64);
    }

    /// Adds a record that is encoded already.
    pub fn push_encoded(&mut self, record: &[u8]) {
        self.bytes.extend_from_slice(record);
        self.ends.push(self.bytes.len() as u64);
    }

    /// How many there are so far.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none so far.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The bytes of a record.
    pub fn bytes_of(&self, position: usize) -> Option<&[u8]> {
        let end = usize::try_from(*self.ends.get(position)?).ok()?;
        let begin = position
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(Some(0), |&end| usize::try_from(end).ok())?;
        self.bytes.get(begin..end)
    }

    /// The records, to be looked at.
    pub fn finish<T: Record>(self) -> Records<T> {
        Records::new(self.ends.into(), self.bytes.into())
    }
}

/// Encodes a record behind what is there.
///
/// # Panics
/// Never: text, numbers and lists of known length have an encoding.
pub fn encode<T: Serialize>(record: &T, bytes: &mut Vec<u8>) {
    postcard::to_io(record, bytes).expect("text, numbers and lists can be encoded");
}
