//! `loops …`: the elementary feedback loops, their signs, and the drugs that cut them.

mod cut;
mod cycle;
mod enumerate;
mod family;
mod grain;
mod notes;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashSet;

use crate::answer::{Feedback, LoopRow, Note, Rows};
use crate::graph::{Aspect, EntityId, Graph, Setting, Sign};
use crate::resolve::LoopQuestion;

use super::finding::base_setting;
use super::mechanism::Mechanism;
use super::relations::instances;
use super::step::step;
use super::{Executor, Outcome, Stopped, only_tell, remarks};

use cut::Cutters;
use cycle::Cycle;
use enumerate::{Enumerated, enumerate};
use family::{Family, families};
use grain::Grain;

impl Executor<'_> {
    pub(super) fn loops(&mut self, question: &LoopQuestion) -> Result<Outcome, Stopped> {
        let (graph, mut cancel) = (self.graph, self.cancel.clone());
        let clauses = &question.clauses;
        let setting = self.loop_setting(question);
        let mut notes: Vec<Note> = self.unbound_context(question).into_iter().collect();
        let model = &*self.ready_model(&setting)?;
        let mechanism = &model.mechanism;
        let grain = Grain::new(graph, mechanism);
        let groups: Vec<FxHashSet<EntityId>> =
            question.through.iter().map(|target| instances(graph, target).into_iter().collect()).collect();
        let touches =
            |cycle: &Cycle| groups.iter().all(|group| cycle.entities.iter().any(|entity| group.contains(entity)));
        let influences = model.ensemble.graph();
        let avoided = clauses.avoiding.iter().flat_map(|target| instances(graph, target));
        let nodes_of = |entity| [Aspect::Abundance, Aspect::Activity].map(|aspect| influences.node_of(entity, aspect));
        let removed: Vec<_> = avoided.flat_map(nodes_of).flatten().collect();
        let longest = clauses.max.map(|max| max.saturating_mul(grain.stretch()));
        let Enumerated { cycles, full_to, stopped } = enumerate(graph, model, &removed, longest, touches, &cancel)?;
        let mut cut_short = None;
        if stopped {
            only_tell(&mut cut_short, &mut cancel);
        }

        let (min, max) = (clauses.min.unwrap_or(0), clauses.max.unwrap_or(usize::MAX));
        let families = families(graph, mechanism, &grain, cycles);
        let fitting = families.iter().filter_map(|family| Some((family, family.shown(min, max)?)));
        let (mut shown, others): (Vec<_>, Vec<_>) =
            fitting.partition(|(_, cycle)| question.feedback.is_none_or(|wanted| wanted == cycle.sign));
        shown.sort_by_cached_key(|(_, cycle)| {
            let names: Vec<String> = cycle.names(graph).into_iter().map(str::to_owned).collect();
            (cycle.length(), names)
        });

        if shown.is_empty() && stopped && full_to == Some(0) {
            return Err(Stopped::Cancelled);
        }
        if shown.is_empty() {
            notes.push(notes::absence(question, others.len(), full_to));
        }
        notes.extend(notes::shortened(&shown, clauses.max));
        notes.extend(full_to.map(|length| notes::searched_to(length, cut_short)));
        let found = shown.len();
        let limit = clauses.limit.unwrap_or(found);
        if limit < found {
            shown.truncate(limit);
            notes.push(remarks::cut(limit, found, "loops"));
        }
        let cutters = Cutters::new(graph, mechanism);
        let mut rows = Vec::with_capacity(shown.len());
        for (family, cycle) in shown {
            if cancel.is_cancelled() {
                if cut_short.is_some() && !rows.is_empty() {
                    break;
                }
                only_tell(&mut cut_short, &mut cancel);
            }
            rows.push(row(graph, mechanism, &cutters, family, cycle));
        }
        if let Some(cause) = cut_short.filter(|_| rows.len() < limit.min(found)) {
            notes.push(remarks::unlisted(cause, rows.len(), found));
        }
        let complete = full_to.is_none() && rows.len() == found;
        Ok(Outcome { notes, complete, ..Outcome::new(Rows::Loops(rows)) })
    }

    /// The setting that clauses and the names after `through` give. `given dosing = …` binds to each of those that has it.
    fn loop_setting(&self, question: &LoopQuestion) -> Setting {
        let mut setting = base_setting(&question.clauses);
        for mention in question.through.iter().flat_map(|target| &target.mentions) {
            setting = setting.with_context(mention.entity, &mention.context);
            for (key, value) in self.bound_context(question, mention.entity) {
                setting = setting.with_entity(mention.entity, key, value);
            }
        }
        setting
    }

    /// What `given` says of the keys that an entity's own edges distinguish.
    fn bound_context<'q>(&self, question: &'q LoopQuestion, entity: EntityId) -> Vec<(&'q str, &'q str)> {
        let distinguished = self.graph.subject_contexts(entity);
        let given = question.clauses.subject_context.0.iter();
        let given = given.filter(|(key, _)| distinguished.contains_key(key.as_str()));
        given.map(|(key, value)| (key.as_str(), value.as_str())).collect()
    }

    /// That `given` names a key without anything that has it.
    fn unbound_context(&self, question: &LoopQuestion) -> Option<Note> {
        let named = || question.through.iter().flat_map(|target| &target.mentions);
        let bound = |key: &str| {
            named().any(|mention| self.bound_context(question, mention.entity).iter().any(|(known, _)| *known == key))
        };
        let (key, value) = question.clauses.subject_context.0.iter().find(|(key, _)| !bound(key.as_str()))?;
        let text =
            format!("nothing named here has a {key}, so it is left as it is: say whose, `given {key} of … = {value}`");
        Some(Note::new("given-unbound", text))
    }
}

fn row(graph: &Graph, mechanism: &Mechanism, cutters: &Cutters<'_>, family: &Family, cycle: &Cycle) -> LoopRow {
    let names = |cycle: &Cycle| cycle.names(graph).into_iter().map(str::to_owned).collect::<Vec<_>>();
    LoopRow {
        entities: names(cycle),
        steps: cycle.edges.iter().map(|&position| step(graph, &mechanism.edges()[position])).collect(),
        feedback: match cycle.sign {
            Sign::Negative => Feedback::Negative,
            Sign::Positive => Feedback::Positive,
        },
        length: u32::try_from(cycle.length()).unwrap_or(u32::MAX),
        cut_by: cutters.of(family.finest()),
        variants: family.tellings.iter().filter(|other| other.entities != cycle.entities).map(names).collect(),
    }
}
