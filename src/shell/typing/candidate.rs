//! One word or name that may come next.

/// One word or name that may come next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where what it takes the place of begins: a byte of the entry.
    pub start: usize,
    /// What is inserted.
    pub text: String,
    /// A word or two on what it is: `hormone`, `effect`; may be empty.
    pub note: String,
    /// Whether a space is sure to follow.
    pub goes_on: bool,
}

impl Candidate {
    /// A candidate that a space follows: a word of the language, a verb.
    pub fn word(start: usize, text: impl Into<String>, note: impl Into<String>) -> Self {
        Self { start, text: text.into(), note: note.into(), goes_on: true }
    }

    /// A candidate that anything may follow: a name.
    pub fn name(start: usize, text: impl Into<String>, note: impl Into<String>) -> Self {
        Self { start, text: text.into(), note: note.into(), goes_on: false }
    }
}

/// Whether a word begins so, whatever the case.
pub fn begins(word: &str, typed: &str) -> bool {
    word.get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed))
}

/// Words in the case that somebody types: all capitals where what is typed is.
pub fn cased(word: &str, typed: &str) -> String {
    let letters = || typed.chars().filter(|letter| letter.is_alphabetic());
    let shouts = letters().count() > 0 && letters().all(char::is_uppercase);
    if shouts { word.to_uppercase() } else { word.to_owned() }
}
