//! The search by increasing length, which finds paths in their total order, each as soon as it is due.
//!
//! Iterative deepening: one depth-first enumeration an exact length, pruned by the distances from both ends, going
//! straight to the next length that can have a path. Short prefixes are walked again at every length; since there are
//! usually far more long ones, that costs little, and nothing has to be kept.

use std::ops::ControlFlow;

use super::admissible::Admissible;
use super::budget::Budget;
use super::enumerate::{Consumer, Enumeration, Halt, Sequence};
use super::figures::{Figures, Method};
use super::graph::PathGraph;
use super::path::{Extent, Path, PathRef, Paths};
use super::plain::{self, is_plain};
use super::query::{PathQuery, QueryError};
use super::selected::Selected;

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
    mut visitor: impl FnMut(Path) -> ControlFlow<()>,
) -> Result<Extent, QueryError> {
    stream(graph, query, budget, |path| visitor(path.to_path()))
}

/// As [`visit`], with paths that are lent: between two ends, none costs an allocation.
///
/// # Errors
/// As [`find`].
pub fn stream(
    graph: &PathGraph,
    query: &PathQuery,
    budget: &mut Budget,
    visitor: impl FnMut(PathRef) -> ControlFlow<()>,
) -> Result<Extent, QueryError> {
    query.validate(graph)?;
    budget.figures = Figures::default();
    let mut selected = Selected::new(query, visitor);
    if is_plain(graph, query) {
        return Ok(graph.with_workspace(|space| plain::visit(&mut space.tables, graph, query, budget, &mut selected)));
    }
    budget.figures.method = Method::General;
    Ok(deepen(graph, query, budget, &mut selected))
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

impl<V: FnMut(PathRef) -> ControlFlow<()>> Consumer for Selected<'_, V> {
    fn take(&mut self, sequence: &Sequence, budget: &mut Budget) -> Result<(), Halt> {
        budget.note_found(self.count());
        sequence.expand(budget, &mut |path| self.admit(path))
    }

    fn wants_length(&self, length: u32) -> bool {
        Selected::wants_length(self, length)
    }
}
