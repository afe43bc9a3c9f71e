//! Remarks on comparisons.

use serde_json::json;

use crate::answer::{Note, Verdict};
use crate::graph::{EntityId, Graph};
use crate::resolve::{Comparison, ComparisonView};

use super::super::remarks;
use super::super::step::name_in;
use super::agent::Agent;
use super::effects::Respect;

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

/// What all agents do alike: `all raise LH, FSH; all suppress azoospermia`.
pub(super) fn agreed(graph: &Graph, shared: &[Respect]) -> Note {
    let mut clauses: Vec<String> = Vec::new();
    let mut data = serde_json::Map::new();
    for (verdict, word) in [(Verdict::Raises, "raise"), (Verdict::Suppresses, "suppress")] {
        let objects = shared.iter().filter(|respect| respect.shared() == Some(verdict));
        let names: Vec<&str> = objects.map(|respect| graph.entity(respect.object).name.as_str()).collect();
        if !names.is_empty() {
            clauses.push(format!("all {word} {}", names.join(", ")));
            data.insert(verdict.as_str().to_owned(), json!(names));
        }
    }
    Note::new("agree", format!("they agree on {} more: {}", shared.len(), clauses.join("; "))).with(data.into())
}

/// In which context agents are compared whose effects depend on it.
pub(super) fn defaults(graph: &Graph, agents: &[Agent], respects: &[Respect]) -> Option<Note> {
    let depends = |agent: usize| respects.iter().any(|respect| respect.depends(agent));
    let agents = agents.iter().enumerate().filter(|(place, _)| depends(*place));
    let cases = agents.filter_map(|(_, agent)| agent.default_context());
    let names: Vec<String> = cases.map(|case| name_in(graph, case.subject, &case.context)).collect();
    let text = format!(
        "what agrees and what differs is judged by what holds where nothing else is said: {}",
        names.join(", ")
    );
    (!names.is_empty()).then(|| Note::new("default-context", text).with(json!({ "agents": names })))
}

/// The matters on which the sources disagree about any of these. What they share leaves them aside.
pub(super) fn disagreements(graph: &Graph, comparison: &Comparison, agents: &[EntityId]) -> Option<Note> {
    if comparison.view == ComparisonView::Common {
        return None;
    }
    remarks::disagreements(graph, |matter| matter.about.iter().any(|id| agents.contains(id)))
}
