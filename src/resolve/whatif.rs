//! `simulate`: what is done to whom, what is held and what is watched.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::graph::{Context, EntityId, Group};
use crate::syntax::{self, Action, ClauseKind, Phrase, STOP, SimulateStatement};

use super::phrase::{Slot, word};
use super::{Clauses, Intervention, Interventions, Mention, NamedAs, Scope, Simulation, Target};

impl Scope<'_> {
    pub(super) fn simulate(&self, statement: &SimulateStatement) -> Result<Simulation, Diagnostic> {
        let scenario = self.scenario(&statement.scenario)?;
        let versus = statement.versus.as_deref().map(|versus| self.scenario(versus)).transpose()?;
        let mut show = Vec::new();
        for clause in &statement.clauses {
            if let ClauseKind::Show(phrases) = &clause.kind {
                for phrase in phrases {
                    show.push(self.watched(phrase)?);
                }
            }
        }
        let clauses = self.clauses(&statement.clauses)?;
        for one in scenario.list.iter().chain(versus.iter().flat_map(|versus| &versus.list)) {
            self.free_to_move(one, &clauses)?;
        }
        Ok(Simulation { scenario, versus, show, clauses })
    }

    fn scenario(&self, interventions: &[syntax::Intervention]) -> Result<Interventions, Diagnostic> {
        let mut list: Vec<Intervention> = Vec::new();
        for written in interventions {
            for one in self.intervention(written)? {
                match list.iter().find(|known| acted_on(known) == acted_on(&one)) {
                    Some(first) => return Err(self.twice(first, &one, written.span)),
                    None => list.push(one),
                }
            }
        }
        self.given_and_stopped(interventions, &list)?;
        let texts: Vec<String> = list.iter().map(told).collect();
        Ok(Interventions { text: texts.join(", "), list })
    }

    /// `TRT up, stop TRT` contradicts itself, though stopping TRT is an entity of its own.
    fn given_and_stopped(&self, written: &[syntax::Intervention], list: &[Intervention]) -> Result<(), Diagnostic> {
        for one in written.iter().filter(|one| one.action.is_none()) {
            let Some(Ok(stopped)) = stopped(&one.phrase).map(|rest| self.target(&rest, Slot::NameOrKind)) else {
                continue;
            };
            let is_stopped = |other: &&Intervention| {
                let entity = acted_on(other);
                other.action != Action::Removed && stopped.mentions.iter().any(|mention| Some(mention.entity) == entity)
            };
            if let Some(given) = list.iter().find(is_stopped) {
                let message = format!("{} is given and stopped: `{}`", one_name(self, given), told(given));
                return Err(Diagnostic::at(Code::ClauseConflict, one.span, message).label("and stopped").help(
                    "stopping is a change from what is given: leave the first out, or compare two scenarios: `simulate … versus …`",
                ));
            }
        }
        Ok(())
    }

    /// What is done to an entity, or to each of a set or result.
    fn intervention(&self, written: &syntax::Intervention) -> Result<Vec<Intervention>, Diagnostic> {
        let (target, action) = match written.action {
            Some(action) => {
                let target = self.target(&written.phrase, Slot::NameOrKind);
                let target = target.map_err(|error| self.mistaken_action(written, error))?;
                (if matches!(action, Action::Removed | Action::Blocked) { whole(target) } else { target }, action)
            }
            None => self.without_action(written)?,
        };
        if target.aspect.is_some() {
            return Err(Diagnostic::at(
                Code::NotApplicable,
                target.span,
                "what is done is done to an entity, not to an aspect of it",
            )
            .label("expected the name of an entity")
            .help("`up`, `down`, `set up` and `set down` change its amount, `blocked` what it does"));
        }
        match target.named {
            NamedAs::Kind(_) | NamedAs::Anything => Err(Self::not_one(&target)),
            NamedAs::Several if target.mentions.is_empty() => Err(Self::not_one(&target)),
            _ => Ok(self.one_by_one(&target).into_iter().map(|target| Intervention { target, action }).collect()),
        }
    }

    /// A protocol is applied; `stop X` removes X, unless the whole phrase is a name.
    fn without_action(&self, written: &syntax::Intervention) -> Result<(Target, Action), Diagnostic> {
        let phrase = &written.phrase;
        match self.target(phrase, Slot::NameOrKind) {
            Ok(target) if target.mentions.iter().all(|mention| self.is_protocol(mention.entity)) => {
                Ok((target, Action::Up))
            }
            Ok(target) => Err(Self::action_missing(phrase, &target)),
            Err(error) => match stopped(phrase) {
                Some(stopped) => Ok((self.given(self.target(&stopped, Slot::NameOrKind)?), Action::Removed)),
                None => Err(self.mistaken_action(written, error)),
            },
        }
    }

    /// What is stopped was given: of an umbrella, the pool that is a drug.
    fn given(&self, target: Target) -> Target {
        let NamedAs::Umbrella(umbrella) = target.named else { return target };
        let is_drug = |pool: &EntityId| self.graph.schema.kind(self.graph.entity(*pool).kind()).group == Group::Drug;
        let given = self.graph.entity(umbrella).pools.iter().copied().find(is_drug);
        let mentions = given.map(|entity| vec![Mention { entity, context: Context::default() }]);
        Target { mentions: mentions.unwrap_or_else(|| target.mentions.clone()), ..target }
    }

    fn is_protocol(&self, entity: EntityId) -> bool {
        self.graph.schema.kind(self.graph.entity(entity).kind()).group == Group::Protocol
    }

    fn twice(&self, first: &Intervention, second: &Intervention, span: Span) -> Diagnostic {
        let name = one_name(self, second);
        let message = format!("two things are done to {name}: `{}` and `{}`", told(first), told(second));
        Diagnostic::at(Code::ClauseConflict, span, message)
            .label("the second")
            .help("keep one of them, or compare two scenarios: `simulate … versus …`")
    }

    /// What is held cannot be pressed as well.
    fn free_to_move(&self, one: &Intervention, clauses: &Clauses) -> Result<(), Diagnostic> {
        match acted_on(one).filter(|entity| clauses.holding.contains(entity)) {
            None => Ok(()),
            Some(_) => Err(Diagnostic::at(
                Code::ClauseConflict,
                one.target.span,
                format!("{} is held, so nothing can be done to it", one_name(self, one)),
            )
            .label(format!("`{}`, and held", told(one)))
            .help("leave it out of `holding`, or out of what is done")),
        }
    }
}

/// What is removed or blocked is so in every pool: of an umbrella, the umbrella itself.
fn whole(target: Target) -> Target {
    let NamedAs::Umbrella(entity) = target.named else { return target };
    let mentions = vec![Mention { entity, context: Context::default() }];
    Target { mentions, named: NamedAs::Name, ..target }
}

/// As answers name it: `hCG up`.
fn told(one: &Intervention) -> String {
    format!("{} {}", one.target.text, one.action.as_str())
}

fn acted_on(one: &Intervention) -> Option<EntityId> {
    one.mention().map(|mention| mention.entity)
}

fn one_name(scope: &Scope, one: &Intervention) -> String {
    acted_on(one).map_or_else(|| one.target.text.clone(), |entity| scope.graph.entity(entity).name.clone())
}

/// What follows the `stop` of `stop TRT`.
fn stopped(phrase: &Phrase) -> Option<Phrase> {
    let first = word(phrase, 0)?;
    STOP.iter().find(|stop| first.eq_ignore_ascii_case(stop))?;
    super::phrase::after(phrase, 1)
}
