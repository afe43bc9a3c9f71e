//! `compare …`, `? what do … have in common`, `? how do … differ`: agents side by side.

mod agent;
mod agreement;
mod effects;
mod notes;
#[cfg(test)]
mod tests;
mod view;

use std::cmp::Reverse;

use crate::answer::{Agreement, ComparisonRow, Note, Rows};
use crate::graph::{EntityId, Group};
use crate::resolve::{Comparison, ComparisonView};

use super::finding::Aim;
use super::relations::listing;
use super::select::effect_instances;
use super::{Executor, Outcome, Stopped, remarks};

use agent::Agent;
use effects::Respect;

/// How many objects a comparison shows where none is named.
const SHOWN: usize = 12;

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
        let respects = choose(comparison, respects, &mut notes, |id| graph.entity(id).name.clone());

        let listing = listing(graph, clauses);
        let mut rows: Vec<ComparisonRow> = agents.iter().map(|agent| agent.row(graph, &listing, &entities)).collect();
        for (position, row) in rows.iter_mut().enumerate() {
            row.effects = respects.iter().filter_map(|respect| self.compared(respect, position)).collect();
        }
        view::narrow(&mut rows, comparison.view);
        if view::is_empty(&rows) {
            notes.push(notes::nothing(comparison));
        }
        notes.extend(notes::disagreements(graph, &entities));
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

/// The effects to show: all that are named, in their order; else those that the view asks for, the most telling first.
fn choose(
    comparison: &Comparison,
    respects: Vec<Respect>,
    notes: &mut Vec<Note>,
    name: impl Fn(EntityId) -> String,
) -> Vec<Respect> {
    let common = comparison.view == ComparisonView::Common;
    if !comparison.on.is_empty() {
        let wanted = |respect: &Respect| match comparison.view {
            ComparisonView::Whole => true,
            ComparisonView::Common => respect.agreement == Agreement::Agree && respect.is_touched(),
            ComparisonView::Differences => respect.agreement != Agreement::Agree,
        };
        return respects.into_iter().filter(wanted).collect();
    }
    let touched = respects.into_iter().filter(Respect::is_touched);
    let (mut shared, mut differing): (Vec<Respect>, Vec<Respect>) =
        touched.partition(|respect| respect.agreement == Agreement::Agree);
    // The nearer an effect is to what an agent does, the more it tells of the agent.
    let telling =
        |respect: &Respect| (respect.agreement, Reverse(respect.decided()), respect.nearest(), respect.object);
    shared.sort_by_key(telling);
    differing.sort_by_key(telling);
    let names = |respects: &[Respect]| respects.iter().map(|respect| name(respect.object)).collect::<Vec<_>>();
    let nothing_differs = comparison.view == ComparisonView::Whole && differing.is_empty();
    let (mut shown, others) = if common || nothing_differs { (shared, differing) } else { (differing, shared) };
    if nothing_differs && !shown.is_empty() {
        notes.push(notes::no_difference());
    } else if comparison.view == ComparisonView::Whole && !others.is_empty() {
        notes.push(remarks::counted("agree", &names(&others), "more on which they agree"));
    }
    if shown.len() > SHOWN {
        notes.push(remarks::counted("more", &names(&shown[SHOWN..]), "more, to be named after `on`"));
        shown.truncate(SHOWN);
    }
    shown
}
