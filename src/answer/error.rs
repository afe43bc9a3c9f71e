//! What stands in an answer's place when a statement fails.

use serde::Serialize;

use super::format::Format;
use super::json;

/// An error as answers show it: data only. The picture with the caret is drawn elsewhere, for the error stream.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ErrorView<'a> {
    /// The stable code: `unknown-name`.
    pub code: &'a str,
    /// One line.
    pub message: &'a str,
    /// The line of the place, from 1; none for an error without place.
    pub line: Option<usize>,
    /// The column of the place in characters, from 1.
    pub column: Option<usize>,
    /// The nearest known names, best first.
    pub suggestions: &'a [String],
    /// The whole statement as it should read, where that is unique.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mended: Option<&'a str>,
}

#[derive(Serialize)]
struct FailedStatement<'a> {
    statement: &'a str,
    error: &'a ErrorView<'a>,
}

/// The error in the answer's place: a JSON object on one line. None in the formats whose errors stand on the error stream alone.
pub fn render_error(statement: &str, error: &ErrorView<'_>, format: Format) -> Option<String> {
    match format {
        Format::Json => Some(json::line(&FailedStatement { statement, error })),
        _ => None,
    }
}
