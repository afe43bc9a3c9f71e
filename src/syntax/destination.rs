//! Where in a statement the file of `draw` stands: its name may hold what means nothing elsewhere.

use super::lexeme::Lexeme;
use super::parser::Rule;

/// What may stand after the file.
const REPLACING: &str = "--force";

/// The index of the `to` before the file, among the lexemes of one statement that begins with `draw`.
pub(super) fn of(text: &str, lexemes: &[Lexeme]) -> Option<usize> {
    let is = |lexeme: &Lexeme, word: &str| lexeme.rule == Rule::word && lexeme.text(text).eq_ignore_ascii_case(word);
    lexemes.iter().find(|lexeme| !lexeme.is_space()).filter(|first| is(first, "draw"))?;
    let to = lexemes.iter().rposition(|lexeme| is(lexeme, "to"))?;
    let mut file = lexemes.get(to + 1..)?.iter().filter(|lexeme| !lexeme.is_space()).peekable();
    file.peek()?;
    let mut end = None;
    for piece in file {
        // A name is one piece, and its quotes are closed.
        if piece.rule == Rule::unclosed_quote {
            return None;
        }
        if end.is_some_and(|end| end != piece.span.start) {
            let last = lexemes.iter().rfind(|lexeme| !lexeme.is_space())?;
            return (text.get(piece.span.start..last.span.end)? == REPLACING).then_some(to);
        }
        end = Some(piece.span.end);
    }
    Some(to)
}
