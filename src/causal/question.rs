//! What the causal core is asked.

use fixedbitset::FixedBitSet;

use super::{InfluenceGraph, NodeId, Scenario};
use crate::graph::Sign;

/// One question: what does the scenario do to the target?
#[derive(Clone, Debug)]
pub struct Question {
    /// What is done.
    pub scenario: Scenario,
    /// What it is held against: the target's response to the scenario less its response to this one, in the same world.
    /// None: the untreated state.
    pub versus: Option<Scenario>,
    /// What is watched.
    pub target: NodeId,
    /// The facts, by position, that must not be used: those about the question's own pair.
    pub excluded: FixedBitSet,
}

impl Question {
    /// What a scenario does to a target, against the untreated state, every fact used.
    pub fn new(scenario: Scenario, target: NodeId) -> Self {
        Self { scenario, versus: None, target, excluded: FixedBitSet::new() }
    }

    /// The scenarios whose responses are added up, each with its sign.
    pub(super) fn sides(&self) -> impl Iterator<Item = (&Scenario, Sign)> {
        let versus = self.versus.iter().map(|versus| (versus, Sign::Negative));
        std::iter::once((&self.scenario, Sign::Positive)).chain(versus)
    }

    /// The nodes that each side takes out of the feedback; one entry where both take the same.
    pub(super) fn removed(&self, graph: &InfluenceGraph) -> Vec<Vec<NodeId>> {
        let mut removed: Vec<_> = self.sides().map(|(scenario, _)| scenario.removed(graph)).collect();
        removed.dedup();
        removed
    }
}
