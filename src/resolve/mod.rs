//! Names and verbs are looked up here: a syntax tree becomes a resolved statement. No I/O, no running.

mod actions;
mod background;
mod claim;
mod clause;
mod comparing;
mod elsewhere;
mod entities;
mod expectation;
mod fitting;
mod joining;
mod lexicon;
mod looking;
mod loops;
mod members;
mod operation;
mod other_verbs;
mod path;
mod phrase;
mod picture;
mod problem;
mod question;
mod resolved;
mod respelling;
#[cfg(test)]
mod tests;
mod whatif;

use indexmap::IndexMap;

use crate::diagnostic::Diagnostic;
use crate::graph::Graph;
use crate::syntax::{Statement, StatementKind};

pub use expectation::expected;
pub use phrase::{ASPECTS, DIRECTLY, FILLERS};
pub use resolved::*;

/// Results bound by `let`, by name without `$`.
pub type Bindings = IndexMap<String, Vec<Mention>>;

/// What words may mean: a graph and the results bound so far.
pub struct Scope<'a> {
    /// The open graph.
    pub graph: &'a Graph,
    /// Results by name.
    pub bindings: &'a Bindings,
    /// The statement as printed, for mended versions of it.
    pub statement: String,
}

/// Looks up every word of a statement. `expect` is not resolved here: see [`expected`].
///
/// # Errors
/// The first word that has no reading, or several, at its place.
pub fn resolve(statement: &Statement, graph: &Graph, bindings: &Bindings) -> Result<Resolved, Diagnostic> {
    let scope = Scope { graph, bindings, statement: statement.to_string() };
    scope.statement(statement).map_err(|error| scope.respelt(error))
}

impl Scope<'_> {
    fn statement(&self, statement: &Statement) -> Result<Resolved, Diagnostic> {
        match &statement.kind {
            StatementKind::Question(question) => self.question(question),
            StatementKind::Path(path) => Ok(Resolved::Path(self.path(path)?)),
            StatementKind::Let { name, value } => {
                Ok(Resolved::Let { name: name.text.clone(), value: Box::new(self.statement(value)?) })
            }
            StatementKind::Explain { profile, statement } => {
                Ok(Resolved::Explain { profile: *profile, statement: Box::new(self.statement(statement)?) })
            }
            StatementKind::Draw { query, file, .. } => self.draw(query, file),
            StatementKind::Expect { statement, .. } => match statement.as_ref() {
                Ok(inner) => self.statement(inner),
                Err(error) => Err(error.clone()),
            },
            StatementKind::Simulate(statement) => Ok(Resolved::Simulate(self.simulate(statement)?)),
            StatementKind::Loops(statement) => Ok(Resolved::Loops(self.loops(statement)?)),
            StatementKind::Compare(statement) => Ok(Resolved::Compare(self.compare(statement)?)),
            other => self.looking(other),
        }
    }
}

/// Every entity, in no particular context.
fn everything(graph: &Graph) -> Vec<Mention> {
    graph.entity_ids().map(phrase::bare).collect()
}
