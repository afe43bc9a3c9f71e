//! A file as readers see it: decompressed, without a byte order mark, counted, and stopped where the user stops it.

use std::fmt;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

use super::intake::{Intake, Place};
use crate::cancel::{Cancel, Cause};
use crate::diagnostic::{Code, Diagnostic, io_reason};

/// How much of a file is read at once.
const BUFFER: usize = 1 << 18;

/// A file to read from. It is `Send`, so that another thread may read ahead.
pub struct Input {
    name: String,
    content: Box<dyn Read + Send>,
}

impl Input {
    /// A file of this name that holds what the reader gives. Gzip is told by its first bytes, whatever the file is called;
    /// several members are one text.
    ///
    /// # Errors
    /// Where it cannot be read, or is UTF-16.
    pub fn new(
        name: impl Into<String>,
        raw: impl Read + Send + 'static,
        meter: &Meter,
        cancel: &Cancel,
    ) -> io::Result<Self> {
        let metered = Metered { raw, meter: meter.clone(), cancel: cancel.clone() };
        let mut raw = BufReader::with_capacity(BUFFER, metered);
        let (start, raw) = first(&mut raw, 2).map(|start| (start.clone(), Cursor::new(start).chain(raw)))?;
        let mut content: Box<dyn Read + Send> = if start == [0x1f, 0x8b] {
            Box::new(MultiGzDecoder::new(BufReader::with_capacity(BUFFER, raw)))
        } else {
            Box::new(raw)
        };
        let mut start = first(&mut content, 4)?;
        if is_utf_16(&start) {
            let why = Diagnostic::new(Code::NotText, "this is UTF-16 text, or no text");
            return Err(unreadable(why.help("save the file as UTF-8")));
        }
        if start.starts_with(b"\xef\xbb\xbf") {
            start.drain(..3);
        }
        Ok(Self { name: name.into(), content: Box::new(Cursor::new(start).chain(content)) })
    }

    /// The file, as messages show it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first bytes, which are still read after it: to tell the format by.
    ///
    /// # Errors
    /// As reading.
    pub fn peek(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let start = first(&mut self.content, count)?;
        let content = std::mem::replace(&mut self.content, Box::new(io::empty()));
        self.content = Box::new(Cursor::new(start.clone()).chain(content));
        Ok(start)
    }
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.content.read(buffer)
    }
}

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Input").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Whether a text is UTF-16: by its byte order mark, or by the empty halves of its first letters.
fn is_utf_16(start: &[u8]) -> bool {
    matches!(start, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [1..=255, 0, 1..=255, 0, ..] | [0, 1..=255, 0, 1..=255, ..])
}

/// The first bytes, fewer where there are no more.
fn first(reader: &mut impl Read, count: usize) -> io::Result<Vec<u8>> {
    let mut start = Vec::with_capacity(count);
    reader.take(count as u64).read_to_end(&mut start)?;
    Ok(start)
}

/// How many bytes have been read of all files.
#[derive(Clone, Debug, Default)]
pub struct Meter(Arc<AtomicU64>);

impl Meter {
    /// How many.
    pub fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Counts what is read, and reads no further once that is cancelled.
struct Metered<R> {
    raw: R,
    meter: Meter,
    cancel: Cancel,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        stopped(&self.cancel)?;
        let count = self.raw.read(buffer)?;
        self.meter.0.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// An error once the token is cancelled.
pub(super) fn stopped(cancel: &Cancel) -> io::Result<()> {
    match cancel.cause() {
        None => Ok(()),
        Some(cause) => Err(unreadable(stopped_reading(cause))),
    }
}

/// The error of a graph that was not read to its end.
pub fn stopped_reading(cause: Cause) -> Diagnostic {
    Diagnostic::stopped(cause, Some("while the graph was read"))
}

/// Why a file is read no further, where the system has no word for it.
fn unreadable(why: Diagnostic) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

/// What an error of reading means to a user.
pub(super) fn explained(error: &io::Error) -> Diagnostic {
    let known = error.get_ref().and_then(|inner| inner.downcast_ref::<Diagnostic>());
    match (known, error.kind()) {
        (Some(why), _) => why.clone(),
        (None, io::ErrorKind::UnexpectedEof) => {
            Diagnostic::new(Code::Io, "the file is cut short: its gzip data ends too early").help("copy it again")
        }
        (None, _) => Diagnostic::new(Code::Io, format!("cannot be read: {}", io_reason(error))),
    }
}

/// The lines of an input, for formats of one record a line. A line is held only up to [`Lines::LONGEST`] bytes.
pub struct Lines {
    input: BufReader<Input>,
    line: Vec<u8>,
    number: u64,
}

/// One line, or what is wrong with it.
#[derive(Debug)]
pub enum Line<'l> {
    /// Its text without its end.
    Text(&'l str),
    /// It is no UTF-8 or holds a NUL: what can be read of it, and the column.
    NotText(String, u32),
    /// It is longer than is read: its beginning.
    TooLong(String),
}

impl Line<'_> {
    /// Notes why a line that is no text is left out.
    pub fn report(&self, number: u64, intake: &mut Intake) {
        match self {
            Self::Text(_) => {}
            Self::NotText(shown, column) => intake.not_text(Place::at(number, *column, shown)),
            Self::TooLong(shown) => intake.too_long(Place::line(number, shown)),
        }
    }
}

impl Lines {
    /// How many bytes a line may have.
    pub const LONGEST: usize = 64 << 20;

    /// The lines of an input.
    pub fn new(input: Input) -> Self {
        Self { input: BufReader::with_capacity(BUFFER, input), line: Vec::new(), number: 0 }
    }

    /// The next line and its number, from 1; none at the end.
    ///
    /// # Errors
    /// As reading the input.
    #[expect(clippy::should_implement_trait, reason = "it lends its line")]
    pub fn next(&mut self) -> io::Result<Option<(u64, Line<'_>)>> {
        self.line.clear();
        self.number += 1;
        let read = (&mut self.input).take(Self::LONGEST as u64).read_until(b'\n', &mut self.line)?;
        if read == 0 {
            return Ok(None);
        }
        if self.line.len() == Self::LONGEST && self.line.last() != Some(&b'\n') {
            self.line.truncate(1 << 12);
            self.skip_line()?;
            return Ok(Some((self.number, Line::TooLong(String::from_utf8_lossy(&self.line).into_owned()))));
        }
        while matches!(self.line.last(), Some(b'\n' | b'\r')) {
            self.line.pop();
        }
        let line = match text_of(&self.line) {
            Ok(text) => Line::Text(text),
            Err(column) => Line::NotText(String::from_utf8_lossy(&self.line).into_owned(), column),
        };
        Ok(Some((self.number, line)))
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.input.fill_buf()?;
            let found = memchr::memchr(b'\n', buffer);
            let count = found.map_or(buffer.len(), |end| end + 1);
            let done = found.is_some() || buffer.is_empty();
            self.input.consume(count);
            if done {
                return Ok(());
            }
        }
    }
}

/// A line as text; else the column of what is none, from 1.
pub(super) fn text_of(line: &[u8]) -> Result<&str, u32> {
    let column = |before: &[u8]| {
        u32::try_from(String::from_utf8_lossy(before).chars().count()).unwrap_or(u32::MAX).saturating_add(1)
    };
    let text =
        std::str::from_utf8(line).map_err(|error| column(line.get(..error.valid_up_to()).unwrap_or_default()))?;
    match memchr::memchr(0, line) {
        Some(place) => Err(column(line.get(..place).unwrap_or_default())),
        None => Ok(text),
    }
}
