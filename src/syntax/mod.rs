//! Text to tree. Knows no graph.
