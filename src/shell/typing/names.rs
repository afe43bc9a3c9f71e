//! Names and kinds that may come next, written as the statement can hold them.

use endograph::graph::{EFFECT_VERBS, EntityId, Fit, Graph, Named, Namespace, VerbForm, fold};
use endograph::resolve::{ASPECTS, DIRECTLY, FILLERS};
use endograph::syntax::{Action, Role, in_quotes, is_bare, keywords};

use super::candidate::{Candidate, begins};
use super::clauses::Family;
use super::ends::{End, Preferred};
use super::keywords::kinds;
use super::reachable::{self, Along};
use super::reading::{Part, Reading, Want, read};
use super::verbs::kinds_of;
use super::walk::{Phrase, Slot, Walk};

/// Names offered at once; a longer list helps nobody.
pub const MOST: usize = 50;

/// Entities that are looked through for those that people look at first.
const MOST_LOOKED_THROUGH: usize = 5_000;

/// What may be named at a place, and what was typed of it.
pub struct Naming<'a> {
    /// The statement.
    pub walk: &'a Walk<'a>,
    /// The open graph.
    pub graph: &'a Graph,
    /// What is wanted.
    pub want: Want,
    /// Where what was typed begins.
    pub start: usize,
    /// What was typed; it may begin with a quote.
    pub typed: &'a str,
    /// What may not be named again.
    pub taken: Vec<EntityId>,
}

/// Names that fit, each with how.
#[derive(Debug, Default)]
pub struct Names {
    /// The best first.
    pub names: Vec<(Fit, Candidate)>,
    /// How many more there are.
    pub more: usize,
}

impl Naming<'_> {
    /// The names that fit what was typed; kinds first where they may stand.
    pub fn fitting(&self, preferred: &Preferred) -> Names {
        let bare = self.typed.trim_start_matches(['"', '“']);
        let mut found = self.kinds(bare);
        if bare.trim().is_empty() {
            let (first, more) = self.first_names(MOST.saturating_sub(found.names.len()), preferred);
            found.names.extend(first.into_iter().map(|named| (Fit::Begins, self.candidate("", named))));
            found.more += more;
            return found;
        }
        let fittings = self.graph.fitting(bare, MOST);
        let mut names: Vec<(Fit, Named, Candidate)> = Vec::new();
        for name in fittings.names.iter().filter(|name| self.may_stand(name.named)) {
            names.push((name.fit, name.named, self.candidate(&name.text, name.named)));
        }
        names.sort_by_key(|(fit, named, _)| (*fit, !self.is_preferred(*named, preferred)));
        found.names.extend(names.into_iter().map(|(fit, _, candidate)| (fit, candidate)));
        found.more += fittings.more;
        found
    }

    /// The names reached from the end of the path before the arrow, where there are any.
    pub(super) fn reachable(&self) -> Names {
        let Some((origin, arrow)) = self.walk.origin.clone().filter(|_| self.walk.clauses.is_empty()) else {
            return Names::default();
        };
        let mut origins = Vec::new();
        for phrase in self.walk.phrases.iter().filter(|phrase| within(phrase, &origin)) {
            for (part, _) in read(self.walk, phrase, self.graph).parts {
                origins.extend(self.entities_of(part));
            }
        }
        let typed = fold(self.typed.trim_start_matches(['"', '“']));
        let fits = |text: &&str| fold(text).starts_with(&typed);
        let mut found = Names::default();
        for entity in reachable::from(self.graph, &origins, Along::of(self.walk.word(arrow))) {
            let Some(text) = self.graph.entity(entity).spellings().find(fits) else { continue };
            if found.names.len() == MOST {
                found.more += 1;
            } else {
                found.names.push((Fit::Begins, self.candidate(text, Named::Entity(entity))));
            }
        }
        found
    }

    fn entities_of(&self, part: Part) -> Vec<EntityId> {
        match part {
            Part::Entities(entities) => entities,
            Part::Kind(kind) => {
                let of_kind = self.graph.entity_ids().take(MOST_LOOKED_THROUGH);
                of_kind.filter(|&entity| self.graph.is_of_kind(entity, kind)).take(MOST).collect()
            }
            Part::Verb(_) => Vec::new(),
        }
    }

    pub(super) fn kinds(&self, bare: &str) -> Names {
        let mut found = Names::default();
        if !matches!(self.want, Want::Kind | Want::Target) || (bare.is_empty() && self.want == Want::Target) {
            return found;
        }
        for kind in kinds(self.graph).filter(|kind| begins(kind, bare)) {
            found.names.push((Fit::Begins, Candidate::name(self.start, kind, "kind")));
        }
        if found.names.is_empty() {
            for kind in self.graph.complete(bare, Namespace::Kinds, MOST) {
                found.names.push((Fit::Begins, Candidate::name(self.start, kind.text, "kind")));
            }
        }
        found
    }

    /// What is preferred, or else what people look at first, where nothing is typed; and how many more there are.
    fn first_names(&self, most: usize, preferred: &Preferred) -> (Vec<Named>, usize) {
        let count = self.graph.entity_count();
        let looked_through = self.graph.entity_ids().take(MOST_LOOKED_THROUGH);
        let mut first: Vec<EntityId> = looked_through.filter(|&entity| self.may_stand(Named::Entity(entity))).collect();
        let mut all = if count > MOST_LOOKED_THROUGH { count } else { first.len() };
        if first.iter().any(|&entity| preferred.holds(entity, self.graph)) {
            first.retain(|&entity| preferred.holds(entity, self.graph)); // there is enough to choose from
            all = first.len();
        }
        let is_watched = |entity: &EntityId| self.graph.schema.kind(self.graph.kind_of(*entity)).watched;
        first.sort_by_key(|entity| (preferred.place(*entity, self.graph), !is_watched(entity)));
        first.truncate(most);
        (first.iter().map(|&entity| Named::Entity(entity)).collect(), all - first.len())
    }

    /// `which` restricts to kinds and classes; nothing is compared with itself.
    pub(super) fn may_stand(&self, named: Named) -> bool {
        if let Named::Entity(entity) = named
            && self.taken.contains(&entity)
        {
            return false;
        }
        match (self.want, named) {
            (Want::Kind, Named::Entity(entity)) => self.graph.adjacency.is_class(entity),
            (Want::Kind, _) => false,
            _ => true,
        }
    }

    fn is_preferred(&self, named: Named, preferred: &Preferred) -> bool {
        match named {
            Named::Entity(entity) => preferred.is_empty() || preferred.holds(entity, self.graph),
            _ => true,
        }
    }

    /// A name as it is inserted, with the display name where that is another, and the kind.
    pub(super) fn candidate(&self, text: &str, named: Named) -> Candidate {
        let display = self.graph.display_name(named);
        let is_unique = |text: &&str| self.graph.names().lookup(Namespace::Names, text) == [named];
        let id = match named {
            Named::Entity(entity) => self.graph.entity(entity).id.as_str(),
            _ => display,
        };
        let text = [text, display, id].into_iter().filter(|text| !text.is_empty()).find(is_unique).unwrap_or(display);
        let kind = match named {
            Named::Entity(entity) => self.graph.schema.kind(self.graph.kind_of(entity)).id.as_str(),
            _ => "variant",
        };
        let note = if text == display { kind.to_owned() } else { format!("→ {display}, {kind}") };
        let quoted = self.typed.starts_with(['"', '“']) || needs_quotes(text, self.walk, self.graph);
        Candidate::name(self.start, if quoted { in_quotes(text) } else { text.to_owned() }, note)
    }
}

fn within(phrase: &Phrase, origin: &std::ops::Range<usize>) -> bool {
    origin.start <= phrase.tokens.start && phrase.tokens.end <= origin.end
}

/// What may stand beside the verb that was read last: what does in the open graph, then what the schema allows.
pub fn beside_verb(reading: &Reading, slot: Slot, graph: &Graph) -> Preferred {
    let Some((Part::Verb(Some(relation)), _)) = reading.parts.last() else { return Preferred::default() };
    // `is located in` has no passive: what stands after it is its object, as after any other verb.
    let has_passive = graph.schema.relation(*relation).verbs.iter().any(|verb| !verb.passive.is_empty());
    let passive = has_passive && matches!(slot, Slot::Asked(asked) if asked.form == VerbForm::Passive);
    let lead = kinds_of(reading.parts.first(), graph);
    Preferred::at(if passive { End::Subject } else { End::Object }, *relation, &lead, graph)
}

/// Whether a name would be read as something else where it stands bare: it holds a keyword, a verb or odd characters.
pub fn needs_quotes(name: &str, walk: &Walk, graph: &Graph) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let is = |word: &str, others: &[&str]| others.iter().any(|other| other.eq_ignore_ascii_case(word));
    let first = words.first().copied().unwrap_or_default();
    let reads_whole =
        || graph.names().longest_match(Namespace::Names, &words, 0).is_some_and(|(length, _)| length == words.len());
    words.iter().any(|word| !is_bare(word))
        || is(first, &FILLERS)
        || words.iter().any(|word| is(word, &[DIRECTLY]))
        || (words.get(1) == Some(&"of") && ASPECTS.iter().any(|(aspect, _)| is(first, &[aspect])))
        || (walk.is_drawn && words.iter().any(|word| is(word, &["to"])))
        || words.iter().enumerate().any(|(index, word)| is_keyword(word, index, walk))
        || (walk.family == Family::Question && (0..words.len()).any(|index| is_verb(&words[index..], graph)))
        || !reads_whole()
}

/// Whether a word of a name, where it stands, is a keyword of the statement.
fn is_keyword(word: &str, index: usize, walk: &Walk) -> bool {
    let is = |others: &[&str]| others.iter().any(|other| other.eq_ignore_ascii_case(word));
    match walk.family {
        Family::Question => {
            is(&["do", "does", "don't", "doesn't", "is", "are", "have", "differ", "loops", "documents", "sources"])
                || (index == 0 && is(&["feedback", "there"]))
        }
        Family::Path => {
            index == 0
                && (keywords(Role::Selection).any(|keyword| keyword.eq_ignore_ascii_case(word))
                    || word.bytes().all(|byte| byte.is_ascii_digit()))
        }
        Family::Simulate => is(&Action::ALL.map(Action::as_str)) || is(&["set", "show", "versus", "vs", "vs.", "stop"]),
        Family::Loops => is(&["negative", "positive", "part", "take", "in", "contain"]),
        Family::Compare => is(&["on", "with", "versus", "vs", "vs."]),
        Family::Evidence | Family::Other => {
            walk.slot == Slot::Expected || (index == 0 && is(&["for"])) || is(&["up", "down", "none"])
        }
    }
}

fn is_verb(words: &[&str], graph: &Graph) -> bool {
    let word = words.first().map(|word| fold(word)).unwrap_or_default();
    let effect = EFFECT_VERBS
        .iter()
        .any(|verb| word == verb.base || word == verb.third || verb.passive.split(' ').next() == Some(&word));
    effect || !graph.names().matches_at(Namespace::Verbs, words, 0).is_empty()
}
