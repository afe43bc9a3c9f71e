//! `simulate …`: what a scenario does to everything that is watched.

mod apart;
mod mechanism;
mod notes;
mod play;
mod predict;
mod reason;
mod scene;
mod stage;
mod statements;

use crate::answer::{Change, PredictionRow, Rows};
use crate::graph::{Context, EntityId, Graph, Setting};
use crate::resolve::{Mention, Simulation};

use super::finding::Aim;
use super::model::Model;
use super::step::{edges_of, step, steps};
use super::{Executor, Outcome, Stopped, remarks};

use predict::{Prediction, predictions};
use stage::Act;

impl Executor<'_> {
    pub(super) fn simulate(&mut self, simulation: &Simulation) -> Result<Outcome, Stopped> {
        let graph = self.graph;
        let scene = self.scene(simulation);
        let aims = if simulation.show.is_empty() {
            let mut aims = self.watched(&forced(simulation));
            aims.sort_by_key(|aim| (graph.schema.kind(graph.entity(aim.object).kind()).group, aim.object));
            aims
        } else {
            self.named(&simulation.show)
        };
        let mut rows = match &scene.apart {
            None => self.together(simulation, &scene.setting, &aims)?,
            Some(other) => {
                let [one, two] = apart::sides(simulation);
                let one = self.together(&one, &scene.setting, &aims)?;
                let two = self.together(&two, other, &aims)?;
                apart::difference(one, two)
            }
        };
        let text = told(simulation);
        rows.iter_mut().for_each(|(_, row)| row.scenario.clone_from(&text));
        if simulation.show.is_empty() {
            rows.retain(|(_, row)| row.change != Change::None);
        }
        let notes = self.notes(simulation, &scene, &rows);
        Ok(outcome(simulation, rows, notes))
    }

    /// The predictions of a simulation in one setting, as rows.
    fn together(
        &mut self,
        simulation: &Simulation,
        setting: &Setting,
        aims: &[Aim],
    ) -> Result<Vec<(Aim, PredictionRow)>, Stopped> {
        let (graph, cancel) = (self.graph, self.cancel.clone());
        let model = self.model(setting);
        let predicted = predictions(graph, model, simulation, aims, &cancel)?;
        let named = |aim: &Aim| simulation.show.iter().any(|target| target.aspect == Some(aim.aspect));
        Ok(predicted.into_iter().map(|one| (one.aim.clone(), row(graph, model, &one, named(&one.aim)))).collect())
    }
}

fn outcome(simulation: &Simulation, rows: Vec<(Aim, PredictionRow)>, mut notes: Vec<crate::answer::Note>) -> Outcome {
    let mentions = rows.iter().filter(|(_, row)| matches!(row.change, Change::Up | Change::Down));
    let mentions = mentions.map(|(aim, _)| Mention { entity: aim.object, context: Context::default() }).collect();
    let mut rows: Vec<PredictionRow> = rows.into_iter().map(|(_, row)| row).collect();
    let found = rows.len();
    let limit = simulation.clauses.limit.filter(|limit| *limit < found);
    if let Some(limit) = limit {
        rows.truncate(limit);
        notes.push(remarks::cut(limit, found, "rows"));
    }
    Outcome { rows: Rows::Predictions(rows), notes, complete: limit.is_none(), mentions }
}

/// `hCG up versus exogenous testosterone up`
fn told(simulation: &Simulation) -> String {
    match &simulation.versus {
        Some(versus) => format!("{} versus {}", simulation.scenario.text, versus.text),
        None => simulation.scenario.text.clone(),
    }
}

/// The entities whose levels the simulation fixes: of itself that tells nothing.
fn forced(simulation: &Simulation) -> Vec<EntityId> {
    let scenarios = std::iter::once(&simulation.scenario).chain(&simulation.versus);
    let acts = scenarios.flat_map(|scenario| &scenario.list).filter_map(Act::of);
    let forced = acts.filter(Act::is_forced).map(|act| act.entity);
    forced.chain(simulation.clauses.holding.iter().copied()).collect()
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
        entity: entity.name.clone(),
        id: entity.id.clone(),
        entity_kind: kind.id.clone(),
        group: kind.group,
        aspect: aim.aspect,
        aspect_named,
        change: prediction.change,
        certainty: prediction.certainty,
        likelihood: derivation.likelihood.map(|(low, high)| [low, high]),
        mechanism: path(&prediction.mechanism),
        counter: path(&prediction.counter),
        documented: prediction.documented.iter().map(|effect| step(graph, effect)).collect(),
        reason: reason::reason(graph, prediction),
    }
}
