//! The names catalogue: folding, exact and longest match, did you mean.

mod catalogue;
mod find;
mod fold;
mod spellings;
mod suggest;

use self::catalogue::Catalogue;
use super::{EntityId, Graph, KindId, RelationId, Schema, Variant};

pub use find::Completion;
pub use fold::{fold, fold_loosely};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// An entity.
    Entity(EntityId),
    /// A variant, by its position in the graph's table.
    Variant(u32),
    /// A kind.
    Kind(KindId),
    /// A verb form of a relation.
    Verb(RelationId, VerbForm),
}

/// Which form of a verb was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerbForm {
    /// `stimulate`
    Base,
    /// `stimulates`
    Third,
    /// `stimulated by`
    Passive,
    /// The relation read from the object, where that is no passive: `has member`.
    Inverse,
    /// The relation's id, where that is no verb form: `part of`.
    Id,
}

/// Where a name is looked for. A word may mean something in each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Namespace {
    /// Entities and variants: ids, display names, synonyms.
    Names,
    /// Kinds: ids, plurals, further words.
    Kinds,
    /// Relations: verb forms, inverses, ids.
    Verbs,
}

/// Every name of a graph, folded.
#[derive(Clone, Debug, Default)]
pub struct Names {
    entities: Catalogue,
    kinds: Catalogue,
    verbs: Catalogue,
}

impl Names {
    /// Catalogues a graph's names. O(n log n) in the number of names.
    pub(super) fn of(graph: &Graph) -> Self {
        let entities = entity_names(graph).chain(variant_names(&graph.variants));
        Self { entities: Catalogue::new(entities, true), ..Self::of_vocabulary(&graph.schema) }
    }

    /// Catalogues the words of a vocabulary alone.
    pub fn of_vocabulary(schema: &Schema) -> Self {
        Self {
            entities: Catalogue::default(),
            kinds: Catalogue::new(kind_names(schema), true),
            verbs: Catalogue::new(verb_names(schema), false),
        }
    }

    /// The entities that are called so, whatever else is.
    pub(super) fn called(&self, text: &str) -> impl Iterator<Item = EntityId> {
        self.entities.exactly(text).iter().filter_map(|named| match named {
            Named::Entity(id) => Some(*id),
            _ => None,
        })
    }

    fn catalogue(&self, namespace: Namespace) -> &Catalogue {
        match namespace {
            Namespace::Names => &self.entities,
            Namespace::Kinds => &self.kinds,
            Namespace::Verbs => &self.verbs,
        }
    }

    /// Everything that is called so, sorted; empty where nothing is. Several where a name is ambiguous. A loose spelling
    /// (plural s, oe) counts only where nothing is called exactly so. O(log n).
    pub fn lookup(&self, namespace: Namespace, text: &str) -> &[Named] {
        self.catalogue(namespace).lookup(text)
    }

    /// Every name that begins at `words[start]`: how many words it takes, and what it stands for. Shortest first.
    pub fn matches_at(&self, namespace: Namespace, words: &[&str], start: usize) -> Vec<(usize, &[Named])> {
        let catalogue = self.catalogue(namespace);
        let rest = words.get(start..).unwrap_or_default();
        let mut phrase = String::new();
        let mut matches = Vec::new();
        for (position, word) in rest.iter().take(catalogue.longest()).enumerate() {
            if position > 0 {
                phrase.push(' ');
            }
            phrase.push_str(word);
            let meanings = catalogue.lookup(&phrase);
            if !meanings.is_empty() {
                matches.push((position + 1, meanings));
            }
        }
        matches
    }

    /// The longest name that begins at `words[start]`: how many words it takes, and what it stands for.
    pub fn longest_match(&self, namespace: Namespace, words: &[&str], start: usize) -> Option<(usize, &[Named])> {
        self.matches_at(namespace, words, start).pop()
    }

    /// The most words that a name has.
    pub fn longest(&self, namespace: Namespace) -> usize {
        self.catalogue(namespace).longest()
    }
}

fn entity_names(graph: &Graph) -> impl Iterator<Item = (&str, Named)> {
    graph.entity_ids().flat_map(|id| {
        let named = Named::Entity(id);
        graph.entity(id).spellings().map(move |name| (name, named))
    })
}

fn variant_names(variants: &[Variant]) -> impl Iterator<Item = (&str, Named)> {
    (0..)
        .zip(variants)
        .flat_map(|(position, variant)| variant.spellings().map(move |name| (name, Named::Variant(position))))
}

fn kind_names(schema: &Schema) -> impl Iterator<Item = (&str, Named)> {
    schema.kinds.values().enumerate().flat_map(|(position, kind)| {
        let named = Named::Kind(KindId::from_index(position));
        kind.spellings().map(move |name| (name, named))
    })
}

fn verb_names(schema: &Schema) -> impl Iterator<Item = (&str, Named)> {
    schema.relations.values().enumerate().flat_map(|(position, relation)| {
        let id = RelationId::from_index(position);
        relation.spellings().into_iter().map(move |(name, form)| (name, Named::Verb(id, form)))
    })
}
