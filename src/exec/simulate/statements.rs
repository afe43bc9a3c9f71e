//! What sources state of what is done: of exactly that, or of a part of it.

use crate::graph::{EntityId, ExpandedEdge, Graph, Group, Named, Namespace, Sign};
use crate::syntax::Action;

use super::super::combine::Stated;
use super::super::finding::{Aim, stated};
use super::super::model::Model;
use super::composition::composition;
use super::play::Play;
use super::stage::Act;

/// The background of an effect that is said of those who get something else besides starts so: `on TRT`.
pub(super) const ON: &str = "on ";

/// The stated net effects that bear on a simulation.
#[derive(Clone, Debug, Default)]
pub(super) struct Statements<'m> {
    /// Of exactly what is done.
    leading: Vec<&'m ExpandedEdge>,
    /// Whether the opposite is done of what `leading` is said of.
    opposite: bool,
    /// Of a part of what is done, or in another state than the one it is held against.
    partial: Vec<&'m ExpandedEdge>,
}

impl<'m> Statements<'m> {
    /// The statements on a play. O(documented effects).
    pub fn of(graph: &Graph, model: &'m Model, play: &Play) -> Self {
        let mut statements = Self::default();
        // They are said with every level free to move.
        let alone = play.versus.is_none() && asked_for(&play.stage.acts).count() == 1;
        if play.holds() || !alone && play.fixes_anything() {
            return statements;
        }
        let asked = Asked::of(graph, play);
        statements.opposite = asked.opposite;
        for effect in &model.expansion.documented {
            match asked.bearing(graph, effect) {
                Bearing::Exact => statements.leading.push(effect),
                Bearing::Part => statements.partial.push(effect),
                Bearing::None => {}
            }
        }
        statements
    }

    /// What is stated of exactly what is done to a target.
    pub fn stated(&self, graph: &Graph, aim: &Aim) -> Stated {
        let stated = stated(graph, on(&self.leading, aim));
        if self.opposite { stated.opposite() } else { stated }
    }

    /// What is stated of exactly what is done to a target, in either direction.
    pub fn leading(&self, aim: &Aim) -> Vec<&'m ExpandedEdge> {
        on(&self.leading, aim).collect()
    }

    /// Every statement that bears on a target, those on exactly what is done first.
    pub fn about(&self, aim: &Aim) -> Vec<&'m ExpandedEdge> {
        on(&self.leading, aim).chain(on(&self.partial, aim)).collect()
    }
}

/// What the question itself does, without what follows from a removal.
fn asked_for(acts: &[Act]) -> impl Iterator<Item = &Act> {
    acts.iter().filter(|act| act.follows.is_none())
}

/// Those that are about a target.
fn on<'s, 'm>(effects: &'s [&'m ExpandedEdge], aim: &'s Aim) -> impl Iterator<Item = &'m ExpandedEdge> {
    effects.iter().copied().filter(|effect| effect.object == aim.object && effect.aspect == aim.aspect)
}

/// How a statement bears on what is done.
enum Bearing {
    Exact,
    Part,
    None,
}

/// What a scenario is held against.
enum Rest {
    /// The untreated state.
    Untreated,
    /// Those who get these.
    Given(Vec<EntityId>),
    /// A state of which no source speaks.
    Other,
}

/// What is done, as statements word it.
struct Asked {
    /// The one entity that is acted on, where it is one.
    alone: Option<EntityId>,
    opposite: bool,
    /// What is given, components in place of therapies; empty where anything else is done.
    given: Vec<EntityId>,
    /// What it is held against.
    throughout: Rest,
}

impl Asked {
    fn of(graph: &Graph, play: &Play) -> Self {
        let difference: Vec<(&Act, Sign)> =
            play.difference().into_iter().filter(|(act, _)| act.follows.is_none()).collect();
        let only = match difference.as_slice() {
            [(act, Sign::Positive)] if play.versus.is_none() => Some(*act),
            _ => None,
        };
        let opposite = only.is_some_and(|act| act.sign() == Sign::Negative);
        let alone = only.filter(|act| may_be_turned(graph, act)).map(|act| act.entity);
        let is_given = |act: &Act| act.action == Action::Up;
        let only_gives = difference.iter().all(|(act, side)| *side == Sign::Positive && is_given(act));
        let given = if only_gives { difference.iter().map(|(act, _)| act.entity).collect() } else { Vec::new() };
        let throughout = match &play.versus {
            None => Rest::Untreated,
            Some(versus) if asked_for(&versus.acts).all(is_given) => {
                Rest::Given(asked_for(&versus.acts).map(|act| act.entity).collect())
            }
            Some(_) => Rest::Other,
        };
        Self { alone, opposite, given, throughout }
    }

    fn bearing(&self, graph: &Graph, effect: &ExpandedEdge) -> Bearing {
        let (needed, optional) = composition(graph, effect.subject);
        if let Some(alone) = self.alone {
            let of_it = effect.subject == alone || needed == [alone] && optional.is_empty();
            return if of_it { Bearing::Exact } else { Bearing::None };
        }
        if self.given.is_empty() || effect.via_class.is_some() && needed.len() == 1 && !self.given.contains(&needed[0])
        {
            return Bearing::None;
        }
        let present = present(graph, graph.edge(effect.edge).background());
        let said: Vec<EntityId> = needed.iter().chain(&present).copied().collect();
        match &self.throughout {
            // Said of all that is done at once, against the untreated state.
            Rest::Untreated if same_agents(graph, &said, &optional, &self.given) => Bearing::Exact,
            Rest::Untreated if self.given.len() > 1 && self.holds_for_given(graph, &said) => Bearing::Part,
            // Said of what is added, in those who get the rest.
            Rest::Given(rest) if same_agents(graph, &needed, &optional, &self.given) => {
                if same_agents(graph, &present, &[], rest) { Bearing::Exact } else { Bearing::Part }
            }
            Rest::Other if same_agents(graph, &needed, &optional, &self.given) => Bearing::Part,
            _ => Bearing::None,
        }
    }

    /// Whether all that is said is given, or a class of what is given.
    fn holds_for_given(&self, graph: &Graph, said: &[EntityId]) -> bool {
        let holds = |agent: &EntityId| {
            self.given.iter().any(|given| given == agent || graph.adjacency.all_classes(*given).contains(agent))
        };
        said.iter().all(holds)
    }
}

/// Whether what is stated of an entity says as much of what is done to it: of more of it, what is said; of less of it, the
/// opposite, unless it comes from outside or the untreated state has none of it anyway.
fn may_be_turned(graph: &Graph, act: &Act) -> bool {
    let kind = graph.schema.kind(graph.entity(act.entity).kind());
    match act.action {
        Action::Up | Action::SetUp => true,
        Action::Blocked => false,
        Action::Down | Action::SetDown | Action::Removed => {
            !kind.absent_at_rest && matches!(kind.group, Group::Hormone | Group::Machinery)
        }
    }
}

/// What those get anyway of whom an effect is said.
fn present(graph: &Graph, background: Option<&str>) -> Vec<EntityId> {
    let named = background.and_then(|background| background.strip_prefix(ON));
    let found = named.map_or_else(Vec::new, |name| graph.names().lookup(Namespace::Names, name));
    let entities = found.into_iter().filter_map(|named| match named {
        Named::Entity(entity) => Some(entity),
        _ => None,
    });
    entities.flat_map(|entity| composition(graph, entity).0).collect()
}

/// Whether all that is said is given, and nothing else.
fn same_agents(graph: &Graph, said: &[EntityId], optional: &[EntityId], given: &[EntityId]) -> bool {
    let known = |agent: &EntityId| said.iter().chain(optional).any(|other| related(graph, *agent, *other));
    !said.is_empty() && all_among(graph, said, given) && given.iter().all(known)
}

fn all_among(graph: &Graph, said: &[EntityId], given: &[EntityId]) -> bool {
    said.iter().all(|agent| given.iter().any(|other| related(graph, *agent, *other)))
}

/// Whether two agents are one, or one is of the other's class.
fn related(graph: &Graph, one: EntityId, other: EntityId) -> bool {
    let classes = |entity| graph.adjacency.all_classes(entity);
    one == other || classes(one).contains(&other) || classes(other).contains(&one)
}
