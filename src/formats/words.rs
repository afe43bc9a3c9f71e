//! The words of fields that allow a few: the same in every format.

use super::intake::{Intake, Place};
use crate::diagnostic::{Code, suggest};
use crate::graph::{Aspect, Certainty, Strength};

/// What an effect changes.
pub(in crate::formats) const ASPECTS: &[(&str, Aspect)] =
    &[("abundance", Aspect::Abundance), ("activity", Aspect::Activity)];

/// How sure a source is.
pub(in crate::formats) const CERTAINTIES: &[(&str, Certainty)] = &[
    ("established", Certainty::Established),
    ("suggested", Certainty::Suggested),
    ("theoretical", Certainty::Theoretical),
];

/// How strong an edge is.
pub(in crate::formats) const STRENGTHS: &[(&str, Strength)] =
    &[("weak", Strength::Weak), ("medium", Strength::Medium), ("strong", Strength::Strong)];

/// Yes and no, as tables and exports write them.
const TRUTHS: &[(&str, bool)] =
    &[("true", true), ("false", false), ("yes", true), ("no", false), ("1", true), ("0", false)];

/// A field of a record holds a word that it does not allow. The intake has been told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrongWord;

/// What one of a few words means, whatever its case; none where the field is empty.
///
/// # Errors
/// Any other word, which is a fault at the place.
pub(super) fn choice<T: Copy>(
    (key, word): (&str, &str),
    choices: &[(&str, T)],
    place: Place<'_>,
    intake: &mut Intake,
) -> Result<Option<T>, WrongWord> {
    let word = word.trim();
    if word.is_empty() {
        return Ok(None);
    }
    if let Some((_, meaning)) = choices.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)) {
        return Ok(Some(*meaning));
    }
    let known: Vec<&str> = choices.iter().map(|(known, _)| *known).collect();
    intake.report(place, Code::WrongValue, format!("`{key}` cannot be `{word}`"), |fault| {
        fault.suggest(suggest(word, known.iter().copied())).help(format!("it is one of {}", known.join(", ")))
    });
    Err(WrongWord)
}

/// Whether a field says yes; where it is empty, `usual`.
///
/// # Errors
/// As [`choice`].
pub(super) fn truth(
    field: (&str, &str),
    usual: bool,
    place: Place<'_>,
    intake: &mut Intake,
) -> Result<bool, WrongWord> {
    Ok(choice(field, TRUTHS, place, intake)?.unwrap_or(usual))
}
