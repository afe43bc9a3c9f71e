//! Conditions: `and`, `or`, `not` and brackets over phrases.

use super::phrase::phrase;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::node::{Lowered, Node};
use crate::syntax::parser::Rule;
use crate::syntax::tree::Condition;

/// `raise LH and do not suppress FSH or mimic hCG`
pub(super) fn condition(node: &Node) -> Lowered<Condition> {
    let alternatives = node.children().map(|child| conjunction(&child)).collect::<Lowered<Vec<_>>>()?;
    if alternatives.len() > 1
        && let Some(comma) = node.children().find_map(|child| comma_alone(&child))
    {
        return Err(comma);
    }
    Ok(one_or(alternatives, Condition::Or))
}

fn conjunction(node: &Node) -> Lowered<Condition> {
    let members = node.children().map(|child| unit(&child)).collect::<Lowered<Vec<_>>>()?;
    Ok(one_or(members, Condition::And))
}

fn one_or(mut members: Vec<Condition>, join: fn(Vec<Condition>) -> Condition) -> Condition {
    match members.pop() {
        Some(only) if members.is_empty() => only,
        last => {
            members.extend(last);
            join(members)
        }
    }
}

/// `raise LH`, `drugs do not raise LH`, `raise (LH or FSH)`
fn unit(node: &Node) -> Lowered<Condition> {
    let mut children = node.children();
    let lead = children.optional(Rule::phrase).map(|lead| phrase(&lead)).transpose()?;
    let negated = children.optional(Rule::negation).is_some();
    let rest = match children.next() {
        Some(rest) if rest.rule() == Rule::group => Some(condition(&rest.children().required()?)?),
        Some(rest) => Some(Condition::Is(phrase(&rest)?)),
        None => None,
    };
    match (lead, rest) {
        (Some(lead), Some(rest)) => Ok(Condition::Led { lead, condition: Box::new(not_if(negated, rest)) }),
        (Some(lead), None) => Ok(Condition::Is(lead)),
        (None, Some(rest)) => Ok(not_if(negated, rest)),
        (None, None) => Err(node.misplaced()),
    }
}

fn not_if(negated: bool, condition: Condition) -> Condition {
    if negated { Condition::Not(Box::new(condition)) } else { condition }
}

/// Puts the `not` of `doesn't hCG raise LH and …` on the first member.
pub(super) fn negate_first(condition: Condition) -> Condition {
    match condition {
        Condition::And(members) => Condition::And(negate_first_of(members)),
        Condition::Or(members) => Condition::Or(negate_first_of(members)),
        Condition::Not(inner) => *inner,
        other => Condition::Not(Box::new(other)),
    }
}

fn negate_first_of(mut members: Vec<Condition>) -> Vec<Condition> {
    if let Some(first) = members.first_mut() {
        *first = negate_first(first.clone());
    }
    members
}

/// A comma that is no part of `, and` or `, but` reads as `and` or as `or` where the list holds an `or` too.
fn comma_alone(conjunction: &Node) -> Option<Diagnostic> {
    let children: Vec<Node> = conjunction.all_children().collect();
    let comma = children.windows(2).find_map(|pair| match pair {
        [comma, next] if comma.rule() == Rule::comma && next.rule() == Rule::unit => Some(comma.span()),
        _ => None,
    })?;
    Some(
        Diagnostic::at(Code::Ambiguous, comma, "a comma beside `or` can be read two ways")
            .label("`and`, or `or`?")
            .help("write `and` or `or` in place of the comma"),
    )
}
