//! A column: plain numbers in a row, in memory or in a mapped file.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use bytemuck::AnyBitPattern;

/// Bytes that somebody keeps, for instance a mapped file.
pub type Mapped = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// A read-only sequence of plain numbers. Cloning it copies no number.
pub struct Column<T: 'static> {
    place: Place<T>,
}

enum Place<T: 'static> {
    Owned(Arc<Vec<T>>),
    Mapped { bytes: Mapped, range: Range<usize> },
}

impl<T: AnyBitPattern> Column<T> {
    /// A column of the numbers that stand in `range` of some bytes; none where the range lies outside, is no whole number
    /// of them, or begins where such a number may not stand.
    pub fn mapped(bytes: Mapped, range: Range<usize>) -> Option<Self> {
        bytemuck::try_cast_slice::<u8, T>((*bytes).as_ref().get(range.clone())?).ok()?;
        Some(Self { place: Place::Mapped { bytes, range } })
    }

    /// The numbers. A loop takes the slice once, outside, since looking it up costs a few instructions.
    pub fn as_slice(&self) -> &[T] {
        match &self.place {
            Place::Owned(values) => values,
            Place::Mapped { bytes, range } => {
                let bytes = (**bytes).as_ref().get(range.clone()).unwrap_or_default();
                bytemuck::try_cast_slice(bytes).unwrap_or_default()
            }
        }
    }
}

impl<T> Clone for Column<T> {
    fn clone(&self) -> Self {
        let place = match &self.place {
            Place::Owned(values) => Place::Owned(Arc::clone(values)),
            Place::Mapped { bytes, range } => Place::Mapped { bytes: Arc::clone(bytes), range: range.clone() },
        };
        Self { place }
    }
}

impl<T> From<Vec<T>> for Column<T> {
    fn from(values: Vec<T>) -> Self {
        Self { place: Place::Owned(Arc::new(values)) }
    }
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<T: AnyBitPattern> Deref for Column<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T: AnyBitPattern + fmt::Debug> fmt::Debug for Column<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.as_slice()).finish()
    }
}
