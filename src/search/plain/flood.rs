//! What can be reached, level by level, and nothing else.

use super::view::View;
use crate::search::budget::{Budget, Stop};

/// A breadth-first sweep that notes of each node only that it was reached: a bit, so that the nearest cache holds them.
#[derive(Debug, Default)]
pub(in crate::search) struct Flood {
    /// A bit a node.
    reached: Vec<u64>,
    /// The nodes reached, level by level; what lies behind them has no meaning.
    queue: Vec<u32>,
    /// Where each level begins in the queue; the last is where the next one will.
    levels: Vec<usize>,
}

impl Flood {
    /// Sweeps from some nodes, at most so many levels. A level that is costly from its nodes is found from those that
    /// are left instead: each looks back for one that was reached (Beamer, Asanović & Patterson 2012).
    pub(in crate::search) fn run(
        &mut self,
        (view, back): (&View, &View),
        nodes: usize,
        from: impl Iterator<Item = u32>,
        most: u32,
        budget: &mut Budget,
    ) -> Result<(), Stop> {
        self.start(nodes);
        let mut growing = Growing { reached: &mut self.reached, queue: &mut self.queue, end: 0 };
        from.for_each(|node| growing.add(node));
        self.levels.extend([0, growing.end]);
        let mut begin = 0;
        for _ in 0..most {
            if begin == growing.end {
                break;
            }
            let level = begin..growing.end;
            begin = growing.end;
            let cost: u64 = growing.queue[level.clone()].iter().map(|node| view.degree(*node)).sum();
            // An arc comes from the level with a chance of cost in arcs, so a node looks at arcs / cost until it finds one.
            let looks = (nodes - growing.end) as u64 * (view.arc_count() / cost.max(1)).max(1);
            let looks_back = view.is_open() && cost > WORSE * looks;
            let expanded =
                if looks_back { growing.look_back(back, nodes, budget) } else { growing.expand(view, level, budget) };
            self.levels.push(growing.end);
            expanded?;
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

    fn start(&mut self, nodes: usize) {
        if self.queue.len() == nodes + 1 {
            for node in &self.queue[..self.len()] {
                self.reached[*node as usize / BITS] = 0;
            }
        } else {
            self.reached = vec![0; nodes.div_ceil(BITS)];
            self.queue = vec![0; nodes + 1];
        }
        self.levels.clear();
    }
}

const BITS: usize = u64::BITS as usize;

/// How much more a look back costs than a step forward: it guesses wrong once a node.
const WORSE: u64 = 3;

/// A sweep under way: plain slices, so that nothing is looked up twice in its inmost loop.
struct Growing<'f> {
    reached: &'f mut [u64],
    queue: &'f mut [u32],
    end: usize,
}

impl Growing<'_> {
    fn expand(&mut self, view: &View, level: std::ops::Range<usize>, budget: &mut Budget) -> Result<(), Stop> {
        for at in level {
            let node = self.queue[at];
            budget.spend_many(view.degree(node) + 1)?;
            if let Some((neighbours, _)) = view.open_row(node) {
                let Self { reached, queue, end } = self;
                let mut growing = Growing { reached, queue, end: *end };
                for &neighbour in neighbours {
                    growing.add(neighbour);
                }
                *end = growing.end;
            } else {
                view.each(node, |neighbour, _, _| self.add(neighbour));
            }
        }
        Ok(())
    }

    /// Adds every node that is not reached yet and has an arc from one that is.
    fn look_back(&mut self, back: &View, nodes: usize, budget: &mut Budget) -> Result<(), Stop> {
        let begin = self.end;
        for word in 0..self.reached.len() {
            budget.spend_many(u64::from(self.reached[word].count_zeros()))?;
            let mut left = !self.reached[word];
            while left != 0 {
                let node = word * BITS + left.trailing_zeros() as usize;
                left &= left - 1;
                if node >= nodes {
                    break;
                }
                #[expect(clippy::cast_possible_truncation, reason = "a node's index came from a u32")]
                let node = node as u32;
                let (neighbours, _) = back.open_row(node).unwrap_or_default();
                if neighbours.iter().any(|&before| self.has(before)) {
                    self.queue[self.end] = node;
                    self.end += 1;
                }
            }
        }
        for &node in &self.queue[begin..self.end] {
            self.reached[node as usize / BITS] |= 1 << (node as usize % BITS);
        }
        Ok(())
    }

    #[inline]
    fn has(&self, node: u32) -> bool {
        self.reached.get(node as usize / BITS).is_some_and(|word| word >> (node as usize % BITS) & 1 == 1)
    }

    /// Notes a node at the end of the queue. A new one stays there; any other is written over by the next, so that there
    /// is no branch to guess wrong.
    #[inline]
    fn add(&mut self, node: u32) {
        // The queue has a place more than there are nodes.
        if node as usize + 1 >= self.queue.len() {
            return;
        }
        let word = &mut self.reached[node as usize / BITS];
        let bit = 1 << (node as usize % BITS);
        let is_new = *word & bit == 0;
        *word |= bit;
        self.queue[self.end] = node;
        self.end += usize::from(is_new);
    }
}
