//! Whether any class or umbrella contains itself.

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;

use super::edges::EdgePlaces;
use super::entities::EntityPlaces;
use crate::diagnostic::Code;
use crate::formats::log::{Log, Place};
use crate::graph::{EdgeId, EntityId, Graph, Role};

pub(super) fn check(graph: &Graph, entities: &[EntityPlaces<'_>], edges: &[EdgePlaces], log: &Log<'_>) {
    check_classes(graph, |edge| edges.get(edge.index()).map(|places| places.row), log);
    for cycle in pool_cycles(graph) {
        if let Some(place) = cycle.first().and_then(|id| entities.get(id.index())) {
            log.add(place.row, Code::CyclicClass, format!("a pool contains itself: {}", names(graph, &cycle)));
        }
    }
}

/// Every class that contains itself, as the ids of its cycle. O(entities + memberships), or O(1) where there is no class.
pub(in crate::formats) fn class_cycles(graph: &Graph) -> Vec<String> {
    let mut classes: DiGraphMap<EntityId, ()> = DiGraphMap::new();
    for class in graph.adjacency.every_class() {
        for &member in graph.adjacency.direct_members(class) {
            classes.add_edge(member, class, ());
        }
    }
    cycles_of(&classes).iter().map(|cycle| names(graph, cycle)).collect()
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

fn pool_cycles(graph: &Graph) -> Vec<Vec<EntityId>> {
    let mut pools: DiGraphMap<EntityId, ()> = DiGraphMap::new();
    for umbrella in graph.entity_ids() {
        for &pool in &graph.entity(umbrella).pools {
            pools.add_edge(umbrella, pool, ());
        }
    }
    cycles_of(&pools)
}

/// The strongly connected components that hold a cycle, each in table order.
fn cycles_of(parts: &DiGraphMap<EntityId, ()>) -> Vec<Vec<EntityId>> {
    let mut cycles = kosaraju_scc(parts);
    cycles.retain(|cycle| cycle.len() > 1 || cycle.iter().any(|&only| parts.contains_edge(only, only)));
    for cycle in &mut cycles {
        cycle.sort_unstable();
    }
    cycles
}

fn names(graph: &Graph, cycle: &[EntityId]) -> String {
    let ids: Vec<String> = cycle.iter().map(|&id| format!("`{}`", graph.entity(id).id)).collect();
    ids.join(", ")
}
