//! endograph: a knowledge-graph query engine for mechanisms.

pub mod cancel;
pub mod causal;
pub mod diagnostic;
pub mod graph;
pub mod search;
pub mod syntax;
