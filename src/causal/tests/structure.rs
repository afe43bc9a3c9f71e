//! The determined test against the terms of the determinants themselves.

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;
use proptest::prelude::*;

use super::super::determined::{PathTerms, TermSearch};
use super::super::terms::TermSet;
use super::super::{Conclusion, Condensation, InfluenceGraph, NodeId, Scenario, Undetermined};
use super::graphs::question;
use super::{bare_graph, oracle};
use crate::cancel::Cancel;
use crate::graph::Sign;

/// What the determined test says.
pub fn conclusion(graph: &InfluenceGraph, scenario: &Scenario, target: NodeId, budget: usize) -> Conclusion {
    let condensation = Condensation::build(graph, &scenario.removed(graph));
    if let Some(level) = scenario.forced_sign(target) {
        return Conclusion::Determined(level);
    }
    let cancel = Cancel::never();
    let search = TermSearch { graph, condensation: &condensation, budget, contrast: false, cancel: &cancel };
    let wanted: FixedBitSet = condensation.ancestors(graph, &[target]);
    let responses = PathTerms::default().responses(search, scenario, &wanted).expect("nothing cancels it");
    responses[target.index()].conclusion()
}

/// Every term of the response: sign, and whether it may be zero.
type Terms = BTreeSet<(Sign, bool)>;

/// The terms by definition: each simple path, times the determinant of what it leaves of the components it touches.
fn path_terms(graph: &InfluenceGraph, scenario: &Scenario, from: NodeId, to: NodeId, barred: &[NodeId]) -> Vec<Sign> {
    let mutual = oracle::mutual(graph, scenario);
    let mut signs = Vec::new();
    for path in oracle::simple_paths(graph, scenario, from, to, barred) {
        let mut on_path = vec![from];
        on_path.extend(path.iter().map(|&id| graph.influence(id).to));
        let mut terms = vec![graph.path_sign(&path)];
        let mut seen: Vec<NodeId> = Vec::new();
        for &node in &on_path {
            if seen.contains(&node) {
                continue;
            }
            let component: Vec<NodeId> = graph.nodes().filter(|other| mutual[node.index()][other.index()]).collect();
            seen.extend(&component);
            if only_positive_loops(graph, &component) {
                continue;
            }
            let rest: Vec<NodeId> = component.into_iter().filter(|node| !on_path.contains(node)).collect();
            let determinant = oracle::determinant_signs(graph, &rest);
            terms = terms.iter().flat_map(|&term| determinant.iter().map(move |&other| term * other)).collect();
        }
        signs.extend(terms);
    }
    signs
}

/// Whether each way round from any node of the component back to it is positive.
fn only_positive_loops(graph: &InfluenceGraph, component: &[NodeId]) -> bool {
    let inside =
        Scenario { clamped: graph.nodes().filter(|node| !component.contains(node)).collect(), ..Scenario::default() };
    component.iter().all(|&node| {
        graph.outgoing(node).iter().filter(|&&id| component.contains(&graph.influence(id).to)).all(|&id| {
            let back = oracle::simple_paths(graph, &inside, graph.influence(id).to, node, &[]);
            back.iter().all(|path| graph.path_sign(path) * graph.influence(id).sign == Sign::Positive)
        })
    })
}

fn reference_terms(graph: &InfluenceGraph, scenario: &Scenario, target: NodeId) -> Terms {
    let conditions = oracle::conditions(graph, scenario);
    let pressed = |node: NodeId| scenario.presses.iter().any(|press| press.node == node);
    let mut terms = Terms::new();
    let mut add = |from: NodeId, start: Sign, zero: bool| {
        for sign in path_terms(graph, scenario, from, target, &conditions) {
            terms.insert((start * sign, zero));
        }
    };
    for press in &scenario.presses {
        if press.node == target || !conditions.contains(&press.node) {
            add(press.node, press.sign, false);
        }
    }
    let mut forced: Vec<NodeId> = Vec::new();
    for &(node, level) in &scenario.forced {
        if forced.contains(&node) {
            continue;
        }
        forced.push(node);
        for influence in graph.outgoing(node).iter().map(|&id| graph.influence(id)) {
            if influence.to == target || !conditions.contains(&influence.to) {
                add(influence.to, level * influence.sign, false);
            }
        }
    }
    for &condition in conditions.iter().filter(|&&condition| condition != target) {
        if oracle::simple_paths(graph, scenario, condition, target, &[]).is_empty() {
            continue;
        }
        let arriving = reference_terms(graph, scenario, condition);
        let signs: BTreeSet<Sign> = arriving.iter().map(|&(sign, _)| sign).collect();
        let leaving: Terms = if pressed(condition) {
            arriving
        } else if signs.len() == 2 {
            [(Sign::Positive, true)].into()
        } else {
            arriving.into_iter().filter(|&(sign, _)| sign == Sign::Positive).collect()
        };
        for (sign, zero) in leaving {
            add(condition, sign, zero);
        }
    }
    terms
}

fn reference(graph: &InfluenceGraph, scenario: &Scenario, target: NodeId) -> Conclusion {
    if let Some(&(_, level)) = scenario.forced.iter().find(|&&(node, _)| node == target) {
        return Conclusion::Determined(level);
    }
    let terms = reference_terms(graph, scenario, target);
    let signs: BTreeSet<Sign> = terms.iter().map(|&(sign, _)| sign).collect();
    let mut signs = signs.into_iter();
    match (signs.next(), signs.next()) {
        (None, _) => Conclusion::NoEffect,
        (Some(sign), None) if terms.contains(&(sign, false)) => Conclusion::Determined(sign),
        (Some(_), None) => Conclusion::Undetermined(Undetermined::MayVanish),
        (Some(_), Some(_)) => Conclusion::Undetermined(Undetermined::MixedTerms),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn agrees_with_the_expanded_determinants((graph, scenario, target) in question(false, false)) {
        prop_assert_eq!(conclusion(&graph, &scenario, target, 100_000), reference(&graph, &scenario, target));
    }

    #[test]
    fn agrees_where_nodes_are_held_and_conditions_absent((graph, scenario, target) in question(true, true)) {
        prop_assert_eq!(conclusion(&graph, &scenario, target, 100_000), reference(&graph, &scenario, target));
    }

    #[test]
    fn a_smaller_budget_only_loses_answers((graph, scenario, target) in question(true, true), budget in 0_usize..6) {
        let full = conclusion(&graph, &scenario, target, 100_000);
        let cut = conclusion(&graph, &scenario, target, budget);
        let lost = matches!(cut, Conclusion::Undetermined(_));
        prop_assert!(cut == full || lost, "{:?} became {:?}", full, cut);
    }
}

#[test]
fn signs_of_products() {
    let (up, down) = (TermSet::certain(Sign::Positive), TermSet::certain(Sign::Negative));
    let perhaps_up = TermSet::possible(Sign::Positive);
    let cases = [
        (up, down, down),
        (down, down, up),
        (TermSet::BOTH, down, TermSet::BOTH),
        (perhaps_up, down, TermSet::possible(Sign::Negative)),
        (TermSet::EMPTY, TermSet::UNEXAMINED, TermSet::EMPTY),
        (up, TermSet::UNEXAMINED, TermSet::UNEXAMINED),
    ];
    for (one, other, product) in cases {
        assert_eq!(one * other, product, "{one:?} {other:?}");
        assert_eq!(other * one, product, "{other:?} {one:?}");
    }
}

#[test]
fn a_positive_loop_beside_the_path_leaves_it_open() {
    use Sign::{Negative as Down, Positive as Up};
    // 0 → 1 → 2 ⊣ 0 and 1 ⇄ 3, 3 ⇄ 4 mutually stimulating: the way 0 → 1 → 2 leaves the loop 3 ⇄ 4 untouched.
    let steps = [(0, Up, 1), (1, Up, 2), (2, Down, 0), (1, Up, 3), (3, Up, 1), (3, Up, 4), (4, Up, 3)];
    let graph = bare_graph(5, &steps);
    let found = conclusion(&graph, &Scenario::press(NodeId(0), Up), NodeId(2), 1000);
    assert_eq!(found, Conclusion::Undetermined(Undetermined::MixedTerms));
    // Without the negative loop everything stimulates everything: determined in every stable system.
    let steps = [(0, Up, 1), (1, Up, 2), (2, Up, 0), (1, Up, 3), (3, Up, 1), (3, Up, 4), (4, Up, 3)];
    let graph = bare_graph(5, &steps);
    let found = conclusion(&graph, &Scenario::press(NodeId(0), Up), NodeId(2), 1000);
    assert_eq!(found, Conclusion::Determined(Up));
}
