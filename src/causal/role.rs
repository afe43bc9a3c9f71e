//! The role of a path relative to the net effect of its pair.

use super::{Condensation, InfluenceGraph, InfluenceId, Origin};
use crate::graph::Sign;

/// What a path does for the net effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// It has the sign of the net effect.
    Supporting,
    /// The opposite sign: it leaves, by using up the substrate, a reaction that an earlier step already moved.
    Sparing,
    /// The opposite sign, while the net effect is decided: feedback through it weakens the effect without turning it.
    Damping,
    /// The opposite sign.
    Opposing,
}

/// The role of a path, given as consecutive influences, where the net effect of its ends is `verdict`. `decided` is false
/// where the verdict is mixed (`verdict` is then the sign asked for): nothing damps a mixed verdict. `condensation` is that
/// of the question, without the nodes it holds.
pub fn role(
    graph: &InfluenceGraph,
    condensation: &Condensation,
    path: &[InfluenceId],
    verdict: Sign,
    decided: bool,
) -> Role {
    if graph.path_sign(path) == verdict {
        Role::Supporting
    } else if spares(graph, path) {
        Role::Sparing
    } else if decided && path.iter().any(|&step| lies_in_negative_feedback(graph, condensation, step)) {
        Role::Damping
    } else {
        Role::Opposing
    }
}

/// Whether a consumption step follows an earlier step, which then moved its reaction.
fn spares(graph: &InfluenceGraph, path: &[InfluenceId]) -> bool {
    let mut steps = path.iter().map(|&id| graph.influence(id)).filter(|influence| influence.origin != Origin::Link);
    steps.next();
    steps.any(|step| step.consumption)
}

fn lies_in_negative_feedback(graph: &InfluenceGraph, condensation: &Condensation, step: InfluenceId) -> bool {
    let influence = graph.influence(step);
    condensation.same_component(influence.from, influence.to)
        && condensation.components()[condensation.component_of(influence.from)].holds_negative_loop()
}
