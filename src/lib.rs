//! endograph: a knowledge-graph query engine for mechanisms.

pub mod answer;
pub mod cancel;
pub mod causal;
pub mod diagnostic;
pub mod exec;
pub mod formats;
pub mod graph;
pub mod resolve;
pub mod search;
pub mod session;
pub mod syntax;
