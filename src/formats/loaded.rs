//! A graph as it was read, with what only its curators need.

use std::sync::Arc;

use super::{Fault, Location, Places};
use crate::diagnostic::Code;
use crate::graph::{EntityId, Graph, RelationId};

/// A graph, where its parts stand in the files, and which warnings its curators have explained.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The graph.
    pub graph: Arc<Graph>,
    /// Where its entities and edges stand.
    pub places: Places,
    /// The explained warnings, in the order of the files.
    pub acceptances: Vec<Acceptance>,
    /// What is wrong and does not refuse the graph, by file, then by place.
    pub warnings: Vec<Fault>,
}

impl From<Arc<Graph>> for Loaded {
    /// A graph of a format that keeps no places.
    fn from(graph: Arc<Graph>) -> Self {
        Self { graph, ..Self::default() }
    }
}

/// A warning that the curators of a graph have looked at and found to be right as it is: what it is about, and why. What is
/// not named may be anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// Which warning.
    pub code: Code,
    /// Of which entity.
    pub entity: Option<EntityId>,
    /// Of edges that start here.
    pub subject: Option<EntityId>,
    /// Of edges of this relation.
    pub relation: Option<RelationId>,
    /// Of edges that end here.
    pub object: Option<EntityId>,
    /// Why it is right.
    pub reason: String,
    /// Where it is written.
    pub location: Location,
}
