//! What a line of input is: a dot command, or statements of the language.

/// A part of what was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'text> {
    /// One line that begins with a dot or with `help`, or a bare `quit` or `exit`; of a bare `?`, the command that it is.
    Command(&'text str),
    /// Everything between commands.
    Statements(&'text str),
}

/// Splits an entry, which may be a pasted block or a whole script, into commands and statements, each with the line that it
/// begins at, from 1.
pub fn pieces(text: &str) -> Vec<(usize, Piece<'_>)> {
    if asks_for_help(text) {
        return vec![(1, Piece::Command(".help"))];
    }
    let mut pieces = Vec::new();
    let mut statements_from = (1, 0);
    let mut line_from = 0;
    for (position, line) in text.split_inclusive('\n').enumerate() {
        let line_end = line_from + line.len();
        if is_command(line) {
            push_statements(&mut pieces, statements_from.0, &text[statements_from.1..line_from]);
            pieces.push((position + 1, Piece::Command(line.trim())));
            statements_from = (position + 2, line_end);
        }
        line_from = line_end;
    }
    push_statements(&mut pieces, statements_from.0, &text[statements_from.1..]);
    pieces
}

/// Whether a line is a command of the shell.
pub fn is_command(line: &str) -> bool {
    let line = line.trim_end();
    let first = line.split_whitespace().next().unwrap_or_default();
    line.starts_with('.')
        || ["quit", "exit"].iter().any(|word| line.trim_start().eq_ignore_ascii_case(word))
        || (first.eq_ignore_ascii_case("help") && !line.starts_with(char::is_whitespace))
        || line.trim_start().eq_ignore_ascii_case("help")
}

/// A question mark alone asks for help.
pub fn asks_for_help(text: &str) -> bool {
    text.trim() == "?"
}

fn push_statements<'text>(pieces: &mut Vec<(usize, Piece<'text>)>, line: usize, text: &'text str) {
    if !text.trim().is_empty() {
        pieces.push((line, Piece::Statements(text)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_blocks() {
        let check = |text: &str, expected: &[Piece]| {
            let found: Vec<Piece> = pieces(text).into_iter().map(|(_, piece)| piece).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("", &[]);
        check("  \n\n", &[]);
        check("? what suppresses LH", &[Piece::Statements("? what suppresses LH")]);
        check(".mode json", &[Piece::Command(".mode json")]);
        check(" exit ", &[Piece::Command("exit")]);
        check("HELP", &[Piece::Command("HELP")]);
        check("help suppress", &[Piece::Command("help suppress")]);
        check(" ? ", &[Piece::Command(".help")]);
        check("?\n  what suppresses LH", &[Piece::Statements("?\n  what suppresses LH")]);
        check("show help", &[Piece::Statements("show help")]);
        check(
            "show LH\n  \n.timer on\nshow FSH\nlist drugs\n",
            &[
                Piece::Statements("show LH\n  \n"),
                Piece::Command(".timer on"),
                Piece::Statements("show FSH\nlist drugs\n"),
            ],
        );
    }

    #[test]
    fn pieces_know_their_lines() {
        let lines = |text: &str| pieces(text).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
        assert_eq!(lines("show LH"), [1]);
        assert_eq!(lines("# a\n.timer on\n\nshow LH\n.quit"), [1, 2, 3, 5]);
    }
}
