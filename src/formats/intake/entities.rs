//! The entities that records name: told apart by their ids, or by their exact names where they have none.

use super::interner::{Interner, hash};
use crate::graph::{EntityId, KindId, fold};

/// What is known of an entity besides the word that edges call it by.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    /// The display name.
    pub(super) name: String,
    pub(super) kinds: Vec<KindId>,
    pub(super) synonyms: Vec<String>,
    pub(super) xrefs: Vec<String>,
    pub(super) definition: String,
    pub(super) pools: Vec<EntityId>,
}

/// An entity before it has an id of the graph.
#[derive(Debug)]
pub(super) struct Draft {
    /// What it is called by: its id in the files, or its name.
    key: u32,
    /// Nothing where only edges speak of it.
    pub(super) about: Option<Box<About>>,
}

/// What a spelling stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It is what the entity is told apart by.
    Id(EntityId),
    /// It is a name of it.
    Name(EntityId),
    /// It is a name of several.
    Shared,
    /// It holds nothing to call anything by.
    Nothing,
}

impl Meaning {
    /// The one entity that is meant.
    pub(super) const fn entity(self) -> Option<EntityId> {
        match self {
            Self::Id(entity) | Self::Name(entity) => Some(entity),
            Self::Shared | Self::Nothing => None,
        }
    }
}

/// What came of an entity's record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Added {
    /// It is new, or was named by edges only; the names of it that others have too.
    New(Vec<String>),
    /// Something has its id already.
    Taken,
}

/// Entities by their exact spellings.
#[derive(Default)]
pub(super) struct Entities {
    spellings: Interner<Meaning>,
    drafts: Vec<Draft>,
}

impl Entities {
    /// What is called exactly so. `hash` is that of the spelling.
    fn called(&self, spelling: &[u8], hash: u64) -> Option<Meaning> {
        self.spellings.held(spelling, hash)
    }

    /// What a row calls so; what nothing is called as yet becomes an entity. The second: whether it did.
    pub(super) fn named(&mut self, spelling: &str) -> (Meaning, bool) {
        let hashed = hash(spelling.as_bytes());
        if let Some(meaning) = self.called(spelling.as_bytes(), hashed) {
            return (meaning, false);
        }
        let name = one_line(spelling);
        let (meaning, new) = if fold(&name).is_empty() {
            (Meaning::Nothing, false)
        } else if name == spelling {
            (Meaning::Id(self.add(spelling)), true)
        } else {
            self.named(&name)
        };
        self.mean(spelling, meaning);
        (meaning, new)
    }

    /// Adds an entity that is described. `key` is what it is told apart by, on one line.
    pub(super) fn describe(&mut self, key: &str, about: About) -> Added {
        let known = self.called(key.as_bytes(), hash(key.as_bytes()));
        let id = match known {
            Some(Meaning::Id(known)) => match self.drafts.get_mut(known.index()) {
                Some(draft) if draft.about.is_none() => known,
                _ => return Added::Taken,
            },
            _ => self.add(key),
        };
        let mut shared = Vec::new();
        for name in [&about.name].into_iter().chain(&about.synonyms) {
            if self.call(name, id) {
                shared.push(name.clone());
            }
        }
        if let Some(draft) = self.drafts.get_mut(id.index()) {
            draft.about = Some(Box::new(about));
        }
        Added::New(shared)
    }

    /// Each entity: what it is called by, and what is known of it besides.
    pub(super) fn into_drafts(self) -> (Interner<Meaning>, Vec<Draft>) {
        (self.spellings, self.drafts)
    }

    fn add(&mut self, key: &str) -> EntityId {
        let id = EntityId::from_index(self.drafts.len());
        let key = self.spellings.hold(key.as_bytes(), hash(key.as_bytes()), Meaning::Id(id));
        self.drafts.push(Draft { key, about: None });
        id
    }

    /// Lets a name stand for an entity, unless it is another's id. Whether another has it too.
    fn call(&mut self, name: &str, id: EntityId) -> bool {
        let (meaning, is_shared) = match self.called(name.as_bytes(), hash(name.as_bytes())) {
            None | Some(Meaning::Nothing) => (Meaning::Name(id), false),
            Some(Meaning::Name(other)) if other != id => (Meaning::Shared, true),
            Some(Meaning::Id(other)) => (Meaning::Id(other), other != id),
            Some(known) => (known, known == Meaning::Shared),
        };
        self.mean(name, meaning);
        is_shared
    }

    fn mean(&mut self, spelling: &str, meaning: Meaning) {
        self.spellings.hold(spelling.as_bytes(), hash(spelling.as_bytes()), meaning);
    }
}

impl Draft {
    /// What it is called by.
    pub(super) fn key<'i>(&self, spellings: &'i Interner<Meaning>) -> &'i str {
        spellings.text(self.key)
    }
}

/// A name with single spaces: names are written on one line.
pub(in crate::formats) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
