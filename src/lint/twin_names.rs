//! Entities that are likely one, written in two ways.

use indexmap::IndexMap;

use super::Lint;
use super::finding::{About, Remark};
use super::material::Material;
use crate::diagnostic::{Code, Severity};
use crate::graph::EntityId;
use crate::graph::names::fold_loosely;

/// Two entities with names that differ by case, spaces, hyphens, Greek letters, plural or oe against e only. A TOML graph
/// with such names is refused when it is loaded (`duplicate-name`); other formats take names as they come.
pub(super) const LINT: Lint = Lint {
    code: Code::TwinNames,
    severity: Severity::Warning,
    finds: "entities whose names differ by case, hyphens or plural only",
    run,
};

const HELP: &str = "if they are one, write them alike; if not, name what sets them apart";

fn run(material: &Material<'_>) -> Vec<Remark> {
    let graph = material.graph;
    let mut owners: IndexMap<String, EntityId> = IndexMap::new();
    let mut remarks = Vec::new();
    for id in graph.entity_ids() {
        let entity = graph.entity(id);
        let twin = entity.spellings().find_map(|name| {
            let folded = fold_loosely(name);
            let owner = *owners.entry(folded).or_insert(id);
            (owner != id).then_some(owner)
        });
        if let Some(twin) = twin {
            let message = format!("{} and {} differ in spelling only", material.name(id), material.name(twin));
            remarks.push(Remark::new(About::Entity(id), message, HELP).beside(About::Entity(twin)));
        }
    }
    remarks
}
