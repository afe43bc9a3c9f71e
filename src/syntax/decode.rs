//! From bytes to text.

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostic, Span};

/// The text of a script's bytes: UTF-8, with or without a byte order mark.
///
/// # Errors
/// [`Code::NotText`] with line and column of the first byte that is no text: invalid UTF-8, or a NUL byte. Its span
/// is of the bytes.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Diagnostic> {
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = error.valid_up_to();
            let bad = bytes.get(good..).unwrap_or_default();
            let length = error.error_len().unwrap_or(bad.len());
            return Err(not_text(bytes, good, length, "is not valid UTF-8")
                .help("save the file as UTF-8; a binary file is no script"));
        }
    };
    match text.find('\0') {
        Some(nul) => Err(not_text(bytes, nul, 1, "is a NUL byte").help("this looks like a binary file or UTF-16")),
        None => Ok(Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text))),
    }
}

fn not_text(bytes: &[u8], at: usize, length: usize, what: &str) -> Diagnostic {
    let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|character| *character != '\n').count() + 1;
    let byte = bytes.get(at).copied().unwrap_or_default();
    Diagnostic::at(
        Code::NotText,
        Span::new(at, at + length),
        format!("the byte {byte:#04x} at line {line}, column {column} {what}"),
    )
    .label("no text")
}
