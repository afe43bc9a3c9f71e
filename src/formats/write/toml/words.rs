//! The words of a vocabulary that a TOML graph may declare: each means one thing, and none is a word of the language.
//!
//! A vocabulary made of an edge list may hold others (`limits`, whose base form is a keyword). Ids come first, then first
//! verbs, then the rest; what is taken then is not written.

use rustc_hash::FxHashMap;

use crate::graph::names::{fold, fold_loosely};
use crate::graph::reserved::is_reserved;
use crate::graph::{Kind, Relation, Schema, Verb};

/// The words that each kind and relation keeps.
#[derive(Default)]
pub(in crate::formats::write) struct Words {
    kinds: Vec<(String, Vec<String>)>,
    relations: Vec<(Vec<Verb>, String)>,
    changed: usize,
}

impl Words {
    pub(in crate::formats::write) fn of(schema: &Schema) -> Self {
        let (kinds, other_kinds) = kinds(schema);
        let (relations, other_relations) = relations(schema);
        Self { kinds, relations, changed: other_kinds + other_relations }
    }

    /// The plural and the further words of the kind at a position.
    pub(super) fn of_kind(&self, position: usize) -> (&str, &[String]) {
        self.kinds.get(position).map_or(("", &[]), |(plural, words)| (plural.as_str(), words.as_slice()))
    }

    /// The verbs and the inverse of the relation at a position.
    pub(super) fn of_relation(&self, position: usize) -> (&[Verb], &str) {
        self.relations.get(position).map_or((&[], ""), |(verbs, inverse)| (verbs.as_slice(), inverse.as_str()))
    }

    /// How many kinds and relations lose a word.
    pub(in crate::formats::write) fn changed(&self) -> usize {
        self.changed
    }
}

/// Who has which folded word.
#[derive(Default)]
struct Claims(FxHashMap<String, usize>);

impl Claims {
    /// Claims a folded word; answers whether it is the owner's.
    fn claim(&mut self, folded: String, owner: usize) -> bool {
        *self.0.entry(folded).or_insert(owner) == owner
    }

    /// Claims a form of a verb; an empty one needs none.
    fn claim_form(&mut self, form: &str, owner: usize) -> bool {
        let folded = fold(form);
        form.is_empty() || (!is_reserved(&folded) && self.claim(folded, owner))
    }

    /// Claims every form of a verb, or none.
    fn claim_verb(&mut self, verb: &Verb, owner: usize) -> bool {
        let forms = [&verb.base, &verb.third, &verb.passive];
        let free = |form: &&String| {
            let folded = fold(form);
            form.is_empty() || (!is_reserved(&folded) && self.0.get(&folded).is_none_or(|other| *other == owner))
        };
        forms.iter().all(free) && forms.iter().all(|form| self.claim_form(form, owner))
    }
}

fn kinds(schema: &Schema) -> (Vec<(String, Vec<String>)>, usize) {
    let mut claims = Claims::default();
    for (position, kind) in schema.kinds.values().enumerate() {
        claims.claim(fold_loosely(&kind.id), position);
    }
    let kept: Vec<(String, Vec<String>)> = schema
        .kinds
        .values()
        .enumerate()
        .map(|(position, Kind { id, plural, words, .. })| {
            let is_own = claims.claim(fold_loosely(plural), position) && !plural.trim().is_empty();
            let words = words.iter().filter(|word| claims.claim(fold_loosely(word), position));
            let words: Vec<String> = words.cloned().collect();
            (if is_own { plural.clone() } else { id.clone() }, words)
        })
        .collect();
    let changed = kept.iter().zip(schema.kinds.values());
    let changed = changed.filter(|((plural, words), kind)| *plural != kind.plural || *words != kind.words).count();
    (kept, changed)
}

fn relations(schema: &Schema) -> (Vec<(Vec<Verb>, String)>, usize) {
    let mut claims = Claims::default();
    for (position, relation) in schema.relations.values().enumerate() {
        claims.claim(fold(&relation.id), position);
    }
    let first: Vec<Option<Verb>> =
        schema.relations.values().enumerate().map(|(position, it)| first_verb(it, position, &mut claims)).collect();
    let mut kept: Vec<(Vec<Verb>, String)> = Vec::with_capacity(first.len());
    for (position, (relation, first)) in schema.relations.values().zip(first).enumerate() {
        let more = relation.verbs.iter().skip(1).filter(|verb| claims.claim_verb(verb, position));
        let verbs = first.into_iter().chain(more.cloned()).collect();
        let inverse =
            if claims.claim_form(&relation.inverse, position) { relation.inverse.clone() } else { String::new() };
        kept.push((verbs, inverse));
    }
    let changed = kept.iter().zip(schema.relations.values());
    let changed =
        changed.filter(|((verbs, inverse), relation)| *verbs != relation.verbs || *inverse != relation.inverse).count();
    (kept, changed)
}

/// A relation's first verb, each taken form of it replaced: the third person by the id, the base by the third person, the
/// passive by nothing.
fn first_verb(relation: &Relation, owner: usize, claims: &mut Claims) -> Option<Verb> {
    let mut verb = relation.verbs.first()?.clone();
    if verb.third.trim().is_empty() || !claims.claim_form(&verb.third, owner) {
        verb.third.clone_from(&relation.id);
    }
    if verb.base.trim().is_empty() || !claims.claim_form(&verb.base, owner) {
        verb.base.clone_from(&verb.third);
    }
    if !claims.claim_form(&verb.passive, owner) {
        verb.passive.clear();
    }
    Some(verb)
}
