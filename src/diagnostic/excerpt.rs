//! The lines round a span as they are shown: cut to a window, without control characters.

use super::{Place, Source, Span};

/// Characters of a line that are shown on either side of the span.
const MARGIN: usize = 60;

/// Lines of a span that are shown at most.
const MOST_LINES: usize = 4;

/// Characters of a span that are shown at most.
const LONGEST_SPAN: usize = 160;

/// A piece of a source, ready to be drawn.
#[derive(Debug, PartialEq)]
pub(super) struct Excerpt {
    /// The lines, made safe for a terminal.
    pub(super) text: String,
    /// The span within them. It lies on character boundaries and within the text.
    pub(super) span: Span,
    /// The number of the first line, from 1.
    pub(super) line: usize,
    /// The span's first byte in the source.
    pub(super) start: usize,
}

impl Excerpt {
    /// Where the span begins, with columns counted in the excerpt.
    pub(super) fn shown_place(&self) -> Place {
        let before = self.text.get(..self.span.start).unwrap_or_default();
        Place { line: self.line, column: before.chars().count() + 1 }
    }
}

/// The lines that a span touches. Spans past the end or inside a character are put right, so that none can panic.
pub(super) fn excerpt(source: &Source, span: Span) -> Excerpt {
    let span = span.snapped(source.text());
    let (first, last) = source.lines(span);
    let last = last.min(first + MOST_LINES - 1);
    let lines = Span::new(source.line_span(first).start, source.line_span(last).end);
    let span = Span::new(span.start.min(lines.end), span.end.min(lines.end));

    let slice = |start, end| source.text().get(start..end).unwrap_or_default();
    let before = last_characters(slice(lines.start, span.start), MARGIN);
    let inside = first_characters(slice(span.start, span.end), LONGEST_SPAN);
    let after = if inside.len() == span.end - span.start { slice(span.end, lines.end) } else { "" };
    let after = first_characters(after, MARGIN);

    let mut text = String::new();
    if span.start - lines.start > before.len() || source.is_cut_before(lines.start) {
        text.push('…');
    }
    text.extend(before.chars().map(harmless));
    let start = text.len();
    text.extend(inside.chars().map(harmless));
    let end = text.len();
    text.extend(after.chars().map(harmless));
    if lines.end - span.start > inside.len() + after.len() {
        text.push('…');
    }
    Excerpt { text, start: span.start, span: Span::new(start, end), line: source.line_number(first) }
}

fn first_characters(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn last_characters(text: &str, most: usize) -> &str {
    let cut = text.char_indices().rev().nth(most.saturating_sub(1)).map_or(0, |(start, _)| start);
    text.get(cut..).unwrap_or(text)
}

/// A control character could move the cursor or change colours, a direction mark could turn the line round.
pub(super) fn harmless(character: char) -> char {
    match character {
        '\n' => '\n',
        '\t' | '\u{feff}' => ' ',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        control if control.is_control() => '\u{fffd}',
        other => other,
    }
}
