//! A table read record by record, each field with its place.

use std::ops::Range;
use std::path::Path;

use csv::{ReaderBuilder, StringRecord};

use super::delimiter::delimiter;
use crate::diagnostic::Code;
use crate::formats::TextFile;
use crate::formats::log::{Log, Place};

/// The records of a file, one held at a time.
pub(super) struct Records<'a> {
    file: usize,
    text: &'a TextFile,
    delimiter: char,
    reader: csv::Reader<&'a [u8]>,
    fields: StringRecord,
    /// How far lines are counted, and the line there. The reader's own count stops before blank lines.
    counted: usize,
    line: usize,
    /// How many records have been read, the header among them.
    pub(super) read: usize,
}

impl<'a> Records<'a> {
    pub(super) fn new(file: usize, text: &'a TextFile) -> Self {
        let delimiter = delimiter(&text.name, &text.text);
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(u8::try_from(delimiter).unwrap_or(b'\t'))
            .from_reader(text.text.as_bytes());
        Self { file, text, delimiter, reader, fields: StringRecord::new(), counted: 0, line: 1, read: 0 }
    }

    /// The file's name without its folder.
    pub(super) fn file_name(&self) -> String {
        let name = Path::new(&self.text.name).file_name();
        name.map_or_else(|| self.text.name.clone(), |name| name.to_string_lossy().into_owned())
    }

    /// The next record that holds anything.
    pub(super) fn next(&mut self) -> Option<Record<'_>> {
        loop {
            // Text in memory that is known to be UTF-8 can be read to its end, with any number of fields.
            if !self.reader.read_record(&mut self.fields).unwrap_or(false) {
                return None;
            }
            if self.fields.iter().any(|field| !field.trim().is_empty()) {
                break;
            }
        }
        let start = self.fields.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX).min(self.text.text.len());
        let rest = self.text.text.get(start..).unwrap_or_default();
        let start = start + (rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        self.line += self.text.text.get(self.counted..start).unwrap_or_default().matches('\n').count();
        self.counted = start;
        self.read += 1;
        Some(self.current())
    }

    /// The next record with as many fields as the header; those with more or fewer are reported and left out. Fields
    /// beyond the header may be there where they are empty.
    pub(super) fn next_regular(&mut self, width: usize, log: &Log<'_>) -> Option<Record<'_>> {
        loop {
            let record = self.next()?;
            if !record.is_regular(width) {
                record.report_width(width, log);
                continue;
            }
            break;
        }
        Some(self.current())
    }

    fn current(&self) -> Record<'_> {
        Record {
            file: self.file,
            text: &self.text.text,
            delimiter: self.delimiter,
            fields: &self.fields,
            start: self.counted,
            line: self.line,
        }
    }
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct Record<'r> {
    file: usize,
    text: &'r str,
    delimiter: char,
    fields: &'r StringRecord,
    start: usize,
    /// The line it begins on, from 1.
    pub(super) line: usize,
}

impl<'r> Record<'r> {
    /// Every field, trimmed.
    pub(super) fn fields(&self) -> impl Iterator<Item = &'r str> + use<'r> {
        self.fields.iter().map(str::trim)
    }

    /// A field, trimmed; empty where there is no such column.
    pub(super) fn field(&self, column: Option<usize>) -> &'r str {
        column.and_then(|column| self.fields.get(column)).map(str::trim).unwrap_or_default()
    }

    /// Where a field stands, without its quotes' surroundings. O(length of the record).
    pub(super) fn place(&self, column: Option<usize>) -> Place {
        Place::new(self.file, column.map_or(self.start..self.end(), |column| self.field_range(column)))
    }

    /// Where the record stands.
    pub(super) fn whole(&self) -> Place {
        self.place(None)
    }

    fn end(&self) -> usize {
        self.field_range(self.fields.len().saturating_sub(1)).end
    }

    fn field_range(&self, column: usize) -> Range<usize> {
        let mut begin = self.start;
        for _ in 0..column {
            let end = self.field_end(begin);
            match self.text.get(end..).and_then(|rest| rest.chars().next()) {
                Some(next) if next == self.delimiter => begin = end + next.len_utf8(),
                _ => return end..end,
            }
        }
        let end = self.field_end(begin);
        let field = self.text.get(begin..end).unwrap_or_default();
        let lead = field.len() - field.trim_start().len();
        begin + lead..begin + lead + field.trim().len()
    }

    /// The byte after a field: that of its delimiter, its line's end, or the text's.
    fn field_end(&self, begin: usize) -> usize {
        let field = self.text.get(begin..).unwrap_or_default();
        let mut in_quotes = field.starts_with('"');
        let after_quote = usize::from(in_quotes);
        let found = field.char_indices().skip(after_quote).find(|&(_, character)| {
            if character == '"' && after_quote > 0 {
                in_quotes = !in_quotes;
            }
            !in_quotes && (character == self.delimiter || matches!(character, '\n' | '\r'))
        });
        begin + found.map_or(field.len(), |(place, _)| place)
    }

    fn is_regular(&self, width: usize) -> bool {
        self.fields.len() >= width && self.fields.iter().skip(width).all(|field| field.trim().is_empty())
    }

    fn report_width(&self, width: usize, log: &Log<'_>) {
        let found = self.fields.len();
        let message = format!("this row has {}, the header {width}", counted(found, "field"));
        let several_lines = self.text.get(self.start..self.end()).is_some_and(|text| text.contains('\n'));
        let help = if several_lines {
            "it goes on over several lines: a quote that opens in it is closed too late or never"
        } else if found > width {
            "put a field that holds the delimiter into double quotes"
        } else {
            "leave fields empty rather than out"
        };
        log.report(self.whole(), Code::RaggedRow, message, |fault| fault.help(help));
    }
}

/// `1 row`, `2 rows`.
pub(super) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
