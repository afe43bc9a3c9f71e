//! A world: one draw of every gain and self-limitation.

use fixedbitset::FixedBitSet;

use super::key::scramble;
use super::{Condensation, InfluenceGraph, InfluenceId, NodeId, Origin, Prior};

/// Which influences have gain 1 by choice of units: the link from abundance to activity, and the only input of a node from
/// among the nodes on loops with it; of a node on no loop, from among the nodes that a question moves. So a component's
/// worlds are the same whatever acts on it from outside.
/// Where such influences close a loop, its strength is no matter of units, and the first step of the loop is left free.
#[derive(Clone, Debug)]
pub(super) struct Units(FixedBitSet);

impl Units {
    /// `moved` tells which nodes move; an input from any other brings nothing. Without a condensation no difference is made
    /// between loops and the rest.
    pub fn of(graph: &InfluenceGraph, moved: &FixedBitSet, condensation: Option<&Condensation>) -> Self {
        let unit_input = |node: NodeId| {
            let on_loop = |condensation: &&Condensation| {
                !condensation.is_removed(node) && condensation.components()[condensation.component_of(node)].cyclic
            };
            let loops = condensation.filter(on_loop);
            let counts = |from: NodeId| match loops {
                Some(condensation) => condensation.same_component(from, node),
                None => moved.contains(from.index()),
            };
            let inputs = || graph.incoming(node).iter().copied().filter(|&id| counts(graph.influence(id).from));
            let link = inputs().find(|&id| graph.influence(id).origin == Origin::Link);
            let mut inputs = inputs();
            let only = inputs.next().filter(|_| inputs.next().is_none());
            link.or(only)
        };
        // Each node has at most one such input: going backwards from any node runs into at most one loop of them.
        let inputs: Vec<Option<InfluenceId>> = graph.nodes().map(unit_input).collect();
        let mut units: FixedBitSet = inputs.iter().flatten().map(|id| id.index()).collect();
        units.grow(graph.influence_count());
        let mut visited_from = vec![None; graph.node_count()];
        for start in graph.nodes() {
            let mut node = start;
            while visited_from[node.index()].is_none() {
                visited_from[node.index()] = Some(start);
                let Some(input) = inputs[node.index()] else { break };
                node = graph.influence(input).from;
                if visited_from[node.index()] == Some(start) {
                    units.set(first_step_of_loop(graph, &inputs, node).index(), false);
                }
            }
        }
        Self(units)
    }

    /// Whether an influence has gain 1.
    pub fn contains(&self, influence: InfluenceId) -> bool {
        self.0.contains(influence.index())
    }
}

/// The lowest-numbered step of the loop of unit inputs that `node` lies on. Links alone make no loop.
fn first_step_of_loop(graph: &InfluenceGraph, inputs: &[Option<InfluenceId>], node: NodeId) -> InfluenceId {
    let backwards = |id: &InfluenceId| inputs[graph.influence(*id).from.index()];
    let around = std::iter::successors(inputs[node.index()], backwards);
    let mut first: Option<InfluenceId> = None;
    for (position, id) in around.enumerate() {
        if position > 0 && graph.influence(id).to == node {
            break;
        }
        if graph.influence(id).origin != Origin::Link {
            first = Some(first.map_or(id, |first| first.min(id)));
        }
    }
    first.expect("a loop of unit inputs holds a step")
}

/// Gains and self-limitations. Reused from draw to draw.
#[derive(Clone, Debug)]
pub(super) struct World {
    /// By influence, signed.
    pub gains: Vec<f64>,
    /// By node, positive.
    pub limitations: Vec<f64>,
}

impl World {
    pub fn new(graph: &InfluenceGraph) -> Self {
        Self { gains: vec![0.0; graph.influence_count()], limitations: vec![1.0; graph.node_count()] }
    }

    /// Draws candidate number `candidate` of a prior. The same arguments give the same world, and each node and influence
    /// the same draw in every graph.
    ///
    /// What is drawn for an influence is how far its node settles for one unit of it: the gain over the self-limitation.
    /// So a node that limits itself little is slow, and no more responsive than others.
    pub fn draw(&mut self, graph: &InfluenceGraph, units: &Units, prior: Prior, seed: u64, candidate: u32) {
        let world = scramble(scramble(seed) ^ scramble((u64::from(candidate) << 2) + prior as u64));
        let draw = |key: u64| unit_interval(scramble(world ^ key));
        for (limitation, &key) in self.limitations.iter_mut().zip(&graph.keys().nodes) {
            *limitation = prior.limitation(|| draw(key));
        }
        let keyed = graph.influences().iter().zip(&graph.keys().influences);
        for (position, (gain, (influence, &key))) in self.gains.iter_mut().zip(keyed).enumerate() {
            let magnitude =
                if units.0.contains(position) { 1.0 } else { prior.magnitude(influence.strength, draw(key)) };
            let magnitude = magnitude * self.limitations[influence.to.index()];
            *gain = influence.sign.factor() * magnitude;
        }
    }
}

/// A number in (0, 1] from the upper 53 bits.
fn unit_interval(bits: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "at most 2^53, which a double holds exactly")]
    let numerator = ((bits >> 11) + 1) as f64;
    numerator / 9_007_199_254_740_992.0
}
