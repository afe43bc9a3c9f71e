//! `compare` statements.

use super::clause;
use super::phrase::phrase;
use crate::syntax::node::{Lowered, Node};
use crate::syntax::parser::Rule;
use crate::syntax::tree::CompareStatement;

/// `compare hCG, gonadorelin on LH, FSH`
pub(super) fn compare(node: &Node) -> Lowered<CompareStatement> {
    let (agents, clauses): (Vec<Node>, Vec<Node>) = node
        .children()
        .filter(|child| child.rule() != Rule::versus)
        .partition(|child| child.rule() == Rule::compared_name);
    Ok(CompareStatement {
        agents: agents.iter().map(phrase).collect::<Lowered<_>>()?,
        clauses: clause::clauses(clauses)?,
    })
}
