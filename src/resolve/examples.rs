//! What an error names for an example: kinds and agents that the open graph holds.

use crate::graph::{EntityId, Graph, Namespace};
use crate::syntax::{in_quotes, is_bare};

/// Entities that are looked through: an error is told at once, however large the graph.
const LOOKED_THROUGH: usize = 5_000;

/// Kinds that are named.
const KINDS: usize = 2;

/// The words for kinds that the graph holds entities of: the first of each group, in the schema's order, at most two.
pub(super) fn kinds(graph: &Graph) -> Vec<&str> {
    let mut held = vec![false; graph.schema.kinds.len()];
    for entity in graph.entity_ids().take(LOOKED_THROUGH) {
        if let Some(held) = held.get_mut(graph.kind_of(entity).index()) {
            *held = true;
        }
    }
    let held = graph.schema.kinds.values().zip(held).filter(|(_, held)| *held).map(|(kind, _)| kind);
    let (mut groups, mut words) = (Vec::new(), Vec::new());
    for kind in held {
        if words.len() < KINDS && !groups.contains(&kind.group) {
            groups.push(kind.group);
            words.push(kind.plural.as_str());
        }
    }
    words
}

/// `list hormones`, `list drugs`, each in backticks, and what lists every kind.
pub(super) fn listings(graph: &Graph) -> String {
    let kinds = kinds(graph).into_iter().chain(["kinds"]);
    kinds.map(|kind| format!("`list {kind}`")).collect::<Vec<_>>().join(", ")
}

/// A comparison that runs on the graph, and one of a whole kind; none where no two entities are of one kind.
pub(super) fn comparison(graph: &Graph) -> Option<String> {
    let known = |name: &&str| !graph.names().lookup(Namespace::Names, name).is_empty();
    if ["clomiphene", "tamoxifen", "LH"].iter().all(known) {
        return Some(told("clomiphene, tamoxifen on LH", "drugs"));
    }
    let entities: Vec<EntityId> = graph.entity_ids().take(LOOKED_THROUGH).collect();
    let kind_of = |entity: &EntityId| graph.kind_of(*entity);
    let (one, other) = entities.iter().enumerate().find_map(|(position, one)| {
        let other = entities.get(position + 1..)?.iter().find(|other| kind_of(other) == kind_of(one))?;
        Some((one, other))
    })?;
    let name = |entity: &EntityId| {
        let name = &graph.entity(*entity).name;
        if name.split(' ').all(is_bare) { name.clone() } else { in_quotes(name) }
    };
    Some(told(&format!("{}, {}", name(one), name(other)), &graph.schema.kind(kind_of(one)).plural))
}

fn told(agents: &str, kinds: &str) -> String {
    format!("for example: `compare {agents}`; a class or kind stands for its members: `compare {kinds}`")
}
