//! The determined test: does the response have one sign whatever the strengths?
//!
//! The response of a stable steady state to a press is a quotient of determinants (Puccia & Levins 1985; Dambacher, Li &
//! Rossignol 2002). Its denominator is positive in a stable system. Its numerator is a sum over the simple paths from
//! source to target, each times the determinant of what the path does not touch. Along the condensation it factorises:
//! components that the path does not enter cancel against the denominator, and a path takes the others one by one. Within
//! a component the untouched rest has a determinant of positive terms only where no positive loop avoids the path.
//!
//! A component whose loops are *all* positive needs no such test: after a change of signs of some nodes it is cooperative,
//! and the inverse of a stable cooperative system has no negative entry (M-matrices; Berman & Plemmons 1994).

use std::collections::hash_map::Entry;
use std::ops::ControlFlow;

use fixedbitset::FixedBitSet;
use rustc_hash::FxHashMap;

use super::loops::{Enumeration, InnerAdjacency, LoopLimits, component_loops};
use super::terms::TermSet;
use super::{Component, Condensation, InfluenceGraph, NodeId, Scenario};
use crate::cancel::{Cancel, Cancelled};
use crate::graph::Sign;

/// How many positive loops of one component are listed; a component with more is never called determined.
const POSITIVE_LOOP_LIMIT: usize = 2_000;

/// Path signs within the components of one condensation, found once and kept.
#[derive(Clone, Debug, Default)]
pub(super) struct PathTerms {
    /// By component and local entry: the terms at each local node of the component.
    rows: FxHashMap<(usize, usize), Vec<TermSet>>,
    /// By component: the node sets of its positive loops. None where there were too many to list.
    positive_loops: FxHashMap<usize, Option<Vec<FixedBitSet>>>,
}

/// Everything the test looks at but does not change.
#[derive(Clone, Copy)]
pub(super) struct TermSearch<'a> {
    pub graph: &'a InfluenceGraph,
    pub condensation: &'a Condensation,
    /// How many paths to examine from each entry of a component, and (times 16) how many influences to try for its loops.
    pub budget: usize,
    /// Whether the scenario is the difference of two, of which one may have brought on a condition that the other relieves.
    pub contrast: bool,
    pub cancel: &'a Cancel,
}

impl PathTerms {
    /// For each node among `wanted`, the terms of its response to the scenario, whose removed nodes are those of the
    /// condensation. Empty elsewhere.
    pub fn responses(
        &mut self,
        search: TermSearch,
        scenario: &Scenario,
        wanted: &FixedBitSet,
    ) -> Result<Vec<TermSet>, Cancelled> {
        let TermSearch { graph, condensation, .. } = search;
        let takes_part = |node: NodeId| !condensation.is_removed(node) && wanted.contains(node.index());
        let mut arrivals = vec![TermSet::EMPTY; graph.node_count()];
        for press in scenario.acting().filter(|press| takes_part(press.node)) {
            arrivals[press.node.index()] |= TermSet::certain(press.sign);
        }
        for (id, level) in scenario.forced_outputs(graph) {
            let influence = graph.influence(id);
            if takes_part(influence.to) {
                arrivals[influence.to.index()] |= TermSet::certain(level * influence.sign);
            }
        }
        let mut responses = vec![TermSet::EMPTY; graph.node_count()];
        for (position, component) in condensation.components().iter().enumerate() {
            for &entry in component.nodes.iter().filter(|entry| !arrivals[entry.index()].is_empty()) {
                let row = self.row(search, position, condensation.local(entry))?;
                for (&node, &terms) in component.nodes.iter().zip(row) {
                    responses[node.index()] |= arrivals[entry.index()] * terms;
                }
            }
            for &node in component.nodes.iter().filter(|&&node| takes_part(node)) {
                let mut leaving = responses[node.index()];
                if leaving.is_empty() {
                    continue;
                }
                if is_condition(graph, condensation, node) && !scenario.presses_on(node) {
                    leaving = if search.contrast { leaving.uncertain() } else { leaving.appearing() };
                }
                for influence in graph.outgoing(node).iter().map(|&id| graph.influence(id)) {
                    if takes_part(influence.to) && !condensation.same_component(node, influence.to) {
                        arrivals[influence.to.index()] |= leaving * TermSet::certain(influence.sign);
                    }
                }
            }
        }
        Ok(responses)
    }

    /// The terms from a local entry of a component to each of its nodes.
    fn row(&mut self, search: TermSearch, position: usize, entry: usize) -> Result<&[TermSet], Cancelled> {
        let component = &search.condensation.components()[position];
        if !self.rows.contains_key(&(position, entry)) {
            let row = if let Some(colours) = &component.colours {
                colours.iter().map(|&colour| TermSet::certain(colour * colours[entry])).collect()
            } else {
                let loops = self.positive_loops(search, position)?;
                simple_path_terms(search, component, entry, loops)?
            };
            self.rows.insert((position, entry), row);
        }
        Ok(&self.rows[&(position, entry)])
    }

    /// The node sets of the component's positive loops.
    fn positive_loops(&mut self, search: TermSearch, position: usize) -> Result<Option<&[FixedBitSet]>, Cancelled> {
        let loops = match self.positive_loops.entry(position) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => {
                unknown.insert(list_positive_loops(search, &search.condensation.components()[position])?)
            }
        };
        Ok(loops.as_deref())
    }
}

/// Whether a node passes on only its appearance: absent at rest, and on no loop with other nodes. A condition inside a
/// feedback loop is treated as any other node.
pub(super) fn is_condition(graph: &InfluenceGraph, condensation: &Condensation, node: NodeId) -> bool {
    graph.is_absent_at_rest(node)
        && !condensation.is_removed(node)
        && condensation.components()[condensation.component_of(node)].nodes.len() == 1
}

fn list_positive_loops(search: TermSearch, component: &Component) -> Result<Option<Vec<FixedBitSet>>, Cancelled> {
    let TermSearch { graph, condensation, budget, cancel, .. } = search;
    let limits = LoopLimits { max_length: usize::MAX, search_budget: budget.saturating_mul(16) };
    let mut loops: Vec<FixedBitSet> = Vec::new();
    let mut visit = |path: &[super::InfluenceId], sign| {
        if sign == Sign::Positive {
            let nodes = path.iter().map(|&id| condensation.local(graph.influence(id).from));
            let mut set = FixedBitSet::with_capacity(component.nodes.len());
            set.extend(nodes);
            loops.push(set);
        }
        if loops.len() > POSITIVE_LOOP_LIMIT { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let (enumeration, _) = component_loops(graph, condensation, component, limits, cancel, &mut visit)?;
    // A path that avoids a loop also avoids every loop on fewer of its nodes: the smallest sets decide.
    loops.sort_by_key(|set| set.count_ones(..));
    let mut minimal: Vec<FixedBitSet> = Vec::new();
    for set in loops {
        if !minimal.iter().any(|smaller| smaller.is_subset(&set)) {
            minimal.push(set);
        }
    }
    Ok((enumeration == Enumeration::Complete).then_some(minimal))
}

/// Enumerates the simple paths from `entry` inside the component and collects the signs of their terms at every node.
fn simple_path_terms(
    search: TermSearch,
    component: &Component,
    entry: usize,
    positive_loops: Option<&[FixedBitSet]>,
) -> Result<Vec<TermSet>, Cancelled> {
    let adjacency = InnerAdjacency::build(search.graph, search.condensation, component);
    let size = component.nodes.len();
    let mut terms = vec![TermSet::EMPTY; size];
    let mut open = size; // nodes at which not both signs were seen yet
    let mut on_path = FixedBitSet::with_capacity(size);
    let mut frames = vec![(adjacency.outgoing(entry).iter(), entry, Sign::Positive)];
    on_path.insert(entry);
    let mut examined = 0_usize;
    let mut arrive = |node: usize, sign: Sign, on_path: &FixedBitSet| {
        let avoided = positive_loops.is_none_or(|loops| loops.iter().any(|set| set.is_disjoint(on_path)));
        let before = terms[node];
        terms[node] |= if avoided { TermSet::BOTH } else { TermSet::certain(sign) };
        if before != TermSet::BOTH && terms[node] == TermSet::BOTH {
            open -= 1;
        }
        open
    };
    arrive(entry, Sign::Positive, &on_path);
    while let Some((untried, node, sign)) = frames.last_mut() {
        let Some(inner) = untried.next() else {
            on_path.remove(*node);
            frames.pop();
            continue;
        };
        if on_path.contains(inner.to) {
            continue;
        }
        examined += 1;
        if examined.is_multiple_of(1024) {
            search.cancel.check()?;
        }
        if examined > search.budget {
            for set in terms.iter_mut().filter(|set| **set != TermSet::BOTH) {
                *set |= TermSet::UNEXAMINED;
            }
            break;
        }
        let sign = *sign * inner.sign;
        on_path.insert(inner.to);
        if arrive(inner.to, sign, &on_path) == 0 {
            break;
        }
        frames.push((adjacency.outgoing(inner.to).iter(), inner.to, sign));
    }
    Ok(terms)
}
