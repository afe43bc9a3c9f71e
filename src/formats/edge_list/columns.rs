//! The header: which column holds what.

use std::io;
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};

use super::blocks::Blocks;
use super::delimiter::delimiter;
use crate::diagnostic::Code;
use crate::formats::input::text_of;
use crate::formats::intake::{Intake, Place};
use crate::formats::part::stem_and_ending;
use crate::graph::fold;

/// What a column may be called, its proper name first. Case, spaces and underscores do not matter.
pub(super) type Titles = &'static [&'static str];

/// The first row of a table.
pub(super) struct Header {
    titles: Vec<String>,
    /// As it stands in the file.
    raw: String,
    line: u64,
    pub(super) delimiter: u8,
    /// How many columns it has.
    pub(super) width: usize,
}

impl Header {
    /// Reads the header; a file without one is refused.
    pub(super) fn read(blocks: &mut Blocks, intake: &mut Intake) -> io::Result<Option<Self>> {
        let Some((text, line)) = blocks.first_record(end_of_header)? else {
            intake.refuse(Place::line(1, ""), Code::TooLong, "the first line never ends", |fault| {
                fault.help("is this a table? its first line names the columns")
            });
            return Ok(None);
        };
        let start = first_line(&text).start;
        let raw = text.get(start..).unwrap_or_default();
        let line = line + memchr::memchr_iter(b'\n', text.get(..start).unwrap_or_default()).count() as u64;
        if raw.is_empty() {
            intake.refuse(Place::line(1, ""), Code::NoRows, "the file is empty", |fault| {
                fault.help("the first line names the columns: `subject`, `object`, and `sign` or `relation`")
            });
            return Ok(None);
        }
        let shown = String::from_utf8_lossy(raw).trim_end_matches(['\r', '\n']).to_owned();
        if let Err(column) = text_of(raw) {
            let place = Place::at(line, column, &shown);
            intake.refuse(place, Code::NotText, "this is no UTF-8 text", |fault| fault.help("save the file as UTF-8"));
            return Ok(None);
        }
        let (_, ending) = stem_and_ending(Path::new(blocks.name()));
        let delimiter = delimiter(&ending, raw);
        let titles = record_of(raw, delimiter).unwrap_or_default();
        let titles: Vec<String> = titles.iter().map(|title| fold(&String::from_utf8_lossy(title))).collect();
        Ok(Some(Self { width: titles.len(), titles, raw: shown, line, delimiter }))
    }

    /// The column called so: by the name that a mapping file gives it, else by its proper name, else by the first other
    /// name that any column has. A proper name twice, or a given name that no column has, is refused.
    pub(super) fn column(&self, titles: Titles, intake: &mut Intake) -> Option<usize> {
        let proper = titles.first().copied().unwrap_or_default();
        if let Some(given) = intake.column(proper).map(str::to_owned) {
            let found = self.called(&given).next();
            if found.is_none() {
                let message = format!("no column is called `{given}`, which should hold `{proper}`");
                intake.refuse(self.place(), Code::MissingColumn, message, |fault| fault);
            }
            return found;
        }
        let (position, first) =
            titles.iter().enumerate().find_map(|(position, title)| Some((position, self.called(title).next()?)))?;
        if position == 0 && self.called(proper).nth(1).is_some() {
            let message = format!("two columns are called `{proper}`");
            intake.refuse(self.place(), Code::DuplicateName, message, |fault| fault);
        }
        Some(first)
    }

    fn called(&self, title: &str) -> impl Iterator<Item = usize> {
        let title = fold(title);
        self.titles.iter().enumerate().filter(move |(_, other)| **other == title).map(|(column, _)| column)
    }

    /// Refuses the file for columns that must be there and are not, each as a list of what would do.
    pub(super) fn report_missing(&self, missing: &[&[Titles]], intake: &mut Intake) {
        let proper = |titles: &Titles| format!("`{}`", titles.first().copied().unwrap_or_default());
        let names = |choices: &[Titles]| choices.iter().map(proper).collect::<Vec<_>>().join(" or ");
        let wanted: Vec<String> = missing.iter().map(|choices| names(choices)).collect();
        let message = format!("no column is called {}", wanted.join(", none "));
        intake.refuse(self.place(), Code::MissingColumn, message, |fault| {
            let fault = fault.help("the first line names the columns");
            missing.iter().flat_map(|choices| choices.iter()).fold(fault, |fault, titles| {
                let others = titles.get(1..).unwrap_or_default().join("`, `");
                fault.help(format!("{} may also be called `{others}`", proper(titles)))
            })
        });
    }

    /// Where the header stands.
    pub(super) fn place(&self) -> Place<'_> {
        Place::line(self.line, &self.raw)
    }

    /// The names of the columns, as the file writes them.
    pub(super) fn shown(&self) -> &str {
        &self.raw
    }
}

/// The first line that holds anything, without its end.
fn first_line(text: &[u8]) -> std::ops::Range<usize> {
    let blank = text.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let line = text.get(..blank).and_then(|blank| memchr::memrchr2(b'\n', b'\r', blank)).map_or(0, |end| end + 1);
    let start = if blank == text.len() { blank } else { line };
    let rest = text.get(start..).unwrap_or_default();
    start..start + memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len())
}

/// Where the header ends and the first row begins; none where more must be read to know.
fn end_of_header(text: &[u8]) -> Option<usize> {
    let line = first_line(text);
    let header = text.get(line.clone())?;
    if memchr::memchr(b'"', header).is_none() {
        let ends = text.get(line.end..)?;
        return match ends {
            [b'\r', b'\n', ..] => Some(line.end + 2),
            [b'\n', ..] | [b'\r', _, ..] => Some(line.end + 1),
            _ => None,
        };
    }
    // Titles in quotes may hold the ends of lines: the header has ended where another record begins.
    let mut reader = reader(text.get(line.start..)?, delimiter("", header));
    let mut record = ByteRecord::new();
    let both = (0..2).all(|_| reader.read_byte_record(&mut record).unwrap_or(false));
    let next = record.position().map_or(0, csv::Position::byte);
    both.then(|| line.start + usize::try_from(next).unwrap_or(usize::MAX))
}

fn record_of(text: &[u8], delimiter: u8) -> Option<ByteRecord> {
    reader(text, delimiter).into_byte_records().next()?.ok()
}

fn reader(text: &[u8], delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text)
}
