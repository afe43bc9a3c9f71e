//! A text that diagnostics point into.

use std::fmt;

use super::Span;

/// A named text and where its lines begin.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<usize>,
    /// Where the text begins, where it is a part of something longer.
    begins: Place,
}

/// Line and column, as people count them: from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters, not bytes.
    pub column: usize,
}

impl Source {
    /// A text under the name that errors show: a file's path, `<command line>`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let after_line_ends = text.match_indices('\n').map(|(index, _)| index + 1);
        let line_starts = std::iter::once(0).chain(after_line_ends).collect();
        Self { name: name.into(), line_starts, text, begins: Place { line: 1, column: 1 } }
    }

    /// The same as a part of a longer text, which begins at a place of that.
    #[must_use]
    pub fn beginning_at(self, begins: Place) -> Self {
        Self { begins, ..self }
    }

    /// The name that errors show.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number of a line that is counted from 0 within the text.
    pub(super) const fn line_number(&self, line: usize) -> usize {
        self.begins.line + line
    }

    /// Whether what stands before a byte in its line is not here.
    pub(super) const fn is_cut_before(&self, byte: usize) -> bool {
        byte == 0 && self.begins.column > 1
    }

    /// Where a byte stands; past the end, the end.
    pub fn place(&self, byte: usize) -> Place {
        let byte = Span::new(byte, byte).snapped(&self.text).start;
        let line = self.line_of(byte);
        let before = self.text.get(self.line_span(line).start..byte).unwrap_or_default();
        let column = before.chars().filter(|character| *character != '\u{feff}').count();
        let skipped = if line == 0 { self.begins.column } else { 1 };
        Place { line: self.begins.line + line, column: column + skipped }
    }

    /// The lines, counted from 0, that a span touches: first and last.
    pub(super) fn lines(&self, span: Span) -> (usize, usize) {
        let first = self.line_of(span.start);
        (first, self.line_of(span.end.saturating_sub(1)).max(first))
    }

    /// A line, counted from 0, without its end.
    pub(super) fn line_span(&self, line: usize) -> Span {
        let start = self.line_starts.get(line).copied().unwrap_or(self.text.len());
        let end = self.line_starts.get(line + 1).copied().unwrap_or(self.text.len());
        let text = self.text.get(start..end).unwrap_or_default();
        Span::new(start, start + text.trim_end_matches(['\n', '\r']).len())
    }

    fn line_of(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}
