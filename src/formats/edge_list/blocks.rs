//! A table read block by block, each a run of whole records.

use std::io::{self, Read};

use super::layout::Layout;
use super::sheet::Sheet;
use crate::formats::input::Input;

/// How many bytes are read at once.
pub(super) const BLOCK: usize = 1 << 20;

/// How much of a line that is too long is kept to be shown.
const SHOWN: usize = 1 << 10;

/// The rest of a table.
pub(super) struct Blocks {
    input: Input,
    /// How many bytes are read at once.
    size: usize,
    /// How many bytes a record may have.
    longest: usize,
    /// What was read and is no whole record yet.
    rest: Vec<u8>,
    /// Whether the input holds no more than that.
    ended: bool,
    /// Why it could be read no further. What was read before is handed over first.
    failed: Option<io::Error>,
    /// The line on which the rest begins, from 1.
    line: u64,
}

impl Blocks {
    /// The blocks of an input, of so many bytes; records may have as many as `longest`.
    pub(super) fn new(input: Input, size: usize, longest: usize) -> Self {
        Self { input, size, longest, rest: Vec::new(), ended: false, failed: None, line: 1 }
    }

    /// The file, as messages show it.
    pub(super) fn name(&self) -> &str {
        self.input.name()
    }

    /// The first record and the text before it, as many bytes as `end` finds in what is read; all there is where it finds
    /// no end. None where there is nothing, or where the record is longer than is read.
    pub(super) fn first_record(&mut self, end: impl Fn(&[u8]) -> Option<usize>) -> io::Result<Option<(Vec<u8>, u64)>> {
        loop {
            self.read_more();
            let found = end(&self.rest);
            if found.is_none()
                && let Some(error) = self.failed.take()
            {
                return Err(error);
            }
            if let Some(end) = found.or_else(|| self.ended.then_some(self.rest.len())) {
                let rest = self.rest.split_off(end);
                let record = std::mem::replace(&mut self.rest, rest);
                let line = self.line;
                self.line += memchr::memchr_iter(b'\n', &record).count() as u64;
                return Ok(Some((record, line)));
            }
            if self.rest.len() > self.longest {
                return Ok(None);
            }
        }
    }

    /// The records of the next block; none at the end. `spare` is a sheet that is no longer needed. Records with quotes may
    /// go on over lines, so they are told apart here, the others where that is done side by side.
    pub(super) fn next(&mut self, layout: &Layout, spare: Sheet) -> io::Result<Option<Sheet>> {
        let mut sheet = spare.cleared();
        loop {
            self.read_more();
            if self.rest.is_empty() {
                return self.failed.take().map_or(Ok(None), Err);
            }
            std::mem::swap(&mut sheet.raw, &mut self.rest);
            sheet.first_line = self.line;
            // Where reading failed, the last line may be a part of one.
            let used = sheet.whole_records(layout, self.ended && self.failed.is_none());
            if used > 0 {
                self.rest.clear();
                self.rest.extend_from_slice(sheet.raw.get(used..).unwrap_or_default());
                sheet.raw.truncate(used);
                self.line += memchr::memchr_iter(b'\n', &sheet.raw).count() as u64;
                return Ok(Some(sheet));
            }
            std::mem::swap(&mut sheet.raw, &mut self.rest);
            if let Some(error) = self.failed.take() {
                return Err(error);
            }
            if self.rest.len() > self.longest {
                sheet.too_long(self.line, self.rest.get(..SHOWN).unwrap_or_default(), layout);
                self.skip_line();
                return Ok(Some(sheet));
            }
            sheet = sheet.cleared();
        }
    }

    /// Reads a block more; after a block that was no whole record, as much as that again.
    fn read_more(&mut self) {
        let before = self.rest.len();
        let wanted = self.size.max(before).min((self.longest + 1).saturating_sub(before)).max(1);
        while !self.ended && self.rest.len() < before + wanted {
            let missing = before + wanted - self.rest.len();
            match (&mut self.input).take(missing as u64).read_to_end(&mut self.rest) {
                Ok(read) => self.ended = read < missing,
                Err(error) => (self.ended, self.failed) = (true, Some(error)),
            }
        }
    }

    /// Leaves a line out that is longer than is read.
    fn skip_line(&mut self) {
        loop {
            if let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
                self.rest.drain(..=end);
                self.line += 1;
                return;
            }
            self.rest.clear();
            if self.ended {
                return;
            }
            self.read_more();
        }
    }
}
