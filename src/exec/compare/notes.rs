//! Remarks on comparisons.

use serde_json::json;

use crate::answer::Note;
use crate::graph::{EntityId, Graph};
use crate::resolve::{Comparison, ComparisonView};

/// That the agents share nothing, or differ in nothing.
pub(super) fn nothing(comparison: &Comparison) -> Note {
    let text = match comparison.view {
        ComparisonView::Common => "nothing known of them is the same",
        ComparisonView::Differences => "nothing known of them differs",
        ComparisonView::Whole => "nothing is known of them",
    };
    Note::new("nothing-compared", text)
}

/// That the effects shown are those they share.
pub(super) fn no_difference() -> Note {
    Note::new("no-difference", "no effect on which they differ; these are the effects that they share")
}

/// The matters on which the sources disagree about any of these.
pub(super) fn disagreements(graph: &Graph, agents: &[EntityId]) -> Vec<Note> {
    let about = graph.disagreements.iter().filter(|matter| matter.about.iter().any(|id| agents.contains(id)));
    let note = |matter: &crate::graph::Disagreement| {
        let text = format!("the sources disagree on this: {} ({})", matter.matter, matter.id);
        Note::new("disagreement", text).with(json!({ "id": matter.id, "handling": matter.handling }))
    };
    about.map(note).collect()
}
