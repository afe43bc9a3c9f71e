//! Which relaxation of a query without an answer gives one.

use super::budget::{Budget, Stop};
use super::deepen::find;
use super::graph::PathGraph;
use super::path::Path;
use super::query::{PathQuery, QueryError, Selection};

/// One relaxed query to try, on the same graph or on another.
#[derive(Clone, Debug)]
pub struct Attempt<'g, L> {
    /// What was relaxed, in the caller's terms.
    pub label: L,
    /// Where to search.
    pub graph: &'g PathGraph,
    /// The relaxed query.
    pub query: PathQuery,
}

/// A relaxation that gives a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxed<L> {
    /// What was relaxed.
    pub label: L,
    /// The first path of the relaxed query.
    pub path: Path,
}

/// What came of the attempts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation<L> {
    /// The first attempt with a path, if any.
    pub found: Option<Relaxed<L>>,
    /// Why an attempt before it, or one of all, was not searched in full.
    pub stopped: Option<Stop>,
}

/// Tries the attempts in order and returns the first that has a path.
///
/// The budget is shared evenly: one that is hopelessly long leaves each later attempt its share.
///
/// # Errors
/// Where [`PathQuery::validate`] refuses an attempt's query.
pub fn relax<L>(attempts: Vec<Attempt<L>>, budget: &mut Budget) -> Result<Relaxation<L>, QueryError> {
    let mut stopped = None;
    let mut attempts_left = attempts.len() as u64;
    for Attempt { label, graph, mut query } in attempts {
        query.selection = Selection::Any;
        query.limit = None;
        let answer = budget.share(attempts_left, |share| find(graph, &query, share))?;
        attempts_left -= 1;
        stopped = stopped.or(answer.extent.stopped);
        if let Some(path) = answer.paths.into_iter().next() {
            return Ok(Relaxation { found: Some(Relaxed { label, path }), stopped });
        }
    }
    Ok(Relaxation { found: None, stopped })
}
