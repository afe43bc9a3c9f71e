//! Looking through all of a snapshot.

use std::path::Path;

use bytemuck::Pod;

use super::read::Snapshot;
use super::refusal::Refusal;
use super::section::{self, PREAMBLE, Section};
use crate::diagnostic::{Code, Diagnostic};
use crate::formats::Fault;
use crate::graph::Graph;
use crate::graph::parts::{ColumnWriter, Columns};
use crate::graph::storage::Column;

/// Opens a snapshot and looks through all of it: the checksum of every section, and then every id. O(size of the file).
///
/// # Errors
/// As [`super::open`]; every section that is not what was written; where all are, everything in it that no sound graph
/// says.
pub fn verify(path: &Path) -> Result<Graph, Vec<Fault>> {
    let refuse = |diagnostic| vec![Fault::of_file(path, diagnostic)];
    let snapshot = Snapshot::open(path).map_err(refuse)?;
    let damaged = damaged_parts(&snapshot);
    if !damaged.is_empty() {
        return Err(damaged.into_iter().map(|what| Fault::of_file(path, damage(&what))).collect());
    }
    let graph = snapshot.graph().map_err(Refusal::diagnostic).map_err(refuse)?;
    let unsound = graph.unsound_parts();
    if unsound.is_empty() {
        Ok(graph)
    } else {
        Err(unsound.iter().map(|what| Fault::of_file(path, damage(what))).collect())
    }
}

fn damage(what: &str) -> Diagnostic {
    Diagnostic::new(Code::Damaged, format!("the snapshot is damaged: {what}"))
}

/// Which sections are not what was written, and whether what lies between them is not.
fn damaged_parts(snapshot: &Snapshot) -> Vec<String> {
    let file = snapshot.file();
    let damaged = snapshot.sections.iter().filter(|section| !section.is_intact(file));
    let mut parts: Vec<String> =
        damaged.map(|section| format!("its section of the {} is not what was written", name(section.number))).collect();
    if !is_padding_empty(&snapshot.sections, file) {
        parts.push("there is something between its sections".to_owned());
    }
    parts
}

fn is_padding_empty(sections: &[Section], file: &[u8]) -> bool {
    let mut ranges: Vec<_> = sections.iter().filter_map(Section::range).collect();
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut written = section::table_end(sections.len());
    for range in ranges {
        let between = file.get(written..range.start).unwrap_or_default();
        if between.iter().any(|&byte| byte != 0) {
            return false;
        }
        written = written.max(range.end);
    }
    written == file.len()
}

/// What a section holds.
fn name(number: u32) -> &'static str {
    let mut names = Names { number, name: "unknown numbers" };
    if number == PREAMBLE {
        return "vocabulary and figures";
    }
    let Ok(()) = Columns::default().write(&mut names);
    names.name
}

/// Looks for the name of a column.
struct Names {
    number: u32,
    name: &'static str,
}

impl ColumnWriter for Names {
    type Error = std::convert::Infallible;

    fn column<T: Pod>(&mut self, number: u32, what: &'static str, _: &Column<T>) -> Result<(), Self::Error> {
        if number == self.number {
            self.name = what;
        }
        Ok(())
    }
}
