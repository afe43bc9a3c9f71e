//! The influence graph without the nodes that a scenario holds or forces, seen through petgraph's traits.

use fixedbitset::FixedBitSet;
use petgraph::Direction;
use petgraph::visit::{GraphBase, GraphRef, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers, Visitable};

use super::{InfluenceGraph, InfluenceId, NodeId};

/// A view of an influence graph in which the removed nodes, and every influence at them, do not exist.
///
/// petgraph's algorithms run on it. Its node type there is the bare number: petgraph's visit maps know only those.
#[derive(Clone, Copy, Debug)]
pub(super) struct Remainder<'graph> {
    pub graph: &'graph InfluenceGraph,
    pub removed: &'graph FixedBitSet,
}

impl Remainder<'_> {
    pub fn contains(self, node: NodeId) -> bool {
        !self.removed.contains(node.index())
    }
}

/// The neighbours of a node in one direction, one for each influence.
pub(super) struct Neighbours<'graph> {
    view: Remainder<'graph>,
    influences: std::slice::Iter<'graph, InfluenceId>,
    direction: Direction,
}

impl Iterator for Neighbours<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let view = self.view;
        let direction = self.direction;
        let other = |id: &InfluenceId| match direction {
            Direction::Outgoing => view.graph.influence(*id).to,
            Direction::Incoming => view.graph.influence(*id).from,
        };
        self.influences.by_ref().map(other).find(|&node| view.contains(node)).map(|node| node.0)
    }
}

impl GraphBase for Remainder<'_> {
    type NodeId = u32;
    type EdgeId = u32;
}

impl GraphRef for Remainder<'_> {}

impl Visitable for Remainder<'_> {
    type Map = FixedBitSet;

    fn visit_map(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.graph.node_count())
    }

    fn reset_map(&self, map: &mut FixedBitSet) {
        map.clear();
        map.grow(self.graph.node_count());
    }
}

impl<'graph> IntoNeighbors for Remainder<'graph> {
    type Neighbors = Neighbours<'graph>;

    fn neighbors(self, node: u32) -> Neighbours<'graph> {
        self.neighbors_directed(node, Direction::Outgoing)
    }
}

impl<'graph> IntoNeighborsDirected for Remainder<'graph> {
    type NeighborsDirected = Neighbours<'graph>;

    fn neighbors_directed(self, node: u32, direction: Direction) -> Neighbours<'graph> {
        let influences = match direction {
            Direction::Outgoing => self.graph.outgoing(NodeId(node)),
            Direction::Incoming => self.graph.incoming(NodeId(node)),
        };
        Neighbours { view: self, influences: influences.iter(), direction }
    }
}

impl<'graph> IntoNodeIdentifiers for Remainder<'graph> {
    type NodeIdentifiers = Box<dyn Iterator<Item = u32> + 'graph>;

    fn node_identifiers(self) -> Self::NodeIdentifiers {
        Box::new(self.graph.nodes().filter(move |&node| self.contains(node)).map(|node| node.0))
    }
}
