//! Reads the words of a phrase as the names, kinds and verbs that a slot wants, the longest first.

use std::ops::Range;

use endograph::graph::{EFFECT_VERBS, EntityId, Graph, KindId, Named, Namespace, RelationId, VerbForm, fold};
use endograph::resolve::{ASPECTS, DIRECTLY, FILLERS};
use endograph::syntax::TokenKind;

use super::walk::{Asked, Lead, Phrase, Slot, Walk};

/// What a slot wants next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// A name.
    Name,
    /// A name or a kind.
    Target,
    /// A kind or a class.
    Kind,
    /// A verb in this form.
    Verb(VerbForm),
    /// A relation in any form.
    Relation,
}

/// What words were read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Entities: a name, a result, a set. Empty where they are not known before it runs.
    Entities(Vec<EntityId>),
    /// A kind.
    Kind(KindId),
    /// A verb of a relation, or of a net effect.
    Verb(Option<RelationId>),
}

/// A phrase as far as it can be read.
#[derive(Debug, Default)]
pub struct Reading {
    /// What was read, by tokens.
    pub parts: Vec<(Part, Range<usize>)>,
    /// The first token that was not.
    pub rest: usize,
    /// What is wanted there; none where the phrase is whole.
    pub next: Option<Want>,
}

impl Reading {
    /// Whether the phrase is whole and nothing is left of it.
    pub fn is_whole(&self, end: usize) -> bool {
        self.next.is_none() && self.rest == end && !self.parts.is_empty()
    }
}

/// Reads a phrase.
pub fn read(walk: &Walk, phrase: &Phrase, graph: &Graph) -> Reading {
    let reader = Reader { walk, graph, end: phrase.tokens.end };
    match phrase.slot {
        Slot::Asked(asked) => reader.asked(phrase.tokens.start, asked),
        Slot::Name => reader.all(phrase.tokens.start, &[Want::Name]),
        Slot::Target => reader.all(phrase.tokens.start, &[Want::Target]),
        Slot::Listing => reader.all(phrase.tokens.start, &[Want::Kind]),
        Slot::Relations => reader.all(phrase.tokens.start, &[Want::Relation]),
        _ => Reading { rest: phrase.tokens.end, ..Reading::default() },
    }
}

/// Every part of a phrase, whatever order it wants: what no part holds is in none of the ranges.
pub fn cover(walk: &Walk, phrase: &Phrase, graph: &Graph) -> Vec<(Part, Range<usize>)> {
    let reader = Reader { walk, graph, end: phrase.tokens.end };
    let reading = read(walk, phrase, graph);
    let (mut parts, mut at) = (reading.parts, reading.rest);
    while at < phrase.tokens.end {
        let named = longer(reader.entities(at), reader.kind(at));
        let verb = || if matches!(phrase.slot, Slot::Asked(_)) { reader.verb(at, None) } else { None };
        match named.or_else(verb) {
            Some((part, range)) => {
                at = range.end.max(at + 1);
                parts.push((part, range));
            }
            None => at += 1,
        }
    }
    parts
}

struct Reader<'a> {
    walk: &'a Walk<'a>,
    graph: &'a Graph,
    end: usize,
}

impl Reader<'_> {
    fn asked(&self, start: usize, asked: Asked) -> Reading {
        let verb = Want::Verb(asked.form);
        let wants = match asked {
            Asked { lead: Lead::Name, last: true, .. } => vec![Want::Name, verb],
            Asked { lead: Lead::Name, .. } => vec![Want::Name, verb, Want::Target],
            Asked { lead: Lead::Kind, .. } => vec![Want::Kind, verb, Want::Target],
            Asked { lead: Lead::Nothing, .. } => vec![verb, Want::Target],
        };
        let reading = self.all(start, &wants);
        // An object alone takes over the verb before `and`; `what is gonadorelin` has none.
        let verbless = asked.lead == Lead::Nothing && (asked.again || asked.form == VerbForm::Passive);
        if verbless && reading.parts.is_empty() {
            let alone = self.all(start, &[Want::Target]);
            if !alone.parts.is_empty() {
                return alone;
            }
        }
        reading
    }

    fn all(&self, start: usize, wants: &[Want]) -> Reading {
        let mut reading = Reading { rest: start, ..Reading::default() };
        for &want in wants {
            let Some((part, range)) = self.part(reading.rest, want) else {
                reading.next = Some(want);
                if matches!(want, Want::Name | Want::Target) {
                    reading.rest = self.after_aspect(reading.rest); // what is typed of the name begins after `activity of`
                }
                return reading;
            };
            reading.rest = range.end;
            reading.parts.push((part, range));
        }
        if self.is(reading.rest, DIRECTLY) {
            reading.rest += 1;
        }
        reading
    }

    fn part(&self, start: usize, want: Want) -> Option<(Part, Range<usize>)> {
        match want {
            Want::Name => self.entities(start),
            Want::Target => longer(self.entities(start), self.kind(start)),
            Want::Kind => longer(self.kind(start), self.entities(start)),
            Want::Verb(form) => self.verb(start, Some(form)),
            Want::Relation => self.verb(start, None),
        }
    }

    fn entities(&self, start: usize) -> Option<(Part, Range<usize>)> {
        let at = self.named_from(start);
        let token = self.walk.tokens.get(at).filter(|_| at < self.end)?;
        let whole = |named: Vec<Named>, length: usize| {
            let entities = named.into_iter().filter_map(|named| entity(self.graph, named)).collect();
            Some((Part::Entities(entities), at..at + length))
        };
        match token.kind {
            TokenKind::Result => whole(Vec::new(), 1),
            TokenKind::Quoted => {
                let name = self.walk.word(at).trim_matches(['"', '“', '”']);
                let named = self.graph.names().lookup(Namespace::Names, name);
                if named.is_empty() { None } else { whole(named, 1) }
            }
            TokenKind::OpenBracket => {
                let close = (at..self.end).find(|&index| self.walk.tokens[index].kind == TokenKind::CloseBracket)?;
                whole(Vec::new(), close + 1 - at)
            }
            _ if self.is(at, "anything") => whole(Vec::new(), 1),
            _ => {
                let (length, named) = self.matches(Namespace::Names, at).pop()?;
                whole(named, length)
            }
        }
    }

    fn kind(&self, start: usize) -> Option<(Part, Range<usize>)> {
        let at = self.named_from(start);
        let (length, named) = self.matches(Namespace::Kinds, at).pop()?;
        named.into_iter().find_map(|named| match named {
            Named::Kind(kind) => Some((Part::Kind(kind), at..at + length)),
            _ => None,
        })
    }

    /// Where a name begins that may have words before it which mean nothing: `the`, `activity of`.
    fn named_from(&self, start: usize) -> usize {
        let mut at = self.after_aspect(start);
        while at + 1 < self.end && FILLERS.iter().any(|filler| self.is(at, filler)) {
            at += 1;
        }
        at
    }

    fn after_aspect(&self, start: usize) -> usize {
        let is_aspect = ASPECTS.iter().any(|(aspect, _)| self.is(start, aspect)) && self.is(start + 1, "of");
        if is_aspect { start + 2 } else { start }
    }

    fn verb(&self, start: usize, form: Option<VerbForm>) -> Option<(Part, Range<usize>)> {
        let mut at = start;
        while self.is(at, DIRECTLY) || ["is", "are", "also", "can", "could", "may"].iter().any(|word| self.is(at, word))
        {
            at += 1;
        }
        let relation = self.matches(Namespace::Verbs, at).pop().and_then(|(length, named)| {
            named.into_iter().find_map(|named| match named {
                Named::Verb(relation, _) => Some((Part::Verb(Some(relation)), length)),
                _ => None,
            })
        });
        let copular = || self.copular(at).filter(|_| form.is_none_or(|form| form == VerbForm::Passive));
        let (part, length) = self.effect(at).or(relation).or_else(copular)?;
        Some((part, at..at + length))
    }

    /// `a` of `is a`, `used for` of `is used for`.
    fn copular(&self, at: usize) -> Option<(Part, usize)> {
        let words: Vec<&str> = std::iter::once("is").chain(self.words(at)).collect();
        let (length, named) = self.graph.names().matches_at(Namespace::Verbs, &words, 0).pop()?;
        match named.first() {
            Some(Named::Verb(relation, _)) if length > 1 => Some((Part::Verb(Some(*relation)), length - 1)),
            _ => None,
        }
    }

    fn effect(&self, at: usize) -> Option<(Part, usize)> {
        let (first, by) = (fold(self.bare(at)?), self.is(at + 1, "by"));
        let reads = |length| Some((Part::Verb(None), length));
        for verb in EFFECT_VERBS {
            if by && verb.passive.strip_suffix(" by") == Some(first.as_str()) {
                return reads(2);
            }
            if first == verb.base || first == verb.third {
                return reads(1);
            }
        }
        None
    }

    fn matches(&self, namespace: Namespace, at: usize) -> Vec<(usize, Vec<Named>)> {
        let words: Vec<&str> = self.words(at).take(self.graph.names().longest(namespace)).collect();
        self.graph.names().matches_at(namespace, &words, 0)
    }

    fn words(&self, at: usize) -> impl Iterator<Item = &str> {
        (at..self.end).map_while(|index| self.bare(index))
    }

    /// A word without quotes.
    fn bare(&self, index: usize) -> Option<&str> {
        let token = self.walk.tokens.get(index).filter(|_| index < self.end)?;
        let is_word = matches!(token.kind, TokenKind::Word | TokenKind::Keyword(_) | TokenKind::Number);
        is_word.then(|| self.walk.word(index))
    }

    fn is(&self, index: usize, word: &str) -> bool {
        self.bare(index).is_some_and(|text| text.eq_ignore_ascii_case(word))
    }
}

fn entity(graph: &Graph, named: Named) -> Option<EntityId> {
    match named {
        Named::Entity(entity) => Some(entity),
        Named::Variant(position) => graph.variants.get(position as usize).map(|variant| variant.entity),
        Named::Kind(_) | Named::Verb(..) => None,
    }
}

type Found = Option<(Part, Range<usize>)>;

/// The reading that takes more words; of two as long the first.
fn longer(one: Found, other: Found) -> Found {
    let end = |found: &Found| found.as_ref().map_or(0, |(_, range)| range.end);
    if end(&other) > end(&one) { other } else { one }
}
