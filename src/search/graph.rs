//! The graph that paths are searched in: labelled arcs, in compressed sparse rows, both ways.

use super::workspace::{Shelf, Workspace};
use crate::graph::storage::{Entry, Label, Rows};
use crate::graph::{RelationId, Sign};

/// A node, by its number. Numbers are the caller's rank: output is ordered by them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(pub u32);

impl Node {
    /// The position in tables by node.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// An arc: the position in the list that the graph was built from, or the edge that the rows name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArcId(pub u32);

impl ArcId {
    /// The position in the list of arcs.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One arc from a node to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// Where it starts.
    pub from: Node,
    /// Where it ends.
    pub to: Node,
    /// Its sign, if it has one.
    pub sign: Option<Sign>,
    /// How many data edges it counts for: 1 for a data edge, 0 for the link between the two nodes of one entity.
    pub hops: u8,
    /// The caller's number for its relation, which [`Labels`](super::Labels) choose by; below [`Label::RELATIONS`].
    pub label: u32,
}

impl Arc {
    /// What stands beside it in the rows. An arc laid out by hand is a step.
    const fn packed(&self) -> Label {
        Label::new(RelationId(self.label), self.sign).as_step(true).as_link(self.hops == 0)
    }
}

/// An arc as one of its ends sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// The node at the other end.
    pub(super) node: Node,
    pub(super) arc: ArcId,
    pub(super) sign: Option<Sign>,
    pub(super) hops: u8,
}

impl Step {
    /// Whether it is a link within one entity and no edge of the data.
    pub(super) const fn is_link(&self) -> bool {
        self.hops == 0
    }
}

/// A read-only directed multigraph. Parallel arcs and self loops are kept.
///
/// It keeps the working memory of finished queries for the next ones, so that a query costs what it touches and not
/// what the graph holds. Any number of threads may ask it at once.
#[derive(Clone, Debug, Default)]
pub struct PathGraph {
    outgoing: Rows,
    incoming: Rows,
    /// Whether any arc is a link, which counts no hop.
    linked: bool,
    pub(super) shelf: Shelf,
}

impl PathGraph {
    /// A graph of rows that lie ready: the same edges by start and by end, none of them a link. O(1): no number is
    /// copied, and what the numbers say is checked when they are followed.
    pub fn new(outgoing: Rows, incoming: Rows) -> Self {
        Self { outgoing, incoming, linked: false, shelf: Shelf::default() }
    }

    /// Lays the arcs out by start and by end, each row in the order of (node at the other end, arc id).
    ///
    /// There are at least `node_count` nodes, and more where an arc names a higher number. O(nodes + arcs).
    ///
    /// # Panics
    /// Where there are 2^32 arcs or more: loading refuses such a graph.
    pub fn build(node_count: usize, arcs: &[Arc]) -> Self {
        let node_count = arcs.iter().map(|arc| arc.from.max(arc.to).index() + 1).max().unwrap_or(0).max(node_count);
        let starts: Vec<u32> = arcs.iter().map(|arc| arc.from.0).collect();
        let ends: Vec<u32> = arcs.iter().map(|arc| arc.to.0).collect();
        let labels: Vec<Label> = arcs.iter().map(Arc::packed).collect();
        let (outgoing, incoming) = Rows::both(node_count, &starts, &ends, &labels);
        Self { outgoing, incoming, linked: arcs.iter().any(|arc| arc.hops == 0), shelf: Shelf::default() }
    }

    /// How many nodes there are: their numbers are below this.
    pub fn node_count(&self) -> usize {
        self.outgoing.node_count().max(self.incoming.node_count())
    }

    /// How many arcs there are.
    pub fn arc_count(&self) -> usize {
        self.outgoing.edge_count()
    }

    /// The arcs by start.
    pub const fn outgoing(&self) -> &Rows {
        &self.outgoing
    }

    /// The arcs by end.
    pub const fn incoming(&self) -> &Rows {
        &self.incoming
    }

    /// Whether any arc is a link, which counts no hop.
    pub(super) const fn has_links(&self) -> bool {
        self.linked
    }

    /// An entry of a row as a step.
    pub(super) fn step(&self, entry: Entry) -> Step {
        Step {
            node: Node(entry.neighbour),
            arc: ArcId(entry.edge),
            sign: entry.label.sign(),
            hops: u8::from(!(self.linked && entry.label.is_link())),
        }
    }

    /// Runs a query with working memory that is kept for the next.
    pub(super) fn with_workspace<T>(&self, work: impl FnOnce(&mut Workspace) -> T) -> T {
        let mut workspace = self.shelf.take();
        let result = work(&mut workspace);
        self.shelf.put_back(workspace);
        result
    }
}
