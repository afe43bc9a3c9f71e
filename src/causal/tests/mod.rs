//! Tests of the causal core against brute force, and hand-made axes with known verdicts.

mod axis;
mod contrasts;
mod determinism;
mod graphs;
mod loops;
mod oracle;
mod roles;
mod sampling;
mod settling;
mod stability;
mod structure;

use super::{CausalStep, Derivation, Ensemble, EntityTraits, InfluenceGraph, Question};
use crate::cancel::Cancel;
use crate::graph::{Aspect, EntityId, Sign, Strength};

fn step(subject: u32, object: u32, sign: Sign) -> CausalStep {
    CausalStep {
        subject: EntityId(subject),
        object: EntityId(object),
        aspect: Aspect::Abundance,
        sign,
        strength: Strength::Medium,
        consumption: false,
    }
}

/// A graph of single-node entities from lines such as `0 + 1`.
fn bare_graph(entities: usize, steps: &[(u32, Sign, u32)]) -> InfluenceGraph {
    let steps: Vec<CausalStep> = steps.iter().map(|&(subject, sign, object)| step(subject, object, sign)).collect();
    let traits: Vec<EntityTraits> =
        (0..entities as u64).map(|key| EntityTraits { key, ..EntityTraits::default() }).collect();
    InfluenceGraph::build(&traits, &steps)
}

/// The answer to one question.
fn derive(ensemble: &mut Ensemble, question: Question) -> Derivation {
    let answers = ensemble.derive_all(&[question], &Cancel::never()).expect("nothing cancels it");
    answers.into_iter().next().expect("one answer a question")
}
