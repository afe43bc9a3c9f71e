//! Edges that answer a relation verb.

use crate::answer::Step;
use crate::graph::{EntityId, ExpandedEdge, Expansion, Graph, RelationId, Setting};
use crate::resolve::{Clauses, NamedAs, Side, Target};

use super::finding::base_setting;
use super::model::parts;
use super::step::step;

/// What `target` may be in an edge: itself, any member of a class, any pool of an umbrella. Existential.
pub(super) fn instances(graph: &Graph, target: &Target) -> Vec<EntityId> {
    let mut instances: Vec<EntityId> = Vec::new();
    let mut add = |entity: EntityId| {
        if !instances.contains(&entity) {
            instances.push(entity);
        }
    };
    if let NamedAs::Umbrella(umbrella) = target.named {
        add(umbrella);
        graph.entity(umbrella).pools.iter().copied().for_each(&mut add);
    }
    for mention in &target.mentions {
        add(mention.entity);
        if target.named == NamedAs::Name {
            graph.adjacency.members(mention.entity).into_iter().for_each(&mut add);
        }
    }
    instances
}

/// What `target` may be in an edge of a relation: as [`instances`], and for a relation that carries no effect also the
/// parts of it (what acts at the anterior pituitary acts at the pituitary).
pub(super) fn edge_instances(graph: &Graph, target: &Target, relation: RelationId) -> Vec<EntityId> {
    let mut found = instances(graph, target);
    if graph.schema.relation(relation).sign.is_none() {
        for entity in found.clone() {
            for part in parts(graph, entity) {
                if !found.contains(&part) {
                    found.push(part);
                }
            }
        }
    }
    found
}

/// Every edge as it holds in some context of its entity, or in the one that clauses fix.
pub(super) fn listing(graph: &Graph, clauses: &Clauses) -> Expansion {
    let setting = Setting { any_entity_context: clauses.subject_context.is_empty(), ..base_setting(clauses) };
    Expansion::new(graph, &setting)
}

/// The edges of a relation between one entity and any of several, from the entity's side of it.
pub(super) fn edges_between<'e>(
    expansion: &'e Expansion,
    graph: &'e Graph,
    relation: RelationId,
    entity: EntityId,
    side: Side,
    others: &'e [EntityId],
) -> impl Iterator<Item = &'e ExpandedEdge> {
    let symmetric = graph.schema.relation(relation).symmetric;
    expansion.all().filter(move |edge| {
        let ends = |subject: EntityId, object: EntityId| match side {
            Side::Subject => subject == entity && others.contains(&object),
            Side::Object => object == entity && others.contains(&subject),
        };
        edge.relation == relation && (ends(edge.subject, edge.object) || symmetric && ends(edge.object, edge.subject))
    })
}

/// Whether a class membership holds, directly or through classes in between.
pub(super) fn is_member(graph: &Graph, entity: EntityId, classes: &[EntityId]) -> bool {
    graph.adjacency.all_classes(entity).iter().any(|class| classes.contains(class))
        || graph.adjacency.umbrellas(entity).iter().any(|umbrella| classes.contains(umbrella))
}

/// Whether an entity is what a class or kind names: by membership, by its kind, or, for a class, by all its members.
pub(super) fn belongs(graph: &Graph, entity: EntityId, target: &Target, classes: &[EntityId]) -> bool {
    let NamedAs::Kind(kind) = target.named else { return is_member(graph, entity, classes) };
    let members = graph.adjacency.members(entity);
    graph.is_of_kind(entity, kind)
        || !members.is_empty() && members.iter().all(|&member| graph.is_of_kind(member, kind))
}

/// Edges as steps.
pub(super) fn steps_of(graph: &Graph, edges: &[&ExpandedEdge]) -> Vec<Step> {
    edges.iter().map(|edge| step(graph, edge)).collect()
}
