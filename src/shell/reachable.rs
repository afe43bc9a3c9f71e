//! What can be reached from a name: what completion offers after an arrow.

use endograph::graph::{EntityId, Graph, Named, Namespace};

/// The entities reached from all that is called so, the nearest first, at most `most`.
pub fn names(graph: &Graph, name: &str, most: usize) -> Vec<EntityId> {
    let origins = graph.names().lookup(Namespace::Names, name).into_iter().filter_map(|named| match named {
        Named::Entity(id) => Some(id),
        _ => None,
    });
    let mut reached: Vec<EntityId> = origins.collect();
    let origin_count = reached.len();
    let mut seen = vec![false; graph.entity_count()];
    for origin in &reached {
        seen[origin.index()] = true;
    }
    let mut next = 0;
    while next < reached.len() && reached.len() < origin_count + most {
        for link in graph.adjacency.outgoing(reached[next]) {
            if !std::mem::replace(&mut seen[link.entity.index()], true) {
                reached.push(link.entity);
            }
        }
        next += 1;
    }
    reached.split_off(origin_count)
}
