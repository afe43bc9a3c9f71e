//! Edges that say what an earlier one says: a TOML graph has each once, with the evidence of all.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::graph::{EdgeId, EntityId, Graph, RelationId};

/// Which edges repeat which.
#[derive(Default)]
pub(super) struct Repeated {
    /// By the first of them.
    later: FxHashMap<EdgeId, Vec<EdgeId>>,
    skipped: FxHashSet<EdgeId>,
}

impl Repeated {
    /// Edges of the same subject, relation, object, context and claim; of a symmetric relation, also the other way round.
    /// O(edges).
    pub(super) fn of(graph: &Graph) -> Self {
        let mut repeated = Self::default();
        let mut earlier: FxHashMap<(EntityId, RelationId, EntityId), Vec<EdgeId>> = FxHashMap::default();
        for id in graph.edge_ids() {
            let edge = graph.read_edge(id);
            let (mut subject, mut object) = (edge.subject, edge.object);
            if graph.schema.relation(edge.relation).symmetric && object < subject {
                std::mem::swap(&mut subject, &mut object);
            }
            let alike = earlier.entry((subject, edge.relation, object)).or_default();
            let same = alike.iter().find(|&&other| {
                let other = graph.read_edge(other);
                (&other.context, &other.directness, other.negated) == (&edge.context, &edge.directness, edge.negated)
            });
            if let Some(&first) = same {
                repeated.later.entry(first).or_default().push(id);
                repeated.skipped.insert(id);
            } else {
                alike.push(id);
            }
        }
        repeated
    }

    /// Whether an edge says what an earlier one says.
    pub(super) fn skips(&self, id: EdgeId) -> bool {
        self.skipped.contains(&id)
    }

    /// The later edges that say what this one says.
    pub(super) fn of_first(&self, id: EdgeId) -> &[EdgeId] {
        self.later.get(&id).map_or(&[], Vec::as_slice)
    }

    /// How many edges are not written.
    pub(super) fn skipped(&self) -> usize {
        self.skipped.len()
    }
}
