//! Errors as data, with spans, codes and suggestions; and the one place that draws them.

mod code;
mod excerpt;
mod io_reason;
mod listed;
mod nearness;
mod render;
mod severity;
mod source;
mod span;
mod suggestion;
#[cfg(test)]
mod tests;
mod wrapping;

pub use code::Code;
pub use io_reason::io_reason;
pub use listed::listed;
pub use nearness::{Nearness, Unknown};
pub use render::{render, render_within};
pub use severity::Severity;
pub use source::{Place, Source};
pub use span::Span;
pub use suggestion::{SUGGESTIONS, suggest};
pub use wrapping::wrapped;

use std::fmt;

use crate::cancel::Cause;

/// One error or warning, as data.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Stable, for scripts and tests.
    pub code: Code,
    /// An error, or a warning.
    pub severity: Severity,
    /// One line, lower case, user text in backticks.
    pub message: String,
    /// The very words it is about, in the script or file it came from.
    pub span: Option<Span>,
    /// What stands under the caret: "expected a name here".
    pub label: String,
    /// Further lines of help.
    pub help: Vec<String>,
    /// The nearest known names, best first.
    pub suggestions: Vec<String>,
    /// The whole statement as it should read, where that is unique.
    pub mended: Option<String>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn at(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { span: Some(span), ..Self::new(code, message) }
    }

    /// An error without a place.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            span: None,
            label: String::new(),
            help: Vec::new(),
            suggestions: Vec::new(),
            mended: None,
        }
    }

    /// What was stopped before it was done: `meanwhile` says at what, `while the graph was read`. Where there is a limit to
    /// raise, it says how.
    pub fn stopped(cause: Cause, meanwhile: Option<&str>) -> Self {
        let words = [cause.as_str()].into_iter().chain(meanwhile).collect::<Vec<_>>();
        let diagnostic = Self::new(cause.into(), words.join(" "));
        match cause {
            Cause::Asked => diagnostic,
            Cause::TimedOut => diagnostic.help("give it more with `--timeout SECONDS`"),
            Cause::OutOfMemory => diagnostic.help("give it more with `--memory-limit SIZE`"),
        }
    }

    /// The same as a warning, or as an error.
    #[must_use]
    pub const fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Adds what stands under the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a line of help.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds the nearest known names, best first.
    #[must_use]
    pub fn suggest(mut self, suggestions: impl IntoIterator<Item = String>) -> Self {
        self.suggestions.extend(suggestions);
        self
    }

    /// Adds the whole statement as it should read.
    #[must_use]
    pub fn mended(mut self, statement: impl Into<String>) -> Self {
        self.mended = Some(statement.into());
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for Diagnostic {}
