//! A simulation put on a model: two scenarios, or one against the untreated state.

use crate::causal::{Question, Scenario};
use crate::graph::{EntityId, Sign};
use crate::resolve::{Clauses, Simulation};
use crate::search::Node;

use super::super::model::Model;
use super::stage::{Act, Stage};

/// What a question does to a level by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// Nothing, or what feedback still acts on.
    Free,
    /// It is held unchanged.
    Held,
    /// It is fixed higher or lower.
    Forced,
}

/// What is done, and against what.
#[derive(Clone, Debug)]
pub(super) struct Play {
    /// What is done.
    pub stage: Stage,
    /// Against what; none: the untreated state.
    pub versus: Option<Stage>,
    /// What is held throughout.
    held: Vec<EntityId>,
}

impl Play {
    /// Puts a simulation on a model.
    pub fn new(model: &Model, simulation: &Simulation) -> Self {
        let clauses: &Clauses = &simulation.clauses;
        let stage = |interventions| Stage::new(model, interventions, clauses);
        Self {
            stage: stage(&simulation.scenario),
            versus: simulation.versus.as_ref().map(stage),
            held: clauses.holding.clone(),
        }
    }

    /// What only one side does: the sign is that of the side, negative for what is done in the other scenario. All that is
    /// done where both sides do the same.
    pub fn difference(&self) -> Vec<(&Act, Sign)> {
        let own = self.stage.acts.iter();
        let Some(versus) = &self.versus else { return own.map(|act| (act, Sign::Positive)).collect() };
        let more = own.filter(|act| !versus.acts.contains(act)).map(|act| (act, Sign::Positive));
        let less = versus.acts.iter().filter(|act| !self.stage.acts.contains(act)).map(|act| (act, Sign::Negative));
        more.chain(less).collect()
    }

    /// What it asks the causal core of a target.
    pub fn question(&self, target: crate::causal::NodeId) -> Question {
        let versus: Option<Scenario> = self.versus.as_ref().map(|versus| versus.scenario.clone());
        Question { versus, ..Question::new(self.stage.scenario.clone(), target) }
    }

    /// What does not move with the rest: levels held, and levels forced by anything but `act`.
    pub fn fixed(&self, model: &Model, act: &Act) -> Vec<Node> {
        let held = self.held.iter().map(|&entity| model.mechanism.top(entity));
        let stages = std::iter::once(&self.stage).chain(&self.versus);
        let forced = stages.flat_map(|stage| &stage.acts).filter(|other| other.is_forced() && *other != act);
        held.chain(forced.map(|other| other.start(model))).collect()
    }

    /// Whether any level is held.
    pub fn holds(&self) -> bool {
        !self.held.is_empty()
    }

    /// Whether any level is held, or forced by either side.
    pub fn fixes_anything(&self) -> bool {
        let mut stages = std::iter::once(&self.stage).chain(&self.versus);
        !self.held.is_empty() || stages.any(|stage| stage.acts.iter().any(Act::is_forced))
    }

    /// What the question itself does to the level of an entity.
    pub fn level(&self, entity: EntityId) -> Level {
        let mut stages = std::iter::once(&self.stage).chain(&self.versus);
        let forces = |stage: &Stage| stage.acts.iter().any(|act| act.is_forced() && act.entity == entity);
        if self.held.contains(&entity) {
            Level::Held
        } else if stages.any(forces) {
            Level::Forced
        } else {
            Level::Free
        }
    }
}
