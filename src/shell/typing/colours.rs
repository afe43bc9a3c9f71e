//! Colours of a line while it is typed.

use std::ops::Range;

use endograph::graph::fold;
use endograph::syntax::{Token, TokenKind};

use super::Vocabulary;
use super::reading::{Part, cover};
use super::unknown::{Cursor, Unknown};
use super::walk::{Frame, Phrase, Slot, Walk};

const KEYWORD: &str = "\x1b[1m";
const NAME: &str = "\x1b[36m";
const VERB: &str = "\x1b[35m";
const QUOTED: &str = "\x1b[32m";
const NUMBER: &str = "\x1b[33m";
const COMMENT: &str = "\x1b[2m";
const WRONG: &str = "\x1b[4;31m";
const PARTNER: &str = "\x1b[1;7m";
const RESET: &str = "\x1b[0m";

/// Bytes of the longest entry that is coloured.
const LONGEST: usize = 10_000;

/// The line with what is known of it in colour: keywords, names, verbs, signs, quotes, numbers, contexts; and what nothing
/// known begins with marked. Without its escapes it is the line as it was. A word that the cursor is in is never marked;
/// where there is no cursor, the line is finished.
pub fn coloured(line: &str, cursor: Option<usize>, vocabulary: &Vocabulary) -> String {
    if line.len() + vocabulary.earlier.len() > LONGEST {
        return line.to_owned();
    }
    let text = format!("{}{line}", vocabulary.earlier);
    let begin = vocabulary.earlier.len();
    let cursor = cursor.map(|cursor| cursor + begin);
    let mut paints = Paints::default();
    for comment in endograph::syntax::tokens(&text).iter().filter(|token| token.kind == TokenKind::Comment) {
        paints.add(comment.span.start..comment.span.end, COMMENT);
    }
    let walks = Walk::along(&text);
    let bound: Vec<&str> = walks.iter().flat_map(Walk::bound).collect();
    for walk in &walks {
        let unknown = Unknown { walk, cursor, vocabulary: *vocabulary };
        Painter { walk, cursor, vocabulary: *vocabulary, bound: &bound, unknown, paints: &mut paints }.paint();
    }
    let tokens: Vec<Token> = walks.iter().flat_map(|walk| walk.tokens.iter().copied()).collect();
    if let Some(partner) = cursor.and_then(|cursor| partner(&tokens, cursor)) {
        paints.add(partner, PARTNER);
    }
    paints.apply(&text, begin)
}

/// Stretches of a text with their colours; a later one wins.
#[derive(Debug, Default)]
struct Paints(Vec<(Range<usize>, &'static str)>);

impl Paints {
    fn add(&mut self, range: Range<usize>, colour: &'static str) {
        self.0.retain(|(known, _)| known.end <= range.start || range.end <= known.start);
        self.0.push((range, colour));
    }

    fn apply(mut self, text: &str, begin: usize) -> String {
        self.0.sort_by_key(|(range, _)| range.start);
        let mut coloured = String::with_capacity(text.len() * 2);
        let mut written = begin;
        for (range, colour) in self.0 {
            let range = range.start.max(written)..range.end;
            let (Some(before), Some(within)) = (text.get(written..range.start), text.get(range.clone())) else {
                continue;
            };
            coloured.push_str(before);
            coloured.extend([colour, within, RESET]);
            written = range.end;
        }
        coloured + text.get(written..).unwrap_or_default()
    }
}

/// Paints one statement.
struct Painter<'a> {
    walk: &'a Walk<'a>,
    cursor: Option<usize>,
    vocabulary: Vocabulary<'a>,
    /// What the entry itself binds.
    bound: &'a [&'a str],
    unknown: Unknown<'a>,
    paints: &'a mut Paints,
}

impl Painter<'_> {
    fn paint(&mut self) {
        for token in &self.walk.tokens {
            if let Some(colour) = self.colour(*token) {
                self.paints.add(token.span.start..token.span.end, colour);
            }
        }
        for phrase in self.walk.all_phrases() {
            match phrase.slot {
                Slot::Key | Slot::Value | Slot::Field | Slot::FieldValue => self.contexts(&phrase),
                Slot::Statement | Slot::Frame(Frame::Start) if self.unknown.is_first_word(&phrase) => {
                    self.add(phrase.tokens.clone(), WRONG);
                }
                Slot::Name | Slot::Target | Slot::Listing | Slot::Relations | Slot::Asked(_) => self.phrase(&phrase),
                _ => {}
            }
        }
        for index in (0..self.walk.tokens.len()).filter(|&index| matches!(self.walk.word(index + 1), "=" | "of")) {
            let is_key = self.contexts_of().any(|key| key == fold(self.walk.word(index)));
            if is_key && !self.walk.clauses.is_empty() {
                self.add(index..index + 1, NUMBER);
            }
        }
    }

    fn colour(&self, token: Token) -> Option<&'static str> {
        match token.kind {
            TokenKind::Keyword(_) | TokenKind::QuestionMark | TokenKind::Arrow | TokenKind::Sign => Some(KEYWORD),
            TokenKind::Quoted | TokenKind::File => Some(QUOTED),
            TokenKind::UnclosedQuote if self.cursor.is_some() => Some(QUOTED),
            TokenKind::Number => Some(NUMBER),
            TokenKind::Result => {
                let name = self.walk.text.get(token.span.start + 1..token.span.end).unwrap_or_default();
                let may_go_on = Cursor::seen_from(token, self.cursor) != Cursor::Elsewhere;
                let bound = self.vocabulary.bound.iter().map(String::as_str).chain(self.bound.iter().copied());
                let known = |bound: &str| bound == name || (may_go_on && bound.starts_with(name));
                Some(if bound.into_iter().any(known) { NAME } else { WRONG })
            }
            TokenKind::UnclosedQuote => Some(WRONG),
            TokenKind::Unknown if !self.is_at(token) => Some(WRONG),
            _ => None,
        }
    }

    /// Whether the cursor is in a token or right after it.
    fn is_at(&self, token: Token) -> bool {
        self.cursor.is_some_and(|cursor| token.span.start <= cursor && cursor <= token.span.end)
    }

    fn add(&mut self, tokens: Range<usize>, colour: &'static str) {
        let first = self.walk.tokens.get(tokens.start);
        let last = tokens.end.checked_sub(1).and_then(|last| self.walk.tokens.get(last));
        if let (Some(first), Some(last)) = (first, last) {
            self.paints.add(first.span.start..last.span.end, colour);
        }
    }

    fn contexts_of(&self) -> impl Iterator<Item = String> {
        self.vocabulary.graph.schema.contexts.keys().map(|key| fold(key))
    }

    fn contexts(&mut self, phrase: &Phrase) {
        let text = self.unknown.text_of(phrase);
        let contexts = &self.vocabulary.graph.schema.contexts;
        let known =
            contexts.values().any(|key| fold(&key.key) == text || key.values.iter().any(|value| fold(value) == text));
        if self.unknown.is_context(phrase) {
            self.add(phrase.tokens.clone(), WRONG);
        } else if known {
            self.add(phrase.tokens.clone(), NUMBER);
        }
    }

    fn phrase(&mut self, phrase: &Phrase) {
        let parts = cover(self.walk, phrase, self.vocabulary.graph);
        for (part, range) in &parts {
            let colour = match part {
                Part::Entities(_) | Part::Kind(_) => NAME,
                Part::Verb(_) => VERB,
            };
            let kind = self.walk.tokens.get(range.start).map(|token| token.kind);
            if !matches!(kind, Some(TokenKind::Quoted | TokenKind::OpenBracket | TokenKind::Result)) {
                self.add(range.clone(), colour);
            }
        }
        let free = |index: &usize| !parts.iter().any(|(_, range)| range.contains(index));
        let unknown: Vec<usize> =
            phrase.tokens.clone().filter(free).filter(|&index| self.unknown.is_word(index, phrase)).collect();
        for index in unknown {
            self.add(index..index + 1, WRONG);
        }
    }
}

/// The bracket that belongs to the one at the cursor, or else to the one before it.
fn partner(tokens: &[Token], cursor: usize) -> Option<Range<usize>> {
    let is_bracket = |token: &Token| matches!(token.kind, TokenKind::OpenBracket | TokenKind::CloseBracket);
    let brackets: Vec<&Token> = tokens.iter().filter(|token| is_bracket(token)).collect();
    let at = brackets.iter().position(|token| token.span.start == cursor);
    let at = at.or_else(|| brackets.iter().position(|token| token.span.end == cursor))?;
    let depth = |depth: &mut i32, token: &Token| {
        *depth += if token.kind == TokenKind::OpenBracket { 1 } else { -1 };
        *depth
    };
    let mut open = 0;
    let found = if brackets[at].kind == TokenKind::OpenBracket {
        brackets[at..].iter().find(|token| depth(&mut open, token) == 0)
    } else {
        brackets[..=at].iter().rev().find(|token| depth(&mut open, token) == 0)
    };
    found.map(|token| token.span.start..token.span.end)
}

#[cfg(test)]
mod tests {
    use endograph::session::Session;

    use super::*;

    /// The colours of a line, the cursor at `|` or, without one, nowhere.
    #[test]
    fn colours() {
        let session = Session::embedded().expect("the embedded graph is sound");
        let vocabulary = Vocabulary { graph: session.graph(), bound: &["x".to_owned()], earlier: "" };
        let check = |line: &str, expected: &str| {
            let cursor = line.find('|');
            let coloured = coloured(&line.replace('|', ""), cursor, &vocabulary);
            let named = [
                (KEYWORD, "k<"),
                (NAME, "n<"),
                (VERB, "v<"),
                (QUOTED, "q<"),
                (NUMBER, "1<"),
                (COMMENT, "#<"),
                (WRONG, "w<"),
                (PARTNER, "b<"),
                (RESET, ">"),
            ];
            let shown = named.iter().fold(coloured, |text, (escape, name)| text.replace(escape, name));
            assert_eq!(shown, expected, "{line}");
        };
        check("", "");
        check("path exogenous testosterone ->|", "k<path> n<exogenous testosterone> k<->>");
        check("? what raises \"LH\" max 2 # é", "k<?> k<what> v<raises> q<\"LH\"> k<max> 1<2> #<# é>");
        check("? is LH suppressed by hCG", "k<?> k<is> n<LH> v<suppressed by> n<hCG>");
        check(
            "? does hCG raise LH given dosing = continuous",
            "k<?> k<does> n<hCG> v<raise> n<LH> k<given> 1<dosing> = 1<continuous>",
        );
        check("list drugs", "k<list> n<drugs>");
        check("path hCG -> LH net -", "k<path> n<hCG> k<->> n<LH> k<net> k<->");
        check("path hCG -> LH through stimulates", "k<path> n<hCG> k<->> n<LH> k<through> v<stimulates>");
        check("show $x|", "k<show> n<$x>");
        // Nothing that may become a name, a verb or a word is marked; everything else is, before a blank follows.
        check("path clomi|", "k<path> clomi");
        check("path oestrad|", "k<path> oestrad");
        check("path Nob|", "k<path> w<Nob>");
        check("path No|body", "k<path> Nobody");
        check("path Nobody |", "k<path> w<Nobody> ");
        check("path Leydig |", "k<path> Leydig ");
        check("path Leydig -> |", "k<path> w<Leydig> k<->> ");
        check("path hCG -> LH v|", "k<path> n<hCG> k<->> n<LH> v");
        check("? what rai|", "k<?> k<what> rai");
        check("? what fli|", "k<?> k<what> w<fli>");
        check("? what flies |", "k<?> k<what> w<flies> ");
        check("? does clomiphene flee|", "k<?> k<does> n<clomiphene> w<flee>");
        check("? is clomiphene us|", "k<?> k<is> n<clomiphene> us");
        check("? does continuous hCG |", "k<?> k<does> continuous n<hCG> ");
        check("show \"Nobody\"|", "k<show> w<\"Nobody\">");
        check("show \"Nob|", "k<show> w<\"Nob>");
        check("show \"clomi|", "k<show> q<\"clomi>");
        check("show $nothing|", "k<show> w<$nothing>");
        check("let y = list drugs; show $y", "k<let> y = k<list> n<drugs>; k<show> n<$y>");
        check("shwo LH|", "w<shwo> LH");
        check("shw|", "w<shw>");
        check("hel|", "hel");
        check("clomi|", "clomi");
        check("explain pth |", "k<explain> w<pth> ");
        check("? blurb|", "k<?> w<blurb>");
        check(
            "? does hCG raise LH given dosing = weekly",
            "k<?> k<does> n<hCG> v<raise> n<LH> k<given> 1<dosing> = w<weekly>",
        );
        check("? does hCG raise LH given dosing = con|", "k<?> k<does> n<hCG> v<raise> n<LH> k<given> 1<dosing> = con");
        check("? does hCG raise LH given dozing |", "k<?> k<does> n<hCG> v<raise> n<LH> k<given> w<dozing> ");
        check("path hCG -> LH where certainty = bogus", "k<path> n<hCG> k<->> n<LH> k<where> certainty = w<bogus>");
        check("path hCG -> LH where certainty = est|", "k<path> n<hCG> k<->> n<LH> k<where> certainty = est");
        check("path hCG -> LH through eats|", "k<path> n<hCG> k<->> n<LH> k<through> w<eats>");
        check("show \"é|", "k<show> q<\"é>");
        check("show Nobody", "k<show> w<Nobody>");
        check("show \"é", "k<show> w<\"é>");
        check("path {LH, Nobody} -> |", "k<path> {n<LH>, w<Nobody>} k<->> ");
        check("path {LH}|", "k<path> b<{>n<LH>}");
        check("find estro|", "k<find> estro");
        check("let mine = |", "k<let> mine = ");
    }
}
