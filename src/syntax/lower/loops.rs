//! `loops`, and the questions that ask for them.

use super::clause;
use crate::syntax::node::{Lowered, Node};
use crate::syntax::parser::Rule;
use crate::syntax::tree::LoopsStatement;

/// `loops through LH max 8 negative`
pub(super) fn loops(node: &Node) -> Lowered<LoopsStatement> {
    let clauses = node.children().flat_map(|child| match child.rule() {
        // `negative` of `? which negative loops are there`
        Rule::which_loops | Rule::is_there_loop => {
            child.children().filter(|part| part.rule() != Rule::passing).collect()
        }
        Rule::somewhere => Vec::new(),
        _ => vec![child],
    });
    Ok(LoopsStatement { clauses: clause::clauses(clauses)? })
}
