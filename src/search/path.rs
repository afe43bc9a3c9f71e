//! Paths found, and how far the search went.

use super::budget::Stop;
use super::graph::{ArcId, Node};
use crate::graph::Sign;

/// One path. Its order is the order of answers: hops, then the nodes along it, then the arcs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    /// Its length: the sum of its arcs' hops.
    pub hops: usize,
    /// The nodes it touches, from its source to its target; one more than the arcs.
    pub nodes: Vec<Node>,
    /// The arcs it takes, in the order taken.
    pub arcs: Vec<ArcId>,
    /// The product of its arcs' signs; `None` if one has none, or if direction was ignored.
    pub sign: Option<Sign>,
}

/// One path, lent while it is visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathRef<'a> {
    /// Its length: the sum of its arcs' hops.
    pub hops: usize,
    /// The nodes it touches, from its source to its target; one more than the arcs.
    pub nodes: &'a [Node],
    /// The arcs it takes, in the order taken.
    pub arcs: &'a [ArcId],
    /// The product of its arcs' signs; `None` if one has none, or if direction was ignored.
    pub sign: Option<Sign>,
}

impl PathRef<'_> {
    /// A path of its own.
    pub fn to_path(self) -> Path {
        Path { hops: self.hops, nodes: self.nodes.to_vec(), arcs: self.arcs.to_vec(), sign: self.sign }
    }
}

/// How far a search went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Why the search ended before all that was asked for was found.
    pub stopped: Option<Stop>,
    /// Every path up to this length has been looked at: no shorter or equal one is missing. For a complete search it
    /// is the query's bound, and `None` where it has none; for one that stopped, `None` says that not even the least
    /// length was finished.
    pub searched_in_full_to: Option<usize>,
}

impl Extent {
    /// Whether the answer is all that was asked for.
    pub const fn complete(&self) -> bool {
        self.stopped.is_none()
    }
}

/// The paths found, in their total order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The paths.
    pub paths: Vec<Path>,
    /// How far the search went.
    pub extent: Extent,
}
