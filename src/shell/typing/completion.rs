//! What may come next.

use endograph::diagnostic::{Code, suggest};
use endograph::graph::{EntityId, Fit, Graph, Namespace, Role, VerbForm};
use endograph::syntax::{TokenKind, tokens};

use super::candidate::{Candidate, begins, cased};
use super::clauses::Family;
use super::ends::Preferred;
use super::names::{MOST, Names, Naming, beside_verb};
use super::reading::{Part, Reading, Want, read};
use super::verbs::Wanted;
use super::walk::{Asked, Lead, Phrase, Slot, Walk};
use super::{Vocabulary, contexts, keywords};

/// What completes an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Completion {
    /// Words and names.
    Words {
        /// In the order shown.
        candidates: Vec<Candidate>,
        /// How many more names there are.
        more: usize,
    },
    /// The name of a file to write, which begins at this byte of the entry.
    File(usize),
}

/// What may come next after the text before the cursor.
pub fn complete(before: &str, vocabulary: &Vocabulary) -> Completion {
    let text = format!("{}{before}", vocabulary.earlier);
    let Some(at) = word_start(&text) else { return Completion::Words { candidates: Vec::new(), more: 0 } };
    let walk = Walk::until(&text, at);
    if walk.slot == Slot::File {
        return Completion::File(walk.tokens.get(walk.from).map_or(at, |token| token.span.start));
    }
    let place = Place::new(&walk, at, *vocabulary);
    let (mut candidates, more) = place.candidates();
    candidates.retain(|candidate| candidate.start >= vocabulary.earlier.len());
    if before.ends_with(['>', ',', '→']) {
        // An arrow and a comma have a space after them.
        for candidate in &mut candidates {
            candidate.text.insert(0, ' ');
        }
    }
    Completion::Words { candidates, more }
}

/// Where the word under the cursor begins: at the end where a space or a mark stands before it; none in a comment.
pub fn word_start(text: &str) -> Option<usize> {
    let Some(last) = tokens(text).pop().filter(|last| last.span.end == text.len()) else { return Some(text.len()) };
    match last.kind {
        TokenKind::Comment => None,
        TokenKind::Word
        | TokenKind::Keyword(_)
        | TokenKind::Number
        | TokenKind::Result
        | TokenKind::UnclosedQuote
        | TokenKind::File => Some(last.span.start),
        TokenKind::Unknown if text.ends_with('$') => Some(last.span.start),
        _ => Some(text.len()),
    }
}

/// A place in a statement, with what was read before it.
pub struct Place<'a> {
    walk: &'a Walk<'a>,
    vocabulary: Vocabulary<'a>,
    reading: Reading,
    /// Where the word under the cursor begins, and that word.
    at: usize,
    word: &'a str,
    /// Where the words begin that are part of no name or verb yet, and those words.
    start: usize,
    pub typed: &'a str,
    whole: bool,
}

impl<'a> Place<'a> {
    /// The place of a word that begins at a byte, after what the walk has passed.
    pub fn new(walk: &'a Walk<'a>, at: usize, vocabulary: Vocabulary<'a>) -> Self {
        let end = walk.tokens.len();
        let phrase = Phrase { slot: walk.slot, tokens: walk.from..end };
        let reading = read(walk, &phrase, vocabulary.graph);
        let start = walk.tokens.get(reading.rest).map_or(at, |token| token.span.start);
        let whole = reading.is_whole(end);
        let text = walk.text;
        Self { walk, vocabulary, reading, at, word: &text[at..], start, typed: &text[start..], whole }
    }

    fn candidates(&self) -> (Vec<Candidate>, usize) {
        if let Some(name) = self.word.strip_prefix('$') {
            let bound = self.vocabulary.bound.iter().filter(|bound| begins(bound, name));
            return (bound.map(|bound| Candidate::name(self.at, format!("${bound}"), "result")).collect(), 0);
        }
        let words = self.words();
        // What is reachable comes first; elsewhere the few words of the language do.
        let (mut certain, later) =
            if self.walk.origin.is_some() && !self.whole { (Vec::new(), words) } else { (words, Vec::new()) };
        certain.extend(self.verbs());
        certain.extend(contexts::candidates(self.walk, self.at, self.word, self.vocabulary.graph));
        let mut more = 0;
        let mut loose: Vec<(Fit, Candidate)> = Vec::new();
        certain.extend(self.begun_before());
        if self.names_fit() {
            let named = self.names();
            more = named.more;
            for (fit, candidate) in named.names {
                match fit {
                    Fit::Begins if certain.contains(&candidate) => {}
                    Fit::Begins => certain.push(candidate),
                    _ => loose.push((fit, candidate)),
                }
            }
        }
        certain.extend(later);
        if certain.is_empty() && loose.is_empty() {
            certain = self.nearest_words();
        }
        let near_only = !certain.is_empty();
        loose.retain(|(fit, _)| !near_only || matches!(fit, Fit::WordBegins | Fit::Initials));
        if certain.len() == 1 || extends(self.walk.text, &certain) {
            loose.clear(); // what begins so comes first; the rest once that goes no further
        }
        certain.extend(loose.into_iter().map(|(_, candidate)| candidate));
        more += certain.len().saturating_sub(MOST);
        certain.truncate(MOST);
        (certain, more)
    }

    /// Words of the language.
    fn words(&self) -> Vec<Candidate> {
        if self.reading.rest < self.walk.tokens.len() {
            return Vec::new(); // a word before this one is still part of nothing
        }
        let mut words = keywords::fitting(self.walk, self.reading.next, self.whole);
        words.retain(|(word, _)| begins(word, self.word));
        let mut candidates: Vec<Candidate> =
            words.into_iter().map(|(word, note)| Candidate::word(self.at, cased(word, self.word), note)).collect();
        if self.walk.slot == Slot::Own && self.walk.word(self.walk.from.wrapping_sub(1)).eq_ignore_ascii_case("error") {
            let codes = Code::ALL.iter().map(|code| code.as_str()).filter(|code| begins(code, self.word));
            candidates.extend(codes.map(|code| Candidate::name(self.at, code, "error")));
        }
        candidates
    }

    fn verbs(&self) -> Vec<Candidate> {
        let form = match (self.walk.slot, self.reading.next) {
            (_, Some(Want::Verb(form))) => Some(form),
            (Slot::Frame(super::walk::Frame::What), _) => Some(VerbForm::Third),
            (_, Some(Want::Relation)) if !self.walk.wants_through() => None,
            _ => return Vec::new(),
        };
        let wanted = Wanted::after(self.walk, &self.reading, form, self.vocabulary.graph);
        wanted.candidates(self.start, self.typed, self.vocabulary.graph)
    }

    /// Whether a name may stand, or go on, here.
    pub fn names_fit(&self) -> bool {
        match (self.walk.slot, self.reading.next) {
            (_, Some(Want::Name | Want::Target | Want::Kind)) => true,
            (Slot::Asked(asked), Some(Want::Verb(_))) => {
                let verbless = asked.lead == Lead::Nothing && (asked.again || asked.form == VerbForm::Passive);
                !self.reading.parts.is_empty() || (verbless && !self.typed.is_empty())
            }
            (Slot::Expected, _) => !self.typed.is_empty(),
            (Slot::Own, _) => self.walk.word(self.walk.from.wrapping_sub(1)).eq_ignore_ascii_case("find"),
            _ => self.whole && self.walk.slot != Slot::Relations,
        }
    }

    /// The first verb that may stand here and begins with what was typed.
    pub fn verb_that_begins_so(&self) -> Option<Candidate> {
        self.verbs().into_iter().find(|verb| verb.start == self.start && begins(&verb.text, self.typed))
    }

    /// What may be named here.
    pub fn naming(&self) -> Naming<'_> {
        self.naming_from(self.start)
    }

    fn naming_from(&self, start: usize) -> Naming<'_> {
        let want = match self.reading.next {
            Some(want @ (Want::Name | Want::Kind)) => want,
            _ => Want::Target,
        };
        let (walk, graph) = (self.walk, self.vocabulary.graph);
        Naming { walk, graph, want, start, typed: &walk.text[start..], taken: compared(walk, graph) }
    }

    /// What is offered before other names.
    fn preferred(&self, compared: &[EntityId]) -> Preferred {
        let graph = self.vocabulary.graph;
        if !compared.is_empty() {
            return Preferred::alike(compared, graph);
        }
        if self.walk.slot == Slot::Name && self.walk.clauses.last() == Some(&"given") {
            return Preferred::with_context(&self.walk.key, graph);
        }
        if self.walk.asks_for_figures() {
            return Preferred::with_figures(graph);
        }
        beside_verb(&self.reading, self.walk.slot, graph)
    }

    /// The kinds that something may be said to be: `? is hCG a drug`.
    fn kinds_to_be(&self) -> Vec<(Fit, Candidate)> {
        let schema = &self.vocabulary.graph.schema;
        let is_membership = |relation| schema.relation(relation).role == Role::Membership;
        match self.reading.parts.last() {
            Some((Part::Verb(Some(relation)), _)) if self.typed.is_empty() && is_membership(*relation) => {
                let kinds = schema.kinds.values();
                kinds.map(|kind| (Fit::Begins, Candidate::name(self.start, kind.id.as_str(), "kind"))).collect()
            }
            _ => Vec::new(),
        }
    }

    fn names(&self) -> Names {
        let graph = self.vocabulary.graph;
        let mut found = Names::default();
        // A whole name may be the beginning of a longer one.
        let wanted = matches!(self.reading.next, Some(Want::Name | Want::Target | Want::Kind));
        let last = self.reading.parts.last().filter(|_| self.start == self.at);
        if let Some((_, range)) = last.filter(|(part, _)| !matches!(part, Part::Verb(_))) {
            let start = self.walk.tokens.get(range.start).map_or(self.at, |token| token.span.start);
            let typed = &self.walk.text[start..];
            let begins = graph.begins_name(typed, Namespace::Names);
            let longer = if begins { self.naming_from(start).fitting(&Preferred::default()) } else { Names::default() };
            let goes_on =
                |(fit, candidate): &(Fit, Candidate)| *fit == Fit::Begins && continues(&candidate.text, typed);
            found.names.extend(longer.names.into_iter().filter(goes_on));
        }
        if !wanted && !self.may_be_object() {
            return found;
        }
        let here = self.naming();
        let near = here.reachable();
        let has_near = !near.names.is_empty();
        found.names.extend(near.names);
        found.more += near.more;
        if has_near && self.typed.is_empty() {
            return found; // there is enough to choose from
        }
        let fitting = here.fitting(&self.preferred(&here.taken));
        let is_new = |text: &str| !found.names.iter().any(|(_, candidate)| candidate.text == text);
        let further: Vec<(Fit, Candidate)> =
            fitting.names.into_iter().filter(|(_, candidate)| is_new(&candidate.text)).collect();
        found.names.extend(further);
        found.names.extend(self.kinds_to_be());
        found.more += fitting.more;
        let later = self.walk.tokens.iter().skip(self.reading.rest + 1).map(|token| token.span.start).chain([self.at]);
        for start in later.filter(|&start| start > self.start) {
            let may_fit = start == self.at || graph.begins_name(&self.walk.text[start..], Namespace::Names);
            if may_fit && found.names.is_empty() && !self.word.is_empty() {
                let fitting = self.naming_from(start).fitting(&Preferred::default());
                (found.names, found.more) = (fitting.names, fitting.more);
            }
        }
        found
    }

    /// Names that begin further back, with words that were taken for words of the language or for a name of their own:
    /// `all trans retinoic acid` after `path all trans r`, `LH and FSH ratio` after `show LH and F`.
    fn begun_before(&self) -> Vec<Candidate> {
        let graph = self.vocabulary.graph;
        if self.word.is_empty() {
            return Vec::new();
        }
        let is_word = |kind: TokenKind| matches!(kind, TokenKind::Word | TokenKind::Keyword(_) | TokenKind::Number);
        let words = self.walk.tokens.iter().skip(1).rev().take(graph.names().longest(Namespace::Names));
        let mut starts: Vec<usize> =
            words.take_while(|token| is_word(token.kind)).map(|token| token.span.start).collect();
        starts.retain(|start| *start != self.start);
        starts.reverse(); // the longest first
        let begun = starts.into_iter().map(|start| {
            let typed = &self.walk.text[start..];
            let begins = graph.begins_name(typed, Namespace::Names);
            let named = if begins { self.naming_from(start).fitting(&Preferred::default()) } else { Names::default() };
            let begun = named.names.into_iter().filter(|(fit, _)| *fit == Fit::Begins);
            begun.map(|(_, candidate)| candidate).collect::<Vec<_>>()
        });
        begun.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
    }

    /// An object alone may stand after `and`, and a name after `what is`.
    fn may_be_object(&self) -> bool {
        let alone = |asked: Asked| asked.lead == Lead::Nothing && (asked.again || asked.form == VerbForm::Passive);
        let asked_alone = matches!(self.walk.slot, Slot::Asked(asked) if alone(asked));
        (asked_alone && self.reading.parts.is_empty()) || matches!(self.walk.slot, Slot::Expected | Slot::Own)
    }

    /// Words and verbs that what was typed is a slip of.
    fn nearest_words(&self) -> Vec<Candidate> {
        if self.word.chars().count() < 3 || self.reading.rest < self.walk.tokens.len() {
            return Vec::new();
        }
        let empty = Place { word: "", typed: "", start: self.at, reading: read_again(self), ..*self };
        let known: Vec<Candidate> = empty.words().into_iter().chain(empty.verbs()).collect();
        let near = suggest(self.word, known.iter().map(|candidate| candidate.text.as_str()));
        near.iter().filter_map(|text| known.iter().find(|candidate| candidate.text == *text)).cloned().collect()
    }
}

/// What a comparison names before this place: nothing is compared with itself.
fn compared(walk: &Walk, graph: &Graph) -> Vec<EntityId> {
    let is_list = walk.family == Family::Compare && walk.clauses.is_empty();
    let named = walk.phrases.iter().filter(|_| is_list).flat_map(|phrase| read(walk, phrase, graph).parts);
    named.flat_map(|(part, _)| if let Part::Entities(entities) = part { entities } else { Vec::new() }).collect()
}

/// Whether a name goes on after whole words of it: `LH blood test` after `LH `, and `LHRH` not.
fn continues(name: &str, typed: &str) -> bool {
    let plain = |text: &str| text.trim_start_matches(['"', '“']).to_lowercase().replace(['-', '_'], " ");
    let (name, typed) = (plain(name), plain(typed));
    name.len() > typed.trim_end().len() + 1 && name.starts_with(&typed)
}

fn read_again(place: &Place) -> Reading {
    let end = place.walk.tokens.len();
    read(place.walk, &Phrase { slot: place.walk.slot, tokens: place.walk.from..end }, place.vocabulary.graph)
}

/// Whether what candidates have in common goes on further than what is typed.
fn extends(text: &str, candidates: &[Candidate]) -> bool {
    let Some(start) = candidates.iter().map(|candidate| candidate.start).min() else { return false };
    let mut whole = candidates.iter().map(|candidate| format!("{}{}", &text[start..candidate.start], candidate.text));
    let first = whole.next().unwrap_or_default();
    let common = whole.fold(first.as_str(), |common, other| {
        let same = common.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
        common.get(..same).unwrap_or_default()
    });
    common.len() > text.len() - start
}
