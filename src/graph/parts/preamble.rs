//! What is decoded as soon as a graph is put together again.

use serde::{Deserialize, Serialize};

use crate::graph::storage::Bounds;
use crate::graph::{Disagreement, Frame, KindId, Relation};

/// What is decoded as soon as a graph is put together again: the frame, and what its columns need to be understood.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Preamble {
    /// Name, schema, variants, figures, disagreements.
    pub frame: Frame,
    /// The lists of kinds that the numbers of the kinds column stand for.
    pub kind_lists: Vec<Vec<KindId>>,
    /// What the numbers of the remarks column stand for.
    pub remarks: Vec<String>,
    /// Whether no edge is optional, a short form or bound to a context.
    pub regular: bool,
    /// Whether the graph says no more than its edges, one by one.
    pub plain: bool,
    /// The most words that the name of an entity has.
    pub longest_name: usize,
}

impl Preamble {
    /// Whether every id in it lies within the tables.
    pub(super) fn is_within(&self, bounds: &Bounds) -> bool {
        let kinds_exist = |kinds: &[KindId]| kinds.iter().all(|&kind| bounds.holds_kind(kind));
        let relation = |relation: &Relation| kinds_exist(&relation.subjects) && kinds_exist(&relation.objects);
        let disagreement = |disagreement: &Disagreement| {
            disagreement.about.iter().all(|&id| bounds.holds_entity(id))
                && disagreement.claims.iter().all(|claim| bounds.holds_source(claim.source))
        };
        let frame = &self.frame;
        self.kind_lists.iter().all(|kinds| !kinds.is_empty() && kinds_exist(kinds))
            && frame.schema.relations.values().all(relation)
            && frame.variants.iter().all(|variant| bounds.holds_entity(variant.entity))
            && frame.figures.iter().all(|figure| figure.is_within(bounds))
            && frame.disagreements.iter().all(disagreement)
    }
}
