//! The graph that paths are searched in: plain signed arcs, in compressed sparse rows, both ways.

use crate::graph::Sign;

/// A node, by its number. Numbers are the caller's rank: output is ordered by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(pub u32);

impl Node {
    /// The position in tables by node.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// An arc, by its position in the list that the graph was built from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// The caller's number for its relation, which [`Labels`](super::Labels) choose by.
    pub label: u32,
}

/// An arc as one of its ends sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// The node at the other end.
    pub(super) node: Node,
    pub(super) arc: ArcId,
    pub(super) label: u32,
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
#[derive(Clone, Debug)]
pub struct PathGraph {
    arcs: Vec<Arc>,
    outgoing: Rows,
    incoming: Rows,
}

impl PathGraph {
    /// Lays the arcs out by start and by end, each row in the order of (node at the other end, arc id).
    ///
    /// There are at least `node_count` nodes, and more where an arc names a higher number. O(nodes + arcs log arcs).
    ///
    /// # Panics
    /// Where there are 2^32 arcs or more: loading refuses such a graph.
    pub fn build(node_count: usize, arcs: Vec<Arc>) -> Self {
        let node_count = arcs.iter().map(|arc| arc.from.max(arc.to).index() + 1).max().unwrap_or(0).max(node_count);
        let outgoing = Rows::build(node_count, &arcs, |arc| (arc.from, arc.to));
        let incoming = Rows::build(node_count, &arcs, |arc| (arc.to, arc.from));
        Self { arcs, outgoing, incoming }
    }

    /// How many nodes there are: their numbers are below this.
    pub fn node_count(&self) -> usize {
        self.outgoing.offsets.len() - 1
    }

    /// The arcs, by id.
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    pub(super) fn outgoing(&self, node: Node) -> &[Step] {
        self.outgoing.row(node)
    }

    pub(super) fn incoming(&self, node: Node) -> &[Step] {
        self.incoming.row(node)
    }
}

/// Compressed sparse rows: the steps of node `n` are `steps[offsets[n]..offsets[n + 1]]`.
#[derive(Clone, Debug)]
struct Rows {
    offsets: Vec<u32>,
    steps: Vec<Step>,
}

impl Rows {
    fn build(node_count: usize, arcs: &[Arc], ends: impl Fn(&Arc) -> (Node, Node)) -> Self {
        let mut order: Vec<(Node, Node, ArcId)> = (0u32..)
            .zip(arcs)
            .map(|(id, arc)| {
                let (here, there) = ends(arc);
                (here, there, ArcId(id))
            })
            .collect();
        assert_eq!(order.len(), arcs.len(), "a graph holds fewer than 2^32 arcs");
        order.sort_unstable();
        let mut offsets = vec![0; node_count + 1];
        for (here, _, _) in &order {
            offsets[here.index() + 1] += 1;
        }
        for index in 1..offsets.len() {
            offsets[index] += offsets[index - 1];
        }
        let steps = order
            .iter()
            .map(|&(_, node, id)| {
                let Arc { sign, hops, label, .. } = arcs[id.index()];
                Step { node, arc: id, label, sign, hops }
            })
            .collect();
        Self { offsets, steps }
    }

    /// The steps of a node; none for a node beyond the graph.
    fn row(&self, node: Node) -> &[Step] {
        let bounds = self.offsets.get(node.index()).zip(self.offsets.get(node.index() + 1));
        bounds.map_or(&[], |(&start, &end)| &self.steps[start as usize..end as usize])
    }
}
