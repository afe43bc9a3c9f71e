//! Same graph, same seed, same answer: whatever else is asked, in whatever order and form.

use fixedbitset::FixedBitSet;
use proptest::prelude::*;

use super::super::{Ensemble, Fact, InfluenceGraph, NodeId, Options, Press, Question, Scenario};
use super::derive;
use super::graphs::graph;
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
        Question { excluded, ..Question::new(Scenario::press(source, Sign::Positive), target) }
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
            prop_assert_eq!(&derive(&mut backwards, question.clone()), answer);
        }
    }
}

#[test]
fn a_cancelled_question_is_no_answer() {
    let steps = [(0, Sign::Positive, 1), (1, Sign::Positive, 2), (0, Sign::Negative, 2)];
    let mut ensemble = Ensemble::new(super::bare_graph(3, &steps), Vec::new(), Options::default());
    let cancel = Cancel::never();
    cancel.cancel();
    let question = Question::new(Scenario::press(NodeId(0), Sign::Positive), NodeId(2));
    assert!(ensemble.derive_all(std::slice::from_ref(&question), &cancel).is_err());
    // What was cancelled leaves the ensemble usable.
    assert!(derive(&mut ensemble, question).undetermined.is_some());
}
