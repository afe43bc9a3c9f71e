//! From where a statement looks, and which way.

use crate::graph::{EntityId, Graph};
use crate::resolve::{
    AskMeaning, Claim, Clauses, Form, Intervention, Interventions, NamedAs, PathQuestion, Predicate, Question,
    Resolved, Side, Target,
};
use crate::syntax::{Action, Arrow};

use super::ball::Follow;
use crate::exec::model::parts;
use crate::exec::paths::is_asked_of_the_whole;
use crate::exec::relations::instances;

/// One look at a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// At the edges of these entities.
    Beside(Vec<EntityId>),
    /// At what these lead to.
    From(Vec<EntityId>),
    /// At what leads to these.
    To(Vec<EntityId>),
    /// At the chains from any of the first to any of the second.
    Between(Vec<EntityId>, Vec<EntityId>),
    /// The same along other edges than steps.
    Along(Vec<EntityId>, Vec<EntityId>, Follow),
    /// At everything that feeds back on itself.
    Feedback,
}

impl Look {
    /// The entities of which every edge is looked at: those that are named.
    pub(super) fn centres(&self) -> impl Iterator<Item = EntityId> {
        let (first, second) = match self {
            Self::Beside(named) | Self::From(named) | Self::To(named) => (named.as_slice(), [].as_slice()),
            Self::Between(starts, ends) | Self::Along(starts, ends, _) => (starts.as_slice(), ends.as_slice()),
            Self::Feedback => ([].as_slice(), [].as_slice()),
        };
        first.iter().chain(second).copied()
    }
}

/// How a statement looks at a graph; empty where it reads tables and follows no edge.
pub(super) fn looks(graph: &Graph, statement: &Resolved) -> Vec<Look> {
    let mut looks = Looks { graph, looks: Vec::new() };
    looks.statement(statement);
    looks.looks
}

struct Looks<'g> {
    graph: &'g Graph,
    looks: Vec<Look>,
}

impl Looks<'_> {
    fn statement(&mut self, statement: &Resolved) {
        match statement {
            Resolved::Question(question) => self.question(question),
            Resolved::Simulate(simulation) => {
                let mut done = self.interventions(&simulation.scenario);
                if let Some(versus) = &simulation.versus {
                    done.extend(self.interventions(versus));
                }
                let shown = self.several(&simulation.show);
                self.chains(done, shown);
                self.clauses(&simulation.clauses);
            }
            Resolved::Loops(question) => {
                let through = self.several(&question.through);
                self.looks.push(match through.as_slice() {
                    [] => Look::Feedback,
                    _ => Look::Between(through.clone(), through),
                });
                self.clauses(&question.clauses);
            }
            Resolved::Compare(comparison) => {
                let (agents, on) = (self.several(&comparison.agents), self.several(&comparison.on));
                self.chains(agents, on);
                self.clauses(&comparison.clauses);
            }
            Resolved::Show(target) => self.beside([target]),
            Resolved::Evidence { from, to } => self.beside([from].into_iter().chain(to)),
            Resolved::Let { value, .. } => self.statement(value),
            Resolved::Draw { statement, .. } | Resolved::Explain { statement, .. } => self.statement(statement),
            Resolved::Path(question) if !is_asked_of_the_whole(self.graph, question) => self.path(question),
            Resolved::Path(_)
            | Resolved::List(_)
            | Resolved::Find(_)
            | Resolved::Figures(_)
            | Resolved::Schema
            | Resolved::Stats
            | Resolved::Bound(_) => {}
        }
    }

    fn question(&mut self, question: &Question) {
        match &question.form {
            Form::Select { condition, .. } => {
                for predicate in condition.predicates() {
                    self.predicate(predicate);
                }
            }
            Form::Claims { claims, .. } => claims.iter().for_each(|claim| self.claim(claim)),
            Form::Effects(subject) => {
                let starts = self.one(subject);
                self.looks.push(Look::From(starts));
            }
            Form::Card(target) => self.beside([target]),
            Form::Disagreements(_) => return,
        }
        self.clauses(&question.clauses);
    }

    fn path(&mut self, question: &PathQuestion) {
        let [first, .., last] = question.endpoints.as_slice() else { return };
        let (from, to) = if question.arrow == Arrow::Left { (last, first) } else { (first, last) };
        let (from, to) = (self.one(from), self.one(to));
        let narrow = question.clauses.through.is_none() && !question.clauses.including_documented;
        self.looks.push(match question.arrow {
            Arrow::Right | Arrow::Left if narrow => Look::Between(from, to),
            Arrow::Right | Arrow::Left => Look::Along(from, to, Follow::Edges),
            Arrow::Both => Look::Along(from, to, Follow::EdgesEitherWay),
        });
        self.beside(&question.endpoints);
        self.clauses(&question.clauses);
    }

    fn predicate(&mut self, predicate: &Predicate) {
        let named = self.one(&predicate.other);
        // A relation verb adds how many do the same indirectly, so its chains are looked at too.
        let signed = match predicate.ask.meaning {
            AskMeaning::Effect(_) => true,
            AskMeaning::Relation(relation) => self.graph.schema.relation(relation).sign.is_some(),
        };
        self.looks.push(match predicate.candidate {
            Side::Subject if signed => Look::To(named),
            Side::Object if signed => Look::From(named),
            _ => Look::Beside(named),
        });
    }

    fn claim(&mut self, claim: &Claim) {
        let (subject, object) = (self.one(&claim.subject), self.one(&claim.object));
        self.looks.push(Look::Between(subject, object));
    }

    /// From what is done to what is watched, or to anything.
    fn chains(&mut self, starts: Vec<EntityId>, ends: Vec<EntityId>) {
        self.looks.push(if ends.is_empty() { Look::From(starts) } else { Look::Between(starts, ends) });
    }

    /// What clauses name has to be there.
    fn clauses(&mut self, clauses: &Clauses) {
        let contexts = clauses.entity_contexts.iter().map(|(entity, _)| *entity);
        let named: Vec<EntityId> = clauses.holding.iter().copied().chain(contexts).collect();
        if !named.is_empty() {
            self.looks.push(Look::Beside(named));
        }
        self.beside(clauses.via.iter().chain(&clauses.avoiding));
    }

    fn beside<'t>(&mut self, targets: impl IntoIterator<Item = &'t Target>) {
        let named: Vec<EntityId> = targets.into_iter().flat_map(|target| self.one(target)).collect();
        if !named.is_empty() {
            self.looks.push(Look::Beside(named));
        }
    }

    fn interventions(&self, done: &Interventions) -> Vec<EntityId> {
        let done_to = |intervention: &Intervention| {
            let mut named = self.one(&intervention.target);
            if intervention.action == Action::Removed {
                // A whole has few steps of its own; what goes with it has.
                named.extend(named.clone().into_iter().flat_map(|whole| parts(self.graph, whole)));
            }
            named
        };
        done.list.iter().flat_map(done_to).collect()
    }

    fn several(&self, targets: &[Target]) -> Vec<EntityId> {
        targets.iter().flat_map(|target| self.one(target)).collect()
    }

    /// What a target may be: the members of a kind too.
    fn one(&self, target: &Target) -> Vec<EntityId> {
        match target.named {
            NamedAs::Kind(_) | NamedAs::Anything => target.mentions.iter().map(|mention| mention.entity).collect(),
            NamedAs::Name | NamedAs::Umbrella(_) | NamedAs::Several => instances(self.graph, target),
        }
    }
}
