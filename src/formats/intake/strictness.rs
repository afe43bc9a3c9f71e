//! What becomes of a graph with faulty rows.

/// What becomes of a graph with faulty rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strictness {
    /// One fault refuses the graph.
    #[default]
    Strict,
    /// Faulty rows are left out, counted and told.
    Lenient,
}
