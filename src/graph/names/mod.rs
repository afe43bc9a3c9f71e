//! The names catalogue: folding, exact and longest match, did you mean.

mod catalogue;
mod find;
mod fitting;
mod fold;
mod meaning;
mod spellings;
mod suggest;
mod table;

use std::ops::Range;

use super::storage::Bounds;
use super::{EntityId, Graph, KindId, RelationId, Schema};

pub use catalogue::Catalogue;

pub use find::{Completion, Found, MOST_FOUND, Reach};
pub use fitting::{Fit, Fitting, Fittings};
pub use fold::{fold, fold_loosely};
pub use table::NameTable;

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
    bounds: Bounds,
}

impl Names {
    /// Catalogues a graph's names. O(n log n) in the number of names.
    pub(super) fn of(graph: &Graph) -> Self {
        let visit = |tell: &mut dyn FnMut(&str, Named)| {
            graph.visit_entities(|id, entity| entity.spellings().for_each(|name| tell(name, Named::Entity(id))));
            for (position, variant) in (0..).zip(&graph.variants) {
                variant.spellings().for_each(|name| tell(name, Named::Variant(position)));
            }
        };
        Self::with_entities(&graph.schema, Catalogue::new(visit, true), graph.bounds().clone())
    }

    /// The names of a graph whose entities are catalogued already.
    pub(super) fn with_entities(schema: &Schema, entities: Catalogue, bounds: Bounds) -> Self {
        Self { entities, bounds, ..Self::of_vocabulary(schema) }
    }

    /// Catalogues the words of a vocabulary alone.
    pub fn of_vocabulary(schema: &Schema) -> Self {
        let kinds = |tell: &mut dyn FnMut(&str, Named)| {
            for (position, kind) in schema.kinds.values().enumerate() {
                kind.spellings().for_each(|name| tell(name, Named::Kind(KindId::from_index(position))));
            }
        };
        let verbs = |tell: &mut dyn FnMut(&str, Named)| {
            for (position, relation) in schema.relations.values().enumerate() {
                let id = RelationId::from_index(position);
                relation.spellings().into_iter().for_each(|(name, form)| tell(name, Named::Verb(id, form)));
            }
        };
        let (kinds, verbs) = (Catalogue::new(kinds, true), Catalogue::new(verbs, false));
        Self { entities: Catalogue::default(), kinds, verbs, bounds: Bounds::default() }
    }

    /// The names of entities and variants.
    pub(super) fn entities(&self) -> &Catalogue {
        &self.entities
    }

    fn catalogue(&self, namespace: Namespace) -> &Catalogue {
        match namespace {
            Namespace::Names => &self.entities,
            Namespace::Kinds => &self.kinds,
            Namespace::Verbs => &self.verbs,
        }
    }

    /// The entities that fold exactly so, whatever else does. O(log n).
    pub fn called(&self, text: &str) -> impl Iterator<Item = EntityId> + use<> {
        self.entities.exact.get(&fold(text), &self.bounds).into_iter().filter_map(|named| match named {
            Named::Entity(id) => Some(id),
            _ => None,
        })
    }

    /// Everything that is called so, sorted; empty where nothing is. Several where a name is ambiguous. A loose spelling
    /// (plural s, oe) counts only where nothing is called exactly so. O(log n).
    pub fn lookup(&self, namespace: Namespace, text: &str) -> Vec<Named> {
        self.catalogue(namespace).lookup(text, &self.bounds)
    }

    /// Every name that begins at `words[start]`: how many words it takes, and what it stands for. Shortest first.
    pub fn matches_at(&self, namespace: Namespace, words: &[&str], start: usize) -> Vec<(usize, Vec<Named>)> {
        let rest = words.get(start..).unwrap_or_default();
        let mut phrase = String::new();
        let mut matches = Vec::new();
        for (position, word) in rest.iter().take(self.longest(namespace)).enumerate() {
            if position > 0 {
                phrase.push(' ');
            }
            phrase.push_str(word);
            let meanings = self.lookup(namespace, &phrase);
            if !meanings.is_empty() {
                matches.push((position + 1, meanings));
            }
        }
        matches
    }

    /// The longest name that begins at `words[start]`: how many words it takes, and what it stands for.
    pub fn longest_match(&self, namespace: Namespace, words: &[&str], start: usize) -> Option<(usize, Vec<Named>)> {
        self.matches_at(namespace, words, start).pop()
    }

    /// The most words that a name has.
    pub fn longest(&self, namespace: Namespace) -> usize {
        self.catalogue(namespace).longest
    }

    /// How many names of a namespace fold differently.
    fn count(&self, namespace: Namespace) -> usize {
        self.catalogue(namespace).exact.len()
    }

    /// The folded names of a namespace at these positions in their order.
    fn keys(&self, namespace: Namespace, positions: Range<usize>) -> impl Iterator<Item = (usize, &str)> {
        let table = &self.catalogue(namespace).exact;
        let end = positions.end.min(table.len());
        (positions.start..end).map(|position| (position, table.key(position, &self.bounds)))
    }

    /// What the folded name at a position stands for.
    fn meanings(&self, namespace: Namespace, position: usize) -> Vec<Named> {
        self.catalogue(namespace).exact.meanings(position, &self.bounds)
    }

    /// The position of the first folded name of a namespace that is not before a text. O(log n).
    fn lower_bound(&self, namespace: Namespace, folded: &str) -> usize {
        self.catalogue(namespace).exact.lower_bound(folded)
    }

    /// The folded names of a namespace that begin so, in order, with their positions. O(log n) to the first.
    fn beginning<'a>(&'a self, namespace: Namespace, folded: &'a str) -> impl Iterator<Item = (usize, &'a str)> + 'a {
        let first = self.lower_bound(namespace, folded);
        self.keys(namespace, first..usize::MAX).take_while(move |(_, key)| key.starts_with(folded))
    }
}
