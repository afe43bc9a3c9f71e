//! Colours of a line while it is typed.

use endograph::graph::{Graph, Namespace};
use endograph::syntax::{Token, TokenKind, tokens};

const KEYWORD: &str = "\x1b[1m";
const NAME: &str = "\x1b[36m";
const QUOTED: &str = "\x1b[32m";
const NUMBER: &str = "\x1b[33m";
const RESULT: &str = "\x1b[35m";
const COMMENT: &str = "\x1b[2m";
const WRONG: &str = "\x1b[31m";
const RESET: &str = "\x1b[0m";

/// The most words of a name that are looked up.
const MOST_WORDS: usize = 8;

/// The line with keywords, known names, quotes and numbers in colour; without its escapes it is the line as it was.
pub fn coloured(line: &str, graph: &Graph) -> String {
    let tokens = tokens(line);
    let mut text = String::with_capacity(line.len() * 2);
    let mut written = 0;
    let mut index = 0;
    while let Some(first) = tokens.get(index) {
        let length = known_name(line, &tokens[index..], graph);
        let last = tokens.get(index + length.saturating_sub(1)).unwrap_or(first);
        let colour = if length > 0 { Some(NAME) } else { colour(first.kind) };
        text.push_str(&line[written..first.span.start]);
        let words = &line[first.span.start..last.span.end];
        text.push_str(&colour.map_or(words.to_owned(), |colour| format!("{colour}{words}{RESET}")));
        written = last.span.end;
        index += length.max(1);
    }
    text + &line[written..]
}

/// How many words, the most possible, are a name that the graph knows.
fn known_name(line: &str, tokens: &[Token], graph: &Graph) -> usize {
    let plain = tokens.iter().take_while(|token| token.kind == TokenKind::Word).take(MOST_WORDS);
    let words: Vec<&str> = plain.map(|token| &line[token.span.start..token.span.end]).collect();
    graph.names().matches_at(Namespace::Names, &words, 0).last().map_or(0, |(length, _)| *length)
}

fn colour(kind: TokenKind) -> Option<&'static str> {
    match kind {
        TokenKind::Keyword(_) | TokenKind::QuestionMark | TokenKind::Arrow => Some(KEYWORD),
        TokenKind::Quoted | TokenKind::File => Some(QUOTED),
        TokenKind::Number => Some(NUMBER),
        TokenKind::Result => Some(RESULT),
        TokenKind::Comment => Some(COMMENT),
        TokenKind::UnclosedQuote | TokenKind::Unknown => Some(WRONG),
        TokenKind::Word | TokenKind::Sign | TokenKind::OpenBracket | TokenKind::CloseBracket | TokenKind::Mark => None,
    }
}

#[cfg(test)]
mod tests {
    use endograph::session::Session;

    use super::*;

    #[test]
    fn colours() {
        let session = Session::embedded().expect("the embedded graph is sound");
        let check = |line: &str, expected: &str| {
            let coloured = coloured(line, session.graph());
            let named = [
                (KEYWORD, "k<"),
                (NAME, "n<"),
                (QUOTED, "q<"),
                (NUMBER, "1<"),
                (RESULT, "$<"),
                (COMMENT, "#<"),
                (WRONG, "w<"),
                (RESET, ">"),
            ];
            let shown = named.iter().fold(coloured, |text, (escape, name)| text.replace(escape, name));
            assert_eq!(shown, expected, "{line}");
        };
        check("", "");
        check("path exogenous testosterone to", "k<path> n<exogenous testosterone> to");
        check("? what raises \"LH\" max 2 # é", "k<?> k<what> raises q<\"LH\"> k<max> 1<2> #<# é>");
        check(" show $x, nobody - > \"é", " k<show> $<$x>, nobody w<- >> w<\"é>");
    }
}
