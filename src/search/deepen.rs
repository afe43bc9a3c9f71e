//! The search by increasing length, which finds paths in their total order, each as soon as it is due.
//!
//! Iterative deepening: one depth-first enumeration an exact length, pruned by the distances from both ends, going
//! straight to the next length that can have a path. Short prefixes are walked again at every length; since there are
//! usually far more long ones, that costs little, and nothing has to be kept.

use std::ops::ControlFlow;

use super::admissible::Admissible;
use super::budget::{Budget, Stop};
use super::enumerate::{Consumer, Enumeration, Halt, Sequence};
use super::graph::PathGraph;
use super::path::{Extent, Path, Paths};
use super::query::{PathQuery, QueryError, Selection};

/// Finds the selected paths, in their total order, up to the query's limit.
///
/// # Errors
/// Where [`PathQuery::validate`] refuses the query. A budget spent or a cancelled token is no error: the extent of the
/// answer says so.
pub fn find(graph: &PathGraph, query: &PathQuery, budget: &mut Budget) -> Result<Paths, QueryError> {
    let mut paths = Vec::new();
    let extent = visit(graph, query, budget, |path| {
        paths.push(path);
        ControlFlow::Continue(())
    })?;
    Ok(Paths { paths, extent })
}

/// Hands each selected path to `visitor` as it is found, in the total order, until it breaks off.
///
/// # Errors
/// As [`find`].
pub fn visit(
    graph: &PathGraph,
    query: &PathQuery,
    budget: &mut Budget,
    visitor: impl FnMut(Path) -> ControlFlow<()>,
) -> Result<Extent, QueryError> {
    query.validate()?;
    Ok(deepen(graph, query, budget, &mut Selected { query, visitor, count: 0, shortest: None }))
}

/// Hands over the sequences of nodes of every length in turn.
pub(super) fn deepen(graph: &PathGraph, query: &PathQuery, budget: &mut Budget, consumer: &mut dyn Consumer) -> Extent {
    let admissible = match Admissible::build(graph, query, budget) {
        Ok(admissible) => admissible,
        Err(stop) => return Extent { stopped: Some(stop), searched_in_full_to: None },
    };
    let mut enumeration = Enumeration::new(&admissible, query);
    let mut length = u32::try_from(query.min_hops).ok();
    while let Some(now) = length.filter(|length| *length <= query.longest() && consumer.wants_length(*length)) {
        match enumeration.at_length(now, budget, consumer) {
            Ok(next) => length = next,
            Err(Halt::Enough) => break,
            Err(Halt::Stopped(stop)) => {
                let searched_in_full_to = now.checked_sub(1).map(|before| before as usize);
                return Extent { stopped: Some(stop), searched_in_full_to };
            }
        }
    }
    Extent { stopped: None, searched_in_full_to: query.max_hops }
}

/// Expands sequences to paths and keeps count of them against the selection and the limit.
struct Selected<'q, V> {
    query: &'q PathQuery,
    visitor: V,
    count: usize,
    shortest: Option<u32>,
}

impl<V: FnMut(Path) -> ControlFlow<()>> Selected<'_, V> {
    fn admit(&mut self, path: Path, length: u32) -> Result<(), Halt> {
        if self.is_full() {
            return Err(Halt::Enough);
        }
        if self.query.limit.is_some_and(|limit| self.count >= limit) {
            return Err(Halt::Stopped(Stop::Limit));
        }
        self.shortest.get_or_insert(length);
        self.count += 1;
        if (self.visitor)(path).is_break() {
            return Err(Halt::Stopped(Stop::Visitor));
        }
        if self.is_full() { Err(Halt::Enough) } else { Ok(()) }
    }

    /// Whether the selection takes no path more.
    const fn is_full(&self) -> bool {
        match self.query.selection {
            Selection::Any => self.count >= 1,
            Selection::Shortest(wanted) => self.count >= wanted,
            Selection::All | Selection::AllShortest | Selection::Near(_) => false,
        }
    }
}

impl<V: FnMut(Path) -> ControlFlow<()>> Consumer for Selected<'_, V> {
    fn take(&mut self, sequence: &Sequence, budget: &mut Budget) -> Result<(), Halt> {
        sequence.expand(budget, &mut |path| self.admit(path, sequence.hops))
    }

    fn wants_length(&self, length: u32) -> bool {
        let longer = self.shortest.map_or(0, |shortest| length - shortest) as usize;
        match self.query.selection {
            Selection::All | Selection::Any | Selection::Shortest(_) => !self.is_full(),
            Selection::AllShortest => longer == 0,
            Selection::Near(slack) => longer <= slack,
        }
    }
}
