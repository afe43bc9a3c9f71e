//! Components, colours and loops against brute force.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use proptest::prelude::*;

use super::super::{
    Component, Condensation, Enumeration, InfluenceGraph, InfluenceId, LoopLimits, NodeId, Scenario, elementary_loops,
};
use super::graphs::{graph, question};
use super::{bare_graph, oracle, step};
use crate::cancel::{Cancel, Cancelled};
use crate::causal::EntityTraits;
use crate::graph::Sign;

const UNLIMITED: LoopLimits = LoopLimits { max_length: usize::MAX, search_budget: usize::MAX };

fn loops(graph: &InfluenceGraph, limits: LoopLimits) -> (Vec<(Vec<InfluenceId>, Sign)>, Enumeration) {
    let condensation = Condensation::build(graph, &[]);
    let mut found = Vec::new();
    let visit = |path: &[InfluenceId], sign| {
        found.push((path.to_vec(), sign));
        ControlFlow::Continue(())
    };
    let enumeration = elementary_loops(graph, &condensation, limits, &Cancel::never(), visit);
    (found, enumeration.expect("nothing cancels it"))
}

/// Turns a loop so that its lowest influence comes first.
fn turned(path: &[InfluenceId]) -> Vec<InfluenceId> {
    let first = path.iter().enumerate().min_by_key(|(_, id)| **id).map_or(0, |(at, _)| at);
    path.iter().cycle().skip(first).take(path.len()).copied().collect()
}

/// Every influence, with every simple path back from where it leads.
fn brute_force(graph: &InfluenceGraph) -> BTreeSet<Vec<InfluenceId>> {
    let ids = (0..graph.influence_count()).map(InfluenceId::from_index);
    let around = ids.flat_map(|id| {
        let influence = graph.influence(id);
        let back = oracle::simple_paths(graph, &Scenario::default(), influence.to, influence.from, &[]);
        back.into_iter().map(move |path| std::iter::once(id).chain(path).collect::<Vec<_>>())
    });
    around.map(|path| turned(&path)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn each_loop_once(graph in graph(false)) {
        let (found, enumeration) = loops(&graph, UNLIMITED);
        prop_assert_eq!(enumeration, Enumeration::Complete);
        let turned: BTreeSet<_> = found.iter().map(|(path, _)| turned(path)).collect();
        prop_assert_eq!(turned.len(), found.len(), "some loop was reported twice");
        prop_assert_eq!(turned, brute_force(&graph));
        for (path, sign) in found {
            prop_assert_eq!(sign, graph.path_sign(&path));
        }
    }

    #[test]
    fn a_length_limit_leaves_out_longer_loops_only(graph in graph(false), max_length in 0_usize..5) {
        let steps = |path: &[InfluenceId]| {
            path.iter().filter(|&&id| graph.influence(id).origin != crate::causal::Origin::Link).count()
        };
        let (all, _) = loops(&graph, UNLIMITED);
        let short: BTreeSet<_> = all.into_iter().filter(|(path, _)| steps(path) <= max_length).collect();
        let (found, enumeration) = loops(&graph, LoopLimits { max_length, ..UNLIMITED });
        prop_assert_eq!(enumeration, Enumeration::Complete);
        prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), short);
    }

    #[test]
    fn components_are_mutual_reach_in_topological_order((graph, scenario, _) in question(false, true)) {
        let condensation = Condensation::build(&graph, &scenario.removed(&graph));
        let mutual = oracle::mutual(&graph, &scenario);
        let left: Vec<NodeId> = graph.nodes().filter(|&node| !oracle::removed(&scenario, node)).collect();
        for &one in &left {
            for &other in &left {
                let expected = mutual[one.index()][other.index()];
                prop_assert_eq!(condensation.same_component(one, other), expected);
            }
        }
        for influence in graph.influences() {
            if left.contains(&influence.from) && left.contains(&influence.to) {
                prop_assert!(condensation.component_of(influence.from) <= condensation.component_of(influence.to));
            }
        }
    }

    #[test]
    fn colours_exist_just_where_all_loops_are_positive(graph in graph(false)) {
        let condensation = Condensation::build(&graph, &[]);
        let (loops, _) = loops(&graph, UNLIMITED);
        for (position, component) in condensation.components().iter().enumerate() {
            let inside = |path: &[InfluenceId]| condensation.component_of(graph.influence(path[0]).from) == position;
            let negative = loops.iter().any(|(path, sign)| *sign == Sign::Negative && inside(path));
            prop_assert_eq!(component.colours.is_none(), negative);
            prop_assert_eq!(component.cyclic, loops.iter().any(|(path, _)| inside(path)));
            prop_assert_eq!(component.holds_negative_loop(), negative);
        }
    }
}

#[test]
fn a_budget_cuts_short() {
    let every: Vec<(u32, Sign, u32)> =
        (0..8).flat_map(|a| (0..8).filter(move |&b| a != b).map(move |b| (a, Sign::Positive, b))).collect();
    let graph = bare_graph(8, &every);
    let (found, enumeration) = loops(&graph, LoopLimits { search_budget: 100, ..UNLIMITED });
    assert_eq!(enumeration, Enumeration::CutShort);
    assert!(!found.is_empty() && found.len() <= 100);
}

#[test]
fn cancelling_stops_a_long_enumeration() {
    let every: Vec<(u32, Sign, u32)> =
        (0..16).flat_map(|a| (0..16).filter(move |&b| a != b).map(move |b| (a, Sign::Positive, b))).collect();
    let graph = bare_graph(16, &every);
    let condensation = Condensation::build(&graph, &[]);
    let cancel = Cancel::never();
    let visit = |_: &[InfluenceId], _| {
        cancel.cancel();
        ControlFlow::Continue(())
    };
    assert_eq!(elementary_loops(&graph, &condensation, UNLIMITED, &cancel, visit), Err(Cancelled));
}

#[test]
fn a_long_chain_does_not_overflow_the_stack() {
    let length = 50_000;
    let ring: Vec<_> = (0..length).map(|node| step(node, (node + 1) % length, Sign::Positive)).collect();
    let graph = InfluenceGraph::build(&vec![EntityTraits::default(); length as usize], &ring);
    let condensation = Condensation::build(&graph, &[]);
    assert_eq!(condensation.components().len(), 1);
    let held = Condensation::build(&graph, &[NodeId(0)]);
    assert_eq!(held.components().len(), length as usize - 1);
    assert!(held.components().iter().all(|component: &Component| !component.cyclic));
}
