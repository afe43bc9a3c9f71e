//! Looking around: `show`, `list`, `find`, `evidence`, `figures for`, `schema`, `stats`, `$result`.

use super::path::arrow;
use super::phrase::{phrase, result};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::node::{Lowered, Node};
use crate::syntax::parser::Rule;
use crate::syntax::tree::{Arrow, StatementKind};

/// A statement that shows what the graph holds.
pub(super) fn looking(node: &Node) -> Lowered<StatementKind> {
    let mut children = node.children();
    Ok(match node.rule() {
        Rule::show => StatementKind::Show(phrase(&children.required()?)?),
        Rule::list => StatementKind::List(phrase(&children.required()?)?),
        Rule::find => StatementKind::Find(phrase(&children.required()?)?),
        Rule::figures => StatementKind::Figures(phrase(&children.required()?)?),
        Rule::evidence => evidence(node)?,
        Rule::schema => StatementKind::Schema,
        Rule::stats => StatementKind::Stats,
        Rule::result => StatementKind::Result(result(node)?),
        _ => return Err(node.misplaced()),
    })
}

fn evidence(node: &Node) -> Lowered<StatementKind> {
    let mut children = node.children();
    let first = phrase(&children.required()?)?;
    let Some(arrow_node) = children.optional(Rule::arrow) else {
        return Ok(StatementKind::Evidence { from: first, to: None });
    };
    let second = phrase(&children.required()?)?;
    match arrow(&arrow_node)? {
        Arrow::Right => Ok(StatementKind::Evidence { from: first, to: Some(second) }),
        Arrow::Left => Ok(StatementKind::Evidence { from: second, to: Some(first) }),
        Arrow::Both => Err(Diagnostic::at(
            Code::Syntax,
            arrow_node.span(),
            "evidence is asked for one direction: from a subject to an object",
        )
        .label("`->` or `<-`")),
    }
}
