//! The entities of a graph: whole records of a small one, columns and encoded records of a large one.

mod packed;

use std::sync::Arc;

use indexmap::IndexMap;

use super::storage::Bounds;
use super::{Entity, EntityId, KindId};

pub use packed::{KindTable, PackedEntities, StoredEntities};

/// Entities, in the order of the files.
#[derive(Clone, Debug)]
pub enum Entities {
    /// All ready.
    Whole(Arc<IndexMap<String, Entity>>),
    /// Their kinds as a column, the rest encoded.
    Packed(Arc<StoredEntities>),
}

impl Default for Entities {
    fn default() -> Self {
        Self::Whole(Arc::default())
    }
}

impl Entities {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Whole(entities) => entities.len(),
            Self::Packed(entities) => entities.len(),
        }
    }

    pub(super) fn get(&self, id: EntityId, bounds: &Bounds) -> &Entity {
        match self {
            Self::Whole(entities) => &entities[id.index()],
            Self::Packed(entities) => entities.records.get(id.index(), bounds),
        }
    }

    /// Tells of every entity, in order.
    pub(super) fn visit(&self, bounds: &Bounds, mut visit: impl FnMut(EntityId, &Entity)) {
        for id in (0..self.len()).map(EntityId::from_index) {
            match self {
                Self::Whole(entities) => visit(id, &entities[id.index()]),
                Self::Packed(entities) => visit(id, &entities.records.read(id.index(), bounds)),
            }
        }
    }

    /// The kinds of an entity, the deciding one first. Decodes nothing.
    pub(super) fn kinds(&self, id: EntityId, bounds: &Bounds) -> &[KindId] {
        match self {
            Self::Whole(entities) => &entities[id.index()].kinds,
            Self::Packed(entities) => entities.kinds.of(id, bounds),
        }
    }
}
