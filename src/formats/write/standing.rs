//! What an edge claims: formats without a word for the difference must not turn one into another.

use crate::graph::{Edge, Graph};

/// What an edge claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// A step of the mechanism, or a relation without sign.
    Step,
    /// A step that is listed and never followed.
    Listed,
    /// A net effect that a source states.
    NetEffect,
    /// An effect that a source denies.
    Denied,
}

impl Standing {
    pub(super) fn of(edge: &Edge, graph: &Graph) -> Self {
        if edge.negated {
            Self::Denied
        } else if !edge.is_direct() {
            Self::NetEffect
        } else if !edge.followed && graph.schema.relation(edge.relation).sign.is_some() {
            Self::Listed
        } else {
            Self::Step
        }
    }
}
