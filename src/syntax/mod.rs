//! Text to tree. Knows no graph.

mod tree;

pub use tree::*;
