//! What the mechanism says of the net effects that sources state: the ground of the lints about them.

use std::ops::ControlFlow;

use crate::cancel::Cancel;
use crate::causal::Outcome;
use crate::graph::{ContextScope, EdgeId, EntityId, Graph, Setting, Sign, changed_aspect};
use crate::resolve::Clauses;
use crate::search::{self, Budget, Node, PathQuery, Selection, Stop, Targets};

use super::finding::{Aim, Case};
use super::mechanism::Mechanism;
use super::model::{components, parts};
use super::{Executor, Stopped};

/// What the mechanism says of one stated net effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Support {
    /// The net effect that follows from the steps, what is stated of this very pair set aside.
    pub derived: Outcome,
    /// Whether a chain of steps raises the object.
    pub raising: Chain,
    /// Whether a chain of steps lowers the object.
    pub lowering: Chain,
}

impl Support {
    /// Whether a chain of steps has a sign.
    pub const fn chain(&self, sign: Sign) -> Chain {
        match sign {
            Sign::Positive => self.raising,
            Sign::Negative => self.lowering,
        }
    }
}

/// Whether steps lead from one entity to another with some sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chain {
    /// There is such a chain.
    Acting,
    /// Every such chain goes through the relief of a condition that is absent at rest.
    Relieving,
    /// There is none.
    Absent,
    /// None was found before the search had to stop.
    Unsettled,
}

/// How many steps the search for a chain may look at.
const EFFORT: u64 = 200_000;

impl Executor<'_> {
    /// What the mechanism says of each of these net effects, in their order, each in the context it is stated in.
    ///
    /// A class stands for any of its members here, an umbrella for any of its pools, a whole for any of its parts, and a
    /// protocol also gives its optional components: an effect lacks support only where none of them gives it.
    ///
    /// # Errors
    /// Where the statement is cancelled.
    pub fn supports(&mut self, effects: &[EdgeId]) -> Result<Vec<Support>, Stopped> {
        let graph = self.graph;
        let aims: Vec<(Case, Aim)> = effects.iter().map(|&effect| asked(graph, effect)).collect();
        let pairs: Vec<(&Case, Aim)> = aims.iter().map(|(case, aim)| (case, aim.clone())).collect();
        let findings = self.findings_on(&pairs, &Clauses::default())?;
        let mut supports = Vec::with_capacity(effects.len());
        for ((case, aim), finding) in aims.iter().zip(findings) {
            let cancel = self.cancel.clone();
            let mechanism = &self.model(&case.setting).mechanism;
            let from = sources(graph, mechanism, case.subject);
            let to = targets(graph, mechanism, aim);
            let chain = |sign: Sign| chain(mechanism, &from, &to, sign, &cancel);
            let (raising, lowering) = (chain(Sign::Positive), chain(Sign::Negative));
            cancel.check()?;
            supports.push(Support { derived: finding.derivation.outcome, raising, lowering });
        }
        Ok(supports)
    }
}

/// The pair of an effect, in the context it is stated in.
fn asked(graph: &Graph, effect: EdgeId) -> (Case, Aim) {
    let edge = graph.edge(effect);
    let mut setting = Setting::default();
    for (key, value) in &edge.context.0 {
        let Some(declared) = graph.schema.contexts.get(key) else { continue };
        if declared.default.as_deref() == Some(value) {
            continue; // equal settings share a model
        }
        setting = match declared.scope {
            ContextScope::Subject => setting.with_entity(edge.subject, key, value),
            ContextScope::Graph => setting.with_graph(key, value),
            ContextScope::Annotation => setting,
        };
    }
    let context = edge.context.0.clone();
    let case = Case { subject: edge.subject, context, default: true, fixed: false, setting };
    (case, Aim { object: edge.object, aspect: changed_aspect(graph, edge) })
}

/// Where a chain may start: at the subject and whatever it stands for.
fn sources(graph: &Graph, mechanism: &Mechanism, subject: EntityId) -> Vec<Node> {
    let given = components(graph, subject);
    let mut entities = instances(graph, subject);
    entities.extend(given);
    entities.into_iter().map(|entity| mechanism.top(entity)).collect()
}

/// Where a chain may end: at the object and whatever it stands for.
fn targets(graph: &Graph, mechanism: &Mechanism, aim: &Aim) -> Vec<Node> {
    let entities = instances(graph, aim.object).into_iter();
    entities.map(|entity| mechanism.target(entity, Some(aim.aspect).filter(|_| graph.has_abundance(entity)))).collect()
}

fn instances(graph: &Graph, entity: EntityId) -> Vec<EntityId> {
    let mut instances = vec![entity];
    instances.extend(graph.adjacency.members(entity));
    instances.extend(&graph.entity(entity).pools);
    instances.extend(parts(graph, entity));
    instances
}

fn chain(mechanism: &Mechanism, from: &[Node], to: &[Node], sign: Sign, cancel: &Cancel) -> Chain {
    let query = PathQuery {
        sign: Some(sign),
        selection: Selection::All,
        ..PathQuery::new(from.to_vec(), Targets::Nodes(to.to_vec()))
    };
    let mut chain = Chain::Absent;
    let visited = search::visit(mechanism.graph(), &query, &mut Budget::new(cancel, EFFORT), |path| {
        let relieves = mechanism.relieves(&mechanism.edge_path(&path));
        chain = if relieves { Chain::Relieving } else { Chain::Acting };
        if relieves { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    match visited {
        Ok(extent) if chain == Chain::Acting || extent.complete() => chain,
        Ok(extent) if extent.stopped == Some(Stop::Visitor) => chain,
        _ => Chain::Unsettled,
    }
}
