//! Components and cycles of the whole graph, by petgraph's algorithms on our storage.

use std::cell::Cell;

use petgraph::algo::{connected_components, kosaraju_scc};
use petgraph::visit::EdgeFiltered;

use super::visit::LinkRef;
use super::{Adjacency, EntityId, RelationId};
use crate::cancel::{Cancel, Cancelled};

/// Edges between two looks at the token.
const POLL_EVERY: u32 = 1024;

impl Adjacency {
    /// How many parts there are between which no edge runs. O((entities + edges) α).
    pub fn weakly_connected_components(&self) -> usize {
        connected_components(self)
    }

    /// The strongly connected components of the edges that carry a sign, each in table order, the largest first, then
    /// by first entity. O(entities + edges).
    ///
    /// # Errors
    /// Where `cancel` fires.
    pub fn strongly_connected_components(&self, cancel: &Cancel) -> Result<Vec<Vec<EntityId>>, Cancelled> {
        let (looks, stopped) = (Cell::new(0_u32), Cell::new(false));
        // What is stopped has no more edges to follow.
        let goes_on = || {
            looks.set(looks.get().wrapping_add(1));
            stopped.set(stopped.get() || (looks.get().is_multiple_of(POLL_EVERY) && cancel.is_cancelled()));
            !stopped.get()
        };
        let components = self.components_along(|edge| goes_on() && edge.label().sign.is_some());
        cancel.check()?;
        Ok(components)
    }

    /// The cycles along some relations (class hierarchies should have none): every component of more than one entity,
    /// and every entity joined to itself.
    pub fn cycles_along(&self, follows: impl Fn(RelationId) -> bool + Copy) -> Vec<Vec<EntityId>> {
        let mut cycles = self.components_along(|edge| follows(edge.label().relation));
        cycles.retain(|component| match component[..] {
            [only] => self.outgoing(only).into_iter().any(|link| link.entity == only && follows(link.relation())),
            _ => true,
        });
        cycles
    }

    fn components_along(&self, follows: impl Fn(&LinkRef) -> bool) -> Vec<Vec<EntityId>> {
        let mut components = kosaraju_scc(&EdgeFiltered::from_fn(self, |edge| follows(&edge)));
        for component in &mut components {
            component.sort_unstable();
        }
        components.sort_unstable_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        components
    }
}
