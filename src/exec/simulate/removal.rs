//! What goes with what is removed: its parts, what nothing makes any more, what cannot do without it.

use crate::graph::{EntityId, ExpandedEdge, Graph, Link, Role, Sign};

use super::super::model::{Model, parts};

/// Why something is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gone {
    /// It is part of what is gone, or lies there and nowhere else.
    With(EntityId),
    /// Nothing is left of what makes it, or runs it; this was the last.
    Unmade(EntityId),
    /// It cannot do without this.
    Without(EntityId),
}

/// Everything that goes with what is removed, each with its cause, nearest first. What is done to it otherwise stays: of
/// `kept` nothing goes. In a part of a large graph nothing goes for want of what makes it: another maker may lie outside.
/// O(rounds · steps).
pub(super) fn gone_with(
    graph: &Graph,
    model: &Model,
    removed: &[EntityId],
    kept: &[EntityId],
) -> Vec<(EntityId, Gone)> {
    let steps: Vec<&ExpandedEdge> = model.mechanism.edges().iter().filter(|step| !step.coarse).collect();
    let mut all: Vec<EntityId> = removed.to_vec();
    let mut gone: Vec<(EntityId, Gone)> = Vec::new();
    let mut next = 0;
    while let Some(&lost) = all.get(next) {
        next += 1;
        let mut follow: Vec<(EntityId, Gone)> =
            inside(graph, lost, &all).into_iter().map(|part| (part, Gone::With(lost))).collect();
        for step in steps.iter().filter(|step| step.subject == lost) {
            match graph.schema.relation(step.relation).role {
                // What needs some member of a class can do without this one.
                Role::Need if step.via_class.is_none() => follow.push((step.object, Gone::Without(lost))),
                role @ (Role::Making | Role::Catalysis)
                    if !model.is_of_part
                        && !is_given(graph, &steps, step.object, kept, &all)
                        && is_unmade(graph, &steps, step.object, role, &all) =>
                {
                    follow.push((step.object, Gone::Unmade(lost)));
                }
                _ => {}
            }
        }
        for (entity, cause) in follow {
            if !all.contains(&entity) && !kept.contains(&entity) {
                all.push(entity);
                gone.push((entity, cause));
            }
        }
    }
    gone
}

/// Whether something that the question acts on or holds adds to the amount of an entity as such: insulin that is injected
/// needs no cells that make it.
fn is_given(graph: &Graph, steps: &[&ExpandedEdge], entity: EntityId, kept: &[EntityId], gone: &[EntityId]) -> bool {
    let gives = |step: &&ExpandedEdge| {
        let role = graph.schema.relation(step.relation).role;
        step.object == entity
            && step.sign == Some(Sign::Positive)
            && !matches!(role, Role::Making | Role::Catalysis | Role::Need)
            && kept.contains(&step.subject)
            && !gone.contains(&step.subject)
    };
    steps.iter().any(gives)
}

/// What is part of an entity, or lies in it and in no place that stays: aromatase stays where the testes go.
fn inside(graph: &Graph, whole: EntityId, gone: &[EntityId]) -> Vec<EntityId> {
    let role = |link: &Link| (!link.label.is_negated()).then(|| graph.schema.relation(link.relation()).role);
    let has_no_other_place = |entity: EntityId| {
        let mut places = graph.adjacency.outgoing(entity).into_iter().filter(|link| role(link) == Some(Role::Place));
        places.all(|link| gone.contains(&link.entity))
    };
    let links = graph.adjacency.incoming(whole).into_iter();
    let goes = links.filter(|link| match role(link) {
        Some(Role::Part) => true,
        Some(Role::Place) => has_no_other_place(link.entity),
        _ => false,
    });
    goes.map(|link| link.entity).collect()
}

/// Whether all that makes an entity is gone. A whole makes it by its parts, where one of them does too.
fn is_unmade(graph: &Graph, steps: &[&ExpandedEdge], entity: EntityId, role: Role, gone: &[EntityId]) -> bool {
    let by_role = |step: &&&ExpandedEdge| step.object == entity && graph.schema.relation(step.relation).role == role;
    let makers: Vec<EntityId> = steps.iter().filter(by_role).map(|step| step.subject).collect();
    let by_a_part = |maker: EntityId| parts(graph, maker).iter().any(|part| makers.contains(part));
    makers.iter().all(|&maker| gone.contains(&maker) || by_a_part(maker))
}
