//! Closed walks of three arcs, at many nodes at once.

use fixedbitset::FixedBitSet;
use rayon::prelude::*;

use super::amount::Amount;
use super::index::Ways;
use super::join::gather;
use super::table::Table;
use super::view::View;
use crate::search::budget::{Budget, Stop};

/// Working memory, for each thread its own.
#[derive(Debug, Default)]
pub(super) struct Triples<A> {
    workers: Vec<Worker<A>>,
}

#[derive(Debug, Default)]
struct Worker<A> {
    /// Arcs between inner nodes and the one that is looked at.
    beside: Table<A>,
    ahead: Vec<(u32, A)>,
    behind: Vec<(u32, A)>,
}

/// Nodes between two looks at the budget.
const AT_ONCE: usize = 64;
/// Arcs from which more threads than one pay; few in tests, so that they try it.
const MANY: u64 = if cfg!(test) { 8 } else { 200_000 };

impl<A: Amount> Triples<A> {
    /// The closed walks of three arcs past inner nodes at each of some nodes, each times its weight, added up.
    pub(super) fn closed(
        &mut self,
        ways: &Ways,
        ends: &FixedBitSet,
        weighed: &[(u32, A)],
        budget: &mut Budget,
    ) -> Result<A, Stop> {
        let mut closed = A::default();
        for some in weighed.chunks(AT_ONCE) {
            let costs = some.iter().map(|&(node, _)| ways.forward.two_steps(node).min(ways.backward.two_steps(node)));
            let cost: u64 = costs.sum();
            budget.spend_many(cost + 1)?;
            let threads = if cost < MANY { 1 } else { budget.threads().max(1) };
            if self.workers.len() < threads {
                self.workers.resize_with(threads, Worker::default);
            }
            let part = some.len().div_ceil(threads).max(1);
            let add_up = |(worker, part): (&mut Worker<A>, &[(u32, A)])| {
                part.iter().fold(A::default(), |sum, (node, weight)| {
                    sum.plus(worker.closed_at(ways, ends, *node).times(*weight))
                })
            };
            let found = if threads == 1 {
                self.workers.iter_mut().zip(some.chunks(part)).map(add_up).fold(A::default(), A::plus)
            } else {
                self.workers.par_iter_mut().zip(some.par_chunks(part)).map(add_up).reduce(A::default, A::plus)
            };
            closed = closed.plus(found);
        }
        Ok(closed)
    }
}

impl<A: Amount> Worker<A> {
    /// The closed walks at one node: from whichever side has fewer arcs.
    fn closed_at(&mut self, ways: &Ways, ends: &FixedBitSet, node: u32) -> A {
        gather(&ways.forward, node, ends, &mut self.ahead);
        gather(&ways.backward, node, ends, &mut self.behind);
        let cost = |view: &View, row: &[(u32, A)]| row.iter().map(|(node, _)| view.degree(*node)).sum::<u64>();
        let (view, row, other) = if cost(&ways.forward, &self.ahead) <= cost(&ways.backward, &self.behind) {
            (&ways.forward, &self.ahead, &self.behind)
        } else {
            (&ways.backward, &self.behind, &self.ahead)
        };
        self.beside.start(ends.len());
        for &(inner, amount) in other {
            self.beside.add(inner, amount);
        }
        let beside = &self.beside;
        row.iter().fold(A::default(), |sum, &(inner, amount)| {
            let mut beyond = A::default();
            view.each(inner, |next, label, _| {
                if beside.has(next) && next != inner {
                    beyond = beyond.plus(beside.get(next).along(label));
                }
            });
            sum.plus(amount.times(beyond))
        })
    }
}
