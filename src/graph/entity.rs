//! Entities, and the names that stand for an entity in a context.

use serde::{Deserialize, Serialize};

use super::{Context, EntityId, KindId};

/// Something that acts or is acted on.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Entity {
    /// Kebab-case, unique.
    pub id: String,
    /// The display name.
    pub name: String,
    /// What it is. The first kind decides about abundance and place in answers; further ones are found by their words
    /// too (hCG is a drug, and also a hormone).
    pub kinds: Vec<KindId>,
    /// Other names, abbreviations, spellings.
    pub synonyms: Vec<String>,
    /// One line.
    pub definition: String,
    /// CURIEs: `CHEBI:17347`.
    pub xrefs: Vec<String>,
    /// The pools of an umbrella (testosterone: exogenous, circulating …), the default first. Empty for anything else.
    pub pools: Vec<EntityId>,
    /// Ids of the fact list that it comes from.
    pub origin: Vec<String>,
}

impl Entity {
    /// The kind that decides about abundance and place in answers.
    pub fn kind(&self) -> KindId {
        self.kinds.first().copied().unwrap_or_default()
    }

    /// Whether it is only an umbrella over pools.
    pub fn is_umbrella(&self) -> bool {
        !self.pools.is_empty()
    }
}

/// A name for an entity in a context: `continuous GnRH`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variant {
    /// The display name.
    pub name: String,
    /// Other names.
    pub synonyms: Vec<String>,
    /// The entity it stands for.
    pub entity: EntityId,
    /// The context it fixes.
    pub context: Context,
    /// One line.
    pub definition: String,
    /// Ids of the fact list that it comes from.
    pub origin: Vec<String>,
}
