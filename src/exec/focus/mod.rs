//! What a statement looks at on a large graph: the part near the entities that it names, cut out as a graph of its own.
//!
//! A net effect rests on the chains between its ends and on the feedback among them. On millions of edges these are
//! followed for some steps only, and the answer says how many: [`seeds`] says from where and which way, [`ball`] follows,
//! [`Focus`] is the part with the statement rewritten to it.

mod ball;
mod seeds;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashSet;

use crate::answer::Note;
use crate::cancel::{Cancel, Cancelled};
use crate::graph::{EdgeId, EntityId, Graph, Part};
use crate::resolve::{Clauses, Resolved};

use super::Stopped;
use super::within::{is_large, longest_chain};
use ball::{Ball, Follow};
use seeds::{Look, looks};

/// A part of a large graph, and a statement rewritten to it.
pub struct Focus {
    /// The part.
    pub part: Part,
    /// The statement, its entities those of the part.
    pub statement: Resolved,
    /// The longest chains that the part holds all of, and that are to be looked at; none where every chain is.
    pub longest: Option<usize>,
    /// How much of the graph the part is.
    pub notes: Vec<Note>,
}

/// What a statement looks at; none where that is the graph itself, because it is small or the statement needs no chains.
///
/// # Errors
/// Cancelled, or a statement that looks at more than can be examined.
pub fn focus(graph: &Graph, statement: &Resolved, cancel: &Cancel) -> Result<Option<Focus>, Stopped> {
    if !is_large(graph) {
        return Ok(None);
    }
    focus_within(graph, statement, |clauses| longest_chain(graph, clauses), cancel)
}

/// The same of any graph, following chains of as many steps as the clauses make it.
fn focus_within(
    graph: &Graph,
    statement: &Resolved,
    most: impl Fn(&Clauses) -> Option<usize>,
    cancel: &Cancel,
) -> Result<Option<Focus>, Stopped> {
    let looks = looks(graph, statement);
    if looks.is_empty() {
        return Ok(None);
    }
    let mut statement = statement.clone();
    let most = statement.clauses_mut().and_then(|clauses| most(clauses));
    let mut gathered = Gathered::default();
    for look in &looks {
        gathered.add(graph, look, most, cancel)?;
    }
    let part = gathered.cut(graph, cancel)?;
    statement.map_entities(&|whole| part.inner(whole));
    let longest = statement.clauses_mut().and_then(|clauses| {
        clauses.max = gathered.steps.or(clauses.max);
        clauses.max
    });
    let notes = gathered.note(graph, &part, most).into_iter().collect();
    Ok(Some(Focus { part, statement, longest, notes }))
}

/// What has been gathered for a part.
#[derive(Default)]
struct Gathered {
    /// Entities on the chains.
    entities: FxHashSet<EntityId>,
    /// Entities of which every edge is wanted.
    centres: FxHashSet<EntityId>,
    /// The longest chains of which none is missing; none where no chain is missing at all.
    steps: Option<usize>,
    /// Whether edges without a sign matter among what was reached.
    every_edge: bool,
}

impl Gathered {
    fn add(&mut self, graph: &Graph, look: &Look, most: Option<usize>, cancel: &Cancel) -> Result<(), Stopped> {
        self.centres.extend(look.centres());
        let ball = match look {
            Look::Beside(_) => return Ok(()),
            Look::From(starts) => Ball::around(graph, starts, ball::Way::Forward, most, cancel)?,
            Look::To(ends) => Ball::around(graph, ends, ball::Way::Backward, most, cancel)?,
            Look::Between(starts, ends) => Ball::between(graph, (starts, ends), Follow::Steps, most, cancel)?,
            Look::Along(starts, ends, follow) => {
                self.every_edge = true;
                Ball::between(graph, (starts, ends), *follow, most, cancel)?
            }
            Look::Feedback => Ball::feedback(graph, cancel)?,
        };
        self.steps = [self.steps, ball.steps].into_iter().flatten().min();
        self.entities.extend(ball.entities);
        Ok(())
    }

    /// Cuts the part out: the steps among what was reached, and every edge of what was named.
    fn cut(&mut self, graph: &Graph, cancel: &Cancel) -> Result<Part, Cancelled> {
        let mut edges: Vec<EdgeId> = Vec::new();
        for &centre in &self.centres {
            cancel.check()?;
            for link in graph.adjacency.outgoing(centre).into_iter().chain(graph.adjacency.incoming(centre)) {
                edges.push(link.edge);
                self.entities.insert(link.entity);
            }
        }
        self.entities.extend(&self.centres);
        self.entities.extend(ball::kin(graph, &self.entities));
        for &entity in &self.entities {
            cancel.check()?;
            for link in graph.adjacency.outgoing(entity) {
                if self.entities.contains(&link.entity) && (self.every_edge || ball::matters(graph, link.label)) {
                    edges.push(link.edge);
                }
            }
        }
        Ok(graph.part(self.entities.iter().copied(), edges))
    }

    fn note(&self, graph: &Graph, part: &Part, most: Option<usize>) -> Option<Note> {
        let steps = self.steps?;
        let (looked, all) = (part.graph.entity_count(), graph.entity_count());
        let nearer =
            if most.is_some_and(|most| steps < most) { ", since more would be too many to examine" } else { "" };
        let text = format!("{looked} of {all} entities are looked at: chains of at most {steps} steps{nearer}");
        let data = serde_json::json!({ "entities": looked, "of": all, "steps": steps, "asked": most });
        Some(Note::new("part", text).with(data))
    }
}
