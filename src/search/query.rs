//! What is asked of a path search.

use fixedbitset::FixedBitSet;
use thiserror::Error;

use super::graph::{Node, PathGraph};
use super::passage::{Direction, Labels, Passage};
use crate::graph::Sign;

/// Where paths end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Targets {
    /// Anywhere: every path of the right length is an answer.
    Any,
    /// At one of these nodes.
    Nodes(Vec<Node>),
}

/// What a path may repeat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// No node twice; so a closed path is not simple.
    #[default]
    Simple,
    /// Closed: back to its source at the end, and no other node twice. Where direction is ignored no edge twice either,
    /// and each cycle is an answer each way round. Such a query has no targets of its own, and one source.
    Cycle,
    /// No data edge twice. Links are no edges of the data: see [`Mode::Walk`].
    Trail,
    /// Anything, except that a run of links between two data edges enters no node twice: links count no hops, so
    /// walks would never end.
    Walk,
}

/// Which of the paths are wanted, over the whole query and not for each pair of ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// Every one.
    #[default]
    All,
    /// The first in the total order.
    Any,
    /// Every one of the least length that has any.
    AllShortest,
    /// The first so many in the total order.
    Shortest(usize),
    /// Every one at most so many hops longer than the shortest.
    Near(usize),
}

impl Selection {
    /// Whether a count looks at a length, the shortest that has a path being known or not.
    pub(super) fn counts_length(self, shortest: Option<u32>, length: u32) -> bool {
        let longer = shortest.map_or(0, |shortest| length.saturating_sub(shortest)) as usize;
        match self {
            Self::AllShortest => longer == 0,
            Self::Near(slack) => longer <= slack,
            Self::All | Self::Any | Self::Shortest(_) => true,
        }
    }
}

/// A question for paths. [`PathQuery::new`] gives the defaults; set the other fields by name.
///
/// - Each source starts paths of its own, and may be an inner node of another source's path.
/// - An answer has at least one arc: a source that is also a target gives no empty path.
/// - The length of a path is the sum of its arcs' hops.
/// - Nodes beyond the graph are nowhere: no path reaches them.
#[derive(Clone, Debug)]
pub struct PathQuery {
    /// Where paths start.
    pub sources: Vec<Node>,
    /// Where they end.
    pub targets: Targets,
    /// What they may repeat.
    pub mode: Mode,
    /// The least number of hops. One by default: links alone are no path.
    pub min_hops: usize,
    /// The greatest number of hops. Trails and walks need it.
    pub max_hops: Option<usize>,
    /// The net sign asked for; a path with an unsigned arc has none.
    pub sign: Option<Sign>,
    /// Groups in any order: the path, its ends included, touches at least one node of each. At most 64.
    pub via: Vec<Vec<Node>>,
    /// Nodes that no path touches, not even as its ends.
    pub avoid: FixedBitSet,
    /// Groups in this order, each at a node of its own strictly between the ends.
    pub waypoints: Vec<Vec<Node>>,
    /// Which relations may be used.
    pub labels: Labels,
    /// Which of the paths are wanted.
    pub selection: Selection,
    /// Whether a path stops at the first target it enters (after its last waypoint). Has no meaning for
    /// [`Targets::Any`].
    pub ends_at_first_target: bool,
    /// Cuts the tail of the answer.
    pub limit: Option<usize>,
    /// Which way arcs are taken.
    pub direction: Direction,
}

impl PathQuery {
    /// All simple paths of at least one hop that end where they first reach a target.
    pub fn new(sources: Vec<Node>, targets: Targets) -> Self {
        Self {
            sources,
            targets,
            mode: Mode::default(),
            min_hops: 1,
            max_hops: None,
            sign: None,
            via: Vec::new(),
            avoid: FixedBitSet::new(),
            waypoints: Vec::new(),
            labels: Labels::default(),
            selection: Selection::default(),
            ends_at_first_target: true,
            limit: None,
            direction: Direction::default(),
        }
    }

    /// Which arcs the query may take, and which way.
    pub const fn passage(&self) -> Passage<'_> {
        Passage { direction: self.direction, labels: &self.labels, avoid: &self.avoid }
    }

    /// Refuses what has no finite answer or no meaning.
    ///
    /// # Errors
    /// See [`QueryError`].
    pub fn validate(&self, graph: &PathGraph) -> Result<(), QueryError> {
        if self.mode == Mode::Cycle
            && (self.sources.len() != 1 || graph.has_links() || !self.via.is_empty() || !self.waypoints.is_empty())
        {
            return Err(QueryError::CycleThroughMore);
        }
        if matches!(self.mode, Mode::Trail | Mode::Walk) && self.max_hops.is_none() {
            return Err(QueryError::Unbounded);
        }
        if self.sign.is_some() && self.direction == Direction::Either {
            return Err(QueryError::SignWithoutDirection);
        }
        if self.via.len() > MAX_VIA {
            return Err(QueryError::TooManyVia(self.via.len()));
        }
        Ok(())
    }

    /// Whether a path stops where it enters a target.
    pub(super) fn stops_at_target(&self) -> bool {
        self.ends_at_first_target && self.targets != Targets::Any
    }

    /// The greatest length to look at.
    pub(super) fn longest(&self) -> u32 {
        self.max_hops.and_then(|max| u32::try_from(max).ok()).unwrap_or(LONGEST).min(LONGEST)
    }
}

/// How many `via` groups a query may have: one bit each in a path's state.
const MAX_VIA: usize = 64;

/// The length no path reaches, since a graph has fewer nodes.
const LONGEST: u32 = u32::MAX - 1;

/// A query that cannot be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum QueryError {
    /// Trails and walks are too many without a bound.
    #[error("trails and walks need a greatest length")]
    Unbounded,
    /// A path against the arrows has no net sign.
    #[error("a path that ignores direction has no net sign")]
    SignWithoutDirection,
    /// A cycle is asked through one node, over plain arcs.
    #[error("cycles are asked through one node, without `via`, waypoints and links")]
    CycleThroughMore,
    /// More `via` groups than fit a path's state.
    #[error("a path can be asked to go via at most {MAX_VIA} groups, not {0}")]
    TooManyVia(usize),
}
