//! What can be reached from a name: what completion offers after an arrow.

use endograph::graph::{EntityId, Graph};
use rustc_hash::FxHashSet;

/// Links that are looked at: enough for any neighbourhood that a person reads, and soon done at a hub.
const MOST_LINKS: usize = 20_000;

/// The most entities reached: the nearest.
const MOST_REACHED: usize = 2_000;

/// The direction of an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Along {
    /// `->`
    Outgoing,
    /// `<-`
    Incoming,
    /// `<->`
    Both,
}

impl Along {
    /// The direction of an arrow as it is written.
    pub fn of(arrow: &str) -> Self {
        match arrow {
            "<-" | "←" => Self::Incoming,
            "<->" | "↔" => Self::Both,
            _ => Self::Outgoing,
        }
    }
}

/// The entities reached from these by steps of mechanism, the nearest first. What an entity inherits from its classes it
/// does too. O(links looked at).
pub fn from(graph: &Graph, origins: &[EntityId], along: Along) -> Vec<EntityId> {
    let mut reached: Vec<EntityId> = origins.to_vec();
    for &origin in origins {
        reached.extend(graph.adjacency.all_classes(origin));
        reached.extend(graph.entity(origin).pools.iter().copied());
    }
    let mut seen: FxHashSet<EntityId> = reached.iter().copied().collect();
    let (begun, mut next, mut looked_at) = (reached.len(), 0, 0);
    while let Some(&entity) = reached.get(next).filter(|_| looked_at < MOST_LINKS && reached.len() < MOST_REACHED) {
        let rows = match along {
            Along::Outgoing => [Some(graph.adjacency.outgoing_rows()), None],
            Along::Incoming => [Some(graph.adjacency.incoming_rows()), None],
            Along::Both => [Some(graph.adjacency.outgoing_rows()), Some(graph.adjacency.incoming_rows())],
        };
        for link in rows.into_iter().flatten().flat_map(|rows| rows.row(entity.0)) {
            looked_at += 1;
            if looked_at > MOST_LINKS {
                break;
            }
            let neighbour = EntityId(link.neighbour);
            if link.label.is_step() && seen.insert(neighbour) {
                reached.push(neighbour);
            }
        }
        next += 1;
    }
    reached.split_off(begun)
}
