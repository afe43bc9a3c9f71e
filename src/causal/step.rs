//! What the causal core is given: a flat list of steps, and two traits of each entity.

use crate::graph::{Aspect, EntityId, Sign, Strength};

/// One causal step of the expanded graph, of the fine grain only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CausalStep {
    /// Who acts, through its activity.
    pub subject: EntityId,
    /// On whom.
    pub object: EntityId,
    /// What of the object changes. An abundance that the object does not have is read as its activity.
    pub aspect: Aspect,
    /// Which way the object moves.
    pub sign: Sign,
    /// The size class of the effect.
    pub strength: Strength,
    /// Whether a reaction uses up its substrate by this step.
    pub consumption: bool,
}

/// What the causal core must know of an entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EntityTraits {
    /// Tells the entity from others in every graph that holds it: worlds are drawn by it.
    pub key: u64,
    /// Whether it has an abundance of its own beside its activity.
    pub abundance: bool,
    /// Whether the untreated state is without it (a condition): it can appear or worsen, but its relief changes nothing
    /// downstream. Has no effect on an entity that shares a feedback loop with others: that one is treated as any other.
    pub absent_at_rest: bool,
}
