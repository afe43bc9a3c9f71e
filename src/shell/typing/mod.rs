//! What the shell knows of a statement while it is typed: what may come next, which words are known, how it may go on.
//! Knows the text and the graph, no terminal.

mod candidate;
mod clauses;
mod colours;
mod completion;
mod contexts;
mod ends;
mod hint;
mod keywords;
mod names;
mod reachable;
mod reading;
#[cfg(test)]
mod tests;
mod unknown;
mod verbs;
mod walk;

use endograph::graph::Graph;

pub use candidate::Candidate;
pub use colours::coloured;
pub use completion::{Completion, complete};
pub use hint::rest_of_name;

/// What words there are, and what was entered before the line.
#[derive(Clone, Copy)]
pub struct Vocabulary<'session> {
    /// Entities, kinds, verbs.
    pub graph: &'session Graph,
    /// Results bound with `let`.
    pub bound: &'session [String],
    /// The lines of the entry before this one, each with its line end.
    pub earlier: &'session str,
}
