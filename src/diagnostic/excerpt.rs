//! The lines round a span as they are shown: cut to a window, without control characters.

use unicode_width::UnicodeWidthStr;

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

    /// Columns of the numbers of its lines.
    pub(super) fn gutter(&self) -> usize {
        let last = self.line + self.text.matches('\n').count();
        last.to_string().len()
    }

    /// Whether a label beside the marks under the span ends within so many columns.
    pub(super) fn has_room_for(&self, label: &str, width: usize) -> bool {
        let end = self.text.get(..self.span.end).unwrap_or_default();
        let line = end.rsplit('\n').next().unwrap_or_default();
        let marks_end = line.width().max(1) + usize::from(self.span.start == self.span.end);
        self.gutter() + BAR + marks_end + 1 + label.width() <= width
    }
}

/// Columns between the number of a line and the line: ` | `.
const BAR: usize = 3;

/// The lines that a span touches, of one line so much as fits in `width` columns. Spans past the end or inside a character
/// are put right, so that none can panic.
pub(super) fn excerpt(source: &Source, span: Span, width: usize) -> Excerpt {
    let span = span.snapped(source.text());
    let (first, last) = source.lines(span);
    let last = last.min(first + MOST_LINES - 1);
    let lines = Span::new(source.line_span(first).start, source.line_span(last).end);
    let span = Span::new(span.start.min(lines.end), span.end.min(lines.end));

    let slice = |start, end| source.text().get(start..end).unwrap_or_default();
    let gutter = source.line_number(last).to_string().len() + BAR;
    let inside = first_characters(slice(span.start, span.end), LONGEST_SPAN);
    let before = slice(lines.start, span.start);
    let after = if inside.len() == span.end - span.start { slice(span.end, lines.end) } else { "" };
    let (most_before, most_after) = margins(before, after, width.saturating_sub(gutter + inside.width() + ELLIPSES));
    let (before, after) = (last_characters(before, most_before), first_characters(after, most_after));

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

/// Columns of the marks for what is cut on either side.
const ELLIPSES: usize = 2;

/// Characters that are shown before and after the span, where so many columns are left for both.
fn margins(before: &str, after: &str, left: usize) -> (usize, usize) {
    let left = left.max(LEAST_ROUND);
    let length = |text: &str| text.chars().take(MARGIN).count();
    let (before, after) = (length(before), length(after));
    let shown_before = before.min(left.saturating_sub(after).max(left / 2));
    (shown_before, after.min(left - shown_before))
}

/// Characters that are shown round the span however narrow the terminal.
const LEAST_ROUND: usize = 10;

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
