//! Conditions, with the brackets that they need and the `do` that English wants.

use std::fmt::{self, Display, Formatter};

use crate::syntax::tree::{Condition, Item, Phrase};

impl Display for Condition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_condition(f, self, "do not")
    }
}

/// How tightly a place binds: what stands there looser goes into brackets.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Place {
    Whole,
    MemberOfOr,
    MemberOfAnd,
    /// After `not` or a lead: a phrase, or brackets.
    Operand,
}

/// A condition whose first words are followed by `negation` where they are negated: `drugs | do not | raise LH`.
pub(super) fn write_condition(f: &mut Formatter<'_>, condition: &Condition, negation: &str) -> fmt::Result {
    write_at(f, condition, Place::Whole, negation)
}

fn write_at(f: &mut Formatter<'_>, condition: &Condition, place: Place, negation: &str) -> fmt::Result {
    if place > loosest_place(condition) {
        f.write_str("(")?;
        write_at(f, condition, Place::Whole, negation)?;
        return f.write_str(")");
    }
    match condition {
        Condition::Is(phrase) => phrase.fmt(f),
        Condition::Not(inner) => {
            f.write_str("not ")?;
            write_at(f, inner, Place::Operand, negation)
        }
        Condition::Led { lead, condition } => {
            write!(f, "{lead} ")?;
            match condition.as_ref() {
                Condition::Not(inner) => {
                    write!(f, "{} ", negation_after(lead, negation))?;
                    write_at(f, inner, Place::Operand, negation)
                }
                // A phrase after a phrase would run into it.
                inner => {
                    f.write_str("(")?;
                    write_at(f, inner, Place::Whole, negation)?;
                    f.write_str(")")
                }
            }
        }
        Condition::And(members) => write_members(f, members, " and ", Place::MemberOfAnd, negation),
        Condition::Or(members) => write_members(f, members, " or ", Place::MemberOfOr, negation),
    }
}

fn loosest_place(condition: &Condition) -> Place {
    match condition {
        Condition::Is(_) => Place::Operand,
        Condition::Not(_) | Condition::Led { .. } => Place::MemberOfAnd,
        Condition::And(_) => Place::MemberOfOr,
        Condition::Or(_) => Place::Whole,
    }
}

fn write_members(
    f: &mut Formatter<'_>,
    members: &[Condition],
    joint: &str,
    place: Place,
    negation: &str,
) -> fmt::Result {
    for (index, member) in members.iter().enumerate() {
        if index > 0 {
            f.write_str(joint)?;
        }
        write_at(f, member, place, negation)?;
    }
    Ok(())
}

/// `hormones are | not | suppressed by hCG` takes no `do`; a lead that itself ends in `do` needs a second one, or the `not`
/// would take the first.
fn negation_after<'a>(lead: &Phrase, negation: &'a str) -> &'a str {
    if ends_in(lead, &["is", "are"]) {
        "not"
    } else if ends_in(lead, &["do", "does"]) {
        "do not"
    } else {
        negation
    }
}

fn ends_in(lead: &Phrase, words: &[&str]) -> bool {
    match lead.items.last() {
        Some(Item::Word(last)) => words.iter().any(|word| last.text.eq_ignore_ascii_case(word)),
        _ => false,
    }
}
