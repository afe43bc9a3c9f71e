//! The flat run of tokens that the scanner, the shell and the search for common mistakes share.

use pest::Parser;

use super::parser::{GrammarParser, Rule};
use crate::diagnostic::Span;

/// One token of any text, as the grammar's `token_stream` cuts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lexeme {
    pub(super) rule: Rule,
    pub(super) span: Span,
}

impl Lexeme {
    /// White space, the end of a line, or a comment.
    pub(super) fn is_space(self) -> bool {
        matches!(self.rule, Rule::blank | Rule::line_end | Rule::comment)
    }

    /// The bracket that closes this one.
    pub(super) fn closing(self) -> Option<Rule> {
        match self.rule {
            Rule::open_round => Some(Rule::close_round),
            Rule::open_curly => Some(Rule::close_curly),
            Rule::open_square => Some(Rule::close_square),
            _ => None,
        }
    }

    pub(super) fn closes(self) -> bool {
        matches!(self.rule, Rule::close_round | Rule::close_curly | Rule::close_square)
    }

    /// The text it stands for.
    pub(super) fn text(self, source: &str) -> &str {
        source.get(self.span.start..self.span.end).unwrap_or_default()
    }
}

/// The tokens of a text. Every byte belongs to exactly one.
pub(super) fn lexemes(text: &str) -> Vec<Lexeme> {
    // The rule `token_stream` takes any text, so an error here means no tokens of an empty text.
    let Ok(mut stream) = GrammarParser::parse(Rule::token_stream, text) else { return Vec::new() };
    let Some(stream) = stream.next() else { return Vec::new() };
    stream
        .into_inner()
        .filter(|pair| pair.as_rule() != Rule::EOI)
        .map(|pair| Lexeme { rule: pair.as_rule(), span: Span::new(pair.as_span().start(), pair.as_span().end()) })
        .collect()
}

/// Which brackets have their partner: for each lexeme the index of the bracket that closes or opens it.
/// A `;` ends every open bracket, so that one forgotten bracket does not swallow a script.
pub(super) fn partners(lexemes: &[Lexeme]) -> Vec<Option<usize>> {
    let mut partners = vec![None; lexemes.len()];
    let mut open: Vec<(usize, Rule)> = Vec::new();
    for (index, lexeme) in lexemes.iter().enumerate() {
        if let Some(closing) = lexeme.closing() {
            open.push((index, closing));
        } else if lexeme.closes() {
            if let Some((opening, _)) = open.pop_if(|(_, closing)| *closing == lexeme.rule) {
                partners[opening] = Some(index);
                partners[index] = Some(opening);
            }
        } else if lexeme.rule == Rule::semicolon {
            open.clear();
        }
    }
    partners
}
