//! Which arcs may be taken, and which way.

use fixedbitset::FixedBitSet;

use super::graph::{Node, PathGraph, Step};

/// Which way arcs are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From start to end.
    #[default]
    Forward,
    /// From end to start: the path is read backwards.
    Backward,
    /// Both ways. The sign of such a path is null.
    Either,
}

/// Which labels data edges may have. Links are always admitted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Labels {
    /// Any.
    #[default]
    All,
    /// One of these.
    Only(FixedBitSet),
    /// None of these.
    Except(FixedBitSet),
}

impl Labels {
    fn admit(&self, step: &Step) -> bool {
        match self {
            Self::All => true,
            Self::Only(labels) => step.is_link() || labels.contains(step.label as usize),
            Self::Except(labels) => step.is_link() || !labels.contains(step.label as usize),
        }
    }
}

/// The rules of one query about taking arcs.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'q> {
    /// Which way arcs are taken.
    pub direction: Direction,
    /// Which labels are admitted.
    pub labels: &'q Labels,
    /// Nodes that are never entered.
    pub avoid: &'q FixedBitSet,
}

impl<'q> Passage<'q> {
    /// The same rules, whichever way arcs point.
    #[must_use]
    pub const fn ignoring_direction(self) -> Self {
        Self { direction: Direction::Either, ..self }
    }

    /// The same rules, read from the other end.
    #[must_use]
    pub const fn reversed(self) -> Self {
        let direction = match self.direction {
            Direction::Forward => Direction::Backward,
            Direction::Backward => Direction::Forward,
            Direction::Either => Direction::Either,
        };
        Self { direction, ..self }
    }

    /// Whether a node of the graph may be touched.
    pub(super) fn admits(&self, graph: &PathGraph, node: Node) -> bool {
        node.index() < graph.node_count() && !self.avoid.contains(node.index())
    }

    /// The steps that may be taken from a node. A self loop is one step even where both ways are open.
    pub(super) fn steps<'g>(self, graph: &'g PathGraph, node: Node) -> impl Iterator<Item = &'g Step> + use<'q, 'g> {
        let (first, second): (&[Step], &[Step]) = match self.direction {
            Direction::Forward => (graph.outgoing(node), &[]),
            Direction::Backward => (graph.incoming(node), &[]),
            Direction::Either => (graph.outgoing(node), graph.incoming(node)),
        };
        let second = second.iter().filter(move |step| step.node != node);
        let admitted = move |step: &&Step| self.labels.admit(step) && !self.avoid.contains(step.node.index());
        first.iter().chain(second).filter(admitted)
    }
}
