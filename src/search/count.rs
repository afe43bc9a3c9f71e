//! Counting paths without listing them.

use super::budget::Budget;
use super::count_walks::count_walks;
use super::deepen::deepen;
use super::enumerate::{Consumer, Halt, Sequence};
use super::graph::PathGraph;
use super::path::{Extent, Path};
use super::query::{Mode, PathQuery, QueryError};
use crate::graph::Sign;

/// How many paths there are of one length. Counts stop at the greatest number that fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LengthCount {
    /// The length.
    pub hops: usize,
    /// Paths of net sign `+`.
    pub positive: u128,
    /// Paths of net sign `-`.
    pub negative: u128,
    /// Paths without a net sign.
    pub unsigned: u128,
}

impl LengthCount {
    /// Paths of whatever sign.
    pub const fn total(&self) -> u128 {
        self.positive.saturating_add(self.negative).saturating_add(self.unsigned)
    }

    pub(super) fn add(&mut self, sign: Option<Sign>, paths: u128) {
        let count = match sign {
            Some(Sign::Positive) => &mut self.positive,
            Some(Sign::Negative) => &mut self.negative,
            None => &mut self.unsigned,
        };
        *count = count.saturating_add(paths);
    }
}

/// How many paths there are, by length, the shortest first; lengths without a path are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathCount {
    /// The counts.
    pub lengths: Vec<LengthCount>,
    /// How far the search went.
    pub extent: Extent,
}

impl PathCount {
    /// All paths counted.
    pub fn total(&self) -> u128 {
        self.lengths.iter().fold(0, |total, count| total.saturating_add(count.total()))
    }
}

/// Counts all paths of the query, whatever its selection and limit.
///
/// Walks are counted by dynamic programming. For simple paths, whose counting is hard (#P-complete), parallel arcs are
/// multiplied and not listed one by one, so the work grows with the sequences of nodes only. Trails are listed.
///
/// # Errors
/// As [`find`](super::find).
pub fn count(graph: &PathGraph, query: &PathQuery, budget: &mut Budget) -> Result<PathCount, QueryError> {
    query.validate()?;
    if query.mode == Mode::Walk {
        return Ok(count_walks(graph, query, budget));
    }
    let mut counter = Counter { lengths: Vec::new() };
    let extent = deepen(graph, query, budget, &mut counter);
    Ok(PathCount { lengths: counter.lengths, extent })
}

/// Adds up the paths of each sequence.
struct Counter {
    lengths: Vec<LengthCount>,
}

impl Consumer for Counter {
    fn take(&mut self, sequence: &Sequence, budget: &mut Budget) -> Result<(), Halt> {
        let hops = sequence.hops as usize;
        let mut counted =
            self.lengths.pop_if(|last| last.hops == hops).unwrap_or(LengthCount { hops, ..LengthCount::default() });
        let counting = if sequence.mode == Mode::Simple {
            multiply(sequence, &mut counted, budget)
        } else {
            sequence.expand(budget, &mut |Path { sign, .. }| {
                counted.add(sign, 1);
                Ok(())
            })
        };
        if counted.total() > 0 {
            self.lengths.push(counted);
        }
        counting
    }

    fn wants_length(&self, _: u32) -> bool {
        true
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
