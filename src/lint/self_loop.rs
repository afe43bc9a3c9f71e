//! Edges from an entity to itself.

use super::Lint;
use super::finding::{About, Remark};
use super::material::Material;
use crate::diagnostic::{Code, Severity};

/// An edge whose subject is its object. Every quantity of the model limits itself already; a feedback goes by others.
pub(super) const LINT: Lint =
    Lint { code: Code::SelfLoop, severity: Severity::Warning, finds: "an edge from an entity to itself", run };

const HELP: &str = "name what it goes by: the receptor, the cell, the other pool";

fn run(material: &Material<'_>) -> Vec<Remark> {
    let graph = material.graph;
    let loops = graph.edge_ids().filter(|&id| graph.edge(id).subject == graph.edge(id).object);
    loops
        .map(|id| {
            let message = format!("{}: an edge from an entity to itself", material.sentence(id));
            Remark::new(About::Edge(id), message, HELP)
        })
        .collect()
}
