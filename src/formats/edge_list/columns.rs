//! The header: which column holds what.

use super::records::{Record, Records, counted};
use crate::diagnostic::Code;
use crate::formats::log::{Log, Place};
use crate::graph::fold;

/// What a column may be called, its proper name first. Case, spaces and underscores do not matter.
pub(super) type Titles = &'static [&'static str];

/// The first row of a table.
pub(super) struct Header {
    titles: Vec<String>,
    place: Place,
    /// How many rows it has seen the file begin with.
    pub(super) width: usize,
}

impl Header {
    /// Reads the header; a file without one is a fault.
    pub(super) fn read(records: &mut Records<'_>, empty: Place, log: &Log<'_>) -> Option<Self> {
        let Some(record) = records.next() else {
            log.report(empty, Code::NoRows, "the file is empty", |fault| {
                fault.help("the first line names the columns: `subject`, `object`, and `sign` or `relation`")
            });
            return None;
        };
        Some(Self::of(&record))
    }

    fn of(record: &Record<'_>) -> Self {
        let titles: Vec<String> = record.fields().map(fold).collect();
        Self { width: titles.len(), titles, place: record.whole() }
    }

    /// The column called so: by its proper name, else by the first other name that any column has. A proper name twice is
    /// a fault.
    pub(super) fn column(&self, titles: Titles, log: &Log<'_>) -> Option<usize> {
        for (position, title) in titles.iter().enumerate() {
            let title = fold(title);
            let mut columns = (0..self.titles.len()).filter(|&column| self.titles[column] == title);
            if let Some(first) = columns.next() {
                if position == 0 && columns.next().is_some() {
                    let message = format!("two columns are called `{}`", titles[0]);
                    log.add(self.place, Code::DuplicateName, message);
                }
                return Some(first);
            }
        }
        None
    }

    /// The same for a column that must be there.
    pub(super) fn required(&self, titles: Titles, log: &Log<'_>) -> Option<usize> {
        let column = self.column(titles, log);
        if column.is_none() {
            self.report_missing(titles, log);
        }
        column
    }

    /// Reports that no column is called so.
    pub(super) fn report_missing(&self, titles: Titles, log: &Log<'_>) {
        let (name, others) = (titles[0], titles[1..].join("`, `"));
        log.report(self.place, Code::MissingColumn, format!("no column is called `{name}`"), |fault| {
            fault
                .label(format!("{} in this header", counted(self.width, "column")))
                .help(format!("the first line names the columns; `{name}` may also be called `{others}`"))
        });
    }
}
