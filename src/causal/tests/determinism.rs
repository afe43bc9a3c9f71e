//! Same graph, same seed, same answer: whatever else is asked, in whatever order and form.

use fixedbitset::FixedBitSet;
use proptest::prelude::*;

use super::super::{Derivation, Ensemble, Fact, InfluenceGraph, NodeId, Options, Press, Question, Scenario};
use super::graphs::graph;
use super::no_facts;
use crate::cancel::Cancel;
use crate::graph::Sign;

/// Every single press up and target, with two facts to calibrate by (each excluded from the question about its pair).
fn questions(graph: &InfluenceGraph, facts: &[Fact]) -> Vec<Question> {
    let pairs = graph.nodes().flat_map(|source| graph.nodes().map(move |target| (source, target)));
    let question = |(source, target)| {
        let mut excluded = FixedBitSet::with_capacity(facts.len());
        for (position, fact) in facts.iter().enumerate() {
            excluded.set(position, fact.press.node == source && fact.target == target);
        }
        Question { scenario: Scenario::press(source, Sign::Positive), target, excluded }
    };
    pairs.map(question).collect()
}

fn ensemble_with_facts(graph: InfluenceGraph) -> Ensemble {
    let last = NodeId::from_index(graph.node_count() - 1);
    let fact = |node, target, sign| Fact { press: Press { node, sign: Sign::Positive }, target, sign };
    let facts = vec![fact(NodeId(0), last, Sign::Positive), fact(last, NodeId(1), Sign::Negative)];
    Ensemble::new(graph, facts, Options::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn order_and_form_of_questions_change_nothing(graph in graph(true)) {
        let fresh = ensemble_with_facts(graph.clone());
        let questions = questions(&graph, fresh.facts());
        let cancel = Cancel::never();
        let answers = fresh.clone().derive_all(&questions, &cancel).expect("nothing cancels it");

        let mut backwards = fresh.clone();
        for (question, answer) in questions.iter().zip(&answers).rev() {
            let Question { scenario, target, excluded } = question;
            let single = backwards.derive(scenario, *target, excluded, &cancel).expect("nothing cancels it");
            prop_assert_eq!(&single, answer);
        }
        let nodes: Vec<NodeId> = graph.nodes().collect();
        for (number, &node) in nodes.iter().enumerate() {
            let at = |source: usize, target: usize| source * nodes.len() + target;
            let excluded = |position: usize| questions[at(position, number)].excluded.clone();
            let sources: Vec<Derivation> =
                fresh.clone().derive_sources(node, &[], &nodes, excluded, &cancel).expect("nothing cancels it");
            let excluded = |position: usize| questions[at(number, position)].excluded.clone();
            let scenario = Scenario::press(node, Sign::Positive);
            let targets: Vec<Derivation> =
                fresh.clone().derive_targets(&scenario, &nodes, excluded, &cancel).expect("nothing cancels it");
            for other in 0..nodes.len() {
                prop_assert_eq!(&sources[other], &answers[at(other, number)]);
                prop_assert_eq!(&targets[other], &answers[at(number, other)]);
            }
        }
    }
}

#[test]
fn a_cancelled_question_is_no_answer() {
    let steps = [(0, Sign::Positive, 1), (1, Sign::Positive, 2), (0, Sign::Negative, 2)];
    let mut ensemble = Ensemble::new(super::bare_graph(3, &steps), Vec::new(), Options::default());
    let cancel = Cancel::never();
    cancel.cancel();
    let scenario = Scenario::press(NodeId(0), Sign::Positive);
    assert!(ensemble.derive(&scenario, NodeId(2), &no_facts(), &cancel).is_err());
    // What was cancelled leaves the ensemble usable.
    let answer = ensemble.derive(&scenario, NodeId(2), &no_facts(), &Cancel::never());
    assert!(answer.is_ok_and(|answer| answer.undetermined.is_some()));
}
