//! Random small graphs and scenarios.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::{CausalStep, EntityTraits, InfluenceGraph, NodeId, Press, Question, Scenario};
use crate::graph::{Aspect, EntityId, Sign, Strength};

pub fn sign() -> impl Strategy<Value = Sign> {
    select(Sign::BOTH.to_vec())
}

fn strength() -> impl Strategy<Value = Strength> {
    select(vec![Strength::Weak, Strength::Medium, Strength::Strong])
}

fn aspect() -> impl Strategy<Value = Aspect> {
    select(vec![Aspect::Abundance, Aspect::Activity])
}

prop_compose! {
    fn step(entities: u32)(
        subject in 0..entities, object in 0..entities,
        aspect in aspect(), sign in sign(), strength in strength(), consumption in any::<bool>(),
    ) -> CausalStep {
        CausalStep { subject: EntityId(subject), object: EntityId(object), aspect, sign, strength, consumption }
    }
}

/// A graph of two to seven nodes, with parallel and self influences now and then. With `conditions`, some entities are
/// absent at rest.
pub fn graph(conditions: bool) -> impl Strategy<Value = InfluenceGraph> {
    graph_of(2, 7, conditions)
}

fn graph_of(least: u32, most: u32, conditions: bool) -> impl Strategy<Value = InfluenceGraph> {
    let size = (least..=most).prop_flat_map(move |entities| {
        let traits = vec((prop::bool::weighted(0.3), prop::bool::weighted(0.4)), entities as usize);
        let steps = vec(step(entities), 1..=(entities as usize * 2));
        (traits, steps)
    });
    let built = size.prop_map(move |(traits, steps)| {
        let traits: Vec<EntityTraits> = traits
            .into_iter()
            .zip(0..)
            .map(|((abundance, absent), key)| EntityTraits { key, abundance, absent_at_rest: conditions && absent })
            .collect();
        InfluenceGraph::build(&traits, &steps)
    });
    built.prop_filter("not too many nodes", move |graph| graph.node_count() <= most as usize)
}

/// A scenario on a graph of `nodes` nodes: one or two presses; with `holding`, also held and forced nodes.
fn scenario(nodes: u32, holding: bool) -> impl Strategy<Value = Scenario> {
    let press = (0..nodes, sign()).prop_map(|(node, sign)| Press { node: NodeId(node), sign });
    let most = usize::from(holding);
    let clamped = vec((0..nodes).prop_map(NodeId), 0..=most);
    let forced = vec(((0..nodes).prop_map(NodeId), sign()), 0..=most);
    (vec(press, 1..=2), clamped, forced).prop_map(|(presses, clamped, forced)| Scenario { presses, clamped, forced })
}

/// A graph, a scenario on it, and a target.
pub fn question(conditions: bool, holding: bool) -> impl Strategy<Value = (InfluenceGraph, Scenario, NodeId)> {
    graph(conditions).prop_flat_map(move |graph| {
        let nodes = u32::try_from(graph.node_count()).expect("few nodes");
        (Just(graph), scenario(nodes, holding), (0..nodes).prop_map(NodeId))
    })
}

/// A graph of three to nine nodes, and a question on it: against the untreated state, or against another scenario, which
/// may hold and force the same nodes or others.
pub fn contrast(conditions: bool) -> impl Strategy<Value = (InfluenceGraph, Question)> {
    graph_of(3, 9, conditions).prop_flat_map(|graph| {
        let nodes = u32::try_from(graph.node_count()).expect("few nodes");
        let versus = prop::option::weighted(0.7, (scenario(nodes, true), any::<bool>()));
        let asked = (scenario(nodes, true), versus, (0..nodes).prop_map(NodeId));
        (Just(graph), asked).prop_map(|(graph, (scenario, versus, target))| {
            let versus = versus.map(|(versus, alike)| {
                if alike {
                    let (clamped, forced) = (scenario.clamped.clone(), scenario.forced.clone());
                    Scenario { clamped, forced, ..versus }
                } else {
                    versus
                }
            });
            (graph, Question { versus, ..Question::new(scenario, target) })
        })
    })
}
