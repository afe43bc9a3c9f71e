//! Which line of which file an edge stands in: runs of lines that follow each other.

use crate::graph::storage::{Bounds, Column};
use crate::graph::{Certainty, EdgeId, Evidence, SourceId};

/// The lines that edges stand in. As long as line follows line, all that is kept is where that begins.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// The first edge of each run, ascending.
    firsts: Column<u32>,
    /// The line of that edge; 0 where the format knows no lines, and then for the whole run.
    begins: Column<u64>,
    /// The file.
    files: Column<SourceId>,
}

impl Lines {
    /// Lines of these columns; none where lengths disagree.
    pub fn from_columns(firsts: Column<u32>, begins: Column<u64>, files: Column<SourceId>) -> Option<Self> {
        let agree = firsts.len() == begins.len() && firsts.len() == files.len();
        agree.then_some(Self { firsts, begins, files })
    }

    /// The first edge of each run, its line, its file.
    pub fn columns(&self) -> (Column<u32>, Column<u64>, Column<SourceId>) {
        (self.firsts.clone(), self.begins.clone(), self.files.clone())
    }

    /// Whether runs follow each other, and their files exist. O(runs).
    pub(super) fn are_sound(&self, bounds: &Bounds) -> bool {
        self.firsts.iter().all(|&first| (first as usize) < bounds.edges)
            && self.firsts.windows(2).all(|pair| pair[0] < pair[1])
            && self.files.iter().all(|&file| bounds.holds_source(file))
    }

    /// The file that an edge stands in. O(log runs).
    pub(super) fn file(&self, edge: EdgeId) -> Option<SourceId> {
        self.files.as_slice().get(self.run(edge)?).copied()
    }

    fn run(&self, edge: EdgeId) -> Option<usize> {
        self.firsts.as_slice().partition_point(|&first| first <= edge.0).checked_sub(1)
    }

    /// The file and the line that an edge stands in, where it cites nothing. O(log runs).
    pub(super) fn at(&self, edge: EdgeId) -> Option<(SourceId, u64)> {
        let run = self.run(edge)?;
        let (first, begin) = (*self.firsts.as_slice().get(run)?, *self.begins.as_slice().get(run)?);
        let after = if begin == 0 { 0 } else { u64::from(edge.0.saturating_sub(first)) };
        Some((*self.files.as_slice().get(run)?, begin.saturating_add(after)))
    }

    /// What an edge rests on where it cites nothing: its file, at its line. O(log runs).
    pub fn evidence(&self, edge: EdgeId) -> Option<Evidence> {
        let (source, line) = self.at(edge)?;
        Some(Evidence {
            source,
            section: if line == 0 { String::new() } else { format!("line {line}") },
            reference: None,
            certainty: Certainty::Established,
            note: String::new(),
        })
    }
}

/// Collects the lines of edges as they come.
#[derive(Debug, Default)]
pub(super) struct LineWriter {
    firsts: Vec<u32>,
    begins: Vec<u64>,
    files: Vec<SourceId>,
}

impl LineWriter {
    pub(super) fn push(&mut self, edge: EdgeId, file: SourceId, line: u64) {
        let follows = match (self.firsts.last(), self.begins.last(), self.files.last()) {
            (Some(_), Some(0), Some(&known)) => known == file && line == 0,
            (Some(&first), Some(&begin), Some(&known)) => known == file && begin + u64::from(edge.0 - first) == line,
            _ => false,
        };
        if !follows {
            self.firsts.push(edge.0);
            self.begins.push(line);
            self.files.push(file);
        }
    }

    pub(super) fn finish(self) -> Lines {
        Lines { firsts: self.firsts.into(), begins: self.begins.into(), files: self.files.into() }
    }
}
