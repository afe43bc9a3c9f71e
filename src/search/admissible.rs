//! The part of the graph that can lie on an answer, laid out for one query (the index of `PathEnum`, SIGMOD 2021).

use fixedbitset::FixedBitSet;

use super::budget::{Budget, Stop};
use super::distances::{Distances, Sweep, UNREACHED};
use super::graph::{Node, PathGraph, Step};
use super::query::{PathQuery, Targets};
use crate::graph::Sign;

/// The admissible nodes, renumbered in their order, with the admissible arcs between them.
#[derive(Debug)]
pub(super) struct Admissible {
    /// The node in the graph, by local number.
    pub(super) nodes: Vec<Node>,
    offsets: Vec<usize>,
    bundles: Vec<Bundle>,
    arcs: Vec<Step>,
    /// The sources among the nodes, ascending.
    pub(super) sources: Vec<usize>,
    /// Which nodes are targets.
    targets: FixedBitSet,
    /// The `via` groups of each node, a bit each.
    via: Vec<u64>,
    /// The waypoints, in order.
    waypoints: Vec<FixedBitSet>,
    remaining: Distances,
    remaining_via: Vec<Distances>,
}

/// The parallel arcs from one node to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bundle {
    /// The local number of the node they lead to.
    pub(super) to: usize,
    first: usize,
    count: usize,
}

/// Which groups a path has yet to touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Groups {
    /// How many waypoints, the last ones.
    waypoints: usize,
    /// The `via` groups, a bit each.
    via: u64,
}

impl Admissible {
    /// Sweeps from both ends and keeps what fits between them.
    pub(super) fn build(graph: &PathGraph, query: &PathQuery, budget: &mut Budget) -> Result<Self, Stop> {
        let ends = Ends::sweep(graph, query, budget)?;
        let nodes = ends.from_sources.reached();
        let local = |node: &Node| nodes.binary_search(node).ok();
        let local_set = |group: &[Node]| -> FixedBitSet { group.iter().filter_map(local).collect() };
        let mut admissible = Self {
            offsets: vec![0],
            bundles: Vec::new(),
            arcs: Vec::new(),
            sources: local_set(&query.sources).ones().collect(),
            targets: match &query.targets {
                Targets::Any => (0..nodes.len()).collect(),
                Targets::Nodes(targets) => local_set(targets),
            },
            via: vec![0; nodes.len()],
            waypoints: query.waypoints.iter().map(|group| local_set(group)).collect(),
            remaining: ends.to_targets.restricted_to(&nodes),
            remaining_via: ends.to_targets_via.iter().map(|distances| distances.restricted_to(&nodes)).collect(),
            nodes: Vec::new(),
        };
        for (bit, group) in query.via.iter().enumerate() {
            for node in group.iter().filter_map(local) {
                admissible.via[node] |= 1 << bit;
            }
        }
        for &node in &nodes {
            let mut steps = Vec::new();
            for step in query.passage().steps(graph, node) {
                budget.spend()?;
                if let Some(to) = local(&step.node).filter(|_| ends.admit(query, node, &step)) {
                    steps.push((to, step));
                }
            }
            admissible.push_row(steps);
        }
        admissible.nodes = nodes;
        Ok(admissible)
    }

    fn push_row(&mut self, mut steps: Vec<(usize, Step)>) {
        steps.sort_unstable_by_key(|(to, step)| (*to, step.arc));
        for parallel in steps.chunk_by(|one, other| one.0 == other.0) {
            let first = self.arcs.len();
            self.arcs.extend(parallel.iter().map(|(_, step)| *step));
            self.bundles.extend(parallel.first().map(|(to, _)| Bundle { to: *to, first, count: parallel.len() }));
        }
        self.offsets.push(self.bundles.len());
    }

    /// The numbers of the bundles that leave a node, ascending by where they lead.
    pub(super) fn bundles_from(&self, node: usize) -> std::ops::Range<usize> {
        self.offsets[node]..self.offsets[node + 1]
    }

    pub(super) fn bundle(&self, number: usize) -> Bundle {
        self.bundles[number]
    }

    /// The parallel arcs of a bundle, ascending by id.
    pub(super) fn arcs(&self, bundle: usize) -> &[Step] {
        let Bundle { first, count, .. } = self.bundles[bundle];
        &self.arcs[first..first + count]
    }

    /// The groups left to a path that starts at this node.
    pub(super) fn groups_from(&self, source: usize) -> Groups {
        let via = (0..self.remaining_via.len()).fold(0, |via, bit| via | 1 << bit);
        Groups { waypoints: self.waypoints.len(), via: via & !self.via[source] }
    }

    /// The groups left once the path enters a node: it counts for one waypoint at most, and for any `via` groups.
    pub(super) fn groups_after(&self, before: Groups, node: usize) -> Groups {
        let waypoint = self.waypoints.get(self.waypoints.len() - before.waypoints);
        let passed = waypoint.is_some_and(|group| group.contains(node));
        Groups { waypoints: before.waypoints - usize::from(passed), via: before.via & !self.via[node] }
    }

    /// Whether a path that enters this node, a target, may end there: it has its waypoints behind it.
    pub(super) fn is_end(&self, before: Groups, node: usize) -> bool {
        before.waypoints == 0 && self.targets.contains(node)
    }

    /// The least hops from a node to a target, with a net sign, past the waypoints left and past each of the `via`
    /// groups left; `None` where there is no such walk.
    pub(super) fn remaining(&self, node: usize, sign: Sign, left: Groups) -> Option<u32> {
        let past_waypoints = self.remaining.get(left.waypoints, sign, node);
        let via = self.remaining_via.iter().enumerate().filter(|(bit, _)| left.via >> bit & 1 == 1);
        let least = via.map(|(_, distances)| distances.get(1, sign, node)).fold(past_waypoints, u32::max);
        (least != UNREACHED).then_some(least)
    }
}

impl Groups {
    /// Whether no `via` group is left.
    pub(super) const fn via_done(self) -> bool {
        self.via == 0
    }
}

/// Distances from both ends.
struct Ends {
    to_targets: Distances,
    to_targets_via: Vec<Distances>,
    from_sources: Distances,
}

impl Ends {
    fn sweep(graph: &PathGraph, query: &PathQuery, budget: &mut Budget) -> Result<Self, Stop> {
        let passage = query.passage();
        let node_set = |group: &Vec<Node>| group.iter().map(|node| node.index()).collect::<FixedBitSet>();
        let waypoints: Vec<FixedBitSet> = query.waypoints.iter().map(node_set).collect();
        let targets = match &query.targets {
            Targets::Any => None,
            Targets::Nodes(nodes) => Some(node_set(nodes)),
        };
        // A target may be passed on the way to a waypoint, so it closes nothing then.
        let closed = targets.as_ref().filter(|_| query.stops_at_target() && waypoints.is_empty());
        let plain = Sweep::new(graph, passage, query.sign.is_some(), query.longest());
        let backward = Sweep { passage: passage.reversed(), closed, ..plain };
        let sweep_back = |chain: &[FixedBitSet], budget: &mut Budget| {
            let sweep = Sweep { chain, ..backward };
            match &query.targets {
                Targets::Any => sweep.run_from_everywhere(budget),
                Targets::Nodes(nodes) => sweep.run(nodes.iter().copied(), budget),
            }
        };
        let to_targets = sweep_back(&waypoints, budget)?;
        let mut to_targets_via = Vec::new();
        for group in &query.via {
            to_targets_via.push(sweep_back(&[node_set(group)], budget)?);
        }
        let forward = Sweep { other_end: Some(&to_targets), ..plain };
        let from_sources = forward.run(query.sources.iter().copied(), budget)?;
        Ok(Self { to_targets, to_targets_via, from_sources })
    }

    /// Whether a walk from source to target of the right length and sign takes this step.
    fn admit(&self, query: &PathQuery, node: Node, step: &Step) -> bool {
        let fits = |before: Sign, after: Sign| {
            let hops = [
                self.from_sources.get(0, before, node.index()),
                u32::from(step.hops),
                self.to_targets.get(0, after, step.node.index()),
            ];
            !hops.contains(&UNREACHED) && hops.into_iter().fold(0, u32::saturating_add) <= query.longest()
        };
        match (query.sign, step.sign) {
            (None, _) => fits(Sign::Positive, Sign::Positive),
            (Some(_), None) => false,
            (Some(asked), Some(sign)) => Sign::BOTH.into_iter().any(|before| fits(before, asked * before * sign)),
        }
    }
}
