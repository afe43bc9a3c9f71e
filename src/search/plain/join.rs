//! Counting simple paths of at most five edges without walking them: walks from both ends are multiplied where they meet,
//! and those that enter a node twice are taken off.
//!
//! Let `a` be the arcs from the source to a node, `b` those from a node to a target, `A` those between two inner nodes
//! (none the source, none a target), `in = aA`, `out = Ab`, and `c` the closed walks of two or three arcs at a node.
//! Since no inner arc is a loop, neighbours on a walk differ, and the numbers of simple paths are
//!
//! | edges | paths |
//! |---|---|
//! | 2 | `Σ a b` |
//! | 3 | `Σ in b` |
//! | 4 | `Σ in out − Σ a c2 b` |
//! | 5 | `Σ in A out − Σ a c2 out − Σ in c2 b − Σ a c3 b + Σ a(v) A(v,x) A(x,v) A(v,x) b(x)` |
//!
//! by inclusion and exclusion: of the four inner nodes of a walk of five edges, only the first and third, the second and
//! fourth, or the first and fourth can be one, and only the first two of these at once.

use fixedbitset::FixedBitSet;

use super::amount::Amount;
use super::index::Ways;
use super::table::Table;
use super::triples::Triples;
use super::view::View;
use crate::search::budget::{Budget, Stop};

/// The greatest length that is counted so.
pub(super) const LONGEST_JOIN: usize = 5;

/// Working memory for counting.
#[derive(Debug, Default)]
pub(super) struct Join<A> {
    /// Arcs from the source to an inner node.
    first: Table<A>,
    /// Arcs from an inner node to a target.
    last: Table<A>,
    /// Walks of two arcs from the source.
    inward: Table<A>,
    /// Walks of two arcs to a target.
    outward: Table<A>,
    /// The source and the targets.
    ends: FixedBitSet,
    end_list: Vec<u32>,
    here: Vec<(u32, A)>,
    there: Vec<(u32, A)>,
    triples: Triples<A>,
}

/// How many paths there are of each length; none of length 0.
pub(super) type ByLength<A> = [A; LONGEST_JOIN + 1];

impl<A: Amount> Join<A> {
    /// Counts the simple paths from the source to any of the targets, of lengths from `least` to `most`, which is at most
    /// [`LONGEST_JOIN`]. Where the source is a target, closed paths are counted to it.
    pub(super) fn count(
        &mut self,
        ways: &Ways,
        nodes: usize,
        (source, targets): (u32, &[u32]),
        (least, most): (usize, usize),
        budget: &mut Budget,
    ) -> Result<ByLength<A>, Stop> {
        let mut found = [A::default(); LONGEST_JOIN + 1];
        self.start(nodes, source, targets);
        self.first_arcs(ways, source, targets, &mut found[1], budget)?;
        self.last_arcs(ways, targets, budget)?;
        if most < 2 {
            return Ok(found);
        }
        found[2] = sum(self.first.entries().map(|(node, amount)| amount.times(self.last.get(node))));
        let from_source = arcs(&ways.forward, &self.first);
        let to_targets = arcs(&ways.backward, &self.last);
        let from_source_is_cheaper = from_source <= to_targets;
        if most == 3 {
            found[3] = if from_source_is_cheaper {
                read(&ways.forward, &self.first, &self.last, budget)?
            } else {
                read(&ways.backward, &self.last, &self.first, budget)?
            };
        }
        if most >= 4 {
            let both = most >= 5;
            if both || from_source_is_cheaper {
                spread(&ways.forward, &self.first, &mut self.inward, budget)?;
                self.end_list.iter().for_each(|&end| self.inward.clear(end));
                found[3] = sum(self.last.entries().map(|(node, amount)| amount.times(self.inward.get(node))));
            }
            if both || !from_source_is_cheaper {
                spread(&ways.backward, &self.last, &mut self.outward, budget)?;
                self.end_list.iter().for_each(|&end| self.outward.clear(end));
                found[3] = sum(self.first.entries().map(|(node, amount)| amount.times(self.outward.get(node))));
            }
            found[4] = match (both, from_source_is_cheaper) {
                (true, _) => sum(self.inward.entries().map(|(node, amount)| amount.times(self.outward.get(node)))),
                (false, true) => read(&ways.backward, &self.last, &self.inward, budget)?,
                (false, false) => read(&ways.forward, &self.first, &self.outward, budget)?,
            };
            if both {
                found[5] = if arcs(&ways.forward, &self.inward) <= arcs(&ways.backward, &self.outward) {
                    read(&ways.forward, &self.inward, &self.outward, budget)?
                } else {
                    read(&ways.backward, &self.outward, &self.inward, budget)?
                };
            }
            self.take_off(ways, both, &mut found, budget)?;
        }
        let wanted = least..=most;
        for (length, amount) in found.iter_mut().enumerate() {
            if !wanted.contains(&length) {
                *amount = A::default();
            }
        }
        Ok(found)
    }

    fn start(&mut self, nodes: usize, source: u32, targets: &[u32]) {
        for table in [&mut self.first, &mut self.last, &mut self.inward, &mut self.outward] {
            table.start(nodes);
        }
        for end in self.end_list.drain(..) {
            self.ends.set(end as usize, false);
        }
        self.ends.grow(nodes);
        self.end_list.push(source);
        self.end_list.extend_from_slice(targets);
        for end in &self.end_list {
            self.ends.set(*end as usize, true);
        }
    }

    fn first_arcs(
        &mut self,
        ways: &Ways,
        source: u32,
        targets: &[u32],
        direct: &mut A,
        budget: &mut Budget,
    ) -> Result<(), Stop> {
        budget.spend_many(ways.forward.degree(source) + 1)?;
        let Self { first, ends, .. } = self;
        ways.forward.each(source, |node, label, _| {
            if !ends.contains(node as usize) {
                first.add(node, A::of(label));
            } else if targets.binary_search(&node).is_ok() {
                *direct = direct.plus(A::of(label));
            }
        });
        Ok(())
    }

    fn last_arcs(&mut self, ways: &Ways, targets: &[u32], budget: &mut Budget) -> Result<(), Stop> {
        let Self { last, ends, .. } = self;
        for &target in targets {
            budget.spend_many(ways.backward.degree(target) + 1)?;
            ways.backward.each(target, |node, label, _| {
                if !ends.contains(node as usize) {
                    last.add(node, A::of(label));
                }
            });
        }
        Ok(())
    }

    /// Takes off the walks of four edges, and of five where `both`, that enter a node twice.
    fn take_off(&mut self, ways: &Ways, both: bool, found: &mut ByLength<A>, budget: &mut Budget) -> Result<(), Stop> {
        let first = std::mem::take(&mut self.first);
        let mut triples = Vec::new();
        for (node, amount) in first.entries() {
            let last = self.last.get(node);
            let outward = if both { self.outward.get(node) } else { A::default() };
            if last.is_none() && !both {
                continue;
            }
            let (closed, there_and_back) = self.closed_pairs(ways, node, budget)?;
            found[4] = found[4].minus(amount.times(closed).times(last));
            if both {
                found[5] = found[5].minus(amount.times(closed).times(outward)).plus(amount.times(there_and_back));
                if !last.is_none() {
                    triples.push((node, amount.times(last)));
                }
            }
        }
        self.first = first;
        let last = std::mem::take(&mut self.last);
        for (node, amount) in last.entries().filter(|_| both) {
            let inward = self.inward.get(node);
            if !inward.is_none() {
                let (closed, _) = self.closed_pairs(ways, node, budget)?;
                found[5] = found[5].minus(inward.times(closed).times(amount));
            }
        }
        self.last = last;
        found[5] = found[5].minus(self.triples.closed(ways, &self.ends, &triples, budget)?);
        Ok(())
    }

    /// At a node `v`, over inner nodes `x`: `Σ A(v,x) A(x,v)`, and `Σ A(v,x) A(x,v) A(v,x) b(x)`.
    fn closed_pairs(&mut self, ways: &Ways, node: u32, budget: &mut Budget) -> Result<(A, A), Stop> {
        budget.spend_many(ways.forward.degree(node) + ways.backward.degree(node) + 1)?;
        gather(&ways.forward, node, &self.ends, &mut self.here);
        gather(&ways.backward, node, &self.ends, &mut self.there);
        let (mut closed, mut there_and_back) = (A::default(), A::default());
        let mut there = self.there.iter().peekable();
        for &(inner, out) in &self.here {
            while there.next_if(|(other, _)| *other < inner).is_some() {}
            if let Some((_, back)) = there.next_if(|(other, _)| *other == inner) {
                let pair = out.times(*back);
                closed = closed.plus(pair);
                there_and_back = there_and_back.plus(pair.times(out).times(self.last.get(inner)));
            }
        }
        Ok((closed, there_and_back))
    }
}

/// The arcs between a node and other inner nodes, added up by node in the order of the rows.
pub(super) fn gather<A: Amount>(view: &View, node: u32, ends: &FixedBitSet, row: &mut Vec<(u32, A)>) {
    row.clear();
    view.each(node, |neighbour, label, _| {
        if neighbour == node || ends.contains(neighbour as usize) {
            return;
        }
        match row.last_mut() {
            Some((last, amount)) if *last == neighbour => *amount = amount.plus(A::of(label)),
            _ => row.push((neighbour, A::of(label))),
        }
    });
}

/// The arcs of the nodes of a table.
fn arcs<A: Amount>(view: &View, table: &Table<A>) -> u64 {
    table.entries().map(|(node, _)| view.degree(node)).sum()
}

/// Takes each walk of one table an arc further, into another table.
fn spread<A: Amount>(view: &View, from: &Table<A>, into: &mut Table<A>, budget: &mut Budget) -> Result<(), Stop> {
    for (node, amount) in from.entries() {
        budget.spend_many(view.degree(node) + 1)?;
        view.each(node, |neighbour, label, _| {
            if neighbour != node {
                into.add(neighbour, amount.along(label));
            }
        });
    }
    Ok(())
}

/// Joins the walks of two tables by the arcs between them.
fn read<A: Amount>(view: &View, from: &Table<A>, other: &Table<A>, budget: &mut Budget) -> Result<A, Stop> {
    let mut joined = A::default();
    for (node, amount) in from.entries() {
        budget.spend_many(view.degree(node) + 1)?;
        let mut beyond = A::default();
        view.each(node, |neighbour, label, _| {
            if other.has(neighbour) && neighbour != node {
                beyond = beyond.plus(other.get(neighbour).along(label));
            }
        });
        joined = joined.plus(amount.times(beyond));
    }
    Ok(joined)
}

fn sum<A: Amount>(amounts: impl Iterator<Item = A>) -> A {
    amounts.fold(A::default(), A::plus)
}
