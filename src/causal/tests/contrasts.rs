//! Verdicts on scenarios and on the difference of two, against responses in many random stable worlds.

use proptest::prelude::*;

use super::super::ground::{Ground, Grounds};
use super::super::world::World;
use super::super::{Conclusion, Condensation, Ensemble, InfluenceGraph, Options, Outcome, Question};
use super::graphs::contrast;
use super::sampling::{steady, worlds};
use super::{derive, oracle};
use crate::cancel::Cancel;
use crate::graph::Sign;

/// What the structure alone says.
fn conclusion(graph: &InfluenceGraph, question: &Question) -> Conclusion {
    let removed = question.removed(graph);
    let mut grounds: Vec<Ground> =
        removed.iter().map(|removed| Ground::new(Condensation::build(graph, removed))).collect();
    let mut grounds = Grounds(grounds.iter_mut().collect());
    let conclusions = grounds.conclusions(graph, &[question], 100_000, &Cancel::never());
    conclusions[0].expect("nothing cancels it")
}

/// The target's response to the scenario less that to what it is held against. None where a side has no stable state.
fn difference(graph: &InfluenceGraph, world: &World, question: &Question) -> Option<f64> {
    let mut sum = 0.0;
    for (scenario, sign) in question.sides() {
        if !steady(graph, world, scenario) {
            return None;
        }
        let responses = oracle::responses(graph, world, scenario).expect("a stable system is solvable");
        sum += sign.factor() * responses[question.target.index()];
    }
    Some(sum)
}

/// How far rounding may take a response that is zero.
const ROUNDING: f64 = 1e-9;

fn contradicts(found: f64, sign: Option<Sign>) -> bool {
    match sign {
        Some(sign) => sign.factor() * found < -ROUNDING,
        None => found.abs() > ROUNDING,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn no_stable_world_contradicts_what_the_structure_says((graph, question) in contrast(true)) {
        let sign = match conclusion(&graph, &question) {
            Conclusion::Determined(sign) => Some(sign),
            Conclusion::NoEffect => None,
            Conclusion::Undetermined(_) => return Ok(()),
        };
        for world in worlds(&graph, 3) {
            if let Some(found) = difference(&graph, &world, &question) {
                prop_assert!(!contradicts(found, sign), "{} where {:?} was said", found, sign);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// The whole way: a determined answer holds in every stable world. A likely one need not: these worlds are wilder, and
    /// their units are chosen otherwise.
    #[test]
    fn determined_answers_hold_in_random_worlds((graph, question) in contrast(false)) {
        let mut ensemble = Ensemble::new(graph.clone(), Vec::new(), Options::default());
        let answer = derive(&mut ensemble, question.clone());
        let Outcome::Determined(sign) = answer.outcome else { return Ok(()) };
        for world in worlds(&graph, 30) {
            if let Some(found) = difference(&graph, &world, &question) {
                prop_assert!(!contradicts(found, Some(sign)), "{} where {:?} was said", found, sign);
            }
        }
    }
}
