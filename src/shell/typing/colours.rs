//! Colours of a line while it is typed.

use std::ops::Range;

use endograph::graph::{Graph, Namespace, fold};
use endograph::resolve::{ASPECTS, DIRECTLY, FILLERS};
use endograph::syntax::{Token, TokenKind, all_keywords};

use super::Vocabulary;
use super::reading::{Part, cover};
use super::walk::{Phrase, Slot, Walk};

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

/// Words that belong to the language without being keywords of the grammar.
const OTHER_WORDS: &[&str] =
    &["stop", "take", "part", "contain", "include", "involve", "run", "go", "lead", "this", "system"];

/// The line with what is known of it in colour: keywords, names, verbs, signs, quotes, numbers, contexts; and what no name
/// begins with marked. Without its escapes it is the line as it was. What the cursor is at is never marked; where there is
/// no cursor, the line is finished.
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
    for walk in &walks {
        Painter { walk, cursor, vocabulary: *vocabulary, paints: &mut paints }.paint();
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
                Slot::Key | Slot::Value => self.contexts(&phrase),
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
                let known = self.vocabulary.bound.iter().any(|bound| bound == name) || self.is_at(token);
                Some(if known { NAME } else { WRONG })
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
        let words: Vec<&str> = phrase.tokens.clone().map(|index| self.walk.word(index)).collect();
        let text = fold(&words.concat());
        let contexts = &self.vocabulary.graph.schema.contexts;
        let known =
            contexts.values().any(|key| fold(&key.key) == text || key.values.iter().any(|value| fold(value) == text));
        if known {
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
            phrase.tokens.clone().filter(free).filter(|&index| self.is_unknown(index, phrase)).collect();
        for index in unknown {
            self.add(index..index + 1, WRONG);
        }
    }

    /// Whether a word that is no part of a phrase cannot become one either.
    fn is_unknown(&self, index: usize, phrase: &Phrase) -> bool {
        let Some(token) = self.walk.tokens.get(index) else { return false };
        let word = self.walk.word(index);
        let is_name = matches!(token.kind, TokenKind::Word | TokenKind::Quoted);
        if !is_name || self.is_at(*token) || is_of_the_language(word) || self.within_set(index, phrase) {
            return false;
        }
        let is_typed = phrase.tokens.end == self.walk.tokens.len();
        let Some(cursor) = self.cursor.filter(|cursor| is_typed && *cursor >= token.span.end) else { return true };
        let mut starts = phrase.tokens.clone().filter(|&start| start <= index);
        !starts.any(|start| {
            let typed = self.walk.tokens.get(start).and_then(|token| self.walk.text.get(token.span.start..cursor));
            typed.is_some_and(|typed| begins_any(self.vocabulary.graph, typed))
        })
    }

    /// The members of a set are phrases of their own.
    fn within_set(&self, index: usize, phrase: &Phrase) -> bool {
        let inner = |other: &Phrase| {
            other != phrase && other.tokens.contains(&index) && other.tokens.len() < phrase.tokens.len()
        };
        self.walk.phrases.iter().any(inner)
    }
}

fn begins_any(graph: &Graph, typed: &str) -> bool {
    [Namespace::Names, Namespace::Kinds, Namespace::Verbs].iter().any(|&namespace| graph.begins_name(typed, namespace))
}

fn is_of_the_language(word: &str) -> bool {
    let is = |other: &str| other.eq_ignore_ascii_case(word);
    all_keywords().any(|keyword| is(keyword.text))
        || FILLERS.iter().chain(OTHER_WORDS).any(|other| is(other))
        || ASPECTS.iter().any(|(aspect, _)| is(aspect))
        || ["kinds", "relations", "verbs", "sources", "documents", "everything", "entities"]
            .iter()
            .any(|other| is(other))
        || is(DIRECTLY)
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
        // Nothing that is being typed, or may become a name, is marked.
        check("path Nobody|", "k<path> Nobody");
        check("path Nobody |", "k<path> w<Nobody> ");
        check("path Leydig |", "k<path> Leydig ");
        check("path Leydig -> |", "k<path> w<Leydig> k<->> ");
        check("? what flies |", "k<?> k<what> w<flies> ");
        check("show \"é|", "k<show> q<\"é>");
        check("show Nobody", "k<show> w<Nobody>");
        check("show \"é", "k<show> w<\"é>");
        check("path {LH, Nobody} -> |", "k<path> {n<LH>, w<Nobody>} k<->> ");
        check("path {LH}|", "k<path> b<{>n<LH>}");
        check("find estro|", "k<find> estro");
        check("let mine = |", "k<let> mine = ");
    }
}
