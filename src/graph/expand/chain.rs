//! Short forms: which steps only abbreviate a finer chain that is there too.

use rustc_hash::FxHashMap;

use super::ExpandedEdge;
use crate::graph::{Certainty, EntityId, Graph, Sign};

/// Marks each step whose `through` chain exists with the same sign among the steps that are always there and that somebody
/// has observed: a short form must not give way to a chain that is itself left out.
pub(super) fn mark_coarse(graph: &Graph, steps: &mut [ExpandedEdge]) {
    let mut signs: FxHashMap<(EntityId, EntityId), Vec<Sign>> = FxHashMap::default();
    let holds = |step: &&ExpandedEdge| {
        let edge = graph.edge(step.edge);
        !edge.optional && edge.evidence.iter().any(|item| item.certainty != Certainty::Theoretical)
    };
    for step in steps.iter().filter(holds) {
        signs.entry((step.subject, step.object)).or_default().extend(step.sign);
    }
    for step in steps.iter_mut() {
        let through = &graph.edge(step.edge).through;
        step.coarse = !through.is_empty() && chain_has_sign(&signs, step, through);
    }
}

fn chain_has_sign(
    signs: &FxHashMap<(EntityId, EntityId), Vec<Sign>>,
    step: &ExpandedEdge,
    through: &[EntityId],
) -> bool {
    let mut reached = vec![Sign::Positive];
    let mut from = step.subject;
    for &to in through.iter().chain([&step.object]) {
        let Some(next) = signs.get(&(from, to)) else { return false };
        let products = reached.iter().flat_map(|&sign| next.iter().map(move |&other| sign * other));
        reached = Sign::BOTH.into_iter().filter(|sign| products.clone().any(|product| product == *sign)).collect();
        from = to;
    }
    reached.iter().any(|&sign| Some(sign) == step.sign)
}
