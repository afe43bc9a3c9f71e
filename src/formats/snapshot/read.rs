//! Opening a snapshot: a look at its header, its section table and its preamble, and at nothing else.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytemuck::Pod;

use super::header::{Header, MAGIC};
use super::map::map;
use super::refusal::Refusal;
use super::section::{self, PREAMBLE, Section};
use crate::diagnostic::{Code, Diagnostic, io_reason};
use crate::formats::Fault;
use crate::graph::Graph;
use crate::graph::parts::{ColumnReader, Columns, Preamble};
use crate::graph::storage::{Column, Mapped};

/// Up to how many bytes a snapshot is looked through when it is opened: that takes a few milliseconds.
const LOOKED_THROUGH: usize = 16 << 20;

/// A snapshot that is mapped, with its section table.
pub(super) struct Snapshot {
    pub(super) bytes: Mapped,
    pub(super) sections: Vec<Section>,
}

impl Snapshot {
    pub(super) fn open(path: &Path) -> Result<Self, Diagnostic> {
        let unreadable = |error: io::Error| Diagnostic::new(Code::Io, format!("cannot be read: {}", io_reason(&error)));
        let file = File::open(path).map_err(unreadable)?;
        if file.metadata().map_err(unreadable)?.len() == 0 {
            return Err(Refusal::Foreign.diagnostic()); // nothing to map
        }
        Self::of_bytes(map(&file).map_err(unreadable)?).map_err(Refusal::diagnostic)
    }

    fn of_bytes(bytes: Mapped) -> Result<Self, Refusal> {
        let header = Header::decode((*bytes).as_ref())?;
        let sections = section::decode(&header, (*bytes).as_ref())?;
        Ok(Self { bytes, sections })
    }

    /// The bytes of all of it.
    pub(super) fn file(&self) -> &[u8] {
        (*self.bytes).as_ref()
    }

    pub(super) fn section(&self, number: u32) -> Option<&Section> {
        self.sections.iter().find(|section| section.number == number)
    }

    /// The graph in it. O(preamble).
    pub(super) fn graph(&self) -> Result<Graph, Refusal> {
        let preamble = self.preamble().ok_or(Refusal::Damaged("its preamble is not what was written"))?;
        if self.file().len() <= LOOKED_THROUGH && !self.sections.iter().all(|section| section.is_intact(self.file())) {
            return Err(Refusal::Damaged("a section is not what was written"));
        }
        let columns = Columns::read(&mut &*self)?;
        Graph::from_parts(preamble, &columns).ok_or(Refusal::Damaged("its sections do not belong together"))
    }

    fn preamble(&self) -> Option<Preamble> {
        let section = self.section(PREAMBLE).filter(|section| section.is_intact(self.file()))?;
        postcard::from_bytes(self.file().get(section.range()?)?).ok()
    }
}

impl ColumnReader for &Snapshot {
    type Error = Refusal;

    fn column<T: Pod>(&mut self, number: u32, _: &'static str) -> Result<Column<T>, Refusal> {
        let section = self.section(number).ok_or(Refusal::Damaged("a section is missing"))?;
        let range = section.range().filter(|_| section.width as usize == size_of::<T>());
        let column = range.and_then(|range| Column::mapped(Arc::clone(&self.bytes), range));
        column.ok_or(Refusal::Damaged("a section holds other numbers than it should"))
    }
}

/// Opens the graph in a snapshot. Of a large one only header, section table and preamble are read, so this takes no time
/// whatever its size (a small one is looked through); everything else is checked when it is followed, and [`Graph::is_damaged`] says where it was not sound.
///
/// # Errors
/// What is no snapshot, was cut short, is damaged where it was looked at, or was made by a newer program.
pub fn open(path: &Path) -> Result<Graph, Vec<Fault>> {
    let graph = Snapshot::open(path).and_then(|snapshot| snapshot.graph().map_err(Refusal::diagnostic));
    graph.map_err(|diagnostic| vec![Fault::of_file(path, diagnostic)])
}

/// Whether a file is a snapshot, by its first bytes, or means to be one, by its ending `.endo`.
pub fn is_snapshot(path: &Path) -> bool {
    begins_as_snapshot(path) || (path.is_file() && path.extension().is_some_and(|ending| ending == super::ENDING))
}

/// Whether a file is a snapshot by its first bytes: scripts have the same ending.
pub fn begins_as_snapshot(path: &Path) -> bool {
    use std::io::Read as _;
    let mut start = Vec::with_capacity(MAGIC.len());
    let read = path.is_file() && File::open(path).is_ok_and(|file| file.take(8).read_to_end(&mut start).is_ok());
    read && start == MAGIC
}

/// The faults of snapshots that are to be read together with other files: a snapshot is a whole graph.
pub fn among_others(paths: &[PathBuf]) -> Vec<Fault> {
    let message = "a snapshot is a whole graph and cannot be read together with others";
    let refuse = |path: &PathBuf| {
        Fault::of_file(
            path,
            Diagnostic::new(Code::Io, message)
                .help("build one of all the files: `endograph build INPUT… -o graph.endo`"),
        )
    };
    paths.iter().filter(|path| is_snapshot(path)).map(refuse).collect()
}
