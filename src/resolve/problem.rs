//! Why a phrase has no reading, or several: errors that point at the very words.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::cancel::Cancel;
use crate::diagnostic::{Code, Diagnostic, Span, suggest};
use crate::syntax::{Phrase, Word};

use super::phrase::{Furthest, Part, Slot, VerbSet, Wanted, aspect_prefix, skip_fillers, span_of, text_of, word};
use crate::graph::{Namespace, fold};

use super::{NamedAs, Scope, Target, examples, lexicon};

/// Names side by side that a message still lists.
const SIDE_BY_SIDE: usize = 4;
/// Letters of an unknown name that a message still shows.
const SHOWN: usize = 80;

impl Scope<'_> {
    /// The error for a phrase that fits no frame.
    pub(super) fn unread(&self, phrase: &Phrase, furthest: &Furthest) -> Diagnostic {
        if let Some(misspelt) = self.misspelt_clause(phrase, furthest.item) {
            return misspelt;
        }
        let diagnostic = self.unfitting(phrase, furthest);
        match self.asked_elsewhere(phrase) {
            Some(statement) if self.statement.starts_with('?') => {
                Diagnostic { suggestions: Vec::new(), help: Vec::new(), mended: Some(statement), ..diagnostic }
            }
            _ => match self.asked_on_a_background(phrase) {
                Some(background) => background.explain(diagnostic),
                None => diagnostic,
            },
        }
    }

    fn unfitting(&self, phrase: &Phrase, furthest: &Furthest) -> Diagnostic {
        let item = skip_fillers(phrase, furthest.item);
        let verb_after = (item..phrase.items.len()).find(|&at| self.verb_begins(phrase, at));
        let slots = || {
            furthest.wanted.iter().filter_map(|wanted| match wanted {
                Wanted::Slot(slot, previous) => Some((*slot, *previous)),
                Wanted::End(_) => None,
            })
        };
        let verb = slots().find_map(|(slot, previous)| match slot {
            Slot::Verb(set) => Some((set, previous)),
            _ => None,
        });
        if let Some((set, previous)) = verb {
            return match verb_after {
                // Words before a verb that is there: the name in front of it is not known.
                Some(verb) if verb > item => self.unknown_name(phrase, previous, verb),
                _ if item < phrase.items.len() => self.unknown_verb(phrase, item, set),
                _ => missing(phrase, item, "a verb")
                    .help("verbs are `raises`, `suppresses`, `affects`, and those that `schema` lists"),
            };
        }
        if let Some((slot, _)) = slots().next() {
            return match verb_after {
                Some(verb) if verb == item && slot == Slot::Restriction => missing(phrase, item, "a kind")
                    .help("`which` goes on with a kind (`which drugs`); for anything, ask `what`"),
                Some(verb) if verb == item => missing(phrase, item, "a name"),
                _ if item >= phrase.items.len() => missing(phrase, item, "a name"),
                _ if slot == Slot::Restriction => self.unknown_kind(phrase, item),
                Some(verb) => self.unknown_name(phrase, item, verb),
                None => {
                    let end = phrase.items.len();
                    // `what does nobody do`
                    let ends_in_do = word(phrase, end - 1).is_some_and(|last| last.eq_ignore_ascii_case("do"));
                    let end = if ends_in_do && end > item + 1 { end - 1 } else { end };
                    self.unknown_name(phrase, item, end)
                }
            };
        }
        if verb_after == Some(item) {
            return missing(phrase, item, "`and` or `or`");
        }
        // Words after a complete name: the name was meant to be longer.
        let began = furthest.wanted.iter().find_map(|wanted| match wanted {
            Wanted::End(began) => Some(*began),
            Wanted::Slot(..) => None,
        });
        self.unknown_name(phrase, began.unwrap_or(item).min(item), phrase.items.len())
    }

    fn verb_begins(&self, phrase: &Phrase, item: usize) -> bool {
        let words = self.words_at(phrase, item);
        !lexicon::active_verbs_at(self.graph, &words).is_empty()
            || words.len() > 1 && !lexicon::verbs_after_is_at(self.graph, &words).is_empty()
    }

    fn unknown_name(&self, phrase: &Phrase, start: usize, end: usize) -> Diagnostic {
        let start = aspect_prefix(phrase, start).map_or(start, |(_, named)| named);
        if start >= end {
            return missing(phrase, start, "a name");
        }
        let text = text_of(phrase, start, end - start);
        let span = span_of(phrase, start, end);
        let diagnostic = Diagnostic::at(Code::UnknownName, span, format!("nothing here is called `{}`", shown(&text)))
            .label("not a name of this graph");
        if let Some(names) = self.side_by_side(phrase, start, end) {
            return diagnostic
                .help(format!("{names} are names of their own: put `and`, `or` or `but not` between them"));
        }
        if let Some(removed) = self.taken_out(&text) {
            let removal = format!("{removed} removed");
            let diagnostic =
                diagnostic.help(format!("an operation is asked for by what it takes out: `simulate {removal}`"));
            return if self.statement.starts_with("simulate ") {
                diagnostic.mended(self.statement.replacen(&text, &removal, 1))
            } else {
                diagnostic
            };
        }
        if !self.graph.names().lookup(Namespace::Kinds, &text).is_empty() {
            return diagnostic.help(format!("`{text}` is a kind: `list {text}` shows what is of it"));
        }
        let suggestions = self.graph.suggest(&text, Namespace::Names);
        let diagnostic = if suggestions.is_empty() {
            // Of a graph of many names, no more than the beginnings: nobody has asked for a search.
            let found = self.graph.find(&text, &Cancel::with_deadline(Duration::ZERO)).entities.len();
            // Of `in the graph`, the word that says most.
            let longest = text.split_whitespace().rev().max_by_key(|word| word.len()).unwrap_or_default();
            let diagnostic = if found > 0 {
                let holding = if found == 1 {
                    "1 entity whose name or definition holds it".to_owned()
                } else {
                    format!("{found} entities whose names or definitions hold it")
                };
                diagnostic.help(format!("`find {text}` shows {holding}"))
            } else {
                diagnostic.help(format!("`find {longest}` searches names and definitions"))
            };
            diagnostic.help(format!("`stats` counts what is in the graph; {} show it", examples::listings(self.graph)))
        } else {
            diagnostic
        };
        self.with_suggestions(diagnostic, &text, suggestions)
    }

    /// The names of which some words consist, each in quotes, where they are nothing but two or more of them.
    fn side_by_side(&self, phrase: &Phrase, start: usize, end: usize) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        let mut item = start;
        while item < end {
            let words = self.words_at(phrase, item);
            let (length, _) = self.graph.names().longest_match(Namespace::Names, &words, 0)?;
            names.push(format!("`{}`", text_of(phrase, item, length)));
            item += length;
        }
        (2..=SIDE_BY_SIDE).contains(&names.len()).then(|| names.join(" and "))
    }

    fn unknown_kind(&self, phrase: &Phrase, item: usize) -> Diagnostic {
        let text = text_of(phrase, item, 1);
        let kinds = self.graph.schema.kinds.values().map(|kind| kind.plural.as_str());
        let suggestions = suggest(&text, kinds);
        let diagnostic = Diagnostic::at(
            Code::UnknownKind,
            span_of(phrase, item, item + 1),
            format!("`{text}` is no kind, class or result"),
        )
        .label(match examples::kinds(self.graph).as_slice() {
            [] => "expected a kind".to_owned(),
            kinds => {
                format!("expected a kind: {}", kinds.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", "))
            }
        })
        .help("`list kinds` shows the kinds of this graph");
        self.with_suggestions(diagnostic, &text, suggestions)
    }

    fn unknown_verb(&self, phrase: &Phrase, item: usize, set: VerbSet) -> Diagnostic {
        let known = word(phrase, item).is_some();
        let by = word(phrase, item + 1).is_some_and(|next| next.eq_ignore_ascii_case("by"));
        let length = 1 + usize::from(by && set == VerbSet::AfterIs);
        let text = text_of(phrase, item, length);
        if let Some(verb) = self.verb_for(&text).filter(|_| known) {
            let diagnostic = no_verb(phrase, item, length, &text);
            return self.with_word(diagnostic, &text, &verb).suggest([verb]);
        }
        let verbs = lexicon::all_verbs(self.graph, set == VerbSet::AfterIs);
        let suggestions = if known { suggest(&text, verbs.iter().map(String::as_str)) } else { Vec::new() };
        let diagnostic = no_verb(phrase, item, length, &text);
        match one_verb(&suggestions) {
            Some(verb) => self.with_word(diagnostic, &text, verb).suggest(suggestions.iter().cloned()),
            None => diagnostic.suggest(suggestions),
        }
    }

    fn with_suggestions(&self, diagnostic: Diagnostic, wrong: &str, suggestions: Vec<String>) -> Diagnostic {
        let diagnostic = match suggestions.as_slice() {
            [only] => self.with_word(diagnostic, wrong, only),
            _ => diagnostic,
        };
        diagnostic.suggest(suggestions)
    }

    /// The error mended: with a word in the place of the wrong one. A word that is a part of what was written would drop the
    /// rest of it.
    pub(super) fn with_word(&self, diagnostic: Diagnostic, wrong: &str, right: &str) -> Diagnostic {
        if !self.statement.contains(wrong) || fold(wrong).contains(&fold(right)) {
            return diagnostic;
        }
        let word = Word { text: right.to_owned(), quoted: false, span: diagnostic.span.unwrap_or(Span::new(0, 0)) };
        // A name of several words needs no quotes; one with odd characters gets them as it is printed.
        let plain = right.contains(' ') && right.chars().all(|letter| letter.is_alphanumeric() || letter == ' ');
        let text = if plain { right.to_owned() } else { word.to_string() };
        let mended = self.statement.replacen(wrong, &text, 1);
        diagnostic.mended(mended)
    }

    /// The error for a phrase with several readings, which shows each with its quotes.
    pub(super) fn ambiguous(&self, phrase: &Phrase, readings: &[Vec<Part>]) -> Diagnostic {
        let as_written = |target: &Target| target.text.clone();
        let mut texts: Vec<String> = readings.iter().map(|reading| reading_text(reading, as_written)).collect();
        let distinct: BTreeSet<&String> = texts.iter().collect();
        let mut label = "put quotes round the names that belong together";
        if distinct.len() < texts.len() {
            // Names that differ only in case or hyphens: the graph's own spelling tells them apart.
            texts = readings.iter().map(|reading| reading_text(reading, |target| self.spelled(target))).collect();
            label = "write the name exactly as the graph does";
        }
        let mut diagnostic =
            Diagnostic::at(Code::Ambiguous, phrase.span, "this can be read in several ways").label(label);
        for reading in texts {
            diagnostic = diagnostic.help(format!("one reading: {reading}"));
        }
        diagnostic
    }

    /// The display name of what a name was read as.
    fn spelled(&self, target: &Target) -> String {
        match (target.named, target.mentions.first()) {
            (NamedAs::Name, Some(mention)) => self.graph.entity(mention.entity).name.clone(),
            (NamedAs::Umbrella(umbrella), _) => self.graph.entity(umbrella).name.clone(),
            _ => target.text.clone(),
        }
    }

    /// The error for a result that is not bound.
    pub(super) fn unbound(&self, name: &Word) -> Diagnostic {
        let suggestions = suggest(&name.text, self.bindings.keys().map(String::as_str));
        Diagnostic::at(Code::UnboundName, name.span, format!("`${}` is not bound", name.text))
            .label("no `let` before this binds it")
            .help(format!("bind it first: `let {} = ? which drugs raise testosterone`", name.text))
            .suggest(suggestions.into_iter().map(|name| format!("${name}")))
    }

    /// The error for a name that must be one entity.
    pub(super) fn not_one(target: &Target) -> Diagnostic {
        Diagnostic::at(Code::NotApplicable, target.span, format!("`{}` is not one entity", target.text))
            .label("expected the name of one entity")
    }
}

fn no_verb(phrase: &Phrase, item: usize, length: usize, text: &str) -> Diagnostic {
    Diagnostic::at(Code::UnknownVerb, span_of(phrase, item, item + length), format!("`{text}` is no verb here"))
        .label("expected a verb")
        .help("verbs are `raises`, `suppresses`, `affects`, and those that `schema` lists")
}

/// The beginning of a text that is too long to be read.
fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn reading_text(reading: &[Part], name: impl Fn(&Target) -> String) -> String {
    let words: Vec<String> = reading
        .iter()
        .map(|part| match part {
            Part::Target(target) => match name(target) {
                text if text.contains(' ') => format!("\"{text}\""),
                text => text,
            },
            Part::Ask { ask, .. } => ask.third.clone(),
            Part::Do => "do".to_owned(),
        })
        .collect();
    words.join(" ")
}

/// The error for a word that is not there: at the next item, or behind the last.
fn missing(phrase: &Phrase, item: usize, what: &str) -> Diagnostic {
    let end = Span::new(phrase.span.end, phrase.span.end);
    let span = if item < phrase.items.len() { span_of(phrase, item, item + 1) } else { end };
    Diagnostic::at(Code::Incomplete, span, format!("{what} is missing here")).label(format!("expected {what}"))
}

/// The nearest suggestion, where all are forms of one verb: `suppresses` for `supresses`, beside `suppress`.
fn one_verb(suggestions: &[String]) -> Option<&String> {
    let nearest = suggestions.first()?;
    let same = |other: &String| other.starts_with(nearest.as_str()) || nearest.starts_with(other.as_str());
    suggestions.iter().all(same).then_some(nearest)
}
