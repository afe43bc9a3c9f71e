//! `raises LH not FSH`: a `not` between two conditions, which only `but not` joins.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::syntax::{Condition, QuestionForm};

use super::Scope;

/// How a printed statement says `not`, and what joins instead.
const WRITTEN: [&str; 3] = [" do not ", " does not ", " not "];
const MEANT: &str = " but not ";

impl Scope<'_> {
    /// The error of a question that makes sense once its `not` is `but not`; otherwise the error it has.
    pub(super) fn not_without_but(&self, form: &QuestionForm, error: Diagnostic) -> Diagnostic {
        let Some((joined, span)) = with_but(form) else { return error };
        if self.form(&joined).is_err() {
            return error;
        }
        let diagnostic = Diagnostic::at(Code::Syntax, span, "`not` joins nothing here").label("write `but not`");
        let written = WRITTEN.into_iter().find(|written| self.statement.contains(written));
        match written.filter(|_| self.statement.matches(" not ").count() == 1) {
            Some(written) => diagnostic.mended(self.statement.replacen(written, MEANT, 1)),
            None => diagnostic,
        }
    }
}

/// The same question with `but not` for a `not` behind other words, and where the `not` stands.
fn with_but(form: &QuestionForm) -> Option<(QuestionForm, Span)> {
    let (condition, rebuild): (&Condition, fn(Condition) -> QuestionForm) = match form {
        QuestionForm::What(condition) => (condition, QuestionForm::What),
        QuestionForm::WhatIs(condition) => (condition, QuestionForm::WhatIs),
        QuestionForm::Which(condition) => (condition, QuestionForm::Which),
        QuestionForm::HowMany(condition) => (condition, QuestionForm::HowMany),
        QuestionForm::Does(condition) => (condition, QuestionForm::Does),
        QuestionForm::Is(condition) => (condition, QuestionForm::Is),
        _ => return None,
    };
    joined(condition).map(|(condition, span)| (rebuild(condition), span))
}

fn joined(condition: &Condition) -> Option<(Condition, Span)> {
    match condition {
        Condition::Led { lead, condition } => {
            let Condition::Not(_) = condition.as_ref() else { return None };
            let after = super::question::first_phrase(condition)?.span;
            // One white space on either side of the word.
            let start = lead.span.end + 1;
            let span = Span::new(start, after.start.saturating_sub(1).max(start));
            Some((Condition::And(vec![Condition::Is(lead.clone()), condition.as_ref().clone()]), span))
        }
        Condition::And(members) => in_members(members).map(|(members, span)| (Condition::And(members), span)),
        Condition::Or(members) => in_members(members).map(|(members, span)| (Condition::Or(members), span)),
        Condition::Is(_) | Condition::Not(_) => None,
    }
}

fn in_members(members: &[Condition]) -> Option<(Vec<Condition>, Span)> {
    members.iter().enumerate().find_map(|(position, member)| {
        let (member, span) = joined(member)?;
        let mut members = members.to_vec();
        members[position] = member;
        Some((members, span))
    })
}
