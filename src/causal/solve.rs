//! Responses in one world: an adjoint solve per target gives its response to a press on every node.
//!
//! The adjoint system (transposed) is solved along the condensation, from the target backwards: outside loops by
//! substitution, inside a component by its LU factors, which all targets share. Conditions that are absent at rest pass on
//! only their appearance; since that is not linear, the solve stops at them, and what they pass on is added for each
//! scenario (see [`Solver::response`]).

use std::collections::BTreeMap;
use std::ops::Range;

use fixedbitset::FixedBitSet;
use rustc_hash::FxHashMap;

use super::determined::is_condition;
use super::elimination::Elimination;
use super::factor::Factors;
use super::world::World;
use super::{Condensation, InfluenceGraph, InfluenceId, NodeId, Scenario};
use crate::graph::Sign;

/// Responses smaller than this part of the target's largest to presses on itself and its component count as neither sign: what
/// rounding may leave of a difference. Not more, since along a chain of weak influences a response is small and yet sure.
const NEGLIGIBLE: f64 = 1e-13;

/// The sign of a response; none where it is no larger than what rounding leaves beside `largest`.
pub(super) fn sign_of(response: f64, largest: f64) -> Option<Sign> {
    let negligible = NEGLIGIBLE * largest;
    if response > negligible {
        Some(Sign::Positive)
    } else if response < -negligible {
        Some(Sign::Negative)
    } else {
        None
    }
}

/// A scenario and target, prepared for evaluation in many worlds.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    target: usize,
    presses: Vec<(usize, f64)>,
    /// Influences by which forced levels act: the influence, the node it moves, the level.
    forced: Vec<(InfluenceId, usize, f64)>,
    /// Numbers of the conditions that the scenario itself presses.
    pressed: Vec<usize>,
}

/// The adjoint solve for one target, compiled.
#[derive(Clone, Debug)]
struct Sweep {
    target: usize,
    /// In the order of the solve: the target's component first.
    blocks: Vec<Block>,
    /// Numbers of the conditions upstream, in topological order.
    conditions: Vec<usize>,
}

impl Sweep {
    /// The nodes of the target's own component.
    fn own_component(&self) -> &[usize] {
        match self.blocks.first() {
            Some(Block::Node(row) | Block::Condition(_, row)) => std::slice::from_ref(&row.node),
            Some(Block::Component(block)) => &block.nodes,
            None => &[],
        }
    }
}

#[derive(Clone, Debug)]
enum Block {
    /// A node on no loop.
    Node(Row),
    /// A condition, at which the solve stops; its place among the sweep's conditions.
    Condition(usize, Row),
    /// A component with loops.
    Component(ComponentBlock),
}

/// A component with loops in a sweep.
#[derive(Clone, Debug)]
struct ComponentBlock {
    /// Its place among the factors.
    place: usize,
    /// Its nodes in the order of those.
    nodes: Vec<usize>,
    /// The rows whose right-hand side may differ from zero, by position among the nodes.
    driven: Vec<(usize, Row)>,
}

/// One node's equation: where its own outputs lead, outside its component.
#[derive(Clone, Debug)]
struct Row {
    node: usize,
    feeds: Range<usize>,
}

/// What one sweep found in the current world.
#[derive(Clone, Debug)]
struct Found {
    /// By node: the response of the target to a press on it, with nothing passing a condition.
    responses: Vec<f64>,
    /// By place among the sweep's conditions: the response of the target to the condition's presence.
    transfers: Vec<f64>,
    /// The largest magnitude among responses to presses on the target's own component.
    largest: f64,
}

/// Adjoint solves for a set of targets over one condensation. Allocates only when built.
#[derive(Clone, Debug, Default)]
pub(super) struct Solver {
    /// The components to factor.
    components: Vec<usize>,
    factors: Vec<Factors>,
    /// The first sweeps are those of the conditions, in topological order: condition number = sweep number.
    sweeps: Vec<Sweep>,
    found: Vec<Found>,
    /// By sweep: whether it is solved.
    wanted: Vec<bool>,
    feeds: Vec<(InfluenceId, usize)>,
    by_target: FxHashMap<NodeId, usize>,
    side: Vec<f64>,
    /// By condition number: how far it is present, in the ask being evaluated.
    presence: Vec<f64>,
}

impl Solver {
    /// Compiles a solve for each target, to be asked for presses on its own sources only; a target that none of them
    /// reaches gets none.
    /// Components of more than `limit` nodes are left out: their nodes, and what acts through them only, get the response 0.
    pub fn compile(
        graph: &InfluenceGraph,
        condensation: &Condensation,
        asked: impl IntoIterator<Item = (NodeId, Vec<NodeId>)>,
        limit: usize,
    ) -> Self {
        let mut scopes: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        for (target, sources) in asked {
            scopes.entry(target).or_default().extend(sources);
        }
        let scope_of = |(target, sources): (NodeId, Vec<NodeId>)| (target, condensation.descendants(graph, &sources));
        let scopes = scopes.into_iter().map(scope_of).filter(|(target, scope)| scope.contains(target.index()));
        let scopes: Vec<(NodeId, FixedBitSet)> = scopes.collect();
        let targets: Vec<NodeId> = scopes.iter().map(|&(target, _)| target).collect();
        // Conditions are settled for every ask whose target lies downstream.
        let mut scope = FixedBitSet::with_capacity(graph.node_count());
        for (_, part) in &scopes {
            scope.union_with(part);
        }
        let mut upstream = condensation.ancestors(graph, &targets);
        upstream.intersect_with(&scope);
        let in_order = condensation.components().iter().flat_map(|component| component.nodes.iter().copied());
        let conditions: Vec<NodeId> = in_order
            .filter(|&node| upstream.contains(node.index()) && is_condition(graph, condensation, node))
            .collect();
        let solved = |position: &usize| {
            let component = &condensation.components()[*position];
            component.cyclic && component.nodes.len() <= limit && upstream.contains(component.nodes[0].index())
        };
        let components: Vec<usize> = (0..condensation.components().len()).filter(solved).collect();
        let plan = |&position: &usize| Elimination::plan(graph, condensation, &condensation.components()[position]);
        let mut compiled = Self {
            factors: components.iter().map(plan).map(Factors::new).collect(),
            components,
            sweeps: Vec::new(),
            found: Vec::new(),
            wanted: Vec::new(),
            feeds: Vec::new(),
            by_target: FxHashMap::default(),
            side: Vec::new(),
            presence: vec![0.0; conditions.len()],
        };
        let whole = conditions.iter().map(|&condition| (condition, &scope));
        for (target, scope) in whole.chain(scopes.iter().map(|(target, scope)| (*target, scope))) {
            if !compiled.by_target.contains_key(&target) {
                compiled.add_sweep(graph, condensation, scope, target, &conditions);
            }
        }
        compiled.wanted = vec![true; compiled.sweeps.len()];
        compiled
    }

    fn add_sweep(
        &mut self,
        graph: &InfluenceGraph,
        condensation: &Condensation,
        scope: &FixedBitSet,
        target: NodeId,
        conditions: &[NodeId],
    ) {
        let mut upstream = condensation.ancestors(graph, &[target]);
        upstream.intersect_with(scope);
        let mine = |condition: NodeId| condition != target && upstream.contains(condition.index());
        let mine: Vec<usize> = (0..conditions.len()).filter(|&number| mine(conditions[number])).collect();
        let mut blocks = Vec::new();
        for position in (0..=condensation.component_of(target)).rev() {
            let component = &condensation.components()[position];
            let first = component.nodes[0];
            if !upstream.contains(first.index()) {
                continue;
            }
            let place = mine.iter().position(|&number| conditions[number] == first);
            if let Some(place) = place {
                blocks.push(Block::Condition(place, self.row(graph, condensation, first, &upstream)));
            } else if component.cyclic {
                let Ok(place) = self.components.binary_search(&position) else { continue };
                let nodes = self.factors[place].nodes().to_vec();
                let rows = nodes.iter().map(|&node| self.row(graph, condensation, node, &upstream)).enumerate();
                let driven = rows.filter(|(_, row)| row.node == target.index() || !row.feeds.is_empty()).collect();
                let nodes = nodes.into_iter().map(NodeId::index).collect();
                blocks.push(Block::Component(ComponentBlock { place, nodes, driven }));
            } else {
                blocks.push(Block::Node(self.row(graph, condensation, first, &upstream)));
            }
        }
        self.by_target.insert(target, self.sweeps.len());
        self.found.push(Found {
            responses: vec![0.0; graph.node_count()],
            transfers: vec![0.0; mine.len()],
            largest: 0.0,
        });
        self.sweeps.push(Sweep { target: target.index(), blocks, conditions: mine });
    }

    fn row(
        &mut self,
        graph: &InfluenceGraph,
        condensation: &Condensation,
        node: NodeId,
        upstream: &FixedBitSet,
    ) -> Row {
        let start = self.feeds.len();
        for &id in graph.outgoing(node) {
            let to = graph.influence(id).to;
            if upstream.contains(to.index()) && !condensation.same_component(node, to) {
                self.feeds.push((id, to.index()));
            }
        }
        Row { node: node.index(), feeds: start..self.feeds.len() }
    }

    /// Prepares a scenario whose removed nodes are those of the condensation. None where no source reaches
    /// the target.
    pub fn ask(
        &self,
        graph: &InfluenceGraph,
        condensation: &Condensation,
        scenario: &Scenario,
        target: NodeId,
    ) -> Option<Ask> {
        let presses = scenario.acting();
        let forced = scenario.forced_outputs(graph).filter_map(|(id, level)| {
            let to = graph.influence(id).to;
            (!condensation.is_removed(to)).then_some((id, to.index(), level.factor()))
        });
        let condition_count = self.presence.len();
        let is_pressed = |number: &usize| {
            let node = self.sweeps[*number].target;
            scenario.acting().any(|press| press.node.index() == node)
        };
        Some(Ask {
            target: *self.by_target.get(&target)?,
            presses: presses.map(|press| (press.node.index(), press.sign.factor())).collect(),
            forced: forced.collect(),
            pressed: (0..condition_count).filter(is_pressed).collect(),
        })
    }

    /// From now on solves for these targets only.
    pub fn narrow<'a>(&mut self, asks: impl Iterator<Item = &'a Ask>) {
        // Conditions may lie on the way to any target.
        self.wanted.iter_mut().skip(self.presence.len()).for_each(|wanted| *wanted = false);
        for ask in asks {
            self.wanted[ask.target] = true;
        }
    }

    /// Solves for every wanted target in a world. False where a component's system is singular: the world has no steady state.
    pub fn solve(&mut self, world: &World) -> bool {
        if !self.factors.iter_mut().all(|factors| factors.factor(world)) {
            return false;
        }
        let sweeps = self.sweeps.iter().zip(&mut self.found).zip(&self.wanted);
        for ((sweep, found), _) in sweeps.filter(|(_, wanted)| **wanted) {
            for block in &sweep.blocks {
                let Found { responses, transfers, .. } = &mut *found;
                let fed = |row: &Row, responses: &[f64]| -> f64 {
                    let feeds = &self.feeds[row.feeds.clone()];
                    feeds.iter().map(|&(id, to)| world.gains[id.index()] * responses[to]).sum()
                };
                let unit = |row: &Row| if row.node == sweep.target { 1.0 } else { 0.0 };
                match block {
                    Block::Node(row) => {
                        responses[row.node] = (unit(row) + fed(row, responses)) / world.limitations[row.node];
                    }
                    Block::Condition(place, row) => transfers[*place] = fed(row, responses),
                    Block::Component(ComponentBlock { place, nodes, driven }) => {
                        self.side.clear();
                        self.side.resize(nodes.len(), 0.0);
                        for (position, row) in driven {
                            self.side[*position] = unit(row) + fed(row, responses);
                        }
                        self.factors[*place].solve(&mut self.side);
                        for (&node, &response) in nodes.iter().zip(&self.side) {
                            responses[node] = response;
                        }
                    }
                }
            }
            found.largest = sweep.own_component().iter().map(|&node| found.responses[node].abs()).fold(0.0, f64::max);
        }
        true
    }

    /// The response of the ask's target in the world solved last, as a number. Only its sign means anything to users.
    ///
    /// Conditions upstream are settled first, in topological order: each is present as far as the scenario raises it,
    /// never below nothing, unless the scenario presses the condition itself.
    pub fn response(&mut self, world: &World, ask: &Ask) -> f64 {
        for place in 0..self.sweeps[ask.target].conditions.len() {
            let number = self.sweeps[ask.target].conditions[place];
            let level = self.settled(world, ask, number);
            let present = if ask.pressed.contains(&number) { level } else { level.max(0.0) };
            self.presence[number] = present;
        }
        self.settled(world, ask, ask.target)
    }

    /// The largest magnitude among the responses of the ask's target to presses on its own component.
    pub fn largest(&self, ask: &Ask) -> f64 {
        self.found[ask.target].largest
    }

    /// The sign of the response, none where it is negligible.
    pub fn response_sign(&mut self, world: &World, ask: &Ask) -> Option<Sign> {
        sign_of(self.response(world, ask), 0.0)
    }

    /// The response of one sweep's target once the conditions upstream of it are settled; 0 where negligible.
    fn settled(&self, world: &World, ask: &Ask, sweep: usize) -> f64 {
        let found = &self.found[sweep];
        // As gains are, a press is told in units of the node's self-limitation: alone, it settles for one unit of it.
        let unit = |node: usize| world.limitations[node] * found.responses[node];
        let pressed: f64 = ask.presses.iter().map(|&(node, size)| size * unit(node)).sum();
        let forced = ask.forced.iter().map(|&(id, to, level)| level * world.gains[id.index()] * found.responses[to]);
        let conditions = self.sweeps[sweep].conditions.iter().zip(&found.transfers);
        let appeared: f64 = conditions.map(|(&number, transfer)| self.presence[number] * transfer).sum();
        let response = pressed + forced.sum::<f64>() + appeared;
        if response.abs() < NEGLIGIBLE * found.largest { 0.0 } else { response }
    }
}
