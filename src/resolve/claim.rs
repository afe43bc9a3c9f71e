//! Claims of yes-or-no questions: a subject, a verb, an object, with what a phrase leaves out taken from its neighbours.

use crate::diagnostic::{Code, Diagnostic};
use crate::graph::{RelationId, Role};
use crate::syntax::{self, Phrase};

use super::phrase::{Part, Slot};
use super::question::{AFTER_IS, incomplete};
use super::{Ask, AskMeaning, Asked, Claim, Form, Scope, Side, Target};

impl Scope<'_> {
    /// The claims of a condition. An object alone takes the subject and verb before it (`raise LH and FSH`), a subject alone
    /// the verb and object after it (`LH and FSH suppressed by testosterone`).
    pub(super) fn claims(&self, asked: Asked, condition: &syntax::Condition, verb: Slot) -> Result<Form, Diagnostic> {
        let mut phrases = Vec::new();
        leaves(condition, false, &mut phrases);
        let mut claims: Vec<Claim> = Vec::new();
        let mut waiting: Vec<(Target, bool, Diagnostic)> = Vec::new();
        for (phrase, negated) in phrases {
            match self.claim(phrase, negated, verb, claims.last()) {
                Ok((claim, first)) => {
                    claims.extend(waiting.drain(..).map(|(target, negated, _)| match first {
                        Side::Subject => Claim { subject: target, negated, ..claim.clone() },
                        Side::Object => Claim { object: target, negated, ..claim.clone() },
                    }));
                    claims.push(claim);
                }
                Err(error) if claims.is_empty() => match self.name(phrase) {
                    Ok(target) => waiting.push((target, negated, error)),
                    Err(_) => return Err(error),
                },
                Err(error) => return Err(error),
            }
        }
        match waiting.into_iter().next() {
            Some((.., error)) => Err(error),
            None => Ok(Form::Claims { asked, claims }),
        }
    }

    /// One claim, and the side of the edge that its first name stands on.
    fn claim(
        &self,
        phrase: &Phrase,
        negated: bool,
        verb: Slot,
        before: Option<&Claim>,
    ) -> Result<(Claim, Side), Diagnostic> {
        let error = match self.read(phrase, &[&[Slot::Name, verb, Slot::NameOrKind]]) {
            Ok(parts) => return whole_claim(parts, negated).ok_or_else(|| incomplete(phrase)),
            Err(error) => error,
        };
        if let Some(claim) = self.membership_claim(phrase, negated, verb) {
            return Ok((claim, Side::Subject));
        }
        let Some(before) = before else { return Err(error) };
        if let Ok(parts) = self.read(phrase, &[&[verb, Slot::NameOrKind]])
            && let Ok([Part::Ask { ask, before: Side::Subject }, Part::Target(object)]) = <[Part; 2]>::try_from(parts)
        {
            return Ok((Claim { subject: before.subject.clone(), ask, object, negated }, Side::Subject));
        }
        match self.target(phrase, Slot::NameOrKind) {
            Ok(object) => {
                let claim = Claim { subject: before.subject.clone(), ask: before.ask.clone(), object, negated };
                Ok((claim, Side::Subject))
            }
            Err(object) if object.code == Code::UnknownName => Err(object),
            Err(_) => Err(error),
        }
    }

    /// `are SERMs | drugs`: a name and a class or kind with nothing between them.
    fn membership_claim(&self, phrase: &Phrase, negated: bool, verb: Slot) -> Option<Claim> {
        if verb != AFTER_IS {
            return None;
        }
        let relations = &self.graph.schema.relations;
        let position = relations.values().position(|relation| relation.role == Role::Membership)?;
        let relation = RelationId::from_index(position);
        let third = self.graph.schema.relation(relation).verbs.first()?.third.clone();
        let parts = self.read(phrase, &[&[Slot::Name, Slot::Restriction]]).ok()?;
        let Ok([Part::Target(subject), Part::Target(object)]) = <[Part; 2]>::try_from(parts) else { return None };
        let ask = Ask { meaning: AskMeaning::Relation(relation), third, directly: false };
        Some(Claim { subject, ask, object, negated })
    }
}

fn whole_claim(parts: Vec<Part>, negated: bool) -> Option<(Claim, Side)> {
    let Ok([Part::Target(first), Part::Ask { ask, before }, Part::Target(second)]) = <[Part; 3]>::try_from(parts)
    else {
        return None;
    };
    let (subject, object) = match before {
        Side::Subject => (first, second),
        Side::Object => (second, first),
    };
    Some((Claim { subject, ask, object, negated }, before))
}

/// The phrases of a condition in the order written, each with whether it is negated.
fn leaves<'c>(condition: &'c syntax::Condition, negated: bool, phrases: &mut Vec<(&'c Phrase, bool)>) {
    match condition {
        syntax::Condition::Is(phrase) => phrases.push((phrase, negated)),
        syntax::Condition::Not(inner) => leaves(inner, !negated, phrases),
        syntax::Condition::Led { condition, .. } => leaves(condition, negated, phrases),
        syntax::Condition::And(members) | syntax::Condition::Or(members) => {
            for member in members {
                leaves(member, negated, phrases);
            }
        }
    }
}
