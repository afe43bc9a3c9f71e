//! Where a record stands in the file that is being read.

/// A place in the current file, with the text to show of it. Cheap to make for each record: nothing is copied unless
/// something is wrong there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place<'t> {
    /// The line, from 1; 0 where the format knows none.
    pub line: u64,
    /// The column, from 1, in characters.
    pub column: u32,
    /// How many characters are meant; 0 for as many as the line has.
    pub length: u32,
    /// The line as it stands in the file, without its end; empty where it is not at hand.
    pub text: &'t str,
}

impl<'t> Place<'t> {
    /// A whole line.
    pub const fn line(line: u64, text: &'t str) -> Self {
        Self { line, column: 1, length: 0, text }
    }

    /// A column of a line.
    pub const fn at(line: u64, column: u32, text: &'t str) -> Self {
        Self { line, column, length: 1, text }
    }

    /// Bytes of a record that begins on a line; the record may go on over several.
    pub fn bytes(line: u64, record: &'t str, range: std::ops::Range<usize>) -> Self {
        let before = record.get(..range.start).unwrap_or(record);
        let begin = before.rfind('\n').map_or(0, |end| end + 1);
        let text = record.get(begin..).unwrap_or_default();
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        Self {
            line: line + before.matches('\n').count() as u64,
            column: count(before.get(begin..).unwrap_or_default()).saturating_add(1),
            length: count(record.get(range).unwrap_or_default()).max(1),
            text,
        }
    }
}
