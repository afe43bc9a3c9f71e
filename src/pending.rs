//! Stand-ins for parts of the library that are being built.

use std::borrow::Cow;

use endograph::diagnostic::{Code, Diagnostic};

#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
}

pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl Source {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn place(&self, byte: usize) -> Place {
        let before = self.text.get(..byte).unwrap_or(&self.text);
        Place {
            line: before.matches('\n').count() + 1,
            column: before.chars().rev().take_while(|c| *c != '\n').count() + 1,
        }
    }
}

pub fn render(diagnostic: &Diagnostic, source: Option<&Source>, _colour: bool) -> String {
    let place = source.zip(diagnostic.span).map(|(source, span)| {
        let place = source.place(span.start);
        format!("\n --> {}:{}:{}", source.name(), place.line, place.column)
    });
    format!("error[{}]: {}{}", diagnostic.code, diagnostic.message, place.unwrap_or_default())
}

pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Diagnostic> {
    str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| Diagnostic::new(Code::NotText, error.to_string()))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    Complete,
    Incomplete,
}

pub fn completeness(text: &str) -> Completeness {
    if text.trim_end().ends_with([',', '>']) { Completeness::Incomplete } else { Completeness::Complete }
}
