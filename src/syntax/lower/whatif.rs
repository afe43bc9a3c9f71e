//! `simulate` statements.

use super::clause;
use super::phrase::phrase;
use crate::syntax::node::{Lowered, Node};
use crate::syntax::parser::Rule;
use crate::syntax::tree::{Action, Intervention, SimulateStatement};

/// `simulate hCG up holding LH versus exogenous testosterone up show FSH`
pub(super) fn simulate(node: &Node) -> Lowered<SimulateStatement> {
    let (scenarios, clauses): (Vec<Node>, Vec<Node>) =
        node.children().filter(|child| child.rule() != Rule::versus).partition(|child| child.rule() == Rule::scenario);
    let mut scenarios = scenarios.iter().map(scenario);
    Ok(SimulateStatement {
        scenario: scenarios.next().ok_or_else(|| node.misplaced())??,
        versus: scenarios.next().transpose()?,
        clauses: clause::clauses(clauses)?,
    })
}

fn scenario(node: &Node) -> Lowered<Vec<Intervention>> {
    node.children().map(|child| intervention(&child)).collect()
}

fn intervention(node: &Node) -> Lowered<Intervention> {
    let mut children = node.children();
    let phrase = phrase(&children.required()?)?;
    let Some(node) = children.optional(Rule::action) else {
        return Ok(Intervention { span: phrase.span, phrase, action: None });
    };
    let span = phrase.span.to(node.span());
    Ok(Intervention { phrase, action: Some(action(&node)?), span })
}

fn action(node: &Node) -> Lowered<Action> {
    let kind = node.children().required()?;
    Ok(match kind.rule() {
        Rule::up => Action::Up,
        Rule::down => Action::Down,
        Rule::blocked => Action::Blocked,
        Rule::removed => Action::Removed,
        Rule::set_up => Action::SetUp,
        Rule::set_down => Action::SetDown,
        _ => return Err(kind.misplaced()),
    })
}
