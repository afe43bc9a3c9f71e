//! Which pairs of a question any chain of steps joins, found once for all of them: the rest need no derivation and no path.

use fixedbitset::FixedBitSet;
use indexmap::IndexSet;
use rustc_hash::FxHashMap;

use crate::cancel::Cancel;
use crate::graph::{EntityId, Graph};
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
fn is_large(graph: &Graph) -> bool {
    graph.edges.len() > LARGE
}

/// What each source reaches, or what reaches each target, whichever are fewer.
pub(super) struct Within {
    from_sources: bool,
    reached: FxHashMap<Node, FixedBitSet>,
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
            let found = search::reach(mechanism.graph(), passage, &[start], longest, &mut Budget::unlimited(cancel));
            let nodes = found.unwrap_or_default();
            (start, nodes.into_iter().map(|reached| reached.node.index()).collect())
        };
        Self { from_sources, reached: starts.into_iter().map(sweep).collect() }
    }

    /// Whether some chain leads from the subject to what is asked of the object.
    pub fn joins(&self, mechanism: &Mechanism, subject: EntityId, aim: &Aim) -> bool {
        let (source, target) = (mechanism.top(subject), target(mechanism, aim));
        let (start, end) = if self.from_sources { (source, target) } else { (target, source) };
        self.reached.get(&start).is_some_and(|nodes| nodes.contains(end.index()))
    }
}

fn target(mechanism: &Mechanism, aim: &Aim) -> Node {
    mechanism.target(aim.object, Some(aim.aspect))
}
