//! Which arcs may be taken, and which way.

use fixedbitset::FixedBitSet;

use super::graph::{Node, PathGraph, Step};
use crate::graph::storage::{Entry, Label, Rows};

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

/// Which relations data edges may have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Relations {
    /// Any.
    #[default]
    All,
    /// One of these.
    Only(FixedBitSet),
    /// None of these.
    Except(FixedBitSet),
}

/// Which data edges may be taken, by what stands beside them. Links are always admitted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// The relations admitted.
    pub relations: Relations,
    /// Which of their edges are.
    pub manner: Manner,
}

/// Which edges of the admitted relations may be taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// Every one.
    #[default]
    Any,
    /// Mechanism steps: direct, signed, followed, not negated.
    Steps,
    /// Mechanism steps, and edges without a sign that are neither negated nor a stated net effect.
    StepsAndUnsigned,
}

impl Manner {
    #[inline]
    const fn admits(self, label: Label) -> bool {
        match self {
            Self::Any => true,
            Self::Steps => label.is_step(),
            Self::StepsAndUnsigned => {
                label.is_step() || (label.sign().is_none() && !label.is_negated() && !label.is_documented())
            }
        }
    }
}

impl Labels {
    /// Every edge.
    pub const ALL: Self = Self { relations: Relations::All, manner: Manner::Any };

    /// Edges of these relations.
    pub const fn only(relations: FixedBitSet) -> Self {
        Self { relations: Relations::Only(relations), manner: Manner::Any }
    }

    /// Edges of any but these relations.
    pub const fn except(relations: FixedBitSet) -> Self {
        Self { relations: Relations::Except(relations), manner: Manner::Any }
    }

    /// Those of them that are mechanism steps.
    #[must_use]
    pub fn steps(self) -> Self {
        Self { manner: Manner::Steps, ..self }
    }

    /// Those of them that are mechanism steps or have no sign.
    #[must_use]
    pub fn steps_and_unsigned(self) -> Self {
        Self { manner: Manner::StepsAndUnsigned, ..self }
    }

    /// Whether every edge is admitted, so that none need be looked at.
    pub(super) const fn admit_every(&self) -> bool {
        matches!(self.relations, Relations::All) && matches!(self.manner, Manner::Any)
    }

    /// Whether an edge of the data is admitted.
    #[inline]
    pub(super) fn admit(&self, label: Label) -> bool {
        let relation = label.relation().index();
        self.manner.admits(label)
            && match &self.relations {
                Relations::All => true,
                Relations::Only(relations) => relations.contains(relation),
                Relations::Except(relations) => !relations.contains(relation),
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

    /// The rows that the steps from a node stand in.
    pub(super) const fn rows<'g>(&self, graph: &'g PathGraph) -> (&'g Rows, Option<&'g Rows>) {
        match self.direction {
            Direction::Forward => (graph.outgoing(), None),
            Direction::Backward => (graph.incoming(), None),
            Direction::Either => (graph.outgoing(), Some(graph.incoming())),
        }
    }

    /// The steps that may be taken from a node. A self loop is one step even where both ways are open.
    pub(super) fn steps<'g>(self, graph: &'g PathGraph, node: Node) -> impl Iterator<Item = Step> + use<'q, 'g> {
        let (first, second) = self.rows(graph);
        let second = second.into_iter().flat_map(move |rows| rows.row(node.0));
        let second = second.filter(move |entry| entry.neighbour != node.0);
        let is_link = |entry: &Entry| graph.has_links() && entry.label.is_link();
        let admitted = move |entry: &Entry| {
            self.admits(graph, Node(entry.neighbour)) && (is_link(entry) || self.labels.admit(entry.label))
        };
        first.row(node.0).chain(second).filter(admitted).map(|entry| graph.step(entry))
    }
}
