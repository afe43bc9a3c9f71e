//! `compare …`, `? what do … have in common`, `? how do … differ`: agents side by side.

mod agent;
mod agreement;
mod choose;
mod effects;
mod notes;
#[cfg(test)]
mod tests;
mod view;

use crate::answer::{ComparisonRow, Rows};
use crate::graph::{EntityId, Group};
use crate::resolve::Comparison;

use super::finding::Aim;
use super::relations::listing;
use super::select::effect_instances;
use super::{Executor, Outcome, Stopped, remarks};

use agent::Agent;
use choose::choose;

impl Executor<'_> {
    pub(super) fn compare(&mut self, comparison: &Comparison) -> Result<Outcome, Stopped> {
        let graph = self.graph;
        let clauses = &agent::clauses(comparison);
        let mentions = agent::mentions(comparison);
        let cases = |mention| Agent::new(mention, self.cases(mention.entity, &mention.context, clauses));
        let agents: Vec<Agent> = mentions.iter().map(cases).collect();
        let entities: Vec<EntityId> = agents.iter().map(|agent| agent.entity).collect();
        let mut notes = remarks::readings(graph, comparison.agents.iter().chain(&comparison.on));
        notes.extend(remarks::bound(graph, clauses));

        let aims = if comparison.on.is_empty() { self.watched(&entities) } else { self.named(comparison) };
        let respects = self.respects(&agents, &aims, clauses)?;
        let defaults = notes::defaults(graph, &agents, &respects);
        let respects = choose(graph, comparison, respects, &mut notes);

        let listing = listing(graph, clauses);
        let mut rows: Vec<ComparisonRow> = agents.iter().map(|agent| agent.row(graph, &listing, &entities)).collect();
        for (position, row) in rows.iter_mut().enumerate() {
            row.effects = respects.iter().filter_map(|respect| self.compared(respect, position)).collect();
        }
        view::narrow(&mut rows, comparison.view);
        if view::is_empty(&rows) {
            notes.push(notes::nothing(comparison));
        }
        notes.extend(defaults);
        notes.extend(notes::disagreements(graph, comparison, &entities));
        Ok(Outcome { notes, mentions, ..Outcome::new(Rows::Comparison(rows)) })
    }

    /// What is compared on where nothing is named: hormones, processes and conditions, or whatever kinds the schema says.
    fn watched(&self, agents: &[EntityId]) -> Vec<Aim> {
        let graph = self.graph;
        let kind = |id: EntityId| graph.schema.kind(graph.entity(id).kind());
        let any = graph.schema.kinds.values().any(|kind| kind.watched);
        let watched = |id: &EntityId| if any { kind(*id).watched } else { kind(*id).group != Group::Other };
        let objects = graph.entity_ids().filter(|id| !graph.entity(*id).is_umbrella() && !agents.contains(id));
        objects.filter(watched).map(|object| Aim { object, aspect: self.natural_aspect(object) }).collect()
    }

    /// What `on` names, each once; a class stands for its members.
    fn named(&self, comparison: &Comparison) -> Vec<Aim> {
        let mut aims: Vec<Aim> = Vec::new();
        for target in &comparison.on {
            for object in effect_instances(self.graph, target) {
                let aim = Aim { object, aspect: self.aspect(object, target) };
                let known = aims.iter().any(|known| known.object == aim.object && known.aspect == aim.aspect);
                if !known && !self.graph.entity(object).is_umbrella() {
                    aims.push(aim);
                }
            }
        }
        aims
    }
}
