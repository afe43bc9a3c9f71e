//! From what the grammar matched to the tree, one file a statement family.

mod clause;
mod comparing;
mod condition;
mod looking;
mod loops;
mod path;
mod phrase;
mod picture;
mod question;
mod script;
mod whatif;

use super::node::{Lowered, Node};
use super::parser::Rule;
use super::tree::{Statement, StatementKind};

/// A whole statement from a match of `statement`.
pub(super) fn statement(node: &Node) -> Lowered<Statement> {
    kind(&node.children().required()?)
}

/// A statement from the match of its family's rule.
fn kind(node: &Node) -> Lowered<Statement> {
    let kind = match node.rule() {
        Rule::question => StatementKind::Question(question::question(node)?),
        Rule::path => StatementKind::Path(path::path(node)?),
        Rule::simulate => StatementKind::Simulate(whatif::simulate(node)?),
        Rule::loops | Rule::loop_question => StatementKind::Loops(loops::loops(node)?),
        Rule::compare => StatementKind::Compare(comparing::compare(node)?),
        Rule::let_result => script::let_result(node)?,
        Rule::expect => script::expect(node)?,
        Rule::explain => script::explain(node)?,
        Rule::draw => picture::draw(node)?,
        _ => looking::looking(node)?,
    };
    Ok(Statement { kind, span: node.span() })
}
