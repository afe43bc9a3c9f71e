//! Questions: which slots each frame has, and what its phrases fill them with.

use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::{self, Phrase, QuestionForm};

use super::fitting::{fits_comparison, fits_question};
use super::phrase::{Part, Slot, VerbSet};
use super::{Ask, Asked, ComparisonView, Condition, Form, Predicate, Question, Resolved, Scope, Side, Target};

pub(super) const ACTIVE: Slot = Slot::Verb(VerbSet::Active);
pub(super) const AFTER_IS: Slot = Slot::Verb(VerbSet::AfterIs);

/// The verb of the phrase before, which an object alone takes over.
type Carried = Option<(Ask, Side)>;

impl Scope<'_> {
    pub(super) fn question(&self, question: &syntax::Question) -> Result<Resolved, Diagnostic> {
        let compared = match &question.form {
            QuestionForm::Common(agents) => Some((agents, ComparisonView::Common)),
            QuestionForm::Differ(agents) => Some((agents, ComparisonView::Differences)),
            _ => None,
        };
        if let Some((agents, view)) = compared {
            fits_comparison(&question.clauses)?;
            return Ok(Resolved::Compare(self.comparison(agents, &question.clauses, view)?));
        }
        let clauses = self.clauses(&question.clauses)?;
        let form = self.form(&question.form).map_err(|error| self.not_without_but(&question.form, error))?;
        fits_question(&form, &question.clauses)?;
        Ok(Resolved::Question(Question { form, clauses }))
    }

    pub(super) fn form(&self, form: &QuestionForm) -> Result<Form, Diagnostic> {
        Ok(match form {
            QuestionForm::What(condition) => self.select(None, &without_leads(condition), ACTIVE, false)?,
            QuestionForm::WhatIs(condition) => self.what_is(&without_leads(condition))?,
            QuestionForm::Which(condition) => self.which(&without_leads(condition), false)?,
            QuestionForm::HowMany(condition) => self.which(&without_leads(condition), true)?,
            QuestionForm::WhatDoes(phrase) => self.what_does(phrase)?,
            QuestionForm::WhichDoes { kind, rest } => {
                let among = self.target(kind, Slot::Restriction)?;
                self.others(rest, ACTIVE, Some(among))?
            }
            QuestionForm::Does(condition) => self.claims(Asked::Whether, &without_leads(condition), ACTIVE)?,
            QuestionForm::Is(condition) => self.claims(Asked::Whether, &without_leads(condition), AFTER_IS)?,
            QuestionForm::How(phrase) => self.claims(Asked::How, &syntax::Condition::Is(phrase.clone()), ACTIVE)?,
            QuestionForm::Why { passive, before, after_not } => {
                self.why(*passive, before.as_ref(), after_not.as_ref())?
            }
            QuestionForm::Disagreements { about } => {
                Form::Disagreements(about.as_ref().map(|phrase| self.name(phrase)).transpose()?)
            }
            // Comparisons, which are no forms of their own: see `question`.
            QuestionForm::Common(_) | QuestionForm::Differ(_) => {
                return Err(Diagnostic::new(Code::NotApplicable, "a comparison is no condition"));
            }
        })
    }

    fn what_is(&self, condition: &syntax::Condition) -> Result<Form, Diagnostic> {
        if let syntax::Condition::Is(phrase) = condition
            && let Ok(target) = self.name(phrase)
        {
            return Ok(Form::Card(target));
        }
        // `what is LH suppressed by`: the verb stands last.
        if let syntax::Condition::Is(phrase) = condition
            && self.read(phrase, &[&[Slot::Name, AFTER_IS]]).is_ok()
        {
            return self.others(phrase, AFTER_IS, None);
        }
        self.select(None, condition, AFTER_IS, false).map_err(|error| match condition {
            // `what is nobody`: what is missing is a name, not a verb.
            syntax::Condition::Is(phrase) if error.code == Code::UnknownVerb => {
                self.name(phrase).err().unwrap_or(error)
            }
            _ => error,
        })
    }

    fn what_does(&self, phrase: &Phrase) -> Result<Form, Diagnostic> {
        match self.read(phrase, &[&[Slot::Name, Slot::Do], &[Slot::Name, ACTIVE]])?.as_slice() {
            [Part::Target(subject), Part::Do] => Ok(Form::Effects(subject.clone())),
            _ => self.others(phrase, ACTIVE, None),
        }
    }

    /// `FSH stimulate`, `LH suppressed by`: what stands on the other side of the verb.
    fn others(&self, phrase: &Phrase, verb: Slot, among: Option<Target>) -> Result<Form, Diagnostic> {
        let parts = self.read(phrase, &[&[Slot::Name, verb]])?;
        let [Part::Target(subject), Part::Ask { ask, before }] = parts.as_slice() else {
            return Err(incomplete(phrase));
        };
        let predicate = Predicate { ask: ask.clone(), candidate: other_side(*before), other: subject.clone() };
        Ok(Form::Select { among, condition: Condition::Is(predicate), count: false })
    }

    fn which(&self, condition: &syntax::Condition, count: bool) -> Result<Form, Diagnostic> {
        let Some(first) = first_phrase(condition) else {
            return Err(Diagnostic::new(Code::Incomplete, "a condition is missing"));
        };
        let parts = self.read(first, &[&[Slot::Restriction, ACTIVE, Slot::NameOrKind]])?;
        let mut parts = parts.into_iter();
        let Some(Part::Target(among)) = parts.next() else { return Err(incomplete(first)) };
        let mut carried = None;
        let resolved = match (parts.next(), parts.next()) {
            (Some(Part::Ask { ask, before }), Some(Part::Target(other))) => {
                let head = predicate(ask, before, other, &mut carried);
                self.condition_after_head(condition, &mut Some(head), ACTIVE, &mut carried)?
            }
            _ => return Err(incomplete(first)),
        };
        Ok(Form::Select { among: Some(among), condition: resolved, count })
    }

    fn select(
        &self,
        among: Option<Target>,
        condition: &syntax::Condition,
        verb: Slot,
        count: bool,
    ) -> Result<Form, Diagnostic> {
        let condition = self.condition_after_head(condition, &mut None, verb, &mut None)?;
        Ok(Form::Select { among, condition, count })
    }

    /// Resolves a condition whose first phrase may have been read already.
    fn condition_after_head(
        &self,
        condition: &syntax::Condition,
        head: &mut Option<Predicate>,
        verb: Slot,
        carried: &mut Carried,
    ) -> Result<Condition, Diagnostic> {
        Ok(match condition {
            syntax::Condition::Is(phrase) => Condition::Is(match head.take() {
                Some(predicate) => predicate,
                None => self.predicate(phrase, verb, carried)?,
            }),
            syntax::Condition::Not(inner) => {
                Condition::Not(Box::new(self.condition_after_head(inner, head, verb, carried)?))
            }
            syntax::Condition::Led { condition, .. } => self.condition_after_head(condition, head, verb, carried)?,
            syntax::Condition::And(members) => Condition::And(
                members
                    .iter()
                    .map(|member| self.condition_after_head(member, head, verb, carried))
                    .collect::<Result<_, _>>()?,
            ),
            syntax::Condition::Or(members) => Condition::Or(
                members
                    .iter()
                    .map(|member| self.condition_after_head(member, head, verb, carried))
                    .collect::<Result<_, _>>()?,
            ),
        })
    }

    fn predicate(&self, phrase: &Phrase, verb: Slot, carried: &mut Carried) -> Result<Predicate, Diagnostic> {
        let with_verb: &[&[Slot]] = if verb == ACTIVE {
            &[&[ACTIVE, Slot::NameOrKind]]
        } else {
            &[&[AFTER_IS, Slot::NameOrKind], &[ACTIVE, Slot::NameOrKind]]
        };
        let with_verb_first: &[&[Slot]] =
            if carried.is_none() && verb == AFTER_IS { &with_verb[..1] } else { with_verb };
        match (self.read(phrase, with_verb_first), carried.clone()) {
            (Ok(parts), _) => match <[Part; 2]>::try_from(parts) {
                Ok([Part::Ask { ask, before }, Part::Target(other)]) => Ok(predicate(ask, before, other, carried)),
                _ => Err(incomplete(phrase)),
            },
            (Err(error), Some((ask, candidate))) => match self.target(phrase, Slot::NameOrKind) {
                Ok(other) => Ok(Predicate { ask, candidate, other }),
                Err(object) if object.code == Code::UnknownName && error.code == Code::UnknownVerb => Err(object),
                Err(_) => Err(error),
            },
            (Err(error), None) => Err(error),
        }
    }

    fn why(&self, passive: bool, before: Option<&Phrase>, after_not: Option<&Phrase>) -> Result<Form, Diagnostic> {
        let verb = if passive { AFTER_IS } else { ACTIVE };
        let asked = if after_not.is_some() { Asked::WhyNot } else { Asked::Why };
        let whole = match (before, after_not) {
            (Some(before), Some(after)) => joined(before, after),
            (Some(only), None) | (None, Some(only)) => only.clone(),
            (None, None) => {
                return Err(Diagnostic::new(Code::Incomplete, "a subject, a verb and an object are missing"));
            }
        };
        self.claims(asked, &syntax::Condition::Is(whole), verb)
    }
}

fn other_side(side: Side) -> Side {
    match side {
        Side::Subject => Side::Object,
        Side::Object => Side::Subject,
    }
}

fn predicate(ask: Ask, candidate: Side, other: Target, carried: &mut Carried) -> Predicate {
    *carried = Some((ask.clone(), candidate));
    Predicate { ask, candidate, other }
}

pub(super) fn first_phrase(condition: &syntax::Condition) -> Option<&Phrase> {
    match condition {
        syntax::Condition::Is(phrase) => Some(phrase),
        syntax::Condition::Not(inner) | syntax::Condition::Led { condition: inner, .. } => first_phrase(inner),
        syntax::Condition::And(members) | syntax::Condition::Or(members) => first_phrase(members.first()?),
    }
}

/// The condition with each lead put before the first phrase of what it leads: from there on the verb is carried over.
fn without_leads(condition: &syntax::Condition) -> syntax::Condition {
    match condition {
        syntax::Condition::Is(phrase) => syntax::Condition::Is(phrase.clone()),
        syntax::Condition::Not(inner) => syntax::Condition::Not(Box::new(without_leads(inner))),
        syntax::Condition::And(members) => syntax::Condition::And(members.iter().map(without_leads).collect()),
        syntax::Condition::Or(members) => syntax::Condition::Or(members.iter().map(without_leads).collect()),
        syntax::Condition::Led { lead, condition } => {
            let mut condition = without_leads(condition);
            if let Some(first) = first_phrase_mut(&mut condition) {
                *first = joined(lead, first);
            }
            condition
        }
    }
}

fn first_phrase_mut(condition: &mut syntax::Condition) -> Option<&mut Phrase> {
    match condition {
        syntax::Condition::Is(phrase) => Some(phrase),
        syntax::Condition::Not(inner) | syntax::Condition::Led { condition: inner, .. } => first_phrase_mut(inner),
        syntax::Condition::And(members) | syntax::Condition::Or(members) => first_phrase_mut(members.first_mut()?),
    }
}

fn joined(before: &Phrase, after: &Phrase) -> Phrase {
    Phrase { items: before.items.iter().chain(&after.items).cloned().collect(), span: before.span.to(after.span) }
}

pub(super) fn incomplete(phrase: &Phrase) -> Diagnostic {
    Diagnostic::at(Code::Incomplete, phrase.span, "a verb and a name are missing here")
}
