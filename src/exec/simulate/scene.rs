//! In which setting a simulation plays.

use crate::graph::{EntityId, Setting};
use crate::resolve::{Interventions, Simulation};

use super::super::Executor;
use super::super::finding::{Case, base_setting};

/// The setting of a simulation.
#[derive(Clone, Debug)]
pub(in crate::exec) struct Scene {
    /// In which the scenario plays; the other one too, unless it plays apart.
    pub setting: Setting,
    /// In which the other scenario plays where the two need an entity in different contexts.
    pub apart: Option<Setting>,
    /// What is done to entities whose context nobody has fixed: they are taken in their default.
    pub defaults: Vec<Case>,
}

impl Executor<'_> {
    /// The setting that the contexts of all that is acted on give together, where they agree.
    pub(in crate::exec) fn scene(&self, simulation: &Simulation) -> Scene {
        let own = self.staged(simulation, &simulation.scenario);
        let other = simulation.versus.as_ref().map(|versus| self.staged(simulation, versus)).unwrap_or_default();
        let settle = |cases: &mut dyn Iterator<Item = &Case>| {
            cases.fold(base_setting(&simulation.clauses), |setting, case| {
                let said = case.setting.entities.iter();
                said.fold(setting, |setting, (entity, key, value)| setting.with_entity(*entity, key, value))
            })
        };
        let apart = own.iter().any(|case| other.iter().any(|other| contradict(case, other)));
        let together = settle(&mut own.iter().chain(&other));
        let defaults = own.iter().chain(&other).filter(|case| !case.fixed && !case.context.is_empty());
        let mut known: Vec<EntityId> = Vec::new();
        let defaults = defaults.filter(|case| {
            let new = !known.contains(&case.subject);
            known.push(case.subject);
            new
        });
        Scene {
            setting: if apart { settle(&mut own.iter()) } else { together },
            apart: apart.then(|| settle(&mut other.iter())),
            defaults: defaults.cloned().collect(),
        }
    }

    /// What is acted on, each in the context that its name or a clause fixes, else in its default.
    fn staged(&self, simulation: &Simulation, interventions: &Interventions) -> Vec<Case> {
        let mentions = interventions.list.iter().filter_map(|one| one.mention());
        mentions
            .filter_map(|mention| self.cases(mention.entity, &mention.context, &simulation.clauses).into_iter().next())
            .collect()
    }
}

/// Whether one entity is meant in two contexts.
fn contradict(one: &Case, other: &Case) -> bool {
    let differs = |(key, value): (&String, &String)| other.context.get(key).is_some_and(|known| known != value);
    one.subject == other.subject && one.context.iter().any(differs)
}
