//! What pictures say of the entities that an answer names.

use indexmap::IndexMap;

use crate::answer::{Glossary, GlossaryEntry, Rows, drawn_names};
use crate::graph::{EntityId, Graph};

/// What the graph knows of the first entities that rows name. Of a name that several entities have, the first.
/// O(names) look-ups, and no more than [`Glossary::LONGEST`] of them.
pub(super) fn glossary(graph: &Graph, rows: &Rows) -> Glossary {
    let names = drawn_names(rows, Glossary::LONGEST);
    if names.is_empty() {
        return Glossary::default();
    }
    let entries = names.into_iter().filter_map(|name| Some((name.to_owned(), entry(graph, called(graph, name)?))));
    Glossary { entries: entries.collect(), usual_contexts: usual_contexts(graph) }
}

fn called(graph: &Graph, name: &str) -> Option<EntityId> {
    graph.names().called(name).find(|&id| graph.entity(id).name == name)
}

fn entry(graph: &Graph, id: EntityId) -> GlossaryEntry {
    let entity = graph.entity(id);
    let kind = graph.schema.kind(entity.kind());
    GlossaryEntry {
        kind: kind.id.clone(),
        look: kind.look,
        definition: entity.definition.clone(),
        synonyms: entity.synonyms.clone(),
    }
}

fn usual_contexts(graph: &Graph) -> IndexMap<String, String> {
    let keys = graph.schema.contexts.values();
    keys.filter_map(|key| Some((key.key.clone(), key.default.clone()?))).collect()
}
