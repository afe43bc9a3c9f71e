//! A simulation put on a model: two scenarios, or one against the untreated state.

use crate::causal::{Question, Scenario};
use crate::graph::{EntityId, Graph, Sign};
use crate::resolve::{Clauses, Simulation};
use crate::search::Node;

use super::super::finding::Aim;
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
    pub fn new(graph: &Graph, model: &Model, simulation: &Simulation) -> Self {
        let clauses: &Clauses = &simulation.clauses;
        let stage = |interventions| Stage::new(graph, model, interventions, clauses);
        Self {
            stage: stage(&simulation.scenario),
            versus: simulation.versus.as_ref().map(stage),
            held: clauses.holding.clone(),
        }
    }

    /// What is done, then what it is held against.
    pub fn stages(&self) -> impl Iterator<Item = &Stage> {
        std::iter::once(&self.stage).chain(&self.versus)
    }

    /// What only one side does: the sign is that of the side, negative for what is done in the other scenario. All that is
    /// done where both sides do the same.
    pub fn difference(&self) -> Vec<(&Act, Sign)> {
        let own = self.stage.acts.iter();
        let Some(versus) = &self.versus else { return own.map(|act| (act, Sign::Positive)).collect() };
        let more = own.filter(|act| !versus.does(act)).map(|act| (act, Sign::Positive));
        let less = versus.acts.iter().filter(|act| !self.stage.does(act)).map(|act| (act, Sign::Negative));
        more.chain(less).collect()
    }

    /// What it asks the causal core of a target.
    pub fn question(&self, target: crate::causal::NodeId) -> Question {
        let versus: Option<Scenario> = self.versus.as_ref().map(|versus| versus.scenario.clone());
        Question { versus, ..Question::new(self.stage.scenario.clone(), target) }
    }

    /// The scenario that an act belongs to, by the sign of its side.
    pub fn side(&self, side: Sign) -> &Stage {
        match (&self.versus, side) {
            (Some(versus), Sign::Negative) => versus,
            _ => &self.stage,
        }
    }

    /// What does not move with the rest where `act` is done: levels held, and levels that its own scenario forces.
    pub fn fixed(&self, model: &Model, act: &Act, side: Sign) -> Vec<Node> {
        let held = self.held.iter().map(|&entity| model.mechanism.top(entity));
        let forced = self.side(side).acts.iter().filter(|other| other.is_forced() && other.entity != act.entity);
        held.chain(forced.map(|other| other.start(model))).collect()
    }

    /// Whether any level is held.
    pub fn holds(&self) -> bool {
        !self.held.is_empty()
    }

    /// Whether any level is held, or forced by either side.
    pub fn fixes_anything(&self) -> bool {
        !self.held.is_empty() || self.stages().any(|stage| stage.acts.iter().any(Act::is_forced))
    }

    /// Whether both sides fix the node that is watched in the same way, so that there is no difference to look for.
    pub fn fixes_alike(&self, model: &Model, aim: &Aim) -> bool {
        let Some(node) = model.target(aim.object, aim.aspect) else { return false };
        let sign =
            |stage: &Stage| stage.scenario.forced.iter().find(|(forced, _)| *forced == node).map(|(_, sign)| *sign);
        self.versus.as_ref().is_some_and(|versus| sign(versus).is_some() && sign(versus) == sign(&self.stage))
    }

    /// What the question itself does to the node that is watched.
    pub fn level(&self, model: &Model, aim: &Aim) -> Level {
        let Some(node) = model.target(aim.object, aim.aspect) else { return Level::Free };
        if self.stage.scenario.clamped.contains(&node) {
            Level::Held
        } else if self.stages().all(|stage| stage.scenario.forced.iter().any(|&(forced, _)| forced == node)) {
            Level::Forced
        } else {
            Level::Free
        }
    }
}
