//! What is done, put on the nodes of a model.

use rustc_hash::FxHashSet;

use crate::causal::{NodeId, Press, Scenario};
use crate::graph::{Aspect, EntityId, Graph, Sign};
use crate::resolve::{Clauses, Intervention, Interventions};
use crate::search::Node;
use crate::syntax::Action;

use super::super::finding::held;
use super::super::model::Model;
use super::composition::{composition, present_members};
use super::removal::{Gone, gone_with};

/// What is done to one entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Act {
    /// To whom.
    pub entity: EntityId,
    /// What.
    pub action: Action,
    /// Why it happens although nobody asked for it: it follows from a removal, or is done to a class.
    pub follows: Option<Gone>,
}

impl Act {
    /// What an intervention does.
    pub fn of(one: &Intervention) -> Option<Self> {
        one.mention().map(|mention| Self { entity: mention.entity, action: one.action, follows: None })
    }

    /// The same done to what a therapy gives, in its place; what it may give besides is left out.
    pub fn on_components(self, graph: &Graph) -> Vec<Self> {
        let (needed, _) = composition(graph, self.entity);
        needed.into_iter().map(|entity| Self { entity, ..self.clone() }).collect()
    }

    /// Of a class that is removed or blocked nothing is left, so the same is done to each of its members.
    fn on_members(&self, graph: &Graph) -> Vec<Self> {
        if !matches!(self.action, Action::Removed | Action::Blocked) {
            return Vec::new();
        }
        let members = present_members(graph, self.entity).into_iter();
        members.map(|entity| Self { entity, follows: Some(Gone::With(self.entity)), ..self.clone() }).collect()
    }

    /// Which way it moves what it is done to.
    pub const fn sign(&self) -> Sign {
        match self.action {
            Action::Up | Action::SetUp => Sign::Positive,
            Action::Down | Action::Blocked | Action::Removed | Action::SetDown => Sign::Negative,
        }
    }

    /// Whether the level is fixed, its own regulation cut.
    pub const fn is_forced(&self) -> bool {
        matches!(self.action, Action::Removed | Action::SetUp | Action::SetDown)
    }

    /// The node that it is done to. None where no step touches the entity.
    pub fn node(&self, model: &Model) -> Option<NodeId> {
        match self.action {
            Action::Blocked => model.target(self.entity, Aspect::Activity),
            _ => model.source(self.entity),
        }
    }

    /// Adds it to a scenario, as a press or as a level that is forced.
    fn add_to(&self, scenario: &mut Scenario, model: &Model) {
        match self.node(model) {
            Some(node) if self.is_forced() => scenario.forced.push((node, self.sign())),
            Some(node) => scenario.presses.push(Press { node, sign: self.sign() }),
            None => {}
        }
    }

    /// The same node where paths are looked for.
    pub fn start(&self, model: &Model) -> Node {
        match self.action {
            Action::Blocked => model.mechanism.target(self.entity, Some(Aspect::Activity)),
            _ => model.mechanism.top(self.entity),
        }
    }
}

/// A scenario: what is done at once, and what is held meanwhile.
#[derive(Clone, Debug)]
pub(super) struct Stage {
    /// What is done.
    pub acts: Vec<Act>,
    /// The same on the nodes of the model.
    pub scenario: Scenario,
}

impl Stage {
    /// Puts interventions on a model.
    pub fn new(graph: &Graph, model: &Model, interventions: &Interventions, clauses: &Clauses) -> Self {
        let mut acts: Vec<Act> = Vec::new();
        for act in interventions.list.iter().filter_map(Act::of).flat_map(|act| act.on_components(graph)) {
            if !acts.contains(&act) {
                acts.push(act);
            }
        }
        // What the question itself acts on or holds stays as it says.
        let mut named: FxHashSet<EntityId> = acts.iter().map(|act| act.entity).collect();
        named.extend(&clauses.holding);
        let members: Vec<Act> = acts.iter().flat_map(|act| act.on_members(graph)).collect();
        acts.extend(members.into_iter().filter(|act| named.insert(act.entity)));
        acts.extend(following(graph, model, &acts, clauses));
        let mut scenario = Scenario { clamped: held(model, clauses), ..Scenario::default() };
        for act in &acts {
            act.add_to(&mut scenario, model);
        }
        Self { acts, scenario }
    }

    /// Whether the same is done here, for whatever reason.
    pub fn does(&self, act: &Act) -> bool {
        self.acts.iter().any(|own| (own.entity, own.action) == (act.entity, act.action))
    }

    /// Why an entity is gone, where that follows from a removal.
    pub fn gone(&self, entity: EntityId) -> Option<Gone> {
        self.acts.iter().find(|act| act.entity == entity)?.follows
    }

    /// What goes with what is removed, and why.
    pub fn following(&self) -> impl Iterator<Item = (EntityId, Gone)> {
        self.acts.iter().filter_map(|act| Some((act.entity, act.follows?)))
    }

    /// What an entity is lost with, where that follows from a removal: what was lost just before it first, what is removed
    /// last.
    pub fn lost_with(&self, entity: EntityId) -> impl Iterator<Item = EntityId> {
        std::iter::successors(self.gone(entity), |gone| self.gone(gone.cause())).map(Gone::cause)
    }

    /// One of its acts alone; what the others force stays fixed.
    pub fn alone(&self, model: &Model, act: &Act) -> Scenario {
        let mut scenario = Scenario { clamped: self.scenario.clamped.clone(), ..Scenario::default() };
        let fixed = self.acts.iter().filter(|other| other.is_forced() && *other != act);
        scenario.clamped.extend(fixed.filter_map(|other| other.node(model)));
        act.add_to(&mut scenario, model);
        scenario
    }
}

/// What goes with what is removed. What the question itself acts on or holds stays as it says.
fn following(graph: &Graph, model: &Model, acts: &[Act], clauses: &Clauses) -> Vec<Act> {
    let removed: Vec<EntityId> =
        acts.iter().filter(|act| act.action == Action::Removed).map(|act| act.entity).collect();
    if removed.is_empty() {
        return Vec::new();
    }
    let kept: Vec<EntityId> = acts.iter().map(|act| act.entity).chain(clauses.holding.iter().copied()).collect();
    let gone = gone_with(graph, model, &removed, &kept).into_iter();
    gone.map(|(entity, cause)| Act { entity, action: Action::Removed, follows: Some(cause) }).collect()
}
