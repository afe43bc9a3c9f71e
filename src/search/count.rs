//! Counting paths without listing them.

use super::budget::Budget;
use super::count_walks::count_walks;
use super::deepen::deepen;
use super::enumerate::{Consumer, Halt, Sequence};
use super::figures::{Figures, Method};
use super::graph::PathGraph;
use super::lengths::{LengthCount, PathCount};
use super::path::PathRef;
use super::plain::{self, is_plain};
use super::query::{Mode, PathQuery, QueryError};
use crate::graph::Sign;

/// Counts the paths of the query, whatever its limit. A selection by length (all shortest, near the shortest) bounds the
/// lengths; one by number counts all.
///
/// Walks are counted by dynamic programming. Counting simple paths is hard (#P-complete): between two ends, those of at
/// most five edges are counted by joining walks from both, in O(arcs near the ends); of longer ones the sequences of
/// nodes are walked, and parallel arcs multiplied. Trails are listed.
///
/// # Errors
/// As [`find`](super::find).
pub fn count(graph: &PathGraph, query: &PathQuery, budget: &mut Budget) -> Result<PathCount, QueryError> {
    counted(graph, query, false, budget)
}

/// As [`count`], and how many paths of each length have which net sign.
///
/// # Errors
/// As [`find`](super::find).
pub fn count_by_sign(graph: &PathGraph, query: &PathQuery, budget: &mut Budget) -> Result<PathCount, QueryError> {
    counted(graph, query, true, budget)
}

fn counted(graph: &PathGraph, query: &PathQuery, by_sign: bool, budget: &mut Budget) -> Result<PathCount, QueryError> {
    query.validate(graph)?;
    budget.figures = Figures::default();
    if is_plain(graph, query) {
        return Ok(graph.with_workspace(|workspace| plain::count(&mut workspace.tables, graph, query, by_sign, budget)));
    }
    budget.figures.method = Method::General;
    if query.mode == Mode::Walk {
        return Ok(count_walks(graph, query, budget));
    }
    let mut counter = Counter { lengths: Vec::new(), query };
    let extent = deepen(graph, query, budget, &mut counter);
    if !extent.complete() {
        counter.lengths.retain(|count| Some(count.hops) <= extent.searched_in_full_to);
    }
    Ok(PathCount { lengths: counter.lengths, extent })
}

/// Adds up the paths of each sequence.
struct Counter<'q> {
    lengths: Vec<LengthCount>,
    query: &'q PathQuery,
}

impl Consumer for Counter<'_> {
    fn take(&mut self, sequence: &Sequence, budget: &mut Budget) -> Result<(), Halt> {
        let hops = sequence.hops as usize;
        let mut counted =
            self.lengths.pop_if(|last| last.hops == hops).unwrap_or_else(|| LengthCount::none(hops, true));
        let counting = if sequence.mode == Mode::Simple {
            multiply(sequence, &mut counted, budget)
        } else {
            sequence.expand(budget, &mut |PathRef { sign, .. }| {
                counted.add(sign, 1);
                Ok(())
            })
        };
        if counted.total > 0 {
            self.lengths.push(counted);
        }
        counting
    }

    fn wants_length(&self, length: u32) -> bool {
        let shortest = self.lengths.first().and_then(|count| u32::try_from(count.hops).ok());
        self.query.selection.counts_length(shortest, length)
    }
}

/// Adds the number of choices of arcs along a simple sequence, by their net sign.
fn multiply(sequence: &Sequence, counted: &mut LengthCount, budget: &mut Budget) -> Result<(), Halt> {
    let start = Some(Sign::Positive).filter(|_| sequence.has_direction);
    let mut ways: Vec<(u32, Option<Sign>, u128)> = vec![(0, start, 1)];
    for &bundle in sequence.bundles {
        let mut next: Vec<(u32, Option<Sign>, u128)> = Vec::new();
        for &(hops, sign, paths) in &ways {
            for step in sequence.admissible.arcs(bundle) {
                budget.spend()?;
                let hops = hops + u32::from(step.hops);
                let sign = sign.zip(step.sign).map(|(net, step)| net * step);
                match next.iter_mut().find(|way| (way.0, way.1) == (hops, sign)) {
                    Some(way) => way.2 = way.2.saturating_add(paths),
                    None if hops <= sequence.hops => next.push((hops, sign, paths)),
                    None => {}
                }
            }
        }
        ways = next;
    }
    for (hops, sign, paths) in ways {
        if hops == sequence.hops && (sequence.sign.is_none() || sequence.sign == sign) {
            counted.add(sign, paths);
        }
    }
    Ok(())
}
