//! What is wrong with a file, and the file itself, so that the place can be shown.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place};

/// A text file that has been read, or the part of one that a fault shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// As messages show it: a path, or a name within the binary.
    pub name: String,
    /// All of it, or that part.
    pub text: String,
    /// Where the text begins in the file.
    pub begins: Place,
}

impl TextFile {
    /// A text under a name.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), begins: Place { line: 1, column: 1 } }
    }

    /// The line and the column of a byte, both from 1; the column counts characters.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let mut end = byte.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &self.text[..end];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let lines = before.matches('\n').count();
        let skipped = if lines == 0 { self.begins.column } else { 1 };
        (lines + self.begins.line, line.chars().count() + skipped)
    }
}

/// A fault in a file: which, and what. Its spans are bytes of the file's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The file; its text is empty where it could not be read.
    pub file: Arc<TextFile>,
    /// What is wrong, and where.
    pub diagnostic: Diagnostic,
}

impl Fault {
    /// A fault of a file as a whole, whose text is not at hand.
    pub(super) fn of_file(path: &Path, diagnostic: Diagnostic) -> Self {
        Self { file: Arc::new(TextFile::new(path.display().to_string(), "")), diagnostic }
    }
}

impl fmt::Display for Fault {
    /// One line: `graph.toml:12:5: no entity has the id `lhh` [unknown-name]`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file.name)?;
        if let Some(span) = self.diagnostic.span {
            let (line, column) = self.file.line_and_column(span.start);
            write!(f, "{line}:{column}:")?;
        }
        write!(f, " {} [{}]", self.diagnostic.message, self.diagnostic.code)
    }
}

impl std::error::Error for Fault {}
