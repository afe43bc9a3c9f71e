//! Expectations: their names looked up.

use crate::answer::{Change, VerdictCertainty, YesNo};
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::graph::Graph;
use crate::syntax::{Expectation, ExpectedChange, Phrase, Word};

use super::phrase::Slot;
use super::{Bindings, Expected, Mention, Scope, Target};

const ANSWERS: [(&str, YesNo); 6] = [
    ("yes", YesNo::Yes),
    ("no", YesNo::No),
    ("mixed", YesNo::Mixed),
    ("depends", YesNo::Depends),
    ("unknown", YesNo::Unknown),
    ("no known effect", YesNo::Unknown),
];

const CHANGES: [(&str, Change); 4] =
    [("up", Change::Up), ("down", Change::Down), ("ambiguous", Change::Ambiguous), ("none", Change::None)];

const CERTAINTIES: [(&str, VerdictCertainty); 4] = [
    ("determined", VerdictCertainty::Determined),
    ("likely", VerdictCertainty::Likely),
    ("documented", VerdictCertainty::Documented),
    ("ambiguous", VerdictCertainty::Ambiguous),
];

/// Looks up the names and words of an expectation.
///
/// # Errors
/// An unknown name, answer or certainty, at its place.
pub fn expected(expectation: &Expectation, graph: &Graph, bindings: &Bindings) -> Result<Expected, Diagnostic> {
    let scope = Scope { graph, bindings, statement: String::new() };
    Ok(match expectation {
        Expectation::Answer { certainty, answer } => Expected::Answer(
            word_of(answer, &ANSWERS)?,
            certainty.as_ref().map(|certainty| word_of(certainty, &CERTAINTIES)).transpose()?,
        ),
        Expectation::Set(phrases) => Expected::Set(scope.mentions(phrases)?),
        Expectation::Contains(phrases) => Expected::Contains(scope.mentions(phrases)?),
        Expectation::Lacks(phrases) => Expected::Lacks(scope.mentions(phrases)?),
        Expectation::Empty => Expected::Empty,
        Expectation::AtLeast(count) => Expected::AtLeast(*count as usize),
        Expectation::Count(count) => Expected::Count(*count as usize),
        Expectation::Net(sign) => Expected::Net(*sign),
        Expectation::Error(code) => Expected::Error(error_code(code)?),
        Expectation::Changes(changes) => {
            Expected::Changes(changes.iter().map(|change| scope.change(change)).collect::<Result<_, _>>()?)
        }
    })
}

impl Scope<'_> {
    fn change(&self, change: &ExpectedChange) -> Result<(Target, Change, Option<VerdictCertainty>), Diagnostic> {
        let certainty = change.certainty.as_ref().map(|certainty| word_of(certainty, &CERTAINTIES)).transpose()?;
        Ok((self.target(&change.phrase, Slot::NameOrKind)?, word_of(&change.change, &CHANGES)?, certainty))
    }

    fn mentions(&self, phrases: &[Phrase]) -> Result<Vec<Mention>, Diagnostic> {
        let targets =
            phrases.iter().map(|phrase| self.target(phrase, Slot::NameOrKind)).collect::<Result<Vec<_>, _>>()?;
        Ok(targets.into_iter().flat_map(|target| target.mentions).collect())
    }
}

fn word_of<T: Copy>(word: &Word, known: &[(&str, T)]) -> Result<T, Diagnostic> {
    let found = known.iter().find(|(text, _)| word.text.eq_ignore_ascii_case(text));
    found.map(|(_, meaning)| *meaning).ok_or_else(|| {
        let words: Vec<String> = known.iter().map(|(text, _)| format!("`{text}`")).collect();
        Diagnostic::at(Code::Syntax, word.span, format!("`{}` cannot be expected here", word.text))
            .label("expected an answer")
            .help(format!("one of {}", words.join(", ")))
            .suggest(suggest(&word.text, known.iter().map(|(text, _)| *text)))
    })
}

fn error_code(word: &Word) -> Result<String, Diagnostic> {
    if Code::ALL.iter().any(|code| code.as_str() == word.text) {
        return Ok(word.text.clone());
    }
    Err(Diagnostic::at(Code::Syntax, word.span, format!("there is no error code `{}`", word.text))
        .label("expected an error code")
        .suggest(suggest(&word.text, Code::ALL.iter().map(|code| code.as_str()))))
}
