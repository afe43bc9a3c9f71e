//! Splits a script into statements, so that each can be parsed, and can fail, on its own.

use super::lexeme::{Lexeme, lexemes, partners};
use super::parser::Rule;
use crate::diagnostic::Span;

/// Bytes of the longest line that is read.
pub const LONGEST_LINE: usize = 100_000;

/// A stretch of a script.
#[derive(Debug, PartialEq)]
pub(super) enum Stretch {
    /// One statement, without the space around it.
    Statement(Span),
    /// The start of a line that is too long to be read.
    LongLine(Span),
}

/// The statements of a script, in order.
pub(super) fn stretches(text: &str) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut chunk = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut line_start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let line_end = line_start + line.len();
        if line.len() > LONGEST_LINE {
            statements(text, Span::new(chunk, line_start), &mut stretches);
            stretches.push(Stretch::LongLine(Span::new(line_start, line_end)));
            chunk = line_end;
        }
        line_start = line_end;
    }
    statements(text, Span::new(chunk, text.len()), &mut stretches);
    stretches
}

/// Where the statements of a script begin. Takes any text; time is linear in its length.
pub fn statement_starts(text: &str) -> Vec<usize> {
    split(&lexemes(text)).into_iter().map(|span| span.start).collect()
}

fn statements(text: &str, chunk: Span, stretches: &mut Vec<Stretch>) {
    let Some(chunk_text) = text.get(chunk.start..chunk.end) else { return };
    let lexemes = lexemes(chunk_text);
    stretches.extend(split(&lexemes).into_iter().map(|span| Stretch::Statement(span.shifted(chunk.start))));
}

/// A statement ends at `;`, and at the end of a line outside brackets unless the next line begins with white space.
fn split(lexemes: &[Lexeme]) -> Vec<Span> {
    let partners = partners(lexemes);
    let mut statements = Vec::new();
    let mut statement: Option<Span> = None;
    let mut depth = 0_usize;
    let mut index = 0;
    while let Some(lexeme) = lexemes.get(index) {
        let mut next = index + 1;
        match lexeme.rule {
            Rule::semicolon => {
                statements.extend(statement.take());
                depth = 0;
            }
            Rule::line_end => {
                let (content, indented) = next_content(lexemes, next);
                next = content;
                if depth == 0 && !indented {
                    statements.extend(statement.take());
                }
            }
            _ if lexeme.is_space() => {}
            _ => {
                statement = Some(statement.map_or(lexeme.span, |statement| statement.to(lexeme.span)));
                if partners.get(index).copied().flatten().is_some() {
                    depth = if lexeme.closes() { depth.saturating_sub(1) } else { depth + 1 };
                }
            }
        }
        index = next;
    }
    statements.extend(statement);
    statements
}

/// The first lexeme from here, the start of a line, that is neither space nor comment; and whether its line is indented.
fn next_content(lexemes: &[Lexeme], line_start: usize) -> (usize, bool) {
    let mut index = line_start;
    let mut indented = false;
    while let Some(lexeme) = lexemes.get(index).filter(|lexeme| lexeme.is_space()) {
        indented = lexeme.rule == Rule::blank || (lexeme.rule == Rule::comment && indented);
        index += 1;
    }
    (index, indented && index < lexemes.len())
}
