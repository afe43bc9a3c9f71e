//! What a therapy or protocol gives.

use crate::graph::{EntityId, Graph, Role};

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
