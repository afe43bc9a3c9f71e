//! The entities that rows and nodes files name.

use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use super::identifiers;
use crate::graph::{Entity, EntityId, KindId};

/// An entity before it has an id.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// What the id is made of: the id of a nodes file, or the name.
    pub(super) key: String,
    /// As written.
    pub(super) name: String,
    pub(super) kind: KindId,
    pub(super) synonyms: Vec<String>,
}

impl Draft {
    /// Everything that files call it.
    pub(super) fn spellings(&self) -> impl Iterator<Item = &str> {
        [self.name.as_str(), self.key.as_str()].into_iter().chain(self.synonyms.iter().map(String::as_str))
    }
}

/// Entities by their exact names.
pub(super) struct Entities {
    drafts: Vec<Draft>,
    by_spelling: FxHashMap<String, EntityId>,
    /// The kind of what no nodes file tells of.
    quantity: KindId,
}

impl Entities {
    pub(super) fn new(quantity: KindId) -> Self {
        Self { drafts: Vec::new(), by_spelling: FxHashMap::default(), quantity }
    }

    /// The kind of what no nodes file tells of.
    pub(super) fn quantity(&self) -> KindId {
        self.quantity
    }

    /// What is called exactly so.
    pub(super) fn called(&self, spelling: &str) -> Option<&Draft> {
        self.by_spelling.get(spelling).and_then(|id| self.drafts.get(id.index()))
    }

    /// Adds an entity; nothing may be called so yet.
    pub(super) fn add(&mut self, draft: Draft) -> EntityId {
        let id = EntityId::from_index(self.drafts.len());
        for spelling in draft.spellings() {
            self.by_spelling.entry(spelling.to_owned()).or_insert(id);
        }
        self.drafts.push(draft);
        id
    }

    /// The entity that a row names: a known one of exactly this spelling, or a new one.
    pub(super) fn named(&mut self, spelling: &str) -> EntityId {
        if let Some(&known) = self.by_spelling.get(spelling) {
            return known;
        }
        let (key, name) = (spelling.to_owned(), spelling.to_owned());
        self.add(Draft { key, name, kind: self.quantity, synonyms: Vec::new() })
    }

    /// The graph's table, with ids.
    pub(super) fn into_table(self) -> IndexMap<String, Entity> {
        let ids = identifiers::assign(&self.drafts);
        ids.into_iter().zip(self.drafts).map(|(id, draft)| (id.clone(), entity(id, draft))).collect()
    }
}

fn entity(id: String, draft: Draft) -> Entity {
    let Draft { key, name, kind, mut synonyms } = draft;
    if key != name && key != id && !synonyms.contains(&key) {
        synonyms.push(key);
    }
    Entity {
        id,
        name,
        kinds: vec![kind],
        synonyms,
        definition: String::new(),
        xrefs: Vec::new(),
        pools: Vec::new(),
        origin: Vec::new(),
    }
}
