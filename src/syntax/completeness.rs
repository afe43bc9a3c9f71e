//! Whether a text ends where a statement may end.

use super::keyword::{self, Role};
use super::lexeme::{Lexeme, lexemes, partners};
use super::parser::Rule;

/// Whether Enter should run a text or go on to the next line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// Enter runs it: it is a statement, or it holds a mistake that more text cannot mend.
    Complete,
    /// A bracket is open, or it ends in a comma, an arrow, a colon or a word that wants another.
    Incomplete,
}

/// Whether a text ends where a statement may end. An open quote is complete: it must close on its own line, so more
/// lines cannot mend it, and the error points at it.
pub fn completeness(text: &str) -> Completeness {
    let lexemes: Vec<Lexeme> = lexemes(text).into_iter().filter(|lexeme| !lexeme.is_space()).collect();
    let unclosed = lexemes.iter().any(|lexeme| lexeme.rule == Rule::unclosed_quote);
    if !unclosed && (has_open_bracket(&lexemes) || ends_open(text, &lexemes)) {
        Completeness::Incomplete
    } else {
        Completeness::Complete
    }
}

fn has_open_bracket(lexemes: &[Lexeme]) -> bool {
    let after_last = lexemes.iter().rposition(|lexeme| lexeme.rule == Rule::semicolon).map_or(0, |index| index + 1);
    let statement = lexemes.get(after_last..).unwrap_or_default();
    let partners = partners(statement);
    let stray_closing = statement.iter().zip(&partners).any(|(lexeme, partner)| lexeme.closes() && partner.is_none());
    // A bracket that closes nothing is a mistake, whatever follows.
    !stray_closing
        && statement.iter().zip(&partners).any(|(lexeme, partner)| lexeme.closing().is_some() && partner.is_none())
}

fn ends_open(text: &str, lexemes: &[Lexeme]) -> bool {
    let Some(last) = lexemes.last() else { return false };
    match last.rule {
        Rule::comma | Rule::arrow | Rule::colon | Rule::equals | Rule::differs => true,
        // The only word of a text may be a name of the shell's own; after others these words want one more.
        Rule::word if lexemes.len() > 1 => keyword::find(last.text(text), &[Role::Joining, Role::Clause]).is_some(),
        _ => false,
    }
}
