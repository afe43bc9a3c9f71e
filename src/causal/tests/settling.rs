//! What would settle an answer: against algebra where that says it, and the same whatever else is asked.

use proptest::prelude::*;

use super::super::{
    Ensemble, Fact, InfluenceGraph, InfluenceId, NodeId, Options, Outcome, Press, Question, Scenario, Settling,
};
use super::graphs::question;
use super::{bare_graph, derive};
use crate::cancel::Cancel;
use crate::graph::Sign::{self, Negative, Positive};

fn press(node: u32, target: u32) -> Question {
    Question::new(Scenario::press(NodeId(node), Positive), NodeId(target))
}

fn settle(graph: InfluenceGraph, question: &Question) -> Option<Settling> {
    let mut ensemble = Ensemble::new(graph, Vec::new(), Options::default());
    ensemble.settling(question, &Cancel::never()).expect("nothing cancels it")
}

/// The two influences, the stronger first, by their ends.
fn compared(graph: &InfluenceGraph, settling: &Settling) -> [(u32, u32); 2] {
    let ends = |id: InfluenceId| (graph.influence(id).from.0, graph.influence(id).to.0);
    [ends(settling.stronger), ends(settling.weaker)]
}

#[test]
fn two_arms_of_opposite_sign_settle_it_between_them() {
    // 0 acts on 3 through 1 and 2, whose only inputs are units: the response is the difference of their gains.
    let steps = [(0, Positive, 1), (0, Positive, 2), (1, Positive, 3), (2, Negative, 3), (3, Positive, 4)];
    let graph = bare_graph(5, &steps);
    for target in [3, 4] {
        let settling = settle(graph.clone(), &press(0, target)).expect("two arms");
        assert_eq!((compared(&graph, &settling), settling.sign), ([(1, 3), (2, 3)], Positive));
        assert_eq!((settling.share(), settling.otherwise()), ((1.0, 1.0), (0.0, 0.0)));
        let falling = settling.towards(Negative);
        assert_eq!((compared(&graph, &falling), falling.sign), ([(2, 3), (1, 3)], Negative));
        assert_eq!((falling.share(), falling.otherwise()), ((1.0, 1.0), (0.0, 0.0)));
    }
}

#[test]
fn forced_levels_and_contrasts_have_their_arms_too() {
    let steps = [(0, Positive, 1), (0, Positive, 2), (1, Positive, 3), (2, Negative, 3), (3, Negative, 0)];
    let graph = bare_graph(4, &steps);
    let forced = Scenario { forced: vec![(NodeId(0), Positive)], ..Scenario::default() };
    let both = Scenario { forced: vec![(NodeId(1), Positive), (NodeId(2), Positive)], ..Scenario::default() };
    let neither = Question { versus: Some(Scenario::default()), ..Question::new(both.clone(), NodeId(3)) };
    for question in [Question::new(forced, NodeId(3)), Question::new(both, NodeId(3)), neither] {
        let settling = settle(graph.clone(), &question).expect("two arms");
        assert_eq!(compared(&graph, &settling), [(1, 3), (2, 3)]);
        assert_eq!((settling.share(), settling.otherwise()), ((1.0, 1.0), (0.0, 0.0)));
    }
}

#[test]
fn a_product_of_steps_is_told_by_its_decisive_one() {
    // 2 has two inputs from 0 and 1, so that neither is a unit: the response is a·b + b - c.
    let steps = [(0, Positive, 1), (0, Positive, 2), (1, Positive, 2), (2, Positive, 3), (0, Negative, 3)];
    let graph = bare_graph(4, &steps);
    let settling = settle(graph.clone(), &press(0, 3)).expect("it is ambiguous");
    assert_eq!(compared(&graph, &settling), [(2, 3), (0, 3)]);
    assert!(settling.share().0 > settling.otherwise().1, "{settling:?}");
}

#[test]
fn nothing_to_compare_settles_nothing() {
    for (steps, question) in [
        // No way to the target.
        (vec![(0, Positive, 1), (2, Positive, 1)], press(0, 2)),
        // One arm only.
        (vec![(0, Positive, 1), (1, Negative, 2)], press(0, 2)),
        // Two arms of one sign.
        (vec![(0, Positive, 1), (0, Positive, 2), (1, Positive, 3), (2, Positive, 3)], press(0, 3)),
    ] {
        assert_eq!(settle(bare_graph(4, &steps), &question), None, "{steps:?}");
    }
}

#[test]
fn worlds_that_contradict_a_fact_do_not_count() {
    // 0 acts on 3 and on 4 by arms of both signs; it is known that 4 rises.
    let steps =
        [(0, Positive, 1), (0, Positive, 2), (1, Positive, 3), (2, Negative, 3), (1, Positive, 4), (2, Negative, 4)];
    let graph = bare_graph(5, &steps);
    let fact = Fact { press: Press { node: NodeId(0), sign: Positive }, target: NodeId(4), sign: Positive };
    let mut known = Ensemble::new(graph.clone(), vec![fact], Options::default());
    let settled = known.settling(&press(0, 3), &Cancel::never()).expect("nothing cancels it").expect("two arms");
    let free = settle(graph, &press(0, 3)).expect("two arms");
    assert!(settled.worlds() < free.worlds(), "{} of {}", settled.worlds(), free.worlds());
}

/// Whether the shares are shares, and turning the comparison round twice changes nothing.
fn is_sound(settling: &Settling) -> bool {
    let range = |(low, high): (f64, f64)| (0.0..=1.0).contains(&low) && low <= high && high <= 1.0;
    let back = settling.clone().towards(-settling.sign).towards(settling.sign);
    range(settling.share()) && range(settling.otherwise()) && back == *settling
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_was_asked_before_changes_nothing((graph, scenario, target) in question(true, true)) {
        let last = NodeId::from_index(graph.node_count() - 1);
        let fact = Fact { press: Press { node: NodeId(0), sign: Positive }, target: last, sign: Sign::Negative };
        let question = Question::new(scenario, target);
        let cancel = Cancel::never();
        for facts in [Vec::new(), vec![fact]] {
            let fresh = Ensemble::new(graph.clone(), facts, Options::default());
            let mut used = fresh.clone();
            let outcome = derive(&mut used, question.clone()).outcome;
            let settling = fresh.clone().settling(&question, &cancel).expect("nothing cancels it");
            prop_assert_eq!(&used.settling(&question, &cancel).expect("nothing cancels it"), &settling);
            prop_assert!(settling.iter().all(is_sound));
            if let (Outcome::Determined(sign), Some(settling)) = (outcome, &settling) {
                // Where every world agrees, at most the size of the response is left to tell.
                prop_assert!(settling.sign == sign, "{:?}", settling);
            }
        }
    }
}
