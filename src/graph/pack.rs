//! A graph of whole records as columns and encoded records.

use super::Graph;
use super::edges::{EdgeDetails, PackedEdges, UseMeaning};
use super::entities::PackedEntities;

impl Graph {
    /// The same graph as columns and encoded records, as a large graph holds it. O(entities + edges).
    #[must_use]
    pub fn to_packed(&self) -> Self {
        let mut entities = PackedEntities::default();
        for entity in self.entities() {
            entities.push(entity);
        }
        let mut edges = PackedEdges::default();
        for edge in self.edges() {
            edges.push(edge.subject, edge.relation.0, edge.object, Some(&EdgeDetails::from(edge)), 0);
        }
        let relations = (0..self.schema.relations.len()).map(super::RelationId::from_index);
        let meanings: Vec<UseMeaning> =
            relations.map(|relation| UseMeaning { relation, reversed: false, note: String::new() }).collect();
        Self::packed(self.frame(), self.sources().cloned().collect(), entities, edges, &meanings)
    }
}
