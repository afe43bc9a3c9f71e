//! The faults of all files, counted by kind: the first of each kind are kept with their places, the others are counted.

use std::cell::Cell;
use std::sync::Arc;

use indexmap::IndexMap;

use super::{Place, Strictness};
use crate::diagnostic::{self, Code, Diagnostic, Severity, Span, suggest};
use crate::formats::{Fault, TextFile};

/// How many faults of a kind are shown in full: a file of a million rows that is wrong throughout needs no million of them.
const MOST_SHOWN: usize = 20;

/// How many lines a warning names besides the one that it shows.
const MOST_NAMED: usize = 5;

/// How many faults get suggestions. Looking one up goes over every name.
const MOST_SUGGESTIONS: usize = 200;

/// How many characters of a line are kept on either side of a fault.
const MARGIN: usize = 200;

/// What becomes of what a fault is about, where faults are forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::formats) enum Weight {
    /// It is left out.
    Row,
    /// It is taken, as far as it goes.
    Remark,
    /// The rest of the file is left out.
    Cut,
    /// Without it there is no graph: forgiven by nobody.
    Whole,
}

/// What is alike in faults of one kind: their file, their code, and their message but for the words in backticks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Kind {
    file: usize,
    weight: Weight,
    code: Code,
    message: String,
}

/// The faults of a kind.
#[derive(Debug, Default)]
struct Tally {
    count: u64,
    last: u64,
    shown: Vec<(u64, u32, Fault)>,
}

/// Every fault so far.
#[derive(Debug, Default)]
pub(in crate::formats) struct Ledger {
    files: Vec<String>,
    current: usize,
    tallies: IndexMap<Kind, Tally>,
    suggested: Cell<usize>,
}

impl Ledger {
    /// The file that is read from now on. Faults are told in the order in which files were first named.
    pub(in crate::formats) fn begin(&mut self, file: &str) -> usize {
        self.current = self.files.iter().position(|known| known == file).unwrap_or_else(|| {
            self.files.push(file.to_owned());
            self.files.len() - 1
        });
        self.current
    }

    /// The position of the file that is being read.
    pub(in crate::formats) const fn current(&self) -> usize {
        self.current
    }

    /// The name of a file.
    pub(in crate::formats) fn file_name(&self, file: usize) -> &str {
        self.files.get(file).map_or("", String::as_str)
    }

    /// Notes a fault at a place of the current file.
    pub(in crate::formats) fn add(
        &mut self,
        weight: Weight,
        place: Place<'_>,
        code: Code,
        message: impl Into<String>,
        complete: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        self.count(self.current, weight, place, 1, Diagnostic::new(code, message), complete);
    }

    /// Notes a fault of some rows, of which the first stands at `place`.
    pub(in crate::formats) fn count(
        &mut self,
        file: usize,
        weight: Weight,
        place: Place<'_>,
        rows: u64,
        fault: Diagnostic,
        complete: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let kind = Kind { file, weight, code: fault.code, message: without_quoted(&fault.message) };
        let tally = self.tallies.entry(kind).or_default();
        tally.count += rows;
        tally.last = tally.last.max(place.line);
        if tally.shown.len() < MOST_SHOWN {
            let name = self.files.get(file).map_or("", String::as_str);
            tally.shown.push((place.line, place.column, located(name, place, complete(fault))));
        }
    }

    /// Takes over faults that know their places.
    pub(in crate::formats) fn extend(&mut self, faults: impl IntoIterator<Item = Fault>, weight: Weight) {
        for fault in faults {
            let file = self.files.iter().position(|name| *name == fault.file.name).unwrap_or(self.files.len());
            let (line, column) = fault.diagnostic.span.map_or((0, 0), |span| fault.file.line_and_column(span.start));
            let (line, column) = (line as u64, u32::try_from(column).unwrap_or(u32::MAX));
            let message = without_quoted(&fault.diagnostic.message);
            let tally = self.tallies.entry(Kind { file, weight, code: fault.diagnostic.code, message }).or_default();
            tally.count += 1;
            tally.last = tally.last.max(line);
            if tally.shown.len() < MOST_SHOWN {
                tally.shown.push((line, column, fault));
            }
        }
    }

    /// The known words nearest to an unknown one; none after the first two hundred unknown ones.
    pub(in crate::formats) fn nearest<'w>(&self, text: &str, known: impl IntoIterator<Item = &'w str>) -> Vec<String> {
        let asked = self.suggested.get();
        self.suggested.set(asked.saturating_add(1));
        if asked >= MOST_SUGGESTIONS { Vec::new() } else { suggest(text, known) }
    }

    /// Whether the faults so far refuse the graph.
    pub(in crate::formats) fn refuses(&self, strictness: Strictness) -> bool {
        self.tallies.keys().any(|kind| match strictness {
            Strictness::Strict => kind.weight != Weight::Remark,
            Strictness::Lenient => kind.weight == Weight::Whole,
        })
    }

    /// What all this comes to: warnings beside a graph, or the faults that refuse it, by file, then by place.
    pub(in crate::formats) fn settle(self, strictness: Strictness) -> Result<Vec<Fault>, Vec<Fault>> {
        if self.refuses(strictness) { Err(self.refusals()) } else { Ok(self.warnings()) }
    }

    fn refusals(self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (kind, tally) in self.tallies.into_iter().filter(|(kind, _)| kind.weight != Weight::Remark) {
            let more = tally.more();
            faults.extend(tally.shown.into_iter().map(|(line, column, fault)| ((kind.file, line, column), fault)));
            faults.extend(more.map(|fault| ((kind.file, u64::MAX, 0), fault)));
        }
        faults.sort_by_key(|(place, _)| *place);
        faults.into_iter().map(|(_, fault)| fault).collect()
    }

    fn warnings(self) -> Vec<Fault> {
        let mut kinds: Vec<_> = self.tallies.into_iter().collect();
        kinds.sort_by_key(|(kind, tally)| (kind.file, tally.shown.first().map(|(line, column, _)| (*line, *column))));
        kinds.into_iter().filter_map(|(kind, tally)| tally.warning(kind.weight)).collect()
    }
}

impl Tally {
    /// How many are not shown, as a fault of its own.
    fn more(&self) -> Option<Fault> {
        let (line, _, first) = self.shown.first()?;
        let hidden = self.count.checked_sub(self.shown.len() as u64).filter(|hidden| *hidden > 0)?;
        // A fault may stand for many rows, which its message counts.
        if self.shown.len() < MOST_SHOWN {
            return None;
        }
        let message = format!(
            "{} more faults like that in line {line}, the last in line {}",
            grouped(hidden),
            grouped(self.last)
        );
        Some(Fault { file: Arc::clone(&first.file), diagnostic: Diagnostic::new(first.diagnostic.code, message) })
    }

    /// All of them as one warning.
    fn warning(mut self, weight: Weight) -> Option<Fault> {
        let lines: Vec<String> = self.shown.iter().skip(1).take(MOST_NAMED).map(|(line, ..)| grouped(*line)).collect();
        let mut warning = self.shown.drain(..).next()?.2;
        let fault = warning.diagnostic.with_severity(Severity::Warning);
        let fault = if weight == Weight::Row {
            let rows = if self.count == 1 { "1 row is" } else { &format!("{} rows are", grouped(self.count)) };
            Diagnostic { message: format!("{rows} left out: {}", fault.message), ..fault }
        } else {
            fault
        };
        warning.diagnostic = match (self.count - 1).checked_sub(lines.len() as u64) {
            _ if lines.is_empty() => fault,
            None | Some(0) => fault.help(format!("also in line {}", lines.join(", "))),
            Some(further) => fault.help(format!(
                "also in line {}, and {} more, the last in line {}",
                lines.join(", "),
                grouped(further),
                grouped(self.last)
            )),
        };
        Some(warning)
    }
}

/// A fault with the part of its line that is shown.
fn located(file: &str, place: Place<'_>, fault: Diagnostic) -> Fault {
    if place.line == 0 {
        return Fault { file: Arc::new(TextFile::new(file, "")), diagnostic: fault };
    }
    let column = (place.column.max(1) - 1) as usize;
    // Where the line is not at hand, only its place is told.
    let skipped = if place.text.is_empty() { column } else { column.saturating_sub(MARGIN) };
    let byte = |text: &str, characters: usize| text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    let window = place.text.get(byte(place.text, skipped)..).unwrap_or_default();
    let length = if place.length == 0 { window.chars().take(2 * MARGIN).count() } else { place.length as usize };
    let start = byte(window, column - skipped);
    let end = start + byte(window.get(start..).unwrap_or_default(), length);
    let window = window.get(..end + byte(window.get(end..).unwrap_or_default(), MARGIN)).unwrap_or(window);
    let line = usize::try_from(place.line).unwrap_or(usize::MAX);
    let begins = diagnostic::Place { line, column: skipped + 1 };
    let file = Arc::new(TextFile { begins, ..TextFile::new(file, window) });
    Fault { file, diagnostic: Diagnostic { span: Some(Span::new(start, end)), ..fault } }
}

/// A message without the words in backticks and without figures: what messages of one kind have in common.
fn without_quoted(message: &str) -> String {
    let plain = message.split('`').step_by(2).flat_map(str::chars).filter(|character| !character.is_ascii_digit());
    plain.collect()
}

/// `12,345`
pub(in crate::formats) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
