//! What a therapy or protocol gives, and whom a class stands for.

use crate::graph::{EntityId, Graph, Group, Role};

/// What an entity gives, itself where it gives nothing else: what always belongs to it, and what may.
pub(super) fn composition(graph: &Graph, entity: EntityId) -> (Vec<EntityId>, Vec<EntityId>) {
    let (mut needed, mut optional) = (Vec::new(), Vec::new());
    let mut open = vec![(entity, false)];
    let mut seen = vec![entity];
    while let Some((whole, left_open)) = open.pop() {
        let links = graph.adjacency.outgoing(whole).into_iter();
        let gives = links.filter(|link| graph.schema.relation(link.relation()).role == Role::Administration);
        let parts: Vec<(EntityId, bool)> =
            gives.map(|link| (link.entity, left_open || graph.edge(link.edge).optional)).collect();
        if parts.is_empty() {
            if left_open { optional.push(whole) } else { needed.push(whole) }
        }
        for (part, left_open) in parts {
            if !seen.contains(&part) {
                seen.push(part);
                open.push((part, left_open));
            }
        }
    }
    (needed, optional)
}

/// The members of a class, or the pools of an umbrella, that are there without being given: a drug only where the class is
/// one of drugs.
pub(super) fn present_members(graph: &Graph, class: EntityId) -> Vec<EntityId> {
    let is_drug = |entity: EntityId| graph.schema.kind(graph.entity(entity).kind()).group == Group::Drug;
    graph.stands_for(class).into_iter().filter(|&member| is_drug(class) || !is_drug(member)).collect()
}
