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
use crate::graph::EntityId;
use crate::resolve::Comparison;

use super::relations::listing;
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

        let aims = if comparison.on.is_empty() { self.watched(&entities) } else { self.named(&comparison.on) };
        let respects = self.respects(&agents, &aims, clauses);
        let cut = self.unexamined(respects.len(), respects.len(), aims.len())?;
        let defaults = notes::defaults(graph, &agents, &respects);
        let respects = choose(graph, comparison, respects, &mut notes);

        let listing = listing(graph, clauses, &self.cancel)?;
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
        let complete = cut.is_none();
        notes.extend(cut);
        Ok(Outcome { notes, complete, mentions, ..Outcome::new(Rows::Comparison(rows)) })
    }
}
