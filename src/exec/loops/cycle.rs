//! One elementary feedback loop.

use crate::causal::{InfluenceId, Origin};
use crate::graph::{EntityId, Graph, Group, Sign};

use super::super::mechanism::Mechanism;
use super::super::model::Model;

/// An elementary loop as the mechanism steps that it takes. It begins where answers begin to tell it: at a hormone where
/// there is one, and at the first of them in the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cycle {
    /// Positions in [`Mechanism::edges`]; the last returns to where the first starts.
    pub edges: Vec<usize>,
    /// The subject of each edge.
    pub entities: Vec<EntityId>,
    /// The product of the signs.
    pub sign: Sign,
}

impl Cycle {
    /// The cycle of these edges, in the order in which they follow each other.
    pub fn new(graph: &Graph, mechanism: &Mechanism, mut edges: Vec<usize>) -> Self {
        let subject = |position: &usize| mechanism.edges()[*position].subject;
        let rank = |position: &usize| rank(graph, subject(position));
        let first = (0..edges.len()).min_by_key(|&place| rank(&edges[place])).unwrap_or(0);
        edges.rotate_left(first);
        let signs = edges.iter().filter_map(|&position| mechanism.edges()[position].sign);
        let sign = signs.fold(Sign::Positive, |product, sign| product * sign);
        Self { entities: edges.iter().map(subject).collect(), edges, sign }
    }

    /// The cycle of a loop of the causal core. `steps` gives the edge of each of the core's steps.
    pub fn of_influences(graph: &Graph, model: &Model, steps: &[usize], influences: &[InfluenceId]) -> Self {
        let origins = influences.iter().map(|&id| model.ensemble.graph().influence(id).origin);
        let edges = origins.filter_map(|origin| match origin {
            Origin::Step(step) => steps.get(step).copied(),
            Origin::Link => None,
        });
        Self::new(graph, &model.mechanism, edges.collect())
    }

    /// How many data edges it has.
    pub fn length(&self) -> usize {
        self.edges.len()
    }

    /// The display names in order.
    pub fn names<'g>(&self, graph: &'g Graph) -> Vec<&'g str> {
        self.entities.iter().map(|&id| graph.entity(id).name.as_str()).collect()
    }
}

fn rank(graph: &Graph, entity: EntityId) -> (Group, EntityId) {
    (graph.schema.kind(graph.entity(entity).kind()).group, entity)
}
