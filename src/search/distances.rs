//! Least lengths of walks, swept from one end: what lies on an admissible path, and how far every node still is.

use std::collections::BTreeMap;

use fixedbitset::FixedBitSet;
use rustc_hash::FxHashMap;

use super::budget::{Budget, Stop};
use super::graph::{Node, PathGraph};
use super::passage::Passage;
use crate::graph::Sign;

/// The distance of what no walk reaches.
pub(super) const UNREACHED: u32 = u32::MAX;

/// The least hops of a walk, by how many groups of a chain it has yet to visit, its net sign, and its node.
#[derive(Clone, Debug)]
pub(super) struct Distances {
    nodes: usize,
    signs: usize,
    layers: usize,
    hops: Hops,
    /// Every node that was reached, some of them several times.
    reached: Vec<Node>,
    /// Whether walks end anywhere: with no group to visit, every node is at distance 0 (at least, of a sign).
    everywhere: bool,
}

/// Numbers by state: in a table where it is small, else those that are set alone.
#[derive(Clone, Debug)]
enum Hops {
    Table(Vec<u32>),
    Set(FxHashMap<usize, u32>),
}

/// The states that a table is made for: well under a millisecond to clear.
const TABLE: usize = 1 << 18;

impl Hops {
    fn new(states: usize) -> Self {
        if states <= TABLE { Self::Table(vec![UNREACHED; states]) } else { Self::Set(FxHashMap::default()) }
    }

    fn get(&self, state: usize) -> u32 {
        match self {
            Self::Table(hops) => hops.get(state).copied(),
            Self::Set(hops) => hops.get(&state).copied(),
        }
        .unwrap_or(UNREACHED)
    }

    fn set(&mut self, state: usize, distance: u32) {
        match self {
            Self::Table(hops) => {
                if let Some(slot) = hops.get_mut(state) {
                    *slot = distance;
                }
            }
            Self::Set(hops) => {
                hops.insert(state, distance);
            }
        }
    }
}

impl Distances {
    fn new(layers: usize, signs: usize, nodes: usize) -> Self {
        Self { nodes, signs, layers, hops: Hops::new(layers * signs * nodes), reached: Vec::new(), everywhere: false }
    }

    /// The distance of a node (by index) with so many groups to visit and a net sign.
    pub(super) fn get(&self, groups_left: usize, sign: Sign, node: usize) -> u32 {
        if self.everywhere && groups_left == 0 { 0 } else { self.hops.get(self.state(groups_left, sign, node)) }
    }

    /// The distance of a node, whatever the groups and the sign.
    pub(super) fn least(&self, node: usize) -> u32 {
        // Visiting fewer groups is never farther, so the first layer is the least.
        self.get(0, Sign::Positive, node).min(self.get(0, Sign::Negative, node))
    }

    /// The nodes that were reached, ascending.
    pub(super) fn reached(&self) -> Vec<Node> {
        let mut reached = self.reached.clone();
        reached.sort_unstable();
        reached.dedup();
        reached
    }

    /// The same for a few nodes only, renumbered by their place in the list.
    pub(super) fn restricted_to(&self, nodes: &[Node]) -> Self {
        let rows = (0..self.layers * self.signs).map(|row| row * self.nodes);
        let hops = rows.flat_map(|row| nodes.iter().map(move |node| self.hops.get(row + node.index()))).collect();
        Self { nodes: nodes.len(), hops: Hops::Table(hops), reached: Vec::new(), ..*self }
    }

    /// Unsigned distances keep one row, where every walk counts as positive.
    fn state(&self, groups_left: usize, sign: Sign, node: usize) -> usize {
        let sign = if sign == Sign::Negative { self.signs - 1 } else { 0 };
        (groups_left * self.signs + sign) * self.nodes + node
    }

    fn of_state(&self, state: usize) -> (usize, Sign, Node) {
        let row = state / self.nodes;
        let sign = if row.is_multiple_of(self.signs) { Sign::Positive } else { Sign::Negative };
        #[expect(clippy::cast_possible_truncation, reason = "a node's index came from a u32")]
        let node = Node((state % self.nodes) as u32);
        (row / self.signs, sign, node)
    }
}

/// A breadth-first sweep over (groups left, sign, node), in order of hops.
#[derive(Clone, Copy)]
pub(super) struct Sweep<'a> {
    pub(super) graph: &'a PathGraph,
    pub(super) passage: Passage<'a>,
    /// Whether walks of different net sign are told apart; unsigned arcs are then not taken.
    pub(super) signed: bool,
    /// Nothing farther is reached.
    pub(super) max_hops: u32,
    /// Groups to visit in the order in which the paths visit them; the sweep begins behind the last one.
    pub(super) chain: &'a [FixedBitSet],
    /// Nodes where walks end: they are reached but not passed through.
    pub(super) closed: Option<&'a FixedBitSet>,
    /// Distances from the other end: nodes too far for both to fit in `max_hops` are left out.
    pub(super) other_end: Option<&'a Distances>,
}

impl<'a> Sweep<'a> {
    /// A sweep without chain, closed nodes, or other end.
    pub(super) const fn new(graph: &'a PathGraph, passage: Passage<'a>, signed: bool, max_hops: u32) -> Self {
        Self { graph, passage, signed, max_hops, chain: &[], closed: None, other_end: None }
    }

    /// Sweeps back from every node: only where a group has to be visited on the way need anything be done.
    pub(super) fn run_from_everywhere(&self, budget: &mut Budget) -> Result<Distances, Stop> {
        let seeds = self.chain.last().into_iter().flat_map(FixedBitSet::ones);
        #[expect(clippy::cast_possible_truncation, reason = "a node's index came from a u32")]
        let mut distances =
            self.run_from(seeds.flat_map(|node| Sign::BOTH.map(|sign| (sign, Node(node as u32)))), budget)?;
        distances.everywhere = true;
        Ok(distances)
    }

    /// Sweeps from the seeds. O(groups × (nodes + arcs)).
    pub(super) fn run(&self, seeds: impl IntoIterator<Item = Node>, budget: &mut Budget) -> Result<Distances, Stop> {
        self.run_from(seeds.into_iter().map(|node| (Sign::Positive, node)), budget)
    }

    fn run_from(&self, seeds: impl Iterator<Item = (Sign, Node)>, budget: &mut Budget) -> Result<Distances, Stop> {
        let signs = if self.signed { 2 } else { 1 };
        let mut distances = Distances::new(self.chain.len() + 1, signs, self.graph.node_count());
        let mut queue: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (sign, seed) in seeds {
            if self.passage.admits(self.graph, seed) {
                self.reach(&mut distances, &mut queue, 0, (0, sign, seed));
            }
        }
        while let Some((hops, states)) = queue.pop_first() {
            for state in states {
                if distances.hops.get(state) == hops {
                    self.expand(&mut distances, &mut queue, state, budget)?;
                }
            }
        }
        Ok(distances)
    }

    fn expand(
        &self,
        distances: &mut Distances,
        queue: &mut BTreeMap<u32, Vec<usize>>,
        state: usize,
        budget: &mut Budget,
    ) -> Result<(), Stop> {
        budget.spend()?;
        let hops = distances.hops.get(state);
        let (groups_left, sign, node) = distances.of_state(state);
        let is_seed = hops == 0 && sign == Sign::Positive && groups_left == 0;
        if !is_seed && self.closed.is_some_and(|closed| closed.contains(node.index())) {
            return Ok(());
        }
        let next_group = self.chain.iter().nth_back(groups_left);
        let visits = next_group.is_some_and(|group| group.contains(node.index()));
        for step in self.passage.steps(self.graph, node) {
            budget.spend()?;
            let sign = match (self.signed, step.sign) {
                (false, _) => Sign::Positive,
                (true, Some(step_sign)) => sign * step_sign,
                (true, None) => continue,
            };
            let hops = hops.saturating_add(u32::from(step.hops));
            self.reach(distances, queue, hops, (groups_left, sign, step.node));
            if visits {
                self.reach(distances, queue, hops, (groups_left + 1, sign, step.node));
            }
        }
        Ok(())
    }

    fn reach(
        &self,
        distances: &mut Distances,
        queue: &mut BTreeMap<u32, Vec<usize>>,
        hops: u32,
        (groups_left, sign, node): (usize, Sign, Node),
    ) {
        let beyond = self.other_end.map_or(0, |other| other.least(node.index()));
        let state = distances.state(groups_left, sign, node.index());
        if beyond != UNREACHED && hops.saturating_add(beyond) <= self.max_hops && hops < distances.hops.get(state) {
            distances.hops.set(state, hops);
            distances.reached.push(node);
            queue.entry(hops).or_default().push(state);
        }
    }
}
