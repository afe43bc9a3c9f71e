//! What paths are searched in: the steps of a setting, or a large graph as it lies.

use std::borrow::Cow;
use std::sync::Arc;

use crate::graph::{Aspect, EdgeId, EntityId, ExpandedEdge, Graph, Sign};
use crate::resolve::PathQuestion;
use crate::search::{Node, Path, PathGraph};

use super::super::mechanism::{self, EdgePath, Mechanism};
use super::super::within::is_large;

/// What paths are searched in.
pub(in crate::exec) enum Terrain<'g> {
    /// The expanded steps of a setting.
    Steps(Box<Mechanism>),
    /// The edges of a graph that says no more than its edges, each entity one node: nothing is expanded, so nothing is
    /// copied. Positions of edges are their ids.
    Whole(&'g Graph, Arc<PathGraph>),
}

/// Whether a question is asked of the graph as it lies: it is too large to be expanded, and expanding would add nothing.
pub(in crate::exec) fn is_asked_of_the_whole(graph: &Graph, question: &PathQuestion) -> bool {
    let clauses = &question.clauses;
    is_large(graph) && graph.is_plain() && clauses.filters.is_empty() && !clauses.including_documented
}

impl Terrain<'_> {
    /// The graph that is searched.
    pub fn graph(&self) -> &PathGraph {
        match self {
            Self::Steps(mechanism) => mechanism.graph(),
            Self::Whole(_, paths) => paths,
        }
    }

    /// How many edges may be taken.
    pub fn edge_count(&self) -> usize {
        match self {
            Self::Steps(mechanism) => mechanism.edges().len(),
            Self::Whole(_, paths) => paths.arc_count(),
        }
    }

    /// Whether it is a large graph as it lies.
    pub const fn is_whole(&self) -> bool {
        matches!(self, Self::Whole(..))
    }

    /// The node where effects of an entity start, and where effects on it end unless an aspect is named.
    pub fn top(&self, entity: EntityId) -> Node {
        match self {
            Self::Steps(mechanism) => mechanism.top(entity),
            Self::Whole(..) => Node(entity.0),
        }
    }

    /// The node of an aspect, or its only one.
    pub fn target(&self, entity: EntityId, aspect: Option<Aspect>) -> Node {
        match self {
            Self::Steps(mechanism) => mechanism.target(entity, aspect),
            Self::Whole(..) => Node(entity.0),
        }
    }

    /// All nodes of an entity.
    pub fn nodes(&self, entity: EntityId) -> Vec<Node> {
        match self {
            Self::Steps(mechanism) => mechanism.nodes(entity).collect(),
            Self::Whole(..) => vec![Node(entity.0)],
        }
    }

    /// The entity of a node.
    pub fn entity_of(&self, node: Node) -> EntityId {
        match self {
            Self::Steps(_) => mechanism::entity_of(node),
            Self::Whole(..) => EntityId(node.0),
        }
    }

    /// The path of a search as edges.
    pub fn edge_path(&self, path: &Path) -> EdgePath {
        match self {
            Self::Steps(mechanism) => mechanism.edge_path(path),
            Self::Whole(..) => EdgePath {
                edges: path.arcs.iter().map(|arc| arc.index()).collect(),
                sign: path.sign,
                nodes: path.nodes.clone(),
            },
        }
    }

    /// The edges of a path.
    pub fn edges(&self, path: &EdgePath) -> Vec<Cow<'_, ExpandedEdge>> {
        let edge = |&position: &usize| match self {
            Self::Steps(mechanism) => Cow::Borrowed(&mechanism.edges()[position]),
            Self::Whole(graph, _) => Cow::Owned(ExpandedEdge::stated(graph, EdgeId::from_index(position))),
        };
        path.edges.iter().map(edge).collect()
    }

    /// The first path of each family, in the order given; nothing in a graph as it lies tells one mechanism at several
    /// grains, so there every way from entity to entity is a family.
    pub fn families(&self, paths: impl Iterator<Item = EdgePath>) -> Vec<EdgePath> {
        match self {
            Self::Steps(mechanism) => mechanism.families(paths),
            Self::Whole(..) => {
                let mut paths: Vec<EdgePath> = paths.collect();
                paths.dedup_by(|later, earlier| later.nodes == earlier.nodes);
                paths
            }
        }
    }

    /// Whether a path passes through a condition that is absent at rest after having lowered it.
    pub fn relieves(&self, path: &EdgePath) -> bool {
        match self {
            Self::Steps(mechanism) => mechanism.relieves(path),
            Self::Whole(graph, _) => {
                let mut net = Some(Sign::Positive);
                let edges = self.edges(path);
                edges.iter().take(edges.len().saturating_sub(1)).any(|edge| {
                    net = net.zip(edge.sign).map(|(before, step)| before * step);
                    graph.schema.kind(graph.kind_of(edge.object)).absent_at_rest && net == Some(Sign::Negative)
                })
            }
        }
    }
}
