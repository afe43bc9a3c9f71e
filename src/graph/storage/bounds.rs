//! How many rows the tables of a graph have: what is read from a mapped file is held against it when it is followed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Label;
use crate::graph::{EdgeId, EntityId, KindId, RelationId, SourceId};

/// The sizes of a graph's tables, and whether anything was met that lies outside them. A graph built in memory has nothing
/// of the kind; a damaged file may, and nobody has looked through it when it is opened. What lies outside is read as
/// something harmless, and noted here, so that no answer is given on it.
#[derive(Clone, Debug, Default)]
pub struct Bounds {
    /// How many entities there are.
    pub entities: usize,
    /// How many edges.
    pub edges: usize,
    /// How many sources.
    pub sources: usize,
    /// How many kinds.
    pub kinds: usize,
    /// How many variants.
    pub variants: usize,
    /// How many relations.
    pub relations: usize,
    pub(in crate::graph) damage: Arc<AtomicBool>,
}

impl Bounds {
    /// Tables in which every id exists: for numbers that were made in memory.
    pub(in crate::graph) fn unlimited() -> Self {
        let most = usize::MAX;
        Self {
            entities: most,
            edges: most,
            sources: most,
            kinds: most,
            variants: most,
            relations: most,
            ..Self::default()
        }
    }

    /// The same sizes, nothing noted yet.
    pub(in crate::graph) fn afresh(&self) -> Self {
        Self { damage: Arc::default(), ..self.clone() }
    }

    /// Notes that something was met that no sound graph holds.
    pub fn note_damage(&self) {
        self.damage.store(true, Ordering::Relaxed);
    }

    /// Whether anything was.
    pub fn is_damaged(&self) -> bool {
        self.damage.load(Ordering::Relaxed)
    }

    /// Whether there is such an entity; notes it where there is not.
    pub fn holds_entity(&self, id: EntityId) -> bool {
        self.holds(id.index(), self.entities)
    }

    /// Whether there is such an edge; notes it where there is not.
    pub fn holds_edge(&self, id: EdgeId) -> bool {
        self.holds(id.index(), self.edges)
    }

    /// Whether there is such a source; notes it where there is not.
    pub fn holds_source(&self, id: SourceId) -> bool {
        self.holds(id.index(), self.sources)
    }

    /// Whether there is such a kind; notes it where there is not.
    pub fn holds_kind(&self, id: KindId) -> bool {
        self.holds(id.index(), self.kinds)
    }

    /// Whether there is such a relation; notes it where there is not.
    pub fn holds_relation(&self, id: RelationId) -> bool {
        self.holds(id.index(), self.relations)
    }

    /// Whether there is such a variant; notes it where there is not.
    pub fn holds_variant(&self, position: u32) -> bool {
        self.holds(position as usize, self.variants)
    }

    /// This entity, or the first one where there is none such.
    pub fn entity(&self, position: u32) -> EntityId {
        let id = EntityId(position);
        if self.holds_entity(id) { id } else { EntityId::default() }
    }

    /// This label, or one that says nothing of the first relation where there is none such.
    pub fn label(&self, label: Label) -> Label {
        if self.holds_relation(label.relation()) { label } else { Label::default() }
    }

    fn holds(&self, position: usize, count: usize) -> bool {
        if position >= count {
            self.note_damage();
        }
        position < count
    }
}
