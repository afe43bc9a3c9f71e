//! The header: which column holds what.

use super::records::{Record, Records};
use crate::diagnostic::Code;
use crate::formats::log::{Log, Place};
use crate::graph::fold;

/// What a column may be called, its proper name first. Case, spaces and underscores do not matter.
pub(super) type Titles = &'static [&'static str];

/// The first row of a table.
pub(super) struct Header {
    titles: Vec<String>,
    place: Place,
    /// How many columns it has.
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

    /// Reports columns that must be there and are not, each as a list of what would do.
    pub(super) fn report_missing(&self, missing: &[&[Titles]], log: &Log<'_>) {
        let names = |choices: &[Titles]| {
            choices.iter().map(|titles| format!("`{}`", titles[0])).collect::<Vec<_>>().join(" or ")
        };
        let wanted: Vec<String> = missing.iter().map(|choices| names(choices)).collect();
        let message = format!("no column is called {}", wanted.join(", none "));
        log.report(self.place, Code::MissingColumn, message, |fault| {
            let fault = fault.help("the first line names the columns");
            missing.iter().flat_map(|choices| choices.iter()).fold(fault, |fault, titles| {
                fault.help(format!("`{}` may also be called `{}`", titles[0], titles[1..].join("`, `")))
            })
        });
    }
}
