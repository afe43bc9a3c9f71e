//! Where there is no path: how close it came.

use crate::answer::Note;
use crate::cancel::Cancelled;
use crate::graph::{EntityId, Graph, RelationId};
use crate::resolve::{Clauses, PathQuestion, Target};
use crate::search::{self, Attempt, Budget, Direction, Mode, PathQuery};

use super::super::Executor;
use super::query::{avoided_nodes, ends, path_query};
use super::terrain::Terrain;
use super::{EFFORT, NEAREST};

impl<'a> Executor<'a> {
    /// How close it came: the nearest entities from both ends, and the smallest relaxation that gives a path.
    pub(super) fn absence(&mut self, question: &PathQuestion, terrain: &Terrain, query: &PathQuery) -> Vec<Note> {
        let Ok((from, to)) = ends(question) else { return Vec::new() };
        let mut notes = Vec::new();
        let cancel = self.cancel.clone();
        let mut budget = Budget::new(&cancel, EFFORT).with_threads(self.threads);
        if let Ok(closeness) = search::nearest(terrain.graph(), query, &mut budget) {
            let named = |near: &[search::Near]| self.nearest_names(terrain, near, from, to);
            let (reached, reaching) = (named(&closeness.from_sources), named(&closeness.to_targets));
            let say = |names: &[String], none: &str| if names.is_empty() { none.to_owned() } else { names.join(", ") };
            let text = format!(
                "no path; nearest from {}: {}; nearest to {}: {}",
                from.text,
                say(&reached, "nothing"),
                to.text,
                say(&reaching, "nothing")
            );
            let data = serde_json::json!({ "reached": reached, "reaching": reaching });
            notes.push(Note::new("nearest", text).with(data));
        }
        let relaxations = relaxations(self.graph, terrain, question, query);
        let needs = |steps: Steps| relaxations.iter().any(|relaxed| relaxed.steps == steps);
        let unfiltered = needs(Steps::Unfiltered).then(|| self.unfiltered(question, None)).transpose();
        let unsigned = needs(Steps::Unsigned).then(|| self.unfiltered(question, Some(self.graph))).transpose();
        let (Ok(unfiltered), Ok(unsigned)) = (unfiltered, unsigned) else { return notes };
        let attempts = relaxations.into_iter().map(|relaxed| Attempt {
            label: relaxed.label,
            graph: match relaxed.steps {
                Steps::AsAsked => None,
                Steps::Unfiltered => unfiltered.as_ref(),
                Steps::Unsigned => unsigned.as_ref(),
            }
            .unwrap_or(terrain)
            .graph(),
            query: relaxed.query,
        });
        if let Ok(relaxation) = search::relax(attempts.collect(), &mut budget)
            && let Some(found) = relaxation.found
        {
            notes.push(Note::new("relaxation", format!("there is one {}", found.label)));
        }
        notes
    }

    /// The nearest entities that the question does not name itself.
    fn nearest_names(&self, terrain: &Terrain, near: &[search::Near], from: &Target, to: &Target) -> Vec<String> {
        let asked = |id: EntityId| from.mentions.iter().chain(&to.mentions).any(|mention| mention.entity == id);
        let mut names: Vec<String> = Vec::new();
        for id in near.iter().map(|near| terrain.entity_of(near.node)).filter(|&id| !asked(id)) {
            let name = self.graph.entity(id).name.clone();
            if !names.contains(&name) && names.len() < NEAREST {
                names.push(name);
            }
        }
        names
    }

    /// The steps without the filters on relations and evidence; with every relation of a graph, those without a sign too.
    fn unfiltered(&mut self, question: &PathQuestion, every: Option<&Graph>) -> Result<Terrain<'a>, Cancelled> {
        let relations = every.map(|graph| every_relation(graph).collect());
        let clauses =
            Clauses { through: relations, not_through: Vec::new(), filters: Vec::new(), ..question.clauses.clone() };
        let open = PathQuestion { clauses, ..question.clone() };
        self.terrain(&open, false)
    }
}

/// What a relaxed query searches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Steps {
    /// What the question itself does.
    AsAsked,
    /// The steps without the filters on relations and evidence.
    Unfiltered,
    /// Every edge, those without a sign too.
    Unsigned,
}

/// A relaxed query.
struct Relaxed {
    /// What it gives up.
    label: String,
    query: PathQuery,
    steps: Steps,
}

fn relaxations(graph: &Graph, terrain: &Terrain, question: &PathQuestion, query: &PathQuery) -> Vec<Relaxed> {
    let clauses = &question.clauses;
    let mut attempts: Vec<Relaxed> = Vec::new();
    let mut attempt = |label: String, query: PathQuery, steps: Steps| attempts.push(Relaxed { label, query, steps });
    for (position, avoided) in clauses.avoiding.iter().enumerate() {
        let others = clauses.avoiding.iter().enumerate().filter(|(other, _)| *other != position);
        let avoid = avoided_nodes(graph, terrain, others.map(|(_, target)| target));
        attempt(format!("that touches {}", avoided.text), PathQuery { avoid, ..query.clone() }, Steps::AsAsked);
    }
    for (position, via) in clauses.via.iter().enumerate() {
        let mut groups = query.via.clone();
        groups.remove(position);
        let query = PathQuery { via: groups, ..query.clone() };
        attempt(format!("that does not go via {}", via.text), query, Steps::AsAsked);
    }
    if let Some(sign) = query.sign {
        let query = PathQuery { sign: None, ..query.clone() };
        attempt(format!("whose net sign is {}", -sign), query, Steps::AsAsked);
    }
    let open = |through: Option<Vec<RelationId>>| {
        let clauses = Clauses { through, not_through: Vec::new(), ..clauses.clone() };
        let question = PathQuestion { clauses, ..question.clone() };
        ends(&question).ok().map(|(from, to)| path_query(graph, terrain, &question, from, to).labels)
    };
    if clauses.through.is_some() || !clauses.not_through.is_empty() {
        let labels = open(None).unwrap_or_default();
        attempt("through other relations".to_owned(), PathQuery { labels, ..query.clone() }, Steps::Unfiltered);
    }
    if !clauses.filters.is_empty() {
        attempt("on other evidence".to_owned(), query.clone(), Steps::Unfiltered);
    }
    if let (Some(max), Mode::Simple) = (query.max_hops, query.mode) {
        let query = PathQuery { max_hops: Some(4 * max), ..query.clone() };
        attempt(format!("of more than {max} edges"), query, Steps::AsAsked);
    }
    if clauses.through.is_none() && query.sign.is_none() {
        let labels = open(Some(every_relation(graph).collect())).unwrap_or_default();
        let label = "through edges without a sign: add `through anything`".to_owned();
        attempt(label, PathQuery { labels, ..query.clone() }, Steps::Unsigned);
    }
    if query.direction == Direction::Forward {
        let query = PathQuery { direction: Direction::Either, sign: None, ..query.clone() };
        let label = "that ignores the direction of the arrows: write `<->`".to_owned();
        attempt(label, query, Steps::AsAsked);
    }
    for relaxed in &mut attempts {
        relaxed.query.selection = search::Selection::Any;
        relaxed.query.limit = Some(1);
    }
    attempts
}

fn every_relation(graph: &Graph) -> impl Iterator<Item = RelationId> + use<> {
    (0..graph.schema.relations.len()).map(RelationId::from_index)
}
