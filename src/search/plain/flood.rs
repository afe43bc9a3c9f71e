//! What can be reached, level by level, and nothing else.

use fixedbitset::FixedBitSet;

use super::view::View;
use crate::search::budget::{Budget, Stop};

/// A breadth-first sweep that notes of each node only that it was reached: a bit, so that the nearest cache holds them.
#[derive(Debug, Default)]
pub(in crate::search) struct Flood {
    reached: FixedBitSet,
    /// The nodes reached, level by level; what lies behind them has no meaning.
    queue: Vec<u32>,
    /// Where each level begins in the queue; the last is where the next one will.
    levels: Vec<usize>,
}

impl Flood {
    /// Sweeps from some nodes, at most so many levels.
    pub(in crate::search) fn run(
        &mut self,
        view: &View,
        nodes: usize,
        from: impl Iterator<Item = u32>,
        most: u32,
        budget: &mut Budget,
    ) -> Result<(), Stop> {
        self.start(nodes);
        let mut end = 0;
        for node in from {
            end = self.add(node, end);
        }
        self.levels.extend([0, end]);
        let mut begin = 0;
        for _ in 0..most {
            if begin == end {
                break;
            }
            let level = begin..end;
            begin = end;
            for at in level {
                let node = self.queue[at];
                if let Err(stop) = budget.spend_many(view.degree(node) + 1) {
                    self.levels.push(end);
                    return Err(stop);
                }
                view.each(node, |neighbour, _, _| end = self.add(neighbour, end));
            }
            self.levels.push(end);
        }
        Ok(())
    }

    /// The nodes of a level, in no order.
    pub(in crate::search) fn level(&self, depth: usize) -> &[u32] {
        match self.levels.get(depth..depth + 2) {
            Some(&[begin, end]) => &self.queue[begin..end],
            _ => &[],
        }
    }

    /// How many levels there are, that of the nodes it began with among them.
    pub(in crate::search) fn levels(&self) -> usize {
        self.levels.len().saturating_sub(1)
    }

    /// How many nodes were reached.
    pub(in crate::search) fn len(&self) -> usize {
        self.levels.last().copied().unwrap_or(0)
    }

    /// Notes a node at the end of the queue. A new one stays there; any other is written over by the next, so that there
    /// is no branch to guess wrong.
    #[inline]
    fn add(&mut self, node: u32, end: usize) -> usize {
        if node as usize >= self.reached.len() {
            return end;
        }
        let known = self.reached.put(node as usize);
        self.queue[end] = node;
        end + usize::from(!known)
    }

    fn start(&mut self, nodes: usize) {
        if self.reached.len() == nodes && !self.queue.is_empty() {
            for node in &self.queue[..self.levels.last().copied().unwrap_or(nodes)] {
                self.reached.set(*node as usize, false);
            }
        } else {
            self.reached = FixedBitSet::with_capacity(nodes);
            self.queue = vec![0; nodes + 1];
        }
        self.levels.clear();
    }
}
