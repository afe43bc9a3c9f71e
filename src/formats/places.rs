//! Where the entities and edges of a graph stand in its files: a table beside the graph, for those who curate it.

use std::sync::Arc;

use super::TextFile;
use crate::diagnostic::Span;
use crate::graph::{EdgeId, EntityId};

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: Arc<TextFile>,
    /// Bytes of its text.
    pub span: Span,
}

impl Location {
    /// The line and the column, both from 1; the column counts characters.
    pub fn line_and_column(&self) -> (usize, usize) {
        self.file.line_and_column(self.span.start)
    }
}

/// The places of a graph's entities and edges. Empty where a format keeps none.
#[derive(Clone, Debug, Default)]
pub struct Places {
    files: Vec<Arc<TextFile>>,
    entities: Vec<(usize, Span)>,
    edges: Vec<(usize, Span)>,
}

impl Places {
    /// The places of entities and edges, in table order, each the position of a file and bytes of its text.
    pub fn new(files: Vec<Arc<TextFile>>, entities: Vec<(usize, Span)>, edges: Vec<(usize, Span)>) -> Self {
        Self { files, entities, edges }
    }

    /// Where an entity is declared: its name.
    pub fn entity(&self, id: EntityId) -> Option<Location> {
        self.location(*self.entities.get(id.index())?)
    }

    /// Where an edge is stated: from its subject to its object.
    pub fn edge(&self, id: EdgeId) -> Option<Location> {
        self.location(*self.edges.get(id.index())?)
    }

    fn location(&self, (file, span): (usize, Span)) -> Option<Location> {
        Some(Location { file: Arc::clone(self.files.get(file)?), span })
    }
}
