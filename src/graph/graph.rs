//! The graph: its tables, its names and its adjacency.

use indexmap::IndexMap;

use super::{
    Adjacency, Disagreement, Edge, EdgeId, Entity, EntityId, Names, Quantity, Schema, Source, SourceId, Variant,
};

/// A graph, read only. Built by a format's loader, which refuses what is not sound.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// `hpg`
    pub name: String,
    /// What it is of.
    pub title: String,
    /// `1.0.0`
    pub version: String,
    /// Kinds, relations, context keys.
    pub schema: Schema,
    /// Documents and works, by id.
    pub sources: IndexMap<String, Source>,
    /// Entities, by id.
    pub entities: IndexMap<String, Entity>,
    /// Names for an entity in a context.
    pub variants: Vec<Variant>,
    /// Edges, in the order of the files.
    pub edges: Vec<Edge>,
    /// Figures that belong to no edge.
    pub figures: Vec<Quantity>,
    /// What the sources disagree on.
    pub disagreements: Vec<Disagreement>,
    /// Every name, folded.
    pub names: Names,
    /// Edges by subject and by object, and classes.
    pub adjacency: Adjacency,
}

impl Graph {
    /// The entity with this position.
    ///
    /// # Panics
    /// Where the id is another graph's.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
    }

    /// The edge with this position.
    ///
    /// # Panics
    /// Where the id is another graph's.
    pub fn edge(&self, id: EdgeId) -> &Edge {
        &self.edges[id.index()]
    }

    /// The source with this position.
    ///
    /// # Panics
    /// Where the id is another graph's.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }

    /// The entity with this id in the files.
    pub fn entity_id(&self, id: &str) -> Option<EntityId> {
        self.entities.get_index_of(id).map(EntityId::from_index)
    }

    /// Every entity's id, in table order.
    pub fn entity_ids(&self) -> impl Iterator<Item = EntityId> + use<> {
        (0..self.entities.len()).map(EntityId::from_index)
    }

    /// Whether an entity has an abundance of its own.
    pub fn has_abundance(&self, id: EntityId) -> bool {
        self.schema.kind(self.entity(id).kind()).abundance
    }

    /// Every edge's id, in table order.
    pub fn edge_ids(&self) -> impl Iterator<Item = EdgeId> + use<> {
        (0..self.edges.len()).map(EdgeId::from_index)
    }
}
