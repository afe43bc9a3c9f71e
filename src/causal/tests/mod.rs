//! Tests of the causal core against brute force, and hand-made axes with known verdicts.

mod axis;
mod determinism;
mod graphs;
mod loops;
mod oracle;
mod roles;
mod sampling;
mod stability;
mod structure;

use fixedbitset::FixedBitSet;

use super::{CausalStep, EntityTraits, InfluenceGraph};
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
    InfluenceGraph::build(&vec![EntityTraits::default(); entities], &steps)
}

fn no_facts() -> FixedBitSet {
    FixedBitSet::new()
}
