//! Whether any class or umbrella contains itself.

use super::edges::EdgePlaces;
use super::entities::EntityPlaces;
use crate::diagnostic::Code;
use crate::formats::cycles::{names, pool_cycles};
use crate::formats::log::{Log, Place};
use crate::graph::{EdgeId, Graph, Role};

pub(super) fn check(graph: &Graph, entities: &[EntityPlaces<'_>], edges: &[EdgePlaces], log: &Log<'_>) {
    check_classes(graph, |edge| edges.get(edge.index()).map(|places| places.row), log);
    for cycle in pool_cycles(graph) {
        if let Some(place) = cycle.first().and_then(|id| entities.get(id.index())) {
            log.add(place.row, Code::CyclicClass, format!("a pool contains itself: {}", names(graph, &cycle)));
        }
    }
}

/// Reports every class that contains itself, at an edge of its cycle.
fn check_classes(graph: &Graph, place_of: impl Fn(EdgeId) -> Option<Place>, log: &Log<'_>) {
    let is_membership = |relation| graph.schema.relation(relation).role == Role::Membership;
    for cycle in graph.adjacency.cycles_along(is_membership) {
        let link = cycle
            .iter()
            .flat_map(|&member| graph.adjacency.outgoing(member))
            .find(|link| is_membership(link.relation()) && cycle.contains(&link.entity));
        if let Some(place) = link.and_then(|link| place_of(link.edge)) {
            log.add(place, Code::CyclicClass, format!("a class is a member of itself: {}", names(graph, &cycle)));
        }
    }
}
