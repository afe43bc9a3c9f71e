//! Words that are nearly right, one or several: the statement with what is nearest in the place of each.

use crate::diagnostic::{Code, Diagnostic, Nearness, Span, Unknown, suggest};
use crate::graph::{EntityId, KindId, Named, Namespace, fold};
use crate::syntax::{TokenKind, parse_statement, tokens};

use super::phrase::{ASPECTS, DIRECTLY, FILLERS};
use super::{Scope, lexicon};

/// Words of the longest run that is respelt.
const LONGEST_RUN: usize = 16;
/// Words of the longest name that is looked for in the place of some that nobody knows.
const LONGEST_SLIP: usize = 4;
/// Letters of the shortest word of which some may be wrong, and not only in the wrong order.
const SHORTEST_SLIP: usize = 4;
/// Letters that may be wrong in a whole statement.
const MOST_EDITS: usize = 6;
/// Ways to spell a run, and statements that are tried.
const MOST_TRIED: usize = 64;

/// Words that stand between names and verbs.
const BETWEEN: [&str; 8] = ["of", "by", "is", "are", "do", "does", "not", "anything"];

/// Words behind a name that say no more than the name does: more of a hormone is a higher level of it.
const SAID_ALREADY: [&str; 10] = [
    "level",
    "levels",
    "concentration",
    "concentrations",
    "secretion",
    "release",
    "output",
    "production",
    "value",
    "values",
];

/// A word or several, and what is put in their place; nothing where they say nothing more.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    written: String,
    meant: String,
}

/// One way to spell a run of words.
#[derive(Clone, Debug, Default)]
struct Spelling {
    edits: usize,
    words: Vec<String>,
    changes: Vec<Change>,
}

/// What some words at a place in a run can be.
struct Piece {
    length: usize,
    edits: usize,
    /// As it is to be written; none where it stands as it is.
    meant: Option<String>,
    /// What it names.
    named: Option<EntityId>,
    kind: Option<KindId>,
}

impl Scope<'_> {
    /// The error about words that nobody knows, with the one statement that reads once each is spelt like what is nearest.
    /// What was proposed before stays only if it reads.
    pub(super) fn respelt(&self, error: Diagnostic) -> Diagnostic {
        let unknown = matches!(error.code, Code::UnknownName | Code::UnknownVerb | Code::UnknownKind);
        if !unknown && error.code != Code::Incomplete {
            return error;
        }
        if error.mended.as_ref().is_some_and(|mended| self.reads(mended).is_some()) {
            return error;
        }
        match self.nearest_statement() {
            Some((statement, changes)) => told(error, &changes).mended(statement),
            None => Diagnostic { mended: None, ..error },
        }
    }

    /// The statement as it is printed, if every word of it has a reading.
    pub(super) fn reads(&self, text: &str) -> Option<String> {
        let statement = parse_statement(text).ok()?;
        let scope = Scope { graph: self.graph, bindings: self.bindings, statement: String::new() };
        scope.statement(&statement).is_ok().then(|| statement.to_string())
    }

    /// The statement that reads after the fewest edits, if it is the only one, and what was changed.
    fn nearest_statement(&self) -> Option<(String, Vec<Change>)> {
        let runs = runs(&self.statement);
        let mut whole = vec![(Spelling::default(), Vec::new())];
        for run in &runs {
            let words: Vec<&str> = run.iter().filter_map(|span| self.statement.get(span.start..span.end)).collect();
            let spellings = self.spellings(&words)?;
            whole = whole
                .iter()
                .flat_map(|(before, texts)| spellings.iter().map(move |next| joined(before, texts, next)))
                .filter(|(spelling, _)| spelling.edits <= MOST_EDITS)
                .take(MOST_TRIED)
                .collect();
        }
        whole.retain(|(spelling, _)| !spelling.changes.is_empty());
        whole.sort_by_key(|(spelling, _)| spelling.edits);
        let mut found: Option<(usize, String, Vec<Change>)> = None;
        for (spelling, texts) in whole {
            if found.as_ref().is_some_and(|(edits, ..)| spelling.edits > *edits) {
                break;
            }
            let Some(statement) = self.reads(&rewritten(&self.statement, &runs, &texts)) else { continue };
            match &found {
                Some((_, known, _)) if *known != statement => return None,
                _ => found = Some((spelling.edits, statement, spelling.changes)),
            }
        }
        found.map(|(_, statement, changes)| (statement, changes))
    }

    /// The ways to spell a run so that each word of it is known; none where there are too many words.
    fn spellings(&self, words: &[&str]) -> Option<Vec<Spelling>> {
        if words.len() > LONGEST_RUN {
            return None;
        }
        let exact: Vec<Vec<Piece>> = (0..words.len()).map(|at| self.exact(&words[at..])).collect();
        let mut known = vec![false; words.len()];
        for (at, pieces) in exact.iter().enumerate() {
            let longest = pieces.iter().map(|piece| piece.length).max().unwrap_or(0);
            known[at..at + longest].fill(true);
        }
        let mut pieces = exact;
        for (at, here) in pieces.iter_mut().enumerate() {
            here.extend(self.near(&words[at..], &known[at..]));
        }
        let mut found = Vec::new();
        self.cover(words, &pieces, 0, None, &Spelling::default(), &mut found);
        found.sort_by_key(|spelling| spelling.edits);
        Some(found)
    }

    fn cover(
        &self,
        words: &[&str],
        pieces: &[Vec<Piece>],
        at: usize,
        before: Option<&Piece>,
        spelling: &Spelling,
        found: &mut Vec<Spelling>,
    ) {
        if spelling.edits > MOST_EDITS || found.len() >= MOST_TRIED {
            return;
        }
        let Some(here) = pieces.get(at) else {
            found.push(spelling.clone());
            return;
        };
        for piece in here {
            let mut next = spelling.with(&words[at..at + piece.length], piece.meant.as_deref(), piece.edits);
            // `the hormone LH`
            if let (Some(Piece { kind: Some(kind), .. }), Some(entity)) = (before, piece.named)
                && self.graph.is_of_kind(entity, *kind)
                && let Some(position) = next.words.len().checked_sub(2)
            {
                let mut without = next.clone();
                let written = without.words.remove(position);
                without.changes.push(Change { written, meant: String::new() });
                without.edits += 1;
                self.cover(words, pieces, at + piece.length, Some(piece), &without, found);
            }
            self.cover(words, pieces, at + piece.length, Some(piece), &next, found);
            // `LH levels`, `LH hormone`
            let after = at + piece.length;
            if let (Some(entity), Some(word)) = (piece.named, words.get(after))
                && let Some(edits) = self.says_no_more(entity, word)
            {
                next = next.with(&[word], Some(""), 1 + edits);
                self.cover(words, pieces, after + 1, None, &next, found);
            }
        }
    }

    /// How far a word is from one that says no more behind the name of an entity.
    fn says_no_more(&self, entity: EntityId, word: &str) -> Option<usize> {
        if SAID_ALREADY.iter().any(|said| said.eq_ignore_ascii_case(word)) {
            return Some(0);
        }
        let kinds = self.graph.kinds_of(entity);
        let spellings = kinds.iter().flat_map(|kind| self.graph.schema.kind(*kind).spellings());
        spellings.filter_map(|kind| edits(word, kind)).min()
    }

    /// What the first words are, as they stand.
    fn exact(&self, words: &[&str]) -> Vec<Piece> {
        let as_it_is = |length, named, kind| Piece { length, edits: 0, meant: None, named, kind };
        let mut pieces = Vec::new();
        for (length, named) in lexicon::names_at(self.graph, words) {
            pieces.push(as_it_is(length, self.entity_named(named), None));
        }
        let kinds = lexicon::kinds_at(self.graph, words);
        pieces.extend(kinds.into_iter().map(|(length, kind)| as_it_is(length, None, Some(kind))));
        let active = lexicon::active_verbs_at(self.graph, words).into_iter();
        let verbs = active.chain(lexicon::verbs_after_is_at(self.graph, words));
        pieces.extend(verbs.map(|(length, _)| as_it_is(length, None, None)));
        let aspects = ASPECTS.iter().map(|(word, _)| word);
        let mut between = FILLERS.iter().chain(&BETWEEN).chain([&DIRECTLY]).chain(aspects);
        if words.first().is_some_and(|first| between.any(|word| word.eq_ignore_ascii_case(first))) {
            pieces.push(as_it_is(1, None, None));
        }
        pieces
    }

    /// What the first words are nearly, where one of them is not known.
    fn near(&self, words: &[&str], known: &[bool]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for length in 1..=words.len().min(LONGEST_SLIP) {
            if known[..length].iter().all(|known| *known) {
                continue;
            }
            let written = words[..length].join(" ");
            let mut push = |meant: String, named, kind| {
                if let Some(edits) = edits(&written, &meant) {
                    pieces.push(Piece { length, edits, meant: Some(meant), named, kind });
                }
            };
            for name in self.graph.suggest(&written, Namespace::Names) {
                let named = self.graph.names().lookup(Namespace::Names, &name).first().copied();
                push(name, named.and_then(|named| self.entity_named(named)), None);
            }
            if length == 1 {
                for kind in self.graph.suggest(&written, Namespace::Kinds) {
                    let named = self.graph.names().lookup(Namespace::Kinds, &kind).first().copied();
                    let found = named.and_then(|named| match named {
                        Named::Kind(kind) => Some(kind),
                        Named::Entity(_) | Named::Variant(_) | Named::Verb(..) => None,
                    });
                    push(kind, None, found);
                }
            }
            for passive in [false, true] {
                let verbs = lexicon::all_verbs(self.graph, passive);
                let near = suggest(&written, verbs.iter().map(String::as_str));
                // Of the forms of one verb, the nearest.
                if let Some(verb) = near.into_iter().next() {
                    push(verb, None, None);
                }
            }
        }
        pieces
    }

    fn entity_named(&self, named: Named) -> Option<EntityId> {
        match named {
            Named::Entity(entity) => Some(entity),
            Named::Variant(position) => self.graph.variants.get(position as usize).map(|variant| variant.entity),
            Named::Kind(_) | Named::Verb(..) => None,
        }
    }
}

impl Spelling {
    /// With some words more, and what is meant by them.
    fn with(&self, written: &[&str], meant: Option<&str>, edits: usize) -> Self {
        let mut next = self.clone();
        next.edits += edits;
        let written = written.join(" ");
        match meant {
            None => next.words.push(written),
            Some(meant) => {
                next.words.extend((!meant.is_empty()).then(|| meant.to_owned()));
                next.changes.push(Change { written, meant: meant.to_owned() });
            }
        }
        next
    }
}

/// The edits from what was written to what may be meant, where they are few for its length.
fn edits(written: &str, meant: &str) -> Option<usize> {
    let as_many_words = written.split_whitespace().count() == meant.split_whitespace().count();
    let (written, meant) = (fold(written), fold(meant));
    // Of a short word only the order of the letters: nearly every abbreviation is one letter from another.
    if written.chars().count() < SHORTEST_SLIP && letters(&written) != letters(&meant) {
        return None;
    }
    match Unknown::new(written).nearness(&meant)? {
        // A whole word more or less is no slip: `my hCG`.
        Nearness::Edits(edits, _) if as_many_words || edits < 2 => Some(edits.max(1)),
        _ => None,
    }
}

fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// The runs of words of a statement that are no words of the language: the place of each word.
fn runs(statement: &str) -> Vec<Vec<Span>> {
    let mut runs: Vec<Vec<Span>> = vec![Vec::new()];
    for token in tokens(statement) {
        match (token.kind, runs.last_mut()) {
            (TokenKind::Word, Some(run)) => run.push(token.span),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn joined(before: &Spelling, texts: &[String], next: &Spelling) -> (Spelling, Vec<String>) {
    let mut whole = before.clone();
    whole.edits += next.edits;
    whole.changes.extend(next.changes.iter().cloned());
    let mut texts = texts.to_vec();
    texts.push(next.words.join(" "));
    (whole, texts)
}

/// The statement with a text in the place of each run.
fn rewritten(statement: &str, runs: &[Vec<Span>], texts: &[String]) -> String {
    let mut rewritten = String::with_capacity(statement.len());
    let mut end = 0;
    for (run, text) in runs.iter().zip(texts) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        rewritten.push_str(statement.get(end..first.start).unwrap_or_default());
        rewritten.push_str(text);
        end = last.end;
    }
    rewritten.push_str(statement.get(end..).unwrap_or_default());
    rewritten
}

/// The error about the first slip alone, with what it is near to; what else is changed is help.
fn told(error: Diagnostic, changes: &[Change]) -> Diagnostic {
    let slips: Vec<&Change> = changes.iter().filter(|change| !change.meant.is_empty()).collect();
    let Some((first, others)) = slips.split_first() else { return Diagnostic { help: Vec::new(), ..error } };
    let mut told = Diagnostic { help: Vec::new(), suggestions: vec![first.meant.clone()], ..error };
    // The name that nobody knows begins with the slip: what stands behind it is none of it.
    if let Some(span) = told.span.filter(|_| told.message.contains(&format!("`{} ", first.written))) {
        told.span = Some(Span::new(span.start, span.start + first.written.len()));
        told.message = format!("nothing here is called `{}`", first.written);
    }
    if others.is_empty() {
        return told;
    }
    let others: Vec<String> = others.iter().map(|other| format!("`{}` for `{}`", other.meant, other.written)).collect();
    told.help(format!("also {}", others.join(", ")))
}
