//! The names catalogue: folding, exact and longest match, did you mean.

use super::{EntityId, KindId, RelationId};

/// Every name of a graph, folded.
#[derive(Clone, Debug, Default)]
pub struct Names {}

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
}
