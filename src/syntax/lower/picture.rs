//! `draw`.

use super::phrase::{name, plain};
use crate::syntax::node::{Lowered, Node};
use crate::syntax::parse;
use crate::syntax::parser::Rule;
use crate::syntax::tree::{StatementKind, Word};

/// `draw ? why does hCG suppress LH to lh.svg --force`
pub(super) fn draw(node: &Node) -> Lowered<StatementKind> {
    let mut children = node.children();
    let drawn = children.required()?;
    let file = file(&children.required()?)?;
    let query = parse::drawn(drawn.text(), drawn.span().start).map_err(|mut fault| {
        fault.mended = fault.mended.map(|mended| format!("draw {mended} to {}", node_text(&file)));
        fault
    })?;
    let replacing = children.optional(Rule::replacing).is_some();
    Ok(StatementKind::Draw { query: Box::new(query), file, replacing })
}

fn file(node: &Node) -> Lowered<Word> {
    match node.children().next() {
        Some(inner) => name(&inner),
        None => Ok(plain(node)),
    }
}

/// A file as a statement names it.
fn node_text(file: &Word) -> String {
    crate::syntax::print::file_text(file)
}
