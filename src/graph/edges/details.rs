//! What is said of an edge beyond its ends and its relation.

use serde::{Deserialize, Serialize};

use crate::graph::storage::{Bounds, Record};
use crate::graph::{Context, Directness, Edge, EntityId, Evidence, Quantity, RelationId, Strength};

/// What is said of an edge beyond its ends and its relation. The default is a mechanism step of which nothing more is said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EdgeDetails {
    /// Step or stated net effect.
    pub directness: Directness,
    /// Whether the source says that the effect is absent.
    pub negated: bool,
    /// Whether paths and the press model follow it.
    pub followed: bool,
    /// A protocol's component that is given only when it is named.
    pub optional: bool,
    /// The inner entities of the finer chain that it is the short form of.
    pub through: Vec<EntityId>,
    /// The press model's size class.
    pub strength: Strength,
    /// Where and when it holds.
    pub context: Context,
    /// Figures with units.
    pub quantities: Vec<Quantity>,
    /// On whose word; empty: on that of the file, at the edge's line.
    pub evidence: Vec<Evidence>,
    /// A remark of the curator.
    pub note: String,
    /// Row ids of the fact list that it comes from.
    pub origin: Vec<String>,
}

impl Default for EdgeDetails {
    fn default() -> Self {
        Self {
            directness: Directness::Direct,
            negated: false,
            followed: true,
            optional: false,
            through: Vec::new(),
            strength: Strength::default(),
            context: Context::default(),
            quantities: Vec::new(),
            evidence: Vec::new(),
            note: String::new(),
            origin: Vec::new(),
        }
    }
}

impl EdgeDetails {
    /// The edge of which this is said.
    pub fn into_edge(self, subject: EntityId, relation: RelationId, object: EntityId) -> Edge {
        let Self { directness, negated, followed, optional, through, strength, .. } = self;
        let Self { context, quantities, evidence, note, origin, .. } = self;
        Edge {
            subject,
            relation,
            object,
            directness,
            negated,
            followed,
            optional,
            through,
            strength,
            context,
            quantities,
            evidence,
            note,
            origin,
        }
    }

    /// How it is stated.
    pub(super) fn manner(&self) -> Manner {
        Manner { documented: self.directness != Directness::Direct, negated: self.negated, followed: self.followed }
    }
}

impl From<&Edge> for EdgeDetails {
    fn from(edge: &Edge) -> Self {
        Self {
            directness: edge.directness.clone(),
            negated: edge.negated,
            followed: edge.followed,
            optional: edge.optional,
            through: edge.through.clone(),
            strength: edge.strength,
            context: edge.context.clone(),
            quantities: edge.quantities.clone(),
            evidence: edge.evidence.clone(),
            note: edge.note.clone(),
            origin: edge.origin.clone(),
        }
    }
}

impl Record for EdgeDetails {
    fn is_within(&self, bounds: &Bounds) -> bool {
        self.through.iter().all(|&id| bounds.holds_entity(id))
            && self.evidence.iter().all(|item| item.is_within(bounds))
            && self.quantities.iter().all(|quantity| quantity.is_within(bounds))
    }
}

impl Evidence {
    /// Whether its sources exist.
    pub(in crate::graph) fn is_within(&self, bounds: &Bounds) -> bool {
        [Some(self.source), self.reference].into_iter().flatten().all(|id| bounds.holds_source(id))
    }
}

impl Quantity {
    /// Whether whom it is about and its sources exist.
    pub(in crate::graph) fn is_within(&self, bounds: &Bounds) -> bool {
        self.about.iter().all(|&id| bounds.holds_entity(id)) && self.evidence.iter().all(|item| item.is_within(bounds))
    }
}

/// How an edge is stated, as far as its label tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Manner {
    /// As a net effect.
    pub(super) documented: bool,
    /// As absent.
    pub(super) negated: bool,
    /// For paths and the press model to follow.
    pub(super) followed: bool,
}

impl Manner {
    /// A mechanism step of which nothing more is said.
    pub(super) const PLAIN: Self = Self { documented: false, negated: false, followed: true };

    pub(super) fn of(edge: &Edge) -> Self {
        Self { documented: !edge.is_direct(), negated: edge.negated, followed: edge.followed }
    }
}
