//! Names that hold a direction, which belongs to an edge.

use super::Lint;
use super::finding::{About, Remark};
use super::material::Material;
use super::words::direction;
use crate::diagnostic::{Code, Severity};

/// An entity called by a direction: "negative regulation of X" has more of it where X is less, so every sign that leads to
/// it has to be read twice. Kinds that are absent at rest (conditions) are named so rightly: "elevated estradiol".
pub(super) const LINT: Lint = Lint {
    code: Code::DirectionInName,
    severity: Severity::Warning,
    finds: "a name that says which way something goes",
    run,
};

const HELP: &str = "name what is moved, and let the edges say which way; or make it a condition";

fn run(material: &Material<'_>) -> Vec<Remark> {
    let graph = material.graph;
    let named = graph.entity_ids().filter_map(|id| {
        let entity = graph.entity(id);
        let exempt = entity.kinds.iter().any(|&kind| graph.schema.kind(kind).absent_at_rest);
        let word = direction(&entity.name).filter(|_| !exempt)?;
        let message = format!("the name {} holds a direction: `{word}`", material.name(id));
        Some(Remark::new(About::Entity(id), message, HELP))
    });
    named.collect()
}
