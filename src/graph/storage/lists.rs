//! A list of entities for each entity.

use super::{Bounds, Column};
use crate::graph::EntityId;

/// A list of entities for each entity, in two columns. Where no entity has one, they are empty.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    /// Where each entity's list begins; one more than there are entities.
    begins: Column<u32>,
    items: Column<EntityId>,
}

impl Lists {
    /// Sorts (row, item) pairs into lists; within a list they keep their order. O(rows + pairs).
    pub fn of_pairs(rows: usize, pairs: &[(EntityId, EntityId)]) -> Self {
        if pairs.is_empty() {
            return Self::default();
        }
        let mut begins = vec![0_u32; rows + 1];
        for (row, _) in pairs {
            begins[row.index() + 1] += 1;
        }
        for row in 0..rows {
            begins[row + 1] += begins[row];
        }
        let mut items = vec![EntityId::default(); pairs.len()];
        let mut next = begins.clone();
        for &(row, item) in pairs {
            let place = &mut next[row.index()];
            items[*place as usize] = item;
            *place += 1;
        }
        Self { begins: begins.into(), items: items.into() }
    }

    /// Lists of these columns; what the numbers say is checked when they are followed.
    pub fn from_columns(begins: Column<u32>, items: Column<EntityId>) -> Self {
        Self { begins, items }
    }

    /// Where each list begins, and the items of all.
    pub fn columns(&self) -> (Column<u32>, Column<EntityId>) {
        (self.begins.clone(), self.items.clone())
    }

    /// Whether there is a list for each of so many entities, or none at all.
    pub(in crate::graph) fn fit(&self, entities: usize) -> bool {
        self.begins.len() == entities + 1 || (self.begins.is_empty() && self.items.is_empty())
    }

    /// Whether every list is empty.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The list of an entity. One that names entities that do not exist reads as empty, and is noted.
    pub fn of(&self, entity: EntityId, bounds: &Bounds) -> &[EntityId] {
        let begins = self.begins.as_slice();
        let (Some(&begin), Some(&end)) = (begins.get(entity.index()), begins.get(entity.index() + 1)) else {
            return &[];
        };
        match self.items.as_slice().get(begin as usize..end as usize) {
            Some(items) if items.iter().all(|&item| bounds.holds_entity(item)) => items,
            _ => {
                bounds.note_damage();
                &[]
            }
        }
    }
}
