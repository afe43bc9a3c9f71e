//! What the lints read: the graph, and what its mechanism says of the effects that it states.

use crate::cancel::Cancel;
use crate::exec::{Executor, Models, Stopped, Support};
use crate::graph::{Edge, EdgeId, EntityId, Graph, Sign, UNTREATED};

/// A stated net effect of the untreated state, and what the mechanism says of it.
pub(super) struct StatedEffect {
    /// The edge that states it.
    pub edge: EdgeId,
    /// Which way.
    pub sign: Sign,
    /// What the mechanism says.
    pub support: Support,
}

/// What every lint reads.
pub(super) struct Material<'a> {
    /// The graph.
    pub graph: &'a Graph,
    /// Its stated net effects. Those of another background than the untreated state say nothing that the model could
    /// be compared with, and a stated absence has no mechanism.
    pub effects: Vec<StatedEffect>,
}

impl<'a> Material<'a> {
    pub(super) fn new(graph: &'a Graph, seed: u64, cancel: &Cancel) -> Result<Self, Stopped> {
        let stated: Vec<(EdgeId, Sign)> = graph
            .edge_ids()
            .filter_map(|id| {
                let edge = graph.edge(id);
                let sign = sign_of(graph, edge)?;
                (edge.background() == Some(UNTREATED) && !edge.negated).then_some((id, sign))
            })
            .collect();
        let edges: Vec<EdgeId> = stated.iter().map(|&(edge, _)| edge).collect();
        let mut models = Models::default();
        let supports = Executor::new(graph, &mut models, seed, cancel.clone()).supports(&edges)?;
        let effects = stated.into_iter().zip(supports);
        let effects = effects.map(|((edge, sign), support)| StatedEffect { edge, sign, support }).collect();
        Ok(Self { graph, effects })
    }

    /// The display name of an entity, in backticks.
    pub(super) fn name(&self, id: EntityId) -> String {
        format!("`{}`", self.graph.entity(id).name)
    }

    /// An edge as a sentence: `hCG` stimulates `Leydig cells`.
    pub(super) fn sentence(&self, id: EdgeId) -> String {
        let edge = self.graph.edge(id);
        format!("{} {} {}", self.name(edge.subject), self.verb(id), self.name(edge.object))
    }

    /// The verb of an edge: stimulates.
    pub(super) fn verb(&self, id: EdgeId) -> &'a str {
        let relation = self.graph.schema.relation(self.graph.edge(id).relation);
        relation.verbs.first().map_or(relation.id.as_str(), |verb| verb.third.as_str())
    }

    /// Every mechanism step that is followed, with its sign.
    pub(super) fn steps(&self) -> impl Iterator<Item = (EdgeId, &'a Edge, Sign)> {
        let graph = self.graph;
        graph.edge_ids().filter_map(move |id| {
            let edge = graph.edge(id);
            let sign = sign_of(graph, edge)?;
            is_step(edge).then_some((id, edge, sign))
        })
    }
}

/// Whether an edge is a step that is followed, where it has a sign.
pub(super) fn is_step(edge: &Edge) -> bool {
    edge.is_direct() && edge.followed && !edge.negated
}

fn sign_of(graph: &Graph, edge: &Edge) -> Option<Sign> {
    graph.schema.relation(edge.relation).sign
}

/// What a sign does to the object: `raises` or `lowers`.
pub(super) const fn moves(sign: Sign) -> &'static str {
    match sign {
        Sign::Positive => "raises",
        Sign::Negative => "lowers",
    }
}
