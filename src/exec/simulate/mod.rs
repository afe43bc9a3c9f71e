//! `simulate …`: what a scenario does to everything that is watched.

mod apart;
mod composition;
mod disputed;
mod mechanism;
mod notes;
mod play;
mod predict;
mod reason;
mod removal;
mod scene;
mod stage;
mod statements;

use crate::answer::{Change, Hedged, Note, PredictionRow, Press, Rows, VerdictCertainty};
use crate::causal::Derivation;
use crate::graph::{Context, EntityId, Graph, Setting, Sign};
use crate::resolve::{Interventions, Mention, Simulation, Target};

use super::finding::Aim;
use super::model::Model;
use super::step::{edges_of, step, steps};
use super::{Executor, Outcome, Stopped, remarks, weakest};

use play::Play;
use predict::{Prediction, Predictions, predictions};
use scene::Scene;
use stage::Act;

impl Executor<'_> {
    pub(super) fn simulate(&mut self, simulation: &Simulation) -> Result<Outcome, Stopped> {
        let scene = self.scene(simulation);
        let play = self.play(simulation, &scene.setting)?;
        let Watched { predicted, cut } = self.watch(simulation, &scene, &play)?;
        let mut notes = self.notes(simulation, &scene, &play, &predicted);
        let whole = cut.is_none();
        notes.extend(cut);
        let outcome = outcome(simulation, predicted, notes);
        Ok(Outcome { complete: outcome.complete && whole, ..outcome })
    }

    /// A simulation put on the model of a setting.
    fn play(&mut self, simulation: &Simulation, setting: &Setting) -> Result<Play, Stopped> {
        let graph = self.graph;
        Ok(Play::new(graph, self.ready_model(setting)?, simulation))
    }

    /// What becomes of everything that is watched.
    ///
    /// # Errors
    /// Where the statement is stopped before all of it is known.
    pub(super) fn predicted(&mut self, simulation: &Simulation, scene: &Scene) -> Result<Vec<Predicted>, Stopped> {
        let play = self.play(simulation, &scene.setting)?;
        let Watched { predicted, cut } = self.watch(simulation, scene, &play)?;
        if cut.is_some() { Err(Stopped::Cancelled) } else { Ok(predicted) }
    }

    /// The same, of a simulation that is put on the model of its scene, as far as it is known.
    fn watch(&mut self, simulation: &Simulation, scene: &Scene, play: &Play) -> Result<Watched, Stopped> {
        let graph = self.graph;
        let aims = if simulation.show.is_empty() {
            let mut aims = self.watched(&fixed(simulation));
            aims.sort_by_key(|aim| (graph.schema.kind(graph.entity(aim.object).kind()).group, aim.object));
            aims
        } else {
            self.named(&simulation.show)
        };
        let predicted = match &scene.apart {
            None => self.together(simulation, &scene.setting, play, &aims)?,
            Some(other) => {
                let [one, two] = apart::sides(simulation);
                let first = self.play(&one, &scene.setting)?;
                let second = self.play(&two, other)?;
                let one = self.together(&one, &scene.setting, &first, &aims)?;
                let two = self.together(&two, other, &second, &aims)?;
                apart::difference(one, two)
            }
        };
        let mut predicted: Vec<Predicted> = predicted.into_iter().flatten().collect();
        let cut = self.unexamined(predicted.len(), predicted.len(), aims.len())?;
        let cut = cut.or_else(|| self.cut_short.map(remarks::unsettled));
        let (text, presses) = (told(simulation), presses(graph, simulation));
        for one in &mut predicted {
            one.row.scenario.clone_from(&text);
            one.row.presses.clone_from(&presses);
            one.row.versus = simulation.versus.as_ref().map(|versus| versus.text.clone());
        }
        if simulation.show.is_empty() {
            // One remark is enough for all of them.
            predicted.retain(|one| one.row.change != Change::None);
        } else {
            disputed::mark(graph, simulation, &mut predicted);
        }
        Ok(Watched { predicted, cut })
    }

    /// The predictions of a simulation in one setting: none of what was not decided when the statement was stopped.
    fn together(
        &mut self,
        simulation: &Simulation,
        setting: &Setting,
        play: &Play,
        aims: &[Aim],
    ) -> Result<Vec<Option<Predicted>>, Stopped> {
        let (graph, cancel) = (self.graph, self.cancel.clone());
        let model = self.ready_model(setting)?;
        let Predictions { of_aims, stopped } = predictions(graph, model, simulation, play, aims, &cancel);
        let named = |aim: &Aim| {
            simulation.show.iter().any(|target| target.aspect == Some(aim.aspect) && names(target, aim.object))
        };
        let predicted = |one: Prediction| {
            let mut row = row(graph, model, &one, named(&one.aim));
            row.lost_with = play.stage.lost_with(one.aim.object).map(|lost| graph.entity(lost).name.clone()).collect();
            row.lost_with.reverse();
            Predicted { object: one.aim.object, row, derivations: vec![one.derivation] }
        };
        let predicted = of_aims.into_iter().map(|one| one.map(predicted)).collect();
        if stopped {
            self.cut_short();
        }
        Ok(predicted)
    }
}

/// What becomes of what is watched.
struct Watched {
    predicted: Vec<Predicted>,
    /// That the statement was stopped before all of it was known.
    cut: Option<Note>,
}

/// A row, and what it rests on.
#[derive(Clone, Debug)]
pub(super) struct Predicted {
    /// Of which entity.
    object: EntityId,
    /// What becomes of it.
    pub row: PredictionRow,
    /// One a setting that it was derived in.
    pub derivations: Vec<Derivation>,
}

fn outcome(simulation: &Simulation, predicted: Vec<Predicted>, mut notes: Vec<Note>) -> Outcome {
    let moved = predicted.iter().filter(|one| matches!(one.row.change, Change::Up | Change::Down));
    let mentions = moved.map(|one| Mention { entity: one.object, context: Context::default() }).collect();
    let mut rows: Vec<PredictionRow> = predicted.into_iter().map(|one| one.row).collect();
    let found = rows.len();
    let limit = simulation.clauses.limit.filter(|limit| *limit < found);
    if let Some(limit) = limit {
        rows.truncate(limit);
        notes.push(remarks::cut(limit, found, "rows"));
    }
    Outcome { rows: Rows::Predictions(rows), notes, complete: limit.is_none(), mentions }
}

/// Whether a target names an entity.
fn names(target: &Target, entity: EntityId) -> bool {
    target.mentions.iter().any(|mention| mention.entity == entity)
}

/// `hCG up versus exogenous testosterone up`
fn told(simulation: &Simulation) -> String {
    match &simulation.versus {
        Some(versus) => format!("{} versus {}", simulation.scenario.text, versus.text),
        None => simulation.scenario.text.clone(),
    }
}

/// To whom something is done: to what a therapy gives, in its place.
fn presses(graph: &Graph, simulation: &Simulation) -> Vec<Press> {
    // Each with the entity that the question names.
    let acts = |scenario: &Interventions| -> Vec<(Act, EntityId)> {
        let named = scenario.list.iter().filter_map(Act::of);
        let given = |whole: Act| {
            let named = whole.entity;
            whole.on_components(graph).into_iter().map(move |act| (act, named))
        };
        named.flat_map(given).collect()
    };
    let own = acts(&simulation.scenario);
    let other = simulation.versus.as_ref().map(acts).unwrap_or_default();
    let does = |acts: &[(Act, EntityId)], act: &Act| acts.iter().any(|(one, _)| one == act);
    let name = |entity: EntityId| graph.entity(entity).name.clone();
    let press = |(act, named): &(Act, EntityId), change| Press {
        entity: name(act.entity),
        change,
        given_in: (*named != act.entity).then(|| name(*named)),
    };
    let own_presses = own.iter().map(|one| {
        let change = match one.0.sign() {
            _ if does(&other, &one.0) => Change::None,
            Sign::Positive => Change::Up,
            Sign::Negative => Change::Down,
        };
        press(one, Some(change))
    });
    let only_other = other.iter().filter(|one| !does(&own, &one.0));
    own_presses.chain(only_other.map(|one| press(one, None))).collect()
}

/// The entities whose levels the question itself fixes, in every scenario: of those nothing need be told.
pub(super) fn fixed(simulation: &Simulation) -> Vec<EntityId> {
    let forced = |scenario: &Interventions| -> Vec<EntityId> {
        let acts = scenario.list.iter().filter_map(Act::of);
        acts.filter(Act::is_forced).map(|act| act.entity).collect()
    };
    let mut fixed = forced(&simulation.scenario);
    if let Some(versus) = &simulation.versus {
        let other = forced(versus);
        fixed.retain(|entity| other.contains(entity));
    }
    fixed.extend(&simulation.clauses.holding);
    fixed
}

/// What no source states as established of all that a change rests on which the mechanism decides.
fn hedged(graph: &Graph, model: &Model, prediction: &Prediction) -> Option<Hedged> {
    let is_sure = prediction.certainty.is_some_and(VerdictCertainty::is_derived);
    let path =
        prediction.mechanism.as_ref().filter(|_| is_sure && matches!(prediction.change, Change::Up | Change::Down))?;
    weakest::hedged(graph, &edges_of(model, path))
}

fn row(graph: &Graph, model: &Model, prediction: &Prediction, aspect_named: bool) -> PredictionRow {
    let Prediction { aim, derivation, .. } = prediction;
    let entity = graph.entity(aim.object);
    let kind = graph.schema.kind(entity.kind());
    let path = |path: &Option<super::mechanism::EdgePath>| {
        path.as_ref().map(|path| steps(graph, &edges_of(model, path))).unwrap_or_default()
    };
    PredictionRow {
        scenario: String::new(),
        versus: None,
        presses: Vec::new(),
        lost_with: Vec::new(),
        entity: entity.name.clone(),
        id: entity.id.clone(),
        entity_kind: kind.id.clone(),
        group: kind.group,
        aspect: aim.aspect,
        aspect_named,
        change: prediction.change,
        certainty: prediction.certainty,
        likelihood: derivation.likelihood.filter(|_| prediction.tempered.is_none()).map(|(low, high)| [low, high]),
        mechanism: path(&prediction.mechanism),
        counter: path(&prediction.counter),
        documented: prediction.documented.iter().map(|effect| step(graph, effect)).collect(),
        reason: reason::reason(graph, prediction),
        unknown: prediction.is_unknown(),
        hedged: hedged(graph, model, prediction),
        settled_by: prediction.settled_by.clone(),
    }
}
