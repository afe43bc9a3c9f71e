//! Questions, one arm a frame.

use std::fmt::{self, Display, Formatter};

use super::clause::write_clauses;
use super::condition::write_condition;
use crate::syntax::tree::{Condition, Phrase, Question, QuestionForm};

impl Display for Question {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.form.fmt(f)?;
        write_clauses(f, &self.clauses)
    }
}

impl Display for QuestionForm {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::What(condition) => {
                f.write_str(if begins_with_not(condition) { "what does " } else { "what " })?;
                write_condition(f, condition, "do not")
            }
            Self::Which(condition) => {
                f.write_str("which ")?;
                write_condition(f, condition, "do not")
            }
            Self::HowMany(condition) => {
                f.write_str("how many ")?;
                write_condition(f, condition, "do not")
            }
            Self::WhatDoes(phrase) => write!(f, "what does {phrase}"),
            Self::WhatIs(condition) => {
                f.write_str("what is ")?;
                write_condition(f, condition, "not")
            }
            Self::WhichDoes { kind, rest } => write!(f, "which {kind} does {rest}"),
            Self::Does(condition) => {
                f.write_str("does ")?;
                write_condition(f, condition, "not")
            }
            Self::Is(condition) => {
                f.write_str("is ")?;
                write_condition(f, condition, "not")
            }
            Self::How(phrase) => write!(f, "how does {phrase}"),
            Self::Why { passive, before, after_not } => {
                f.write_str(if *passive { "why is" } else { "why does" })?;
                before.iter().try_for_each(|before| write!(f, " {before}"))?;
                after_not.iter().try_for_each(|after| write!(f, " not {after}"))
            }
            Self::Disagreements { about: None } => f.write_str("what do the documents disagree on"),
            Self::Disagreements { about: Some(about) } => {
                write!(f, "what do the documents disagree on about {about}")
            }
            Self::Common(names) => {
                f.write_str("what do ")?;
                write_names(f, names)?;
                f.write_str(" have in common")
            }
            Self::Differ(names) => {
                f.write_str("how do ")?;
                write_names(f, names)?;
                f.write_str(" differ")
            }
        }
    }
}

/// `what does not raise LH` needs its `does`.
fn begins_with_not(condition: &Condition) -> bool {
    match condition {
        Condition::Not(_) => true,
        Condition::And(members) | Condition::Or(members) => members.first().is_some_and(begins_with_not),
        Condition::Is(_) | Condition::Led { .. } => false,
    }
}

/// `hCG, LH and FSH`
fn write_names(f: &mut Formatter<'_>, names: &[Phrase]) -> fmt::Result {
    for (index, name) in names.iter().enumerate() {
        f.write_str(match index {
            0 => "",
            last if last + 1 == names.len() => " and ",
            _ => ", ",
        })?;
        name.fmt(f)?;
    }
    Ok(())
}
