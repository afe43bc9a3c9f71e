//! The warnings that the graph explains: `[[accepted]]` tables, each with its reason.

use super::finding::{About, Finding};
use crate::diagnostic::{Code, Severity};
use crate::formats::{Acceptance, Loaded};
use crate::graph::Graph;

/// The code of an explanation that explains nothing.
pub(super) const STALE: Code = Code::StaleAcceptance;

/// Sets beside each finding the reason of the first acceptance that matches it, and adds a finding for each acceptance
/// that matches none.
pub(super) fn explain(loaded: &Loaded, findings: &mut Vec<Finding>) {
    let mut used = vec![false; loaded.acceptances.len()];
    for finding in &mut *findings {
        for (acceptance, used) in loaded.acceptances.iter().zip(&mut used) {
            if matches(&loaded.graph, acceptance, finding) {
                *used = true;
                finding.explained.get_or_insert_with(|| acceptance.reason.clone());
            }
        }
    }
    let stale = loaded.acceptances.iter().enumerate().zip(used).filter(|(_, used)| !used);
    findings.extend(stale.map(|((position, acceptance), _)| Finding {
        code: STALE,
        severity: Severity::Warning,
        about: About::Acceptance(position),
        location: Some(acceptance.location.clone()),
        message: format!("no `{}` is found here, so there is nothing to explain", acceptance.code),
        help: vec!["take this `[[accepted]]` out, or name what it is meant for".to_owned()],
        explained: None,
    }));
}

/// Whether an acceptance is of a finding: everything that it names must be so.
fn matches(graph: &Graph, acceptance: &Acceptance, finding: &Finding) -> bool {
    if acceptance.code != finding.code {
        return false;
    }
    let Acceptance { entity, subject, relation, object, .. } = acceptance;
    match finding.about {
        About::Entity(id) => *entity == Some(id) && subject.is_none() && relation.is_none() && object.is_none(),
        About::Edge(id) => {
            let edge = graph.edge(id);
            entity.is_none()
                && subject.is_none_or(|subject| subject == edge.subject)
                && relation.is_none_or(|relation| relation == edge.relation)
                && object.is_none_or(|object| object == edge.object)
        }
        About::Acceptance(_) => false,
    }
}
