//! What can be reached at all, and how close a search without an answer came.

use super::budget::{Budget, Stop};
use super::distances::{Distances, Sweep, UNREACHED};
use super::graph::{Node, PathGraph};
use super::passage::Passage;
use super::query::{PathQuery, Targets};
use crate::graph::Sign;

/// A node that can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The least hops to it.
    pub hops: usize,
    /// The node.
    pub node: Node,
}

/// A node that can be reached, by the net sign of walks to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedReached {
    /// The node.
    pub node: Node,
    /// The least hops of a walk of net sign `+`.
    pub positive: Option<usize>,
    /// The least hops of a walk of net sign `-`.
    pub negative: Option<usize>,
}

/// The nodes that can be reached from any of `from`, these among them, nearest first, then by node. O(nodes + arcs).
///
/// # Errors
/// Where the budget is spent or the token cancelled.
pub fn reach(
    graph: &PathGraph,
    passage: Passage,
    from: &[Node],
    max_hops: Option<usize>,
    budget: &mut Budget,
) -> Result<Vec<Reached>, Stop> {
    let distances = Sweep::new(graph, passage, false, bound(max_hops)).run(from.iter().copied(), budget)?;
    let mut reached: Vec<Reached> = (0u32..)
        .take(graph.node_count())
        .filter_map(|node| Some(Reached { hops: hops(distances.least(node as usize))?, node: Node(node) }))
        .collect();
    reached.sort_by_key(|reached| (reached.hops, reached.node));
    Ok(reached)
}

/// The signs of walks to the nodes that can be reached over signed arcs, by node.
///
/// A walk of a sign need not be a path: this hints at what to look for. O(nodes + arcs).
///
/// # Errors
/// Where the budget is spent or the token cancelled.
pub fn reach_signed(
    graph: &PathGraph,
    passage: Passage,
    from: &[Node],
    max_hops: Option<usize>,
    budget: &mut Budget,
) -> Result<Vec<SignedReached>, Stop> {
    let distances = Sweep::new(graph, passage, true, bound(max_hops)).run(from.iter().copied(), budget)?;
    let reached = (0u32..).take(graph.node_count()).filter_map(|node| {
        let [positive, negative] = Sign::BOTH.map(|sign| hops(distances.get(0, sign, node as usize)));
        positive.or(negative).map(|_| SignedReached { node: Node(node), positive, negative })
    });
    Ok(reached.collect())
}

/// A node reached from one end of a search, and how far it is from what the other end reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// The node.
    pub node: Node,
    /// The least hops between it and its own end.
    pub hops: usize,
    /// The least hops to a node that the other end reaches if direction is ignored; `None` if even then there are none.
    pub gap: Option<usize>,
}

/// How close a search came, each side with the smallest gap first, then by hops and node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closeness {
    /// The nodes reached from the sources.
    pub from_sources: Vec<Near>,
    /// The nodes from which a target is reached; empty for [`Targets::Any`].
    pub to_targets: Vec<Near>,
}

/// How close a query came, by its labels, avoided nodes and bound alone: its sign, `via` and waypoints play no part.
/// Where a node is reached from both ends, its gap is 0. O(nodes + arcs).
///
/// # Errors
/// Where the budget is spent or the token cancelled.
pub fn nearest(graph: &PathGraph, query: &PathQuery, budget: &mut Budget) -> Result<Closeness, Stop> {
    let passage = query.passage();
    let targets: &[Node] = match &query.targets {
        Targets::Any => &[],
        Targets::Nodes(targets) => targets,
    };
    let from_sources = reach(graph, passage, &query.sources, query.max_hops, budget)?;
    let to_targets = reach(graph, passage.reversed(), targets, query.max_hops, budget)?;
    let between = Sweep::new(graph, passage.ignoring_direction(), false, u32::MAX - 1);
    let to_source_side = between.run(from_sources.iter().map(|reached| reached.node), budget)?;
    let to_target_side = between.run(to_targets.iter().map(|reached| reached.node), budget)?;
    Ok(Closeness {
        from_sources: by_gap(&from_sources, &to_target_side),
        to_targets: by_gap(&to_targets, &to_source_side),
    })
}

fn by_gap(reached: &[Reached], to_other_side: &Distances) -> Vec<Near> {
    let near =
        |&Reached { node, hops: own }: &Reached| Near { node, hops: own, gap: hops(to_other_side.least(node.index())) };
    let mut sorted: Vec<Near> = reached.iter().map(near).collect();
    sorted.sort_by_key(|near| (near.gap.unwrap_or(usize::MAX), near.hops, near.node));
    sorted
}

fn bound(max_hops: Option<usize>) -> u32 {
    max_hops.and_then(|max| u32::try_from(max).ok()).unwrap_or(u32::MAX).min(u32::MAX - 1)
}

fn hops(distance: u32) -> Option<usize> {
    (distance != UNREACHED).then_some(distance as usize)
}
