//! `loops`, and the questions that ask for them.

use super::clause;
use crate::syntax::node::{Lowered, Node};
use crate::syntax::tree::LoopsStatement;

/// `loops through LH max 8 negative`
pub(super) fn loops(node: &Node) -> Lowered<LoopsStatement> {
    Ok(LoopsStatement { clauses: clause::clauses(node.children())? })
}
