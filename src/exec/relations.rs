//! Edges that answer a relation verb.

use crate::answer::Step;
use crate::graph::{EntityId, ExpandedEdge, Expansion, Graph, RelationId, Setting};
use crate::resolve::{Clauses, NamedAs, Side, Target};

use super::finding::base_setting;
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

/// Edges as steps.
pub(super) fn steps_of(graph: &Graph, edges: &[&ExpandedEdge]) -> Vec<Step> {
    edges.iter().map(|edge| step(graph, edge)).collect()
}
