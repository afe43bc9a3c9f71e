//! Edges that answer a relation verb.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::answer::Step;
use crate::cancel::{Cancel, Cancelled};
use crate::graph::{EntityId, ExpandedEdge, Expansion, Graph, RelationId, Setting};
use crate::resolve::{Clauses, NamedAs, Side, Target};

use super::finding::base_setting;
use super::model::parts;
use super::step::step;

/// What `target` may be in an edge: itself, any member of a class, any pool of an umbrella. Existential.
pub(super) fn instances(graph: &Graph, target: &Target) -> Vec<EntityId> {
    let mut instances: IndexSet<EntityId> = IndexSet::new();
    let mut add = |entity: EntityId| {
        instances.insert(entity);
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
    instances.into_iter().collect()
}

/// What `target` may be in an edge of a relation: as [`instances`], and for a relation that carries no effect also the
/// parts of it (what acts at the anterior pituitary acts at the pituitary). Parts of parts are not what a question for parts
/// means.
pub(super) fn edge_instances(graph: &Graph, target: &Target, relation: RelationId) -> Vec<EntityId> {
    let mut found: IndexSet<EntityId> = instances(graph, target).into_iter().collect();
    let relation = graph.schema.relation(relation);
    if relation.sign.is_none() && !relation.role.is_within() {
        let wholes: Vec<EntityId> = found.iter().copied().collect();
        found.extend(wholes.into_iter().flat_map(|whole| parts(graph, whole)));
    }
    found.into_iter().collect()
}

/// Every edge as it holds in some context of its entity; [`holds_in`] tells whether it does in the one that is asked.
///
/// # Errors
/// Once cancelled.
pub(super) fn listing(graph: &Graph, clauses: &Clauses, cancel: &Cancel) -> Result<Expansion, Cancelled> {
    let setting = Setting { any_entity_context: true, ..base_setting(clauses) };
    Expansion::within(graph, &setting, cancel)
}

/// The context in which a question names a subject: its name's own, then what `given` adds of what its edges distinguish.
pub(super) fn asked_context(
    graph: &Graph,
    target: &Target,
    subject: EntityId,
    clauses: &Clauses,
) -> IndexMap<String, String> {
    let named = target.mentions.iter().find(|mention| mention.entity == subject);
    let mut context = named.map(|mention| mention.context.0.clone()).unwrap_or_default();
    let distinguished = graph.subject_contexts(subject);
    for (key, value) in clauses.subject_context.0.iter().filter(|(key, _)| distinguished.contains_key(key.as_str())) {
        context.entry(key.clone()).or_insert_with(|| value.clone());
    }
    context
}

/// Whether an edge holds where its subject stands in a context. A key of which either says nothing does not matter.
pub(super) fn holds_in(graph: &Graph, edge: &ExpandedEdge, context: &IndexMap<String, String>) -> bool {
    let said = &graph.edge(edge.edge).context;
    context.iter().all(|(key, asked)| said.get(key).is_none_or(|holds| holds == asked))
}

/// The edges of a relation from one entity to any of several; both ways where the relation is symmetric.
pub(super) fn edges_between<'e>(
    expansion: &'e Expansion,
    graph: &'e Graph,
    relation: RelationId,
    subject: EntityId,
    objects: &'e [EntityId],
) -> impl Iterator<Item = &'e ExpandedEdge> {
    let symmetric = graph.schema.relation(relation).symmetric;
    expansion.all().filter(move |edge| {
        let joins = |from: EntityId, to: EntityId| from == subject && objects.contains(&to);
        edge.relation == relation && (joins(edge.subject, edge.object) || symmetric && joins(edge.object, edge.subject))
    })
}

/// The edges of a relation that have one of several entities at the other side, by the entity on this side. One pass.
pub(super) fn edges_by_side<'e>(
    expansion: &'e Expansion,
    graph: &Graph,
    relation: RelationId,
    side: Side,
    others: &[EntityId],
) -> FxHashMap<EntityId, Vec<&'e ExpandedEdge>> {
    let others: FxHashSet<EntityId> = others.iter().copied().collect();
    let symmetric = graph.schema.relation(relation).symmetric;
    let mut found: FxHashMap<EntityId, Vec<&ExpandedEdge>> = FxHashMap::default();
    for edge in expansion.all().filter(|edge| edge.relation == relation) {
        let (this, other) = match side {
            Side::Subject => (edge.subject, edge.object),
            Side::Object => (edge.object, edge.subject),
        };
        if others.contains(&other) {
            found.entry(this).or_default().push(edge);
        }
        if symmetric && this != other && others.contains(&this) {
            found.entry(other).or_default().push(edge);
        }
    }
    found
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

/// Those that do not stand under another of them: what is said of a class is not told again of its members.
pub(super) fn uppermost(graph: &Graph, entities: &[EntityId]) -> Vec<EntityId> {
    let all: FxHashSet<EntityId> = entities.iter().copied().collect();
    let is_under = |entity: EntityId| graph.adjacency.all_classes(entity).iter().any(|class| all.contains(class));
    entities.iter().copied().filter(|&entity| !is_under(entity)).collect()
}

/// Edges as steps.
pub(super) fn steps_of(graph: &Graph, edges: &[&ExpandedEdge]) -> Vec<Step> {
    edges.iter().map(|edge| step(graph, edge)).collect()
}
