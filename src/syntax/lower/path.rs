//! `path` statements.

use super::clause;
use super::phrase::phrase;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::syntax::node::{Lowered, Node};
use crate::syntax::parser::Rule;
use crate::syntax::tree::{Arrow, ClauseKind, Endpoint, PathStatement, Repeat, Selection};

/// `path shortest 3 clomiphene -> spermatogenesis via LH avoiding FSH`
pub(super) fn path(node: &Node) -> Lowered<PathStatement> {
    let mut children = node.children();
    let mut repeat = children.optional(Rule::repeat).map(|repeat| self::repeat(&repeat)).transpose()?;
    let selection = match children.optional(Rule::selection) {
        Some(selection) => self::selection(&selection.children().required()?)?,
        None => Selection::Families,
    };
    if let Some(second) = children.optional(Rule::repeat) {
        if repeat.is_some() {
            return Err(Diagnostic::at(Code::ClauseConflict, second.span(), "a path is a trail or a walk, said once"));
        }
        repeat = Some(self::repeat(&second)?);
    }

    let mut endpoints = vec![endpoint(&children.required()?)?];
    let mut arrows = Vec::new();
    while let Some(node) = children.optional(Rule::arrow) {
        arrows.push((arrow(&node)?, node.span()));
        endpoints.push(endpoint(&children.required()?)?);
    }
    let clauses = clause::clauses(children)?;
    let repeat = repeat.unwrap_or(Repeat::Simple);
    if repeat != Repeat::Simple && !clauses.iter().any(|clause| matches!(clause.kind, ClauseKind::Max(_))) {
        return Err(unbounded(node.span(), repeat));
    }
    Ok(PathStatement { selection, repeat, endpoints, arrow: one_direction(&arrows, node)?, clauses })
}

fn selection(node: &Node) -> Lowered<Selection> {
    Ok(match node.rule() {
        Rule::all => Selection::All,
        Rule::any => Selection::Any,
        Rule::all_shortest => Selection::AllShortest,
        Rule::shortest => {
            Selection::Shortest(node.children().next().map(|number| clause::number(&number)).transpose()?)
        }
        _ => return Err(node.misplaced()),
    })
}

fn repeat(node: &Node) -> Lowered<Repeat> {
    let kind = node.children().required()?;
    match kind.rule() {
        Rule::trail => Ok(Repeat::Trail),
        Rule::walk => Ok(Repeat::Walk),
        _ => Err(kind.misplaced()),
    }
}

fn endpoint(node: &Node) -> Lowered<Endpoint> {
    let child = node.children().required()?;
    match child.rule() {
        Rule::anything => Ok(Endpoint::Anything(child.span())),
        _ => Ok(Endpoint::Phrase(phrase(&child)?)),
    }
}

/// The direction of one arrow.
pub(super) fn arrow(node: &Node) -> Lowered<Arrow> {
    let kind = node.all_children().next().map(|kind| kind.rule());
    match kind {
        Some(Rule::arrow_right) => Ok(Arrow::Right),
        Some(Rule::arrow_left) => Ok(Arrow::Left),
        Some(Rule::arrow_both) => Ok(Arrow::Both),
        _ => Err(node.misplaced()),
    }
}

fn one_direction(arrows: &[(Arrow, Span)], path: &Node) -> Lowered<Arrow> {
    let Some((first, _)) = arrows.first() else { return Err(path.misplaced()) };
    match arrows.iter().find(|(arrow, _)| arrow != first) {
        Some((arrow, span)) => Err(Diagnostic::at(
            Code::ClauseConflict,
            *span,
            format!("the arrows of a path point one way: `{first}` before, `{arrow}` here"),
        )
        .label("points another way")),
        None => Ok(*first),
    }
}

fn unbounded(span: Span, repeat: Repeat) -> Diagnostic {
    let what = if repeat == Repeat::Trail { "trails" } else { "walks" };
    Diagnostic::at(Code::Incomplete, span, format!("{what} may go round in circles, so they need a longest length"))
        .label("`max` is missing")
        .help("add `max 8`, or as many steps as you want")
}
