//! Which of the paths that are found are wanted.

use std::ops::ControlFlow;

use super::budget::Stop;
use super::enumerate::Halt;
use super::passage::Direction;
use super::path::PathRef;
use super::query::{PathQuery, Selection};

/// Keeps count of the paths against the selection and the limit, and hands them on.
pub(super) struct Selected<'q, V> {
    query: &'q PathQuery,
    visitor: V,
    count: usize,
    shortest: Option<usize>,
}

impl<'q, V: FnMut(PathRef) -> ControlFlow<()>> Selected<'q, V> {
    pub(super) const fn new(query: &'q PathQuery, visitor: V) -> Self {
        Self { query, visitor, count: 0, shortest: None }
    }

    /// Hands on a path that is the next in the total order.
    #[inline]
    pub(super) fn admit(&mut self, path: PathRef) -> Result<(), Halt> {
        if self.is_full() {
            return Err(Halt::Enough);
        }
        if self.query.limit.is_some_and(|limit| self.count >= limit) {
            return Err(Halt::Stopped(Stop::Limit));
        }
        self.shortest.get_or_insert(path.hops);
        self.count += 1;
        if (self.visitor)(path).is_break() {
            return Err(Halt::Stopped(Stop::Visitor));
        }
        if self.is_full() { Err(Halt::Enough) } else { Ok(()) }
    }

    /// How many paths were handed on.
    #[inline]
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// Whether the selection takes no path more.
    const fn is_full(&self) -> bool {
        match self.query.selection {
            Selection::Any => self.count >= 1,
            Selection::Shortest(wanted) => self.count >= wanted,
            Selection::All | Selection::AllShortest | Selection::Near(_) => false,
        }
    }

    /// Whether paths of this length are wanted, after all shorter ones.
    pub(super) fn wants_length(&self, length: u32) -> bool {
        let longer = self.shortest.map_or(0, |shortest| (length as usize).saturating_sub(shortest));
        match self.query.selection {
            Selection::All | Selection::Any | Selection::Shortest(_) => !self.is_full(),
            Selection::AllShortest => longer == 0,
            Selection::Near(slack) => longer <= slack,
        }
    }

    /// Whether arcs are taken the way they point, so that a path has a net sign.
    pub(super) fn has_direction(&self) -> bool {
        self.query.direction != Direction::Either
    }
}
