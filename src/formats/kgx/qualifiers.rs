//! What the qualifiers of an edge say of its sign and of the aspect that it changes.

use super::properties::{EdgeProperty, Properties};
use crate::formats::intake::{Intake, StatedSign};
use crate::graph::{Aspect, Sign};

/// The words for directions.
const DIRECTIONS: &[(&str, Sign)] = &[
    ("increased", Sign::Positive),
    ("upregulated", Sign::Positive),
    ("decreased", Sign::Negative),
    ("downregulated", Sign::Negative),
];

/// An edge's effect as its qualifiers and its predicate say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Effect<'t> {
    /// The word that says what the relation is; empty where the sign says it all.
    pub(super) relation: &'t str,
    pub(super) sign: StatedSign,
    pub(super) aspect: Option<Aspect>,
}

/// A word that is no direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnknownDirection<'t>(pub(super) &'t str);

/// Reads an edge's effect. Where its original predicate is a word with just this meaning, it is that relation.
///
/// # Errors
/// A direction that is none.
pub(super) fn effect<'t>(
    edge: &'t Properties<'_, EdgeProperty>,
    intake: &mut Intake,
) -> Result<Effect<'t>, UnknownDirection<'t>> {
    let effect = qualified(edge, intake)?;
    let original = edge.first(EdgeProperty::OriginalPredicate);
    let Some(meaning) = intake.meaning_of(original).filter(|_| !original.is_empty()) else {
        return Ok(effect);
    };
    let sign = match effect.sign {
        StatedSign::ByRelation => intake.meaning_of(effect.relation).and_then(|meaning| meaning.sign),
        stated => stated.sign(),
    };
    let agrees = meaning.sign == sign && effect.aspect.is_none_or(|aspect| aspect == meaning.aspect);
    let original = Effect { relation: original, sign: StatedSign::ByRelation, aspect: None };
    Ok(if agrees { original } else { effect })
}

/// Reads the effect of predicate and qualifiers.
///
/// A direction of the object gives the sign of what acts on it, and its aspect what is changed; more degradation of
/// something is less of it. An aspect that is neither amount nor activity (localisation) leaves no sign. Less of the
/// subject turns the sign round. What only occurs together has no sign, whatever its qualifiers say.
///
/// # Errors
/// A direction that is none.
fn qualified<'t>(
    edge: &'t Properties<'_, EdgeProperty>,
    intake: &mut Intake,
) -> Result<Effect<'t>, UnknownDirection<'t>> {
    let (core, qualified) = (edge.first(EdgeProperty::Predicate), edge.first(EdgeProperty::QualifiedPredicate));
    let relation = if qualified.is_empty() { core } else { qualified };
    let plain = Effect { relation, sign: StatedSign::ByRelation, aspect: None };
    let meaning = intake.meaning_of(relation);
    if meaning.is_some_and(|meaning| meaning.symmetric) {
        return Ok(plain);
    }
    let object = direction(edge.first(EdgeProperty::ObjectDirection))?;
    let subject = direction(edge.first(EdgeProperty::SubjectDirection))?;
    let aspect = edge.first(EdgeProperty::ObjectAspect);
    let turned = [subject, turned_by(edge.first(EdgeProperty::SubjectAspect), subject, intake)];
    let turned = turned.into_iter().flatten().fold(Sign::Positive, |turned, sign| turned * sign);
    if object.is_none() && aspect.is_empty() && turned == Sign::Positive {
        return Ok(plain);
    }
    let unsigned = Effect { relation: unsigned(core, intake), sign: StatedSign::Unsigned, aspect: None };
    let (sign, aspect) = match (object, aspect) {
        (Some(sign), "") => (sign, Aspect::Activity),
        (Some(sign), aspect) => match intake.aspect_of(aspect) {
            Some(change) => (change.sign * sign, change.aspect),
            None => return Ok(unsigned),
        },
        (None, "") => match meaning.and_then(|meaning| Some((meaning.sign?, meaning.aspect))) {
            Some(own) => own,
            None => return Ok(plain),
        },
        (None, _) => return Ok(unsigned),
    };
    Ok(Effect { relation: "", sign: StatedSign::Signed(sign * turned), aspect: Some(aspect) })
}

/// The core predicate, where it claims no sign; nothing otherwise.
fn unsigned<'t>(core: &'t str, intake: &mut Intake) -> &'t str {
    if intake.meaning_of(core).is_some_and(|meaning| meaning.sign.is_none()) { core } else { "" }
}

fn direction(word: &str) -> Result<Option<Sign>, UnknownDirection<'_>> {
    if word.is_empty() {
        return Ok(None);
    }
    let found = DIRECTIONS.iter().find(|(known, _)| *known == word).map(|(_, sign)| Some(*sign));
    found.ok_or(UnknownDirection(word))
}

/// More degradation of the subject is less of it.
fn turned_by(aspect: &str, direction: Option<Sign>, intake: &Intake) -> Option<Sign> {
    direction.and_then(|_| intake.aspect_of(aspect)).map(|change| change.sign)
}
