//! The rows of all files, with everything looked up but their relations: a few numbers each.

use super::details::DetailId;
use super::uses::UseId;
use crate::graph::EntityId;

/// One row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Statement {
    pub(super) subject: EntityId,
    pub(super) used: UseId,
    pub(super) object: EntityId,
    /// In its file, from 1.
    pub(super) line: u64,
    pub(super) detail: DetailId,
}

/// All rows so far, in columns: 16 bytes each, and 4 more once some row has details.
#[derive(Default)]
pub(super) struct Statements {
    pub(super) subjects: Vec<u32>,
    pub(super) objects: Vec<u32>,
    pub(super) uses: Vec<u32>,
    pub(super) lines: Vec<u32>,
    /// Shorter than the others: what is missing at its end has no details.
    details: Vec<u32>,
    /// Where the rows of each file begin, in order.
    files: Vec<(usize, usize)>,
}

impl Statements {
    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.subjects.len()
    }

    /// The file of the rows from here on.
    pub(super) fn begin(&mut self, file: usize) {
        self.files.push((self.len(), file));
    }

    /// Adds a row.
    pub(super) fn push(&mut self, row: Statement) {
        if row.detail != DetailId::default() {
            self.details.resize(self.len(), 0);
            self.details.push(row.detail.number());
        }
        self.subjects.push(row.subject.0);
        self.objects.push(row.object.0);
        self.uses.push(row.used.0);
        self.lines.push(u32::try_from(row.line).unwrap_or(u32::MAX));
    }

    /// The line of the last row, if it is of this file.
    pub(super) fn of_last_file(&self, file: usize) -> Option<u64> {
        let last = self.len().checked_sub(1)?;
        (self.file(last) == file).then(|| self.lines.get(last).copied().map(u64::from)).flatten()
    }

    /// A row's details.
    pub(super) fn detail(&self, row: usize) -> DetailId {
        DetailId::from_number(self.details.get(row).copied().unwrap_or_default())
    }

    /// The file of a row. O(log files).
    pub(super) fn file(&self, row: usize) -> usize {
        let after = self.files.partition_point(|(begin, _)| *begin <= row);
        after.checked_sub(1).and_then(|position| self.files.get(position)).map_or(0, |(_, file)| *file)
    }

    /// A row.
    pub(super) fn get(&self, row: usize) -> Option<Statement> {
        Some(Statement {
            subject: EntityId(*self.subjects.get(row)?),
            used: UseId(*self.uses.get(row)?),
            object: EntityId(*self.objects.get(row)?),
            line: u64::from(*self.lines.get(row)?),
            detail: self.detail(row),
        })
    }
}
