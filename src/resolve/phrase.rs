//! Reading a phrase: every way to split its words into the slots of a frame.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::graph::{Aspect, Context, EntityId, Named, Namespace};
use crate::syntax::{Item, Phrase};

use super::{Ask, Mention, NamedAs, Scope, Side, Target, lexicon};

/// One slot of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// A name, class, set or result.
    Name,
    /// The same, or a kind, or `anything`.
    NameOrKind,
    /// A kind, a class or a result: what `which` restricts to.
    Restriction,
    /// A verb.
    Verb(VerbSet),
    /// The word `do`, alone.
    Do,
}

/// Which verbs may stand in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VerbSet {
    /// `suppress`, `suppresses`; and, after a further `is` or `are`, what may stand there.
    Active,
    /// What may stand after `is` or `are`: `suppressed by`, `a` of `is a`, `used for` of `is used for`.
    AfterIs,
}

/// What a slot was read as.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    Target(Target),
    Ask {
        ask: Ask,
        /// Which side of the edge the name before the verb is.
        before: Side,
    },
    Do,
}

/// How far reading came, for the error where it failed.
#[derive(Clone, Debug, Default)]
pub(super) struct Furthest {
    /// The item that fitted nothing.
    pub item: usize,
    /// What was wanted there.
    pub wanted: Vec<Wanted>,
}

/// What would have fitted an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A slot of the frame; the slot before it began at this item.
    Slot(Slot, usize),
    /// Nothing more; the last slot began at this item.
    End(usize),
}

impl Furthest {
    fn note(&mut self, item: usize, wanted: Wanted) {
        if item > self.item || self.wanted.is_empty() {
            (self.item, self.wanted) = (item, Vec::new());
        }
        if item == self.item && !self.wanted.contains(&wanted) {
            self.wanted.push(wanted);
        }
    }
}

/// Words that may stand before a name or verb and mean nothing.
pub const FILLERS: [&str; 9] = ["the", "a", "an", "can", "could", "may", "also", "both", "that"];

/// The words of the longest effect verb: `raised by`.
const EFFECT_VERB_WORDS: usize = 2;

/// `directly` narrows an effect to one step.
pub const DIRECTLY: &str = "directly";

/// Words that name an aspect before `of`.
pub const ASPECTS: [(&str, Aspect); 4] = [
    ("activity", Aspect::Activity),
    ("abundance", Aspect::Abundance),
    ("amount", Aspect::Abundance),
    ("level", Aspect::Abundance),
];

type Partial<T> = Vec<(usize, T)>;

impl Scope<'_> {
    /// Reads a phrase as exactly one of several frames.
    pub(super) fn read(&self, phrase: &Phrase, frames: &[&[Slot]]) -> Result<Vec<Part>, Diagnostic> {
        let mut furthest = Furthest::default();
        let mut readings: Vec<Vec<Part>> = Vec::new();
        for frame in frames {
            let mut parts = Vec::new();
            self.fill(phrase, frame, 0, 0, &mut parts, &mut readings, &mut furthest)?;
        }
        readings.dedup();
        match readings.len() {
            0 => Err(self.unread(phrase, &furthest)),
            1 => Ok(readings.swap_remove(0)),
            _ => Err(self.ambiguous(phrase, &readings)),
        }
    }

    /// Reads a whole phrase as one name, class, set or result.
    pub(super) fn name(&self, phrase: &Phrase) -> Result<Target, Diagnostic> {
        self.target(phrase, Slot::Name)
    }

    /// Reads a whole phrase as one target.
    pub(super) fn target(&self, phrase: &Phrase, slot: Slot) -> Result<Target, Diagnostic> {
        match self.read(phrase, &[&[slot]])?.swap_remove(0) {
            Part::Target(target) => Ok(target),
            Part::Ask { .. } | Part::Do => Err(Diagnostic::at(Code::UnknownName, phrase.span, "expected a name")),
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the state of one backtracking search")]
    fn fill(
        &self,
        phrase: &Phrase,
        slots: &[Slot],
        item: usize,
        previous: usize,
        parts: &mut Vec<Part>,
        readings: &mut Vec<Vec<Part>>,
        furthest: &mut Furthest,
    ) -> Result<(), Diagnostic> {
        let Some((&slot, rest)) = slots.split_first() else {
            let end = skip_word(phrase, item, DIRECTLY);
            if end == phrase.items.len() {
                let mut reading = parts.clone();
                if end > item {
                    mark_directly(&mut reading);
                }
                readings.push(reading);
            } else {
                furthest.note(item, Wanted::End(previous));
            }
            return Ok(());
        };
        let options = self.slot(phrase, slot, item)?;
        if options.is_empty() {
            furthest.note(item, Wanted::Slot(slot, previous));
        }
        for (next, part) in options {
            parts.push(part);
            self.fill(phrase, rest, next, item, parts, readings, furthest)?;
            parts.pop();
        }
        Ok(())
    }

    /// Every reading of a slot from an item on, the longest first, with the item after it.
    fn slot(&self, phrase: &Phrase, slot: Slot, item: usize) -> Result<Partial<Part>, Diagnostic> {
        let start = skip_fillers(phrase, item);
        Ok(match slot {
            Slot::Name | Slot::NameOrKind | Slot::Restriction => {
                // What looks like a filler may be a name: `does A raise B`.
                let targets = match self.targets(phrase, slot, start)? {
                    none if none.is_empty() && start > item => self.targets(phrase, slot, start - 1)?,
                    targets => targets,
                };
                targets.into_iter().map(|(next, target)| (next, Part::Target(target))).collect()
            }
            // The `a` of `is a` is no filler, so the verb is tried before and after what might be some.
            Slot::Verb(set) => match self.verbs(phrase, set, item) {
                none if none.is_empty() && start > item => self.verbs(phrase, set, start),
                verbs => verbs,
            },
            Slot::Do => match word(phrase, start) {
                Some(text) if text.eq_ignore_ascii_case("do") => vec![(start + 1, Part::Do)],
                _ => Vec::new(),
            },
        })
    }

    fn verbs(&self, phrase: &Phrase, set: VerbSet, item: usize) -> Partial<Part> {
        let adverb = skip_word(phrase, item, DIRECTLY);
        let copula = ["is", "are"].iter().map(|copula| skip_word(phrase, adverb, copula)).max().unwrap_or(adverb);
        let set = if copula > adverb { VerbSet::AfterIs } else { set };
        let start = skip_word(phrase, copula, DIRECTLY);
        let words = self.words_at(phrase, start);
        let found = match set {
            VerbSet::Active => lexicon::active_verbs_at(self.graph, &words),
            VerbSet::AfterIs => lexicon::verbs_after_is_at(self.graph, &words),
        };
        found
            .into_iter()
            .map(|(length, found)| {
                let end = skip_word(phrase, start + length, DIRECTLY);
                let directly = adverb > item || start > copula || end > start + length;
                (
                    end,
                    Part::Ask {
                        ask: Ask { meaning: found.meaning, third: found.third, directly },
                        before: found.before,
                    },
                )
            })
            .collect()
    }

    fn targets(&self, phrase: &Phrase, slot: Slot, item: usize) -> Result<Partial<Target>, Diagnostic> {
        match phrase.items.get(item) {
            None => Ok(Vec::new()),
            Some(Item::Result(name)) => {
                let mentions = self.bindings.get(&name.text).cloned().ok_or_else(|| self.unbound(name))?;
                let text = format!("${}", name.text);
                Ok(vec![(item + 1, Target { text, span: name.span, mentions, aspect: None, named: NamedAs::Several })])
            }
            Some(Item::Set(members, span)) => {
                let inner = if slot == Slot::NameOrKind { Slot::NameOrKind } else { Slot::Name };
                let targets = members.iter().map(|member| self.target(member, inner)).collect::<Result<Vec<_>, _>>()?;
                Ok(vec![(item + 1, several(&targets, *span))])
            }
            Some(Item::Word(first)) => {
                if let Some((aspect, start)) = aspect_prefix(phrase, item)
                    && aspect_prefix(phrase, start).is_none()
                {
                    let inner = self.targets(phrase, Slot::Name, start)?;
                    if !inner.is_empty() {
                        return Ok(inner
                            .into_iter()
                            .map(|(next, target)| (next, Target { aspect: Some(aspect), ..target }))
                            .collect());
                    }
                }
                let words = if first.quoted { vec![first.text.as_str()] } else { self.words_at(phrase, item) };
                let span = |length: usize| span_of(phrase, item, item + length);
                let mut found: Partial<Target> = Vec::new();
                if slot != Slot::Name && !first.quoted && first.text.eq_ignore_ascii_case("anything") {
                    let mentions = super::everything(self.graph);
                    let named = NamedAs::Anything;
                    found.push((
                        item + 1,
                        Target { text: first.text.clone(), span: first.span, mentions, aspect: None, named },
                    ));
                }
                for (length, named) in lexicon::names_at(self.graph, &words) {
                    if let Some(target) = self.named(named, text_of(phrase, item, length), span(length)) {
                        found.push((item + length, target));
                    }
                }
                if slot != Slot::Name {
                    for (length, kind) in lexicon::kinds_at(self.graph, &words) {
                        if found.iter().any(|(next, _)| *next == item + length) {
                            continue;
                        }
                        let mentions = self.graph.entities_of_kind(kind).into_iter().map(bare).collect();
                        let (text, named) = (text_of(phrase, item, length), NamedAs::Kind(kind));
                        found.push((item + length, Target { text, span: span(length), mentions, aspect: None, named }));
                    }
                }
                found.sort_by_key(|(next, _)| std::cmp::Reverse(*next));
                Ok(found)
            }
        }
    }

    /// The unquoted words from an item on, as many as a name, kind or verb may have.
    pub(super) fn words_at<'p>(&self, phrase: &'p Phrase, item: usize) -> Vec<&'p str> {
        let namespaces = [Namespace::Names, Namespace::Kinds, Namespace::Verbs];
        let longest = namespaces.map(|namespace| self.graph.names().longest(namespace)).into_iter().max();
        let enough = longest.unwrap_or_default().max(EFFECT_VERB_WORDS);
        (item..phrase.items.len()).map_while(|at| word(phrase, at)).take(enough).collect()
    }

    fn named(&self, named: Named, text: String, span: Span) -> Option<Target> {
        let (mention, named) = match named {
            Named::Entity(entity) => match self.graph.entity(entity).pools.first() {
                Some(&pool) => (bare(pool), NamedAs::Umbrella(entity)),
                None => (bare(entity), NamedAs::Name),
            },
            Named::Variant(position) => {
                let variant = self.graph.variants.get(position as usize)?;
                (Mention { entity: variant.entity, context: variant.context.clone() }, NamedAs::Name)
            }
            Named::Kind(_) | Named::Verb(..) => return None,
        };
        Some(Target { text, span, mentions: vec![mention], aspect: None, named })
    }
}

/// An entity in no particular context.
pub(super) fn bare(entity: EntityId) -> Mention {
    Mention { entity, context: Context::default() }
}

/// The union of several targets, each mention once.
pub(super) fn several(targets: &[Target], span: Span) -> Target {
    let mut mentions: Vec<Mention> = Vec::new();
    for mention in targets.iter().flat_map(|target| &target.mentions) {
        if !mentions.contains(mention) {
            mentions.push(mention.clone());
        }
    }
    let names: Vec<&str> = targets.iter().map(|target| target.text.as_str()).collect();
    Target { text: format!("{{{}}}", names.join(", ")), span, mentions, aspect: None, named: NamedAs::Several }
}

fn mark_directly(parts: &mut [Part]) {
    for part in parts {
        if let Part::Ask { ask, .. } = part {
            ask.directly = true;
        }
    }
}

/// An unquoted word.
pub(super) fn word(phrase: &Phrase, item: usize) -> Option<&str> {
    match phrase.items.get(item) {
        Some(Item::Word(word)) if !word.quoted => Some(&word.text),
        _ => None,
    }
}

fn skip_word(phrase: &Phrase, item: usize, skipped: &str) -> usize {
    item + usize::from(word(phrase, item).is_some_and(|text| text.eq_ignore_ascii_case(skipped)))
}

/// The first item from here on that is no filler.
pub(super) fn skip_fillers(phrase: &Phrase, mut item: usize) -> usize {
    while word(phrase, item).is_some_and(|text| FILLERS.iter().any(|filler| text.eq_ignore_ascii_case(filler)))
        && item + 1 < phrase.items.len()
    {
        item += 1;
    }
    item
}

/// The run of unquoted words from an item on.
pub(super) fn plain_words(phrase: &Phrase, item: usize) -> Vec<&str> {
    (item..phrase.items.len()).map_while(|at| word(phrase, at)).collect()
}

/// The aspect that words like `activity of the` name, and the item after them.
pub(super) fn aspect_prefix(phrase: &Phrase, item: usize) -> Option<(Aspect, usize)> {
    let named = word(phrase, item)?;
    let (_, aspect) = ASPECTS.iter().find(|(text, _)| named.eq_ignore_ascii_case(text))?;
    word(phrase, item + 1).filter(|of| of.eq_ignore_ascii_case("of")).map(|_| (*aspect, skip_fillers(phrase, item + 2)))
}

/// The span from one item to before another.
pub(super) fn span_of(phrase: &Phrase, start: usize, end: usize) -> Span {
    let at = |index: usize| phrase.items.get(index).map(Item::span);
    match (at(start), at(end.max(start + 1) - 1)) {
        (Some(first), Some(last)) => first.to(last),
        _ => Span::new(phrase.span.end, phrase.span.end),
    }
}

/// The phrase from an item on.
pub(super) fn after(phrase: &Phrase, item: usize) -> Option<Phrase> {
    let items = phrase.items.get(item..).filter(|items| !items.is_empty())?.to_vec();
    Some(Phrase { items, span: span_of(phrase, item, phrase.items.len()) })
}

/// The words from an item on, as written but for white space.
pub(super) fn text_of(phrase: &Phrase, start: usize, length: usize) -> String {
    let words: Vec<&str> = phrase
        .items
        .iter()
        .skip(start)
        .take(length)
        .filter_map(|item| match item {
            Item::Word(word) | Item::Result(word) => Some(word.text.as_str()),
            Item::Set(..) => None,
        })
        .collect();
    words.join(" ")
}
