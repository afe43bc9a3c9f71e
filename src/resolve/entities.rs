//! The entities that a resolved statement names, and the same statement on another graph.

use crate::graph::EntityId;

use super::{Clauses, Condition, Form, Interventions, Listing, NamedAs, Resolved, Target};

/// Where an entity of one graph stands in another.
type Map<'m> = &'m dyn Fn(EntityId) -> Option<EntityId>;

impl Resolved {
    /// What its clauses say, where it has any, to be changed.
    pub fn clauses_mut(&mut self) -> Option<&mut Clauses> {
        match self {
            Self::Question(question) => Some(&mut question.clauses),
            Self::Path(question) => Some(&mut question.clauses),
            Self::Simulate(simulation) => Some(&mut simulation.clauses),
            Self::Loops(question) => Some(&mut question.clauses),
            Self::Compare(comparison) => Some(&mut comparison.clauses),
            Self::Let { value: inner, .. }
            | Self::Draw { statement: inner, .. }
            | Self::Explain { statement: inner, .. } => inner.clauses_mut(),
            Self::Show(_)
            | Self::List(_)
            | Self::Find(_)
            | Self::Evidence { .. }
            | Self::Figures(_)
            | Self::Schema
            | Self::Stats
            | Self::Bound(_) => None,
        }
    }

    /// Rewrites every entity to its place in another graph of the same schema; what has no place there is named no more.
    pub fn map_entities(&mut self, map: Map<'_>) {
        match self {
            Self::Question(question) => question.form.map_entities(map),
            Self::Path(question) => map_all(&mut question.endpoints, map),
            Self::Simulate(simulation) => {
                simulation.scenario.map_entities(map);
                if let Some(versus) = &mut simulation.versus {
                    versus.map_entities(map);
                }
                map_all(&mut simulation.show, map);
            }
            Self::Loops(question) => map_all(&mut question.through, map),
            Self::Compare(comparison) => {
                map_all(&mut comparison.agents, map);
                map_all(&mut comparison.on, map);
            }
            Self::Show(target)
            | Self::Figures(target)
            | Self::Bound(target)
            | Self::List(Listing::Entities(target)) => target.map_entities(map),
            Self::Evidence { from, to } => {
                from.map_entities(map);
                if let Some(to) = to {
                    to.map_entities(map);
                }
            }
            Self::Let { value: inner, .. }
            | Self::Draw { statement: inner, .. }
            | Self::Explain { statement: inner, .. } => inner.map_entities(map),
            Self::List(_) | Self::Find(_) | Self::Schema | Self::Stats => {}
        }
        if let Some(clauses) = self.clauses_mut() {
            clauses.map_entities(map);
        }
    }
}

fn map_all(targets: &mut [Target], map: Map<'_>) {
    for target in targets {
        target.map_entities(map);
    }
}

impl Target {
    fn map_entities(&mut self, map: Map<'_>) {
        self.mentions.retain_mut(|mention| match map(mention.entity) {
            Some(entity) => {
                mention.entity = entity;
                true
            }
            None => false,
        });
        if let NamedAs::Umbrella(umbrella) = self.named {
            self.named = map(umbrella).map_or(NamedAs::Several, NamedAs::Umbrella);
        }
    }
}

impl Form {
    fn map_entities(&mut self, map: Map<'_>) {
        match self {
            Self::Select { among, condition, .. } => {
                if let Some(among) = among {
                    among.map_entities(map);
                }
                condition.map_entities(map);
            }
            Self::Claims { claims, .. } => {
                for claim in claims {
                    claim.subject.map_entities(map);
                    claim.object.map_entities(map);
                }
            }
            Self::Effects(target) | Self::Card(target) => target.map_entities(map),
            Self::Disagreements(Some(about)) => about.map_entities(map),
            Self::Disagreements(None) => {}
        }
    }
}

impl Condition {
    fn map_entities(&mut self, map: Map<'_>) {
        match self {
            Self::Is(predicate) => predicate.other.map_entities(map),
            Self::Not(inner) => inner.map_entities(map),
            Self::And(members) | Self::Or(members) => {
                for member in members {
                    member.map_entities(map);
                }
            }
        }
    }
}

impl Interventions {
    fn map_entities(&mut self, map: Map<'_>) {
        for intervention in &mut self.list {
            intervention.target.map_entities(map);
        }
    }
}

impl Clauses {
    fn map_entities(&mut self, map: Map<'_>) {
        map_all(&mut self.via, map);
        map_all(&mut self.avoiding, map);
        self.holding = self.holding.iter().filter_map(|&entity| map(entity)).collect();
        self.entity_contexts =
            self.entity_contexts.drain(..).filter_map(|(entity, context)| Some((map(entity)?, context))).collect();
    }
}
