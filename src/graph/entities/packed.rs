//! Entities as a column of kinds and encoded records, pushed one by one.

use indexmap::IndexSet;

use crate::graph::storage::{Bounds, Column, Record, RecordWriter, Records};
use crate::graph::{Entity, EntityId, KindId};

impl Record for Entity {
    fn is_within(&self, bounds: &Bounds) -> bool {
        !self.kinds.is_empty()
            && self.kinds.iter().all(|&kind| bounds.holds_kind(kind))
            && self.pools.iter().all(|&pool| bounds.holds_entity(pool))
    }

    fn blank() -> Self {
        Self { id: "?".to_owned(), name: "?".to_owned(), kinds: vec![KindId::default()], ..Self::default() }
    }
}

/// The kinds of entities: for each a number, and the lists of kinds that the numbers stand for.
#[derive(Clone, Debug, Default)]
pub struct KindTable {
    numbers: Column<u32>,
    lists: Vec<Vec<KindId>>,
}

impl KindTable {
    /// A table of these columns.
    pub fn new(numbers: Column<u32>, lists: Vec<Vec<KindId>>) -> Self {
        Self { numbers, lists }
    }

    /// For each entity a number, and the lists that the numbers stand for.
    pub fn columns(&self) -> (&Column<u32>, &[Vec<KindId>]) {
        (&self.numbers, &self.lists)
    }

    /// The kinds of an entity. Kinds that do not exist read as the first one, and are noted.
    pub(super) fn of(&self, id: EntityId, bounds: &Bounds) -> &[KindId] {
        let number = self.numbers.as_slice().get(id.index());
        match number.and_then(|&number| self.lists.get(number as usize)) {
            Some(kinds) if kinds.iter().all(|&kind| bounds.holds_kind(kind)) => kinds,
            _ => {
                bounds.note_damage();
                &[KindId(0)]
            }
        }
    }
}

/// Entities as columns.
#[derive(Debug)]
pub struct StoredEntities {
    pub(super) kinds: KindTable,
    pub(super) records: Records<Entity>,
}

impl StoredEntities {
    /// Entities of these columns; none where lengths disagree.
    pub fn new(kinds: KindTable, records: Records<Entity>) -> Option<Self> {
        (kinds.numbers.len() == records.len()).then_some(Self { kinds, records })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Their kinds.
    pub fn kinds(&self) -> &KindTable {
        &self.kinds
    }

    /// Their records.
    pub fn records(&self) -> &Records<Entity> {
        &self.records
    }
}

/// Entities that are pushed as they are read; only their bytes are kept.
#[derive(Debug, Default)]
pub struct PackedEntities {
    numbers: Vec<u32>,
    lists: IndexSet<Vec<KindId>>,
    records: RecordWriter,
    /// Each umbrella with each of its pools.
    pools: Vec<(EntityId, EntityId)>,
}

impl PackedEntities {
    /// Adds an entity, which must have a kind.
    pub fn push(&mut self, entity: &Entity) -> EntityId {
        let id = EntityId::from_index(self.len());
        let number = match self.lists.get_index_of(&entity.kinds) {
            Some(known) => known,
            None => self.lists.insert_full(entity.kinds.clone()).0,
        };
        self.numbers.push(EntityId::from_index(number).0);
        self.records.push(entity);
        self.pools.extend(entity.pools.iter().map(|&pool| (id, pool)));
        id
    }

    /// How many there are so far.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether there is none so far.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The entities, and every umbrella with each of its pools.
    pub(in crate::graph) fn finish(self) -> (StoredEntities, Vec<(EntityId, EntityId)>) {
        let kinds = KindTable::new(self.numbers.into(), self.lists.into_iter().collect());
        (StoredEntities { kinds, records: self.records.finish() }, self.pools)
    }
}
