//! Whether a text ends where a statement may end.

use super::keyword::{self, Role};
use super::lexeme::{Lexeme, lexemes, partners};
use super::parser::Rule;
use crate::diagnostic::Span;

/// Whether Enter should run a text or go on to the next line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// Enter runs it: it is a statement, or it holds a mistake that more text cannot mend.
    Complete,
    /// A bracket is open, or it ends in a comma, an arrow, a colon or a word that wants another.
    Incomplete,
}

/// What a text that goes on in the next line waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfinished {
    /// This bracket is open.
    Bracket(Span),
    /// This mark or word, the last of the text, wants something after it.
    Last(Span),
}

/// Whether a text ends where a statement may end. An open quote is complete: it must close on its own line, so more
/// lines cannot mend it, and the error points at it.
pub fn completeness(text: &str) -> Completeness {
    if unfinished(text).is_some() { Completeness::Incomplete } else { Completeness::Complete }
}

/// What an incomplete text waits for: the innermost open bracket, or else its last mark or word.
pub fn unfinished(text: &str) -> Option<Unfinished> {
    let lexemes: Vec<Lexeme> = lexemes(text).into_iter().filter(|lexeme| !lexeme.is_space()).collect();
    if lexemes.iter().any(|lexeme| lexeme.rule == Rule::unclosed_quote) {
        return None;
    }
    let last = || lexemes.last().filter(|last| wants_more(text, last, lexemes.len()));
    open_bracket(&lexemes).map(Unfinished::Bracket).or_else(|| last().map(|last| Unfinished::Last(last.span)))
}

fn open_bracket(lexemes: &[Lexeme]) -> Option<Span> {
    let after_last = lexemes.iter().rposition(|lexeme| lexeme.rule == Rule::semicolon).map_or(0, |index| index + 1);
    let statement = lexemes.get(after_last..).unwrap_or_default();
    let partners = partners(statement);
    let stray_closing = statement.iter().zip(&partners).any(|(lexeme, partner)| lexeme.closes() && partner.is_none());
    // A bracket that closes nothing is a mistake, whatever follows.
    let mut open = statement
        .iter()
        .zip(&partners)
        .rev()
        .filter(|(lexeme, partner)| lexeme.closing().is_some() && partner.is_none());
    open.next().filter(|_| !stray_closing).map(|(lexeme, _)| lexeme.span)
}

fn wants_more(text: &str, last: &Lexeme, count: usize) -> bool {
    match last.rule {
        Rule::comma | Rule::arrow | Rule::colon | Rule::equals | Rule::differs => true,
        // The only word of a text may be a name of the shell's own; after others these words want one more.
        Rule::word if count > 1 => keyword::find(last.text(text), &[Role::Joining, Role::Clause]).is_some(),
        _ => false,
    }
}
