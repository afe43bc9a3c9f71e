//! Following steps outwards from some entities, as far as a question may.

use rustc_hash::FxHashMap;

use crate::cancel::{Cancel, Cancelled};
use crate::graph::storage::{Label, Rows};
use crate::graph::{EntityId, Graph, Role};

/// How many edges may be followed for one look. What more than these say together no press model decides.
const MOST_EDGES: usize = 60_000;

/// The way steps are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To what is acted on.
    Forward,
    /// To what acts.
    Backward,
}

/// What has been reached.
#[derive(Debug)]
pub(super) struct Ball {
    /// The entities.
    pub(super) entities: Vec<EntityId>,
    /// The longest chains of which none is missing; none where no chain is missing at all.
    pub(super) steps: Option<usize>,
}

impl Ball {
    /// Everything within `most` steps, or within fewer where those are too many.
    pub(super) fn around(
        graph: &Graph,
        starts: &[EntityId],
        way: Way,
        most: Option<usize>,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        let mut wave = Wave::new(graph, starts, way);
        let mut followed = 0;
        while most.is_none_or(|most| wave.steps < most) && !wave.front.is_empty() {
            followed += wave.cost(graph);
            // The first step is what is stated of the named themselves: never left out.
            if followed > MOST_EDGES && wave.steps > 0 {
                break;
            }
            cancel.check()?;
            wave.advance(graph, |_, _| true);
        }
        let steps = Some(wave.steps).filter(|_| !wave.front.is_empty());
        Ok(Self { entities: wave.reached.into_keys().collect(), steps })
    }

    /// Everything on chains of at most `most` steps from a start to an end, or of fewer where those are too many: waves
    /// from both sides, the one with fewer edges to follow first, which then go on only through each other.
    pub(super) fn between(
        graph: &Graph,
        starts: &[EntityId],
        ends: &[EntityId],
        most: Option<usize>,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        if starts.is_empty() || ends.is_empty() {
            let way = if ends.is_empty() { Way::Forward } else { Way::Backward };
            let named = if ends.is_empty() { starts } else { ends };
            return Self::around(graph, named, way, most, cancel);
        }
        let mut from = Wave::new(graph, starts, Way::Forward);
        let mut to = Wave::new(graph, ends, Way::Backward);
        let mut followed = 0;
        while most.is_none_or(|most| from.steps + to.steps < most) && !(from.front.is_empty() && to.front.is_empty()) {
            cancel.check()?;
            let (forward, backward) = (from.cost(graph), to.cost(graph));
            let first = if to.front.is_empty() || (!from.front.is_empty() && forward <= backward) {
                followed += forward;
                &mut from
            } else {
                followed += backward;
                &mut to
            };
            if followed > MOST_EDGES && first.steps > 0 {
                break;
            }
            first.advance(graph, |_, _| true);
        }
        let met = from.steps + to.steps;
        let ended = from.front.is_empty() && to.front.is_empty();
        let (forward, backward) = (from.steps, to.steps);
        from.go_on_through(graph, &to, met);
        to.go_on_through(graph, &from, met);
        debug_assert!(from.steps >= forward && to.steps >= backward, "waves only grow");
        let on_chain = |(entity, distance): (&EntityId, &usize)| {
            to.reached.get(entity).is_some_and(|rest| ended || distance + rest <= met).then_some(*entity)
        };
        let mut entities: Vec<EntityId> = from.reached.iter().filter_map(on_chain).collect();
        entities.extend(starts.iter().chain(ends));
        Ok(Self { entities, steps: Some(met).filter(|_| !ended) })
    }
}

/// Entities reached so far, and those reached last.
struct Wave {
    way: Way,
    reached: FxHashMap<EntityId, usize>,
    front: Vec<EntityId>,
    steps: usize,
}

impl Wave {
    fn new(graph: &Graph, starts: &[EntityId], way: Way) -> Self {
        let mut wave = Self { way, reached: FxHashMap::default(), front: Vec::new(), steps: 0 };
        for &start in starts {
            wave.reach(graph, start, 0);
        }
        wave
    }

    /// Reaches an entity, and what acts as it does: a class acts through its members, a member by its classes' edges.
    fn reach(&mut self, graph: &Graph, entity: EntityId, distance: usize) {
        if self.reached.contains_key(&entity) {
            return;
        }
        let alike = match self.way {
            Way::Forward => graph.adjacency.all_classes(entity),
            Way::Backward => graph.adjacency.members(entity),
        };
        for reached in [entity].into_iter().chain(alike) {
            if self.reached.insert(reached, distance).is_none() {
                self.front.push(reached);
            }
        }
    }

    /// How many edges the next step follows.
    fn cost(&self, graph: &Graph) -> usize {
        self.front.iter().map(|&entity| self.rows(graph).range(entity.0).len()).sum()
    }

    fn rows<'g>(&self, graph: &'g Graph) -> &'g Rows {
        match self.way {
            Way::Forward => graph.adjacency.outgoing_rows(),
            Way::Backward => graph.adjacency.incoming_rows(),
        }
    }

    /// Goes one step on, to what is admitted at its distance.
    fn advance(&mut self, graph: &Graph, admits: impl Fn(EntityId, usize) -> bool) {
        self.steps += 1;
        for entity in std::mem::take(&mut self.front) {
            for entry in self.rows(graph).row(entity.0) {
                let neighbour = EntityId(entry.neighbour);
                let exists = neighbour.index() < graph.entity_count();
                if exists && entry.label.is_step() && admits(neighbour, self.steps) {
                    self.reach(graph, neighbour, self.steps);
                }
            }
        }
    }

    /// Goes on through what the other wave has reached, as far as chains of so many steps lead.
    fn go_on_through(&mut self, graph: &Graph, other: &Self, most: usize) {
        while self.steps < most && !self.front.is_empty() {
            let within = |entity: EntityId, distance: usize| {
                other.reached.get(&entity).is_some_and(|rest| distance + rest <= most)
            };
            self.advance(graph, within);
        }
    }
}

/// Whether an edge between two entities of a part matters to what is derived there: it has a sign, or makes a class.
pub(super) fn matters(graph: &Graph, label: Label) -> bool {
    label.sign().is_some() || graph.schema.relation(label.relation()).role == Role::Membership
}

/// What belongs to an entity wherever it is looked at: its classes, its umbrellas, its pools.
pub(super) fn kin(graph: &Graph, entity: EntityId) -> Vec<EntityId> {
    let mut kin = graph.adjacency.all_classes(entity);
    let umbrellas = graph.adjacency.umbrellas(entity);
    kin.extend(umbrellas);
    for &umbrella in umbrellas.iter().chain([&entity]) {
        kin.extend(&graph.entity(umbrella).pools);
    }
    kin
}
