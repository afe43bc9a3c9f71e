//! Edges by subject and by object, in compressed sparse rows.

/// Edges by subject and by object, and the class hierarchy.
#[derive(Clone, Debug, Default)]
pub struct Adjacency {}
