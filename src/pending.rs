//! Stand-ins for parts of the library that are being built.

use endograph::diagnostic::{Code, Diagnostic};
use endograph::syntax::Statement;

#[derive(Clone, Debug)]
pub struct Source {
    pub name: String,
    pub text: String,
}

pub fn render(diagnostic: &Diagnostic, _source: Option<&Source>, _colour: bool) -> String {
    format!("error[{}]: {}", diagnostic.code, diagnostic.message)
}

pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    (before.matches('\n').count() + 1, before.chars().rev().take_while(|c| *c != '\n').count() + 1)
}

pub fn parse_script(_text: &str) -> Vec<Result<Statement, Diagnostic>> {
    Vec::new()
}

pub fn decode(bytes: &[u8]) -> Result<String, Diagnostic> {
    String::from_utf8(bytes.to_vec()).map_err(|error| Diagnostic::new(Code::NotText, error.to_string()))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    Complete,
    Incomplete,
}

pub fn completeness(text: &str) -> Completeness {
    if text.trim_end().ends_with(',') { Completeness::Incomplete } else { Completeness::Complete }
}
