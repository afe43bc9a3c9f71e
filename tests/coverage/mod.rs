//! The embedded graph against the fact list that it was made from: nothing lost, nothing changed in silence, nothing
//! added.

mod closed_sets;
mod entities;
mod figures;
mod non_facts;
mod readme;
mod rows;

use std::sync::{Arc, LazyLock};

use endograph::formats::embedded;
use endograph::graph::{Edge, EntityId, Graph};

static GRAPH: LazyLock<Arc<Graph>> = LazyLock::new(|| embedded().expect("the embedded graph is sound"));

/// The entity with this id in the files.
#[track_caller]
fn entity(id: &str) -> EntityId {
    GRAPH.entity_id(id).unwrap_or_else(|| panic!("no entity has the id {id}"))
}

/// `testosterone-blood-test measures circulating-testosterone`
fn described(edge: &Edge) -> String {
    let id = |id: EntityId| &GRAPH.entity(id).id;
    format!("{} {} {}", id(edge.subject), GRAPH.schema.relation(edge.relation).id, id(edge.object))
}

/// The lines of a table under `tests/data` but for its heading, cut at tabs.
fn table(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().skip(1).map(|line| line.split('\t').collect())
}
