//! Which entities contain themselves: as classes, or as umbrellas.

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;

use crate::diagnostic::listed;
use crate::graph::{EntityId, Graph};

/// Every class that contains itself, as the names of its cycle. O(entities + memberships), or O(1) where there is no class.
pub(super) fn class_cycles(graph: &Graph) -> Vec<String> {
    let mut classes: DiGraphMap<EntityId, ()> = DiGraphMap::new();
    for class in graph.adjacency.every_class() {
        for &member in graph.adjacency.direct_members(class) {
            classes.add_edge(member, class, ());
        }
    }
    cycles_of(&classes).iter().map(|cycle| names(graph, cycle)).collect()
}

/// Every umbrella that contains itself.
pub(super) fn pool_cycles(graph: &Graph) -> Vec<Vec<EntityId>> {
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

/// How many entities of a cycle a message names.
const MOST_NAMED: usize = 12;

/// The ids of a cycle, for messages.
pub(super) fn names(graph: &Graph, cycle: &[EntityId]) -> String {
    listed(cycle.iter().map(|&id| format!("`{}`", graph.entity(id).id)), MOST_NAMED)
}
