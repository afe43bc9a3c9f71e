//! Entities that nothing is said of.

use super::Lint;
use super::finding::{About, Remark};
use super::material::Material;
use crate::diagnostic::{Code, Severity};
use crate::graph::{EntityId, Graph};

/// An entity that no edge starts from or ends in. An umbrella is touched where one of its pools is.
pub(super) const LINT: Lint =
    Lint { code: Code::Unreachable, severity: Severity::Warning, finds: "an entity that no edge touches", run };

const HELP: &str = "say what it does, or take it out";

fn run(material: &Material<'_>) -> Vec<Remark> {
    let graph = material.graph;
    let untouched = graph
        .entity_ids()
        .filter(|&id| !is_touched(graph, id) && !graph.entity(id).pools.iter().any(|&pool| is_touched(graph, pool)));
    untouched
        .map(|id| {
            let message = format!("no edge touches {}", material.name(id));
            Remark::new(About::Entity(id), message, HELP)
        })
        .collect()
}

fn is_touched(graph: &Graph, id: EntityId) -> bool {
    !graph.adjacency.outgoing(id).is_empty() || !graph.adjacency.incoming(id).is_empty()
}
