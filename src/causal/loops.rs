//! Elementary feedback loops: every one once, with its sign.

use std::collections::VecDeque;
use std::ops::ControlFlow;

use super::{Component, Condensation, InfluenceGraph, InfluenceId, Origin};
use crate::cancel::{Cancel, Cancelled};
use crate::graph::Sign;

/// What bounds an enumeration of loops.
#[derive(Clone, Copy, Debug)]
pub struct LoopLimits {
    /// The longest loop to report, in steps; the link from an entity's abundance to its activity counts nothing.
    pub max_length: usize,
    /// How many influences the search may try before it gives up.
    pub search_budget: usize,
}

/// Whether an enumeration saw everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enumeration {
    /// Every loop within the length limit was reported.
    Complete,
    /// The budget ran out, or the visitor stopped it.
    CutShort,
}

/// Calls `visit` with every elementary loop of the condensed graph (no node twice), each once: its influences in order
/// and its sign. Parallel influences make loops of their own. The order is deterministic.
///
/// A depth-first search within each component that, for each root, goes only to nodes numbered above it from which the
/// root can still be reached in time (the scheme of Tiernan 1970 with distance pruning).
///
/// # Errors
/// Where `cancel` fires.
pub fn elementary_loops(
    graph: &InfluenceGraph,
    condensation: &Condensation,
    limits: LoopLimits,
    cancel: &Cancel,
    mut visit: impl FnMut(&[InfluenceId], Sign) -> ControlFlow<()>,
) -> Result<Enumeration, Cancelled> {
    let mut left = limits.search_budget;
    for component in condensation.components().iter().filter(|component| component.cyclic) {
        let limits = LoopLimits { search_budget: left, ..limits };
        let (enumeration, used) = component_loops(graph, condensation, component, limits, cancel, &mut visit)?;
        if enumeration == Enumeration::CutShort {
            return Ok(enumeration);
        }
        left -= used;
    }
    Ok(Enumeration::Complete)
}

/// The loops of one component; also tells how much of the budget it used.
pub(super) fn component_loops(
    graph: &InfluenceGraph,
    condensation: &Condensation,
    component: &Component,
    limits: LoopLimits,
    cancel: &Cancel,
    visit: &mut impl FnMut(&[InfluenceId], Sign) -> ControlFlow<()>,
) -> Result<(Enumeration, usize), Cancelled> {
    let adjacency = InnerAdjacency::build(graph, condensation, component);
    let mut search = LoopSearch {
        adjacency: &adjacency,
        limits,
        used: 0,
        on_path: vec![false; component.nodes.len()],
        path: Vec::new(),
        cancel,
    };
    for root in 0..component.nodes.len() {
        if search.through_root(root, visit)?.is_break() {
            return Ok((Enumeration::CutShort, search.used));
        }
    }
    Ok((Enumeration::Complete, search.used))
}

/// One influence inside a component, between local node numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inner {
    pub id: InfluenceId,
    pub from: usize,
    pub to: usize,
    pub sign: Sign,
    /// 1 for a step, 0 for a link.
    length: usize,
}

/// The influences inside one component, by the local number of the node they leave.
#[derive(Clone, Debug)]
pub(super) struct InnerAdjacency(Vec<Vec<Inner>>);

impl InnerAdjacency {
    pub fn build(graph: &InfluenceGraph, condensation: &Condensation, component: &Component) -> Self {
        let row = |(from, &node)| {
            let ids = graph.outgoing(node).iter().map(|&id| (id, graph.influence(id)));
            let inner = ids.filter(|(_, influence)| condensation.same_component(node, influence.to));
            let inner = inner.map(|(id, influence)| Inner {
                id,
                from,
                to: condensation.local(influence.to),
                sign: influence.sign,
                length: usize::from(influence.origin != Origin::Link),
            });
            inner.collect()
        };
        Self(component.nodes.iter().enumerate().map(row).collect())
    }

    /// The influences that leave a local node.
    pub fn outgoing(&self, local: usize) -> &[Inner] {
        &self.0[local]
    }

    /// For each local node numbered `root` or above, the fewest steps from it to the root through such nodes.
    fn distances_to(&self, root: usize) -> Vec<Option<usize>> {
        let mut incoming: Vec<Vec<Inner>> = vec![Vec::new(); self.0.len()];
        for inner in self.0[root..].iter().flatten().filter(|inner| inner.to >= root) {
            incoming[inner.to].push(*inner);
        }
        let mut distances = vec![None; self.0.len()];
        let mut queue = VecDeque::from([(root, 0)]);
        while let Some((node, distance)) = queue.pop_front() {
            if distances[node].is_some() {
                continue;
            }
            distances[node] = Some(distance);
            for inner in &incoming[node] {
                match inner.length {
                    0 => queue.push_front((inner.from, distance)),
                    length => queue.push_back((inner.from, distance + length)),
                }
            }
        }
        distances
    }
}

struct LoopSearch<'a> {
    adjacency: &'a InnerAdjacency,
    limits: LoopLimits,
    used: usize,
    on_path: Vec<bool>,
    path: Vec<InfluenceId>,
    cancel: &'a Cancel,
}

impl LoopSearch<'_> {
    /// Every loop whose lowest-numbered node is `root`.
    fn through_root(
        &mut self,
        root: usize,
        visit: &mut impl FnMut(&[InfluenceId], Sign) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, Cancelled> {
        let distances = self.adjacency.distances_to(root);
        let adjacency = self.adjacency;
        // One frame a node on the path: what is still to try from it, and the length and sign of the way to it.
        let mut frames = vec![(adjacency.outgoing(root).iter(), root, 0, Sign::Positive)];
        while let Some((untried, node, length, sign)) = frames.last_mut() {
            let Some(inner) = untried.next() else {
                self.on_path[*node] = false;
                frames.pop();
                self.path.pop();
                continue;
            };
            self.used += 1;
            if self.used > self.limits.search_budget {
                return Ok(ControlFlow::Break(()));
            }
            if self.used.is_multiple_of(1024) {
                self.cancel.check()?;
            }
            let Some(distance) = distances[inner.to] else { continue };
            let (length, sign) = (*length + inner.length, *sign * inner.sign);
            if self.on_path[inner.to] || length + distance > self.limits.max_length {
                continue;
            }
            self.path.push(inner.id);
            if inner.to == root {
                let flow = visit(&self.path, sign);
                self.path.pop();
                if flow.is_break() {
                    return Ok(flow);
                }
            } else {
                self.on_path[inner.to] = true;
                frames.push((adjacency.outgoing(inner.to).iter(), inner.to, length, sign));
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}
