//! What can be reached at all, and how close a search without an answer came.

use std::collections::BTreeMap;

use super::budget::{Budget, Stop};
use super::deepen::find;
use super::distances::{Distances, Sweep, UNREACHED};
use super::figures::Figures;
use super::graph::{Node, PathGraph};
use super::passage::Passage;
use super::plain::{self, Flood, View};
use super::query::{Mode, PathQuery, Selection, Targets};
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

/// The least hops from a source of the query to a target, by its labels, avoided nodes and bound alone; `None` where
/// there is no path. Swept from both ends, always the cheaper one; nothing else is worked out.
///
/// # Errors
/// Where the budget is spent or the token cancelled.
pub fn distance(graph: &PathGraph, query: &PathQuery, budget: &mut Budget) -> Result<Option<usize>, Stop> {
    budget.figures = Figures::default();
    let overlap = match &query.targets {
        Targets::Any => true,
        Targets::Nodes(targets) => query.sources.iter().any(|source| targets.contains(source)),
    };
    if graph.has_links() || overlap || query.mode == Mode::Cycle {
        let any = PathQuery { selection: Selection::Any, limit: None, ..query.clone() };
        let any = PathQuery { sign: None, via: Vec::new(), waypoints: Vec::new(), min_hops: 1, ..any };
        let found = find(graph, &any, budget).ok();
        let stopped = found.as_ref().and_then(|found| found.extent.stopped);
        let hops = found.and_then(|found| found.paths.first().map(|path| path.hops));
        return stopped.map_or(Ok(hops), Err);
    }
    let met = graph.with_workspace(|space| plain::distance(&mut space.tables, graph, query, budget))?;
    Ok(met.map(|hops| hops as usize))
}

/// The nodes that can be reached from any of `from`, these among them, nearest first, then by node.
/// O(nodes and arcs reached).
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
    if !graph.has_links() {
        return swept(graph, passage, from, max_hops, budget, |flood| {
            let mut reached = Vec::with_capacity(flood.len());
            for hops in 0..flood.levels() {
                let begin = reached.len();
                reached.extend(flood.level(hops).iter().map(|&node| Reached { hops, node: Node(node) }));
                reached[begin..].sort_unstable_by_key(|reached| reached.node);
            }
            reached
        });
    }
    let distances = Sweep::new(graph, passage, false, bound(max_hops)).run(from.iter().copied(), budget)?;
    let reached = distances.reached().into_iter();
    let mut reached: Vec<Reached> =
        reached.filter_map(|node| Some(Reached { hops: hops(distances.least(node.index()))?, node })).collect();
    reached.sort_by_key(|reached| (reached.hops, reached.node));
    Ok(reached)
}

/// How many nodes can be reached from any of `from`, these left out. O(nodes and arcs reached).
///
/// # Errors
/// Where the budget is spent or the token cancelled.
pub fn count_reached(
    graph: &PathGraph,
    passage: Passage,
    from: &[Node],
    max_hops: Option<usize>,
    budget: &mut Budget,
) -> Result<usize, Stop> {
    if graph.has_links() {
        let reached = reach(graph, passage, from, max_hops, budget)?;
        return Ok(reached.iter().filter(|reached| !from.contains(&reached.node)).count());
    }
    swept(graph, passage, from, max_hops, budget, |flood| flood.len() - flood.level(0).len())
}

/// How many nodes are at the end of walks of each net sign; one where both signs come counts for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignCount {
    /// Nodes with a walk of net sign `+`.
    pub positive: usize,
    /// Nodes with a walk of net sign `-`.
    pub negative: usize,
}

/// How many nodes are at the end of signed walks from any of `from`, these left out. O(nodes and arcs reached).
///
/// # Errors
/// Where the budget is spent or the token cancelled.
pub fn count_reached_signed(
    graph: &PathGraph,
    passage: Passage,
    from: &[Node],
    max_hops: Option<usize>,
    budget: &mut Budget,
) -> Result<SignCount, Stop> {
    let mut count = SignCount::default();
    if graph.has_links() {
        let reached = reach_signed(graph, passage, from, max_hops, budget)?;
        for reached in reached.iter().filter(|reached| !from.contains(&reached.node)) {
            count.positive += usize::from(reached.positive.is_some());
            count.negative += usize::from(reached.negative.is_some());
        }
        return Ok(count);
    }
    swept_signed(graph, passage, from, max_hops, budget, |_, sign, _, is_start| match sign {
        _ if is_start => {}
        Sign::Positive => count.positive += 1,
        Sign::Negative => count.negative += 1,
    })?;
    Ok(count)
}

/// Sweeps over signed arcs in a graph without links.
fn swept_signed(
    graph: &PathGraph,
    passage: Passage,
    from: &[Node],
    max_hops: Option<usize>,
    budget: &mut Budget,
    tell: impl FnMut(u32, Sign, u32, bool),
) -> Result<(), Stop> {
    let view = View::new(graph, &passage, false);
    let from = from.iter().filter(|node| passage.admits(graph, **node)).map(|node| node.0);
    let nodes = graph.node_count();
    graph.with_workspace(|space| space.tables.signs.run(&view, nodes, from, bound(max_hops), budget, tell))
}

/// Sweeps from some nodes in a graph without links.
fn swept<T>(
    graph: &PathGraph,
    passage: Passage,
    from: &[Node],
    max_hops: Option<usize>,
    budget: &mut Budget,
    tell: impl FnOnce(&Flood) -> T,
) -> Result<T, Stop> {
    let (view, back) = (View::new(graph, &passage, false), View::new(graph, &passage.reversed(), false));
    let from = from.iter().filter(|node| passage.admits(graph, **node)).map(|node| node.0);
    graph.with_workspace(|space| {
        let flood = &mut space.tables.flood;
        flood.run((&view, &back), graph.node_count(), from, bound(max_hops), budget)?;
        Ok(tell(flood))
    })
}

/// The signs of walks to the nodes that can be reached over signed arcs, by node.
///
/// A walk of a sign need not be a path: this hints at what to look for. O(nodes and arcs reached).
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
    if !graph.has_links() {
        let mut reached = BTreeMap::new();
        swept_signed(graph, passage, from, max_hops, budget, |node, sign, hops, _| {
            let node = Node(node);
            let known = reached.entry(node).or_insert(SignedReached { node, positive: None, negative: None });
            match sign {
                Sign::Positive => known.positive = Some(hops as usize),
                Sign::Negative => known.negative = Some(hops as usize),
            }
        })?;
        return Ok(reached.into_values().collect());
    }
    let distances = Sweep::new(graph, passage, true, bound(max_hops)).run(from.iter().copied(), budget)?;
    let reached = distances.reached().into_iter().filter_map(|node| {
        let [positive, negative] = Sign::BOTH.map(|sign| hops(distances.get(0, sign, node.index())));
        positive.or(negative).map(|_| SignedReached { node, positive, negative })
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
