//! An error with proposals to mend it.

use crate::diagnostic::{Diagnostic, Span};

/// Why a text is no statement.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) diagnostic: Diagnostic,
    /// Changes to try. The one that gives a statement, if only one does, is offered.
    pub(super) edits: Vec<Edit>,
}

/// A replacement in the text of a statement.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    /// Bytes from the statement's start.
    pub(super) span: Span,
    pub(super) replacement: String,
}

impl Edit {
    pub(super) fn replace(span: Span, replacement: impl Into<String>) -> Self {
        Self { span, replacement: replacement.into() }
    }

    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::new(at, at), text)
    }

    /// The text after the change.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        Some(format!("{}{}{}", text.get(..self.span.start)?, self.replacement, text.get(self.span.end..)?))
    }
}

impl Fault {
    pub(super) fn with(diagnostic: Diagnostic, edits: impl IntoIterator<Item = Edit>) -> Self {
        Self { diagnostic, edits: edits.into_iter().collect() }
    }
}

impl From<Diagnostic> for Fault {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { diagnostic, edits: Vec::new() }
    }
}
