//! Which pairs of a question any chain of steps joins, found once for all of them: the rest need no derivation and no path.

use fixedbitset::FixedBitSet;
use indexmap::IndexSet;
use rustc_hash::FxHashMap;

use crate::cancel::Cancel;
use crate::graph::{EntityId, Graph, Sign};
use crate::resolve::Clauses;
use crate::search::{self, Budget, Direction, Labels, Node, Passage};

use super::finding::Aim;
use super::mechanism::Mechanism;

/// The longest chains looked at on large graphs, where nothing is said.
const MAX_LARGE: usize = 4;
/// Edges from which a graph counts as large.
const LARGE: usize = 10_000;

/// The longest chain that a question looks at: its own `max`, or what the size of the graph allows. None: any.
pub(super) fn longest_chain(graph: &Graph, clauses: &Clauses) -> Option<usize> {
    clauses.max.or_else(|| is_large(graph).then_some(MAX_LARGE))
}

/// Whether questions on a graph are bounded where nothing is said.
pub(super) fn is_large(graph: &Graph) -> bool {
    graph.edge_count() > LARGE
}

/// By which signs each source reaches, or each target is reached, whichever are fewer.
pub(super) struct Within {
    from_sources: bool,
    reached: FxHashMap<Node, FxHashMap<Node, Signs>>,
}

/// The net signs of the chains of steps that join a pair. A chain of a sign need not be a path; without one there is no
/// path of that sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signs {
    positive: bool,
    negative: bool,
}

impl Signs {
    /// Whether some chain has this net sign.
    pub const fn holds(self, sign: Sign) -> bool {
        match sign {
            Sign::Positive => self.positive,
            Sign::Negative => self.negative,
        }
    }
}

impl Within {
    /// Sweeps once from each distinct source, or back from each distinct target. O(min(sources, targets) · edges).
    pub fn new(mechanism: &Mechanism, pairs: &[(EntityId, &Aim)], longest: Option<usize>, cancel: &Cancel) -> Self {
        let sources: IndexSet<Node> = pairs.iter().map(|(subject, _)| mechanism.top(*subject)).collect();
        let targets: IndexSet<Node> = pairs.iter().map(|(_, aim)| target(mechanism, aim)).collect();
        let from_sources = sources.len() < targets.len();
        let avoid = FixedBitSet::new();
        let direction = if from_sources { Direction::Forward } else { Direction::Backward };
        let passage = Passage { direction, labels: &Labels::ALL, avoid: &avoid };
        let starts = if from_sources { sources } else { targets };
        let sweep = |start: Node| {
            let budget = &mut Budget::unlimited(cancel);
            let found = search::reach_signed(mechanism.graph(), passage, &[start], longest, budget).unwrap_or_default();
            let signs = |reached: search::SignedReached| Signs {
                positive: reached.positive.is_some(),
                negative: reached.negative.is_some(),
            };
            (start, found.into_iter().map(|reached| (reached.node, signs(reached))).collect())
        };
        Self { from_sources, reached: starts.into_iter().map(sweep).collect() }
    }

    /// Whether some chain leads from the subject to what is asked of the object.
    pub fn joins(&self, mechanism: &Mechanism, subject: EntityId, aim: &Aim) -> bool {
        self.signs(mechanism, subject, aim).is_some()
    }

    /// The signs of the chains from the subject to what is asked of the object; none where there is no chain.
    pub fn signs(&self, mechanism: &Mechanism, subject: EntityId, aim: &Aim) -> Option<Signs> {
        let (source, target) = (mechanism.top(subject), target(mechanism, aim));
        let (start, end) = if self.from_sources { (source, target) } else { (target, source) };
        self.reached.get(&start)?.get(&end).copied()
    }
}

fn target(mechanism: &Mechanism, aim: &Aim) -> Node {
    mechanism.target(aim.object, Some(aim.aspect))
}
