//! Why the grammar refuses a statement, in the language's own words.

use pest::error::{Error, ErrorVariant, InputLocation};

use super::fault::Fault;
use super::lexeme::{Lexeme, lexemes};
use super::parser::Rule;
use crate::diagnostic::{Code, Diagnostic, Span};

/// The grammar's error on a statement that begins at `offset` of the script.
pub(super) fn explain(text: &str, offset: usize, error: &Error<Rule>) -> Fault {
    let position = match error.location {
        InputLocation::Pos(position) | InputLocation::Span((position, _)) => position,
    };
    let expected = match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => positives.as_slice(),
        ErrorVariant::CustomError { .. } => &[],
    };
    let found: Option<Lexeme> =
        lexemes(text).into_iter().find(|lexeme| !lexeme.is_space() && lexeme.span.end > position);
    let span = found.map_or(Span::new(text.len(), text.len()), |found| found.span);
    Diagnostic::at(Code::Syntax, span.shifted(offset), format!("expected {expected:?}")).into()
}
