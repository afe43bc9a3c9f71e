//! The entities of a graph: whole records of a small one, columns and encoded records of a large one.

mod packed;

use std::fmt;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::storage::Bounds;
use super::{Entity, EntityId, KindId};

pub use packed::{KindTable, PackedEntities, StoredEntities};

/// Entities, in the order of the files.
#[derive(Clone, Debug)]
pub enum Entities {
    /// All ready.
    Whole(Arc<WholeEntities>),
    /// Their kinds as a column, the rest encoded.
    Packed(Arc<StoredEntities>),
}

/// Entities as records.
#[derive(Default)]
pub struct WholeEntities {
    records: Vec<Entity>,
    /// Entities by their ids; made when the first is looked for.
    by_id: OnceLock<FxHashMap<String, EntityId>>,
}

impl From<Vec<Entity>> for WholeEntities {
    fn from(records: Vec<Entity>) -> Self {
        Self { records, by_id: OnceLock::new() }
    }
}

impl fmt::Debug for WholeEntities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.records.fmt(f)
    }
}

impl WholeEntities {
    /// The entity with this id in the files. O(1) but for the first.
    pub(super) fn called(&self, id: &str) -> Option<EntityId> {
        let by_id = self.by_id.get_or_init(|| {
            let ids = self.records.iter().enumerate();
            ids.map(|(position, entity)| (entity.id.clone(), EntityId::from_index(position))).collect()
        });
        by_id.get(id).copied()
    }
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
            Self::Whole(entities) => entities.records.len(),
            Self::Packed(entities) => entities.len(),
        }
    }

    pub(super) fn get(&self, id: EntityId, bounds: &Bounds) -> &Entity {
        match self {
            Self::Whole(entities) => &entities.records[id.index()],
            Self::Packed(entities) => entities.records.get(id.index(), bounds),
        }
    }

    /// Tells of every entity, in order.
    pub(super) fn visit(&self, bounds: &Bounds, mut visit: impl FnMut(EntityId, &Entity)) {
        for id in (0..self.len()).map(EntityId::from_index) {
            match self {
                Self::Whole(entities) => visit(id, &entities.records[id.index()]),
                Self::Packed(entities) => visit(id, &entities.records.read(id.index(), bounds)),
            }
        }
    }

    /// The kinds of an entity, the deciding one first. Decodes nothing.
    pub(super) fn kinds(&self, id: EntityId, bounds: &Bounds) -> &[KindId] {
        match self {
            Self::Whole(entities) => &entities.records[id.index()].kinds,
            Self::Packed(entities) => entities.kinds.of(id, bounds),
        }
    }
}
