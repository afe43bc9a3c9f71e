//! Why a file cannot be read or written, in words for somebody who does not know the numbers of the operating system.

use std::io;

/// `no such file or directory`: what the operating system says, without its number and without the name that the file had
/// until it was whole.
///
/// ```
/// let missing = std::fs::read("no such file").expect_err("there is none");
/// let reason = endograph::diagnostic::io_reason(&missing);
/// assert!(!reason.contains("os error") && reason.starts_with(char::is_lowercase));
/// ```
pub fn io_reason(error: &io::Error) -> String {
    let whole = error.to_string();
    let text = whole.split(" (os error ").next().unwrap_or_default();
    let text = text.split(" at path ").next().unwrap_or_default();
    let mut letters = text.chars();
    // The first letter of a sentence; of an abbreviation it stays.
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
