//! Words that nothing known begins with: what is marked while it is typed.

use endograph::graph::{Certainty, EFFECT_VERBS, Graph, Namespace, fold};
use endograph::resolve::{ASPECTS, DIRECTLY, EvidenceField, FILLERS};
use endograph::syntax::{Role, Token, TokenKind, all_keywords, keywords, question_words};

use super::Vocabulary;
use super::candidate::begins;
use super::walk::{Frame, Phrase, Slot, Walk};

/// Words that belong to the language without being keywords of the grammar.
const OTHER_WORDS: &[&str] = &[
    "stop",
    "take",
    "part",
    "contain",
    "include",
    "involve",
    "run",
    "go",
    "lead",
    "this",
    "system",
    "kinds",
    "relations",
    "verbs",
    "sources",
    "documents",
    "everything",
    "entities",
];

/// What the shell takes where a statement may begin.
const SHELL_WORDS: &[&str] = &["help", "quit", "exit"];

/// Where the cursor is, as a word sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// Elsewhere: the word is finished.
    Elsewhere,
    /// At its end: it may go on.
    AtEnd,
    /// In the middle of it.
    Within,
}

impl Cursor {
    /// Where a cursor is, seen from a token.
    pub fn seen_from(token: Token, cursor: Option<usize>) -> Self {
        match cursor {
            Some(cursor) if cursor == token.span.end => Self::AtEnd,
            Some(cursor) if (token.span.start..token.span.end).contains(&cursor) => Self::Within,
            _ => Self::Elsewhere,
        }
    }
}

/// What is known of the words of one statement.
#[derive(Clone, Copy)]
pub struct Unknown<'a> {
    /// The statement.
    pub walk: &'a Walk<'a>,
    /// A byte of its text; none where it is finished.
    pub cursor: Option<usize>,
    /// What there is.
    pub vocabulary: Vocabulary<'a>,
}

impl Unknown<'_> {
    /// Whether a word of a phrase, which no name, kind or verb holds, cannot become part of one.
    pub fn is_word(&self, index: usize, phrase: &Phrase) -> bool {
        let Some(token) = self.walk.tokens.get(index).copied() else { return false };
        let at = Cursor::seen_from(token, self.cursor);
        if at == Cursor::Within || self.within_set(index, phrase) {
            return false;
        }
        let (word, graph) = (self.walk.word(index), self.vocabulary.graph);
        let bare = word.trim_matches(['"', '“', '”']);
        match token.kind {
            TokenKind::Quoted => graph.names().lookup(Namespace::Kinds, bare).is_empty(),
            TokenKind::UnclosedQuote => at == Cursor::AtEnd && !begins_any(graph, bare),
            TokenKind::Word => {
                !is_of_the_language(word, at)
                    && !is_of_a_context(word, at, graph)
                    && !self.goes_on(index, token, phrase)
            }
            _ => false,
        }
    }

    /// Whether a word is part of a name, kind or verb that is still being typed.
    fn goes_on(&self, index: usize, token: Token, phrase: &Phrase) -> bool {
        let is_last = phrase.tokens.end == self.walk.tokens.len();
        let Some(cursor) = self.cursor.filter(|cursor| is_last && *cursor >= token.span.end) else { return false };
        let mut starts = phrase.tokens.clone().filter(|&start| start <= index);
        starts.any(|start| {
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

    /// Whether a word begins no statement, no question, no name of which something may be asked.
    pub fn is_first_word(&self, phrase: &Phrase) -> bool {
        let index = phrase.tokens.start;
        let Some(token) = self.walk.tokens.get(index).filter(|token| token.kind == TokenKind::Word) else {
            return false;
        };
        let at = Cursor::seen_from(*token, self.cursor);
        let word = self.walk.word(index);
        let fits =
            |known: &str| if at == Cursor::AtEnd { begins(known, word) } else { known.eq_ignore_ascii_case(word) };
        let asks = question_words().iter().any(|known| fits(known));
        let is_question = phrase.slot == Slot::Frame(Frame::Start);
        let is_known = asks || (!is_question && keywords(Role::Statement).chain(SHELL_WORDS.iter().copied()).any(fits));
        at != Cursor::Within && !is_known && !self.vocabulary.graph.begins_name(word, Namespace::Names)
    }

    /// Whether a context key, a field of evidence or a value of one is none.
    pub fn is_context(&self, phrase: &Phrase) -> bool {
        let last = phrase.tokens.end.checked_sub(1).and_then(|last| self.walk.tokens.get(last));
        let Some(at) = last.map(|token| Cursor::seen_from(*token, self.cursor)) else { return false };
        let text = self.text_of(phrase);
        let known = self.known(phrase);
        let fits = |known: &String| if at == Cursor::AtEnd { known.starts_with(&text) } else { *known == text };
        at != Cursor::Within && !text.is_empty() && !known.is_empty() && !known.iter().any(fits)
    }

    /// The words of a phrase as one, folded.
    pub fn text_of(&self, phrase: &Phrase) -> String {
        fold(&phrase.tokens.clone().map(|index| self.walk.word(index)).collect::<String>())
    }

    /// What may stand in a clause, folded; nothing where that is anything.
    fn known(&self, phrase: &Phrase) -> Vec<String> {
        let contexts = &self.vocabulary.graph.schema.contexts;
        let key = phrase.tokens.start.checked_sub(2).map(|index| fold(self.walk.word(index))).unwrap_or_default();
        match phrase.slot {
            Slot::Key => contexts.values().map(|key| fold(&key.key)).collect(),
            Slot::Field => EvidenceField::NAMED.iter().map(|(name, _)| fold(name)).collect(),
            Slot::Value => {
                let named = contexts.values().filter(|context| fold(&context.key) == key);
                let values = named.flat_map(|context| context.values.iter());
                let values: Vec<String> = values.map(|value| fold(value)).collect();
                if values.is_empty() && contexts.values().all(|context| !context.values.is_empty()) {
                    return contexts.values().flat_map(|context| &context.values).map(|value| fold(value)).collect();
                }
                values
            }
            Slot::FieldValue if EvidenceField::NAMED.contains(&(key.as_str(), EvidenceField::Certainty)) => {
                [Certainty::Established, Certainty::Suggested, Certainty::Theoretical]
                    .map(|certainty| fold(certainty.as_str()))
                    .to_vec()
            }
            _ => Vec::new(),
        }
    }
}

fn begins_any(graph: &Graph, typed: &str) -> bool {
    let namespaces = [Namespace::Names, Namespace::Kinds, Namespace::Verbs];
    let begins_name = |typed: &str| namespaces.iter().any(|&namespace| graph.begins_name(typed, namespace));
    let is_effect = |typed: &str| {
        EFFECT_VERBS.iter().any(|verb| [verb.base, verb.third, verb.passive].iter().any(|form| begins(form, typed)))
    };
    begins_name(typed)
        || is_effect(typed)
        || graph.begins_name(&format!("is {typed}"), Namespace::Verbs)
        || (typed.contains(['o', 'a']) && begins_name(&typed.replace("oe", "e").replace("ae", "e")))
}

/// Whether a word is one of the language, or may become one.
fn is_of_the_language(word: &str, at: Cursor) -> bool {
    let is = |known: &str| if at == Cursor::AtEnd { begins(known, word) } else { known.eq_ignore_ascii_case(word) };
    all_keywords().any(|keyword| is(keyword.text))
        || FILLERS.iter().chain(OTHER_WORDS).any(|known| is(known))
        || ASPECTS.iter().any(|(aspect, _)| is(aspect))
        || is(DIRECTLY)
}

/// Whether a word is the value of a context, as in `continuous GnRH`, or may become one.
fn is_of_a_context(word: &str, at: Cursor, graph: &Graph) -> bool {
    let word = fold(word);
    let is = |known: &str| if at == Cursor::AtEnd { known.starts_with(&word) } else { known == word };
    let values = graph.schema.contexts.values().flat_map(|context| &context.values);
    values.flat_map(|value| value.split(' ')).any(|part| is(&fold(part)))
}
