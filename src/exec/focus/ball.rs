//! Following edges outwards from some entities, as far as a question may.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::cancel::{Cancel, Cancelled};
use crate::diagnostic::{Code, Diagnostic};
use crate::exec::Stopped;
use crate::graph::storage::{Entry, Label, Rows};
use crate::graph::{EntityId, Graph, Role};
use crate::syntax::in_quotes;

/// How many edges may be followed for one look. What more than these say together no press model decides.
const MOST_EDGES: usize = 60_000;
/// Up to how many edges are followed however many steps that is: what is so small is looked at whole.
const FEW_EDGES: usize = 200;
/// Up to how many named entities have their own edges looked at, whatever their number.
const FEW_NAMED: usize = 1_000;

/// The way edges are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To what is acted on.
    Forward,
    /// To what acts.
    Backward,
}

/// Which edges are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follow {
    /// Mechanism steps.
    Steps,
    /// Every edge.
    Edges,
    /// Every edge, whichever way it points.
    EdgesEitherWay,
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
    ///
    /// # Errors
    /// Cancelled, or too many starts.
    pub(super) fn around(
        graph: &Graph,
        starts: &[EntityId],
        way: Way,
        most: Option<usize>,
        cancel: &Cancel,
    ) -> Result<Self, Stopped> {
        let mut wave = Wave::new(graph, starts, way, Follow::Steps, cancel)?;
        let mut spent = Spent { most, edges: 0 };
        while !wave.front.is_empty() {
            cancel.check()?;
            if !spent.allows(wave.cost(graph), wave.steps, starts.len())? {
                break;
            }
            wave.advance(graph, |_, _| true);
        }
        let steps = Some(wave.steps).filter(|_| !wave.front.is_empty());
        Ok(Self { entities: wave.reached.into_keys().collect(), steps })
    }

    /// Everything on chains of at most `most` edges from a start to an end, or of fewer where those are too many: waves
    /// from both sides, the one with fewer edges to follow first, which then go on only through each other.
    ///
    /// # Errors
    /// Cancelled, or too many starts.
    pub(super) fn between(
        graph: &Graph,
        (starts, ends): (&[EntityId], &[EntityId]),
        follow: Follow,
        most: Option<usize>,
        cancel: &Cancel,
    ) -> Result<Self, Stopped> {
        let mut from = Wave::new(graph, starts, Way::Forward, follow, cancel)?;
        let mut to = Wave::new(graph, ends, Way::Backward, follow, cancel)?;
        let mut spent = Spent { most, edges: 0 };
        while !from.front.is_empty() && !to.front.is_empty() {
            cancel.check()?;
            let steps = from.steps + to.steps;
            let (forward, backward) = (from.cost(graph), to.cost(graph));
            let (wave, cost, named) =
                if forward <= backward { (&mut from, forward, starts) } else { (&mut to, backward, ends) };
            if !spent.allows(cost, steps, named.len())? {
                break;
            }
            wave.advance(graph, |_, _| true);
        }
        let mut met = Self::where_they_meet(graph, from, to);
        met.entities.extend(starts.iter().chain(ends));
        Ok(met)
    }

    /// What both waves reach. Where one has come to its end, it holds every chain, however long.
    fn where_they_meet(graph: &Graph, mut from: Wave, mut to: Wave) -> Self {
        let steps = Some(from.steps + to.steps).filter(|_| !from.front.is_empty() && !to.front.is_empty());
        let longest = steps.unwrap_or(usize::MAX);
        if from.front.is_empty() {
            to.go_on_through(graph, &from, longest);
        } else if to.front.is_empty() {
            from.go_on_through(graph, &to, longest);
        } else {
            from.go_on_through(graph, &to, longest);
            to.go_on_through(graph, &from, longest);
        }
        let on_chain = |(entity, distance): (&EntityId, &usize)| {
            to.reached.get(entity).is_some_and(|rest| distance.saturating_add(*rest) <= longest).then_some(*entity)
        };
        Self { entities: from.reached.iter().filter_map(on_chain).collect(), steps }
    }

    /// Every entity that some chain of steps leads back to.
    ///
    /// # Errors
    /// Cancelled, or joined by too many edges to look for their loops.
    pub(super) fn feedback(graph: &Graph, cancel: &Cancel) -> Result<Self, Stopped> {
        let components = graph.adjacency.strongly_connected_components(cancel)?;
        let entities: Vec<EntityId> =
            components.into_iter().filter(|component| component.len() > 1).flatten().collect();
        let edges: usize = entities.iter().map(|&entity| graph.adjacency.outgoing_rows().range(entity.0).len()).sum();
        if edges > MOST_EDGES {
            let message = format!("{} entities feed back on each other, too many to list their loops", entities.len());
            let one = entities.first().map_or("A", |&entity| graph.entity(entity).name.as_str());
            let help = format!("name an entity that they pass through: `loops through {} max 4`", in_quotes(one));
            return Err(Diagnostic::new(Code::NotApplicable, message).help(help).into());
        }
        Ok(Self { entities, steps: None })
    }
}

/// The edges followed so far.
struct Spent {
    most: Option<usize>,
    edges: usize,
}

impl Spent {
    /// Whether so many edges more may be followed after so many steps. The first step is what is stated of the named
    /// themselves: it is never left out.
    fn allows(&mut self, edges: usize, steps: usize, named: usize) -> Result<bool, Stopped> {
        self.edges += edges;
        if self.edges > MOST_EDGES && named > FEW_NAMED {
            let message = format!("{named} entities have more to do with others than can be looked at together");
            let help = "name one of them, or a smaller class or set";
            return Err(Diagnostic::new(Code::NotApplicable, message).help(help).into());
        }
        let within = self.most.is_none_or(|most| steps < most) || self.edges <= FEW_EDGES;
        Ok(within && (self.edges <= MOST_EDGES || steps == 0))
    }
}

/// Entities reached so far, and those reached last.
struct Wave {
    way: Way,
    follow: Follow,
    reached: FxHashMap<EntityId, usize>,
    front: Vec<EntityId>,
    steps: usize,
}

impl Wave {
    fn new(graph: &Graph, starts: &[EntityId], way: Way, follow: Follow, cancel: &Cancel) -> Result<Self, Cancelled> {
        let mut wave = Self { way, follow, reached: FxHashMap::default(), front: Vec::new(), steps: 0 };
        cancel.each(starts, |&start| wave.reach(graph, start, 0))?;
        Ok(wave)
    }

    /// Reaches an entity, and what acts as it does: a class acts through its members, a member by its classes' edges.
    fn reach(&mut self, graph: &Graph, entity: EntityId, distance: usize) {
        let mut open = vec![entity];
        while let Some(entity) = open.pop() {
            // What acts as something reached before was reached with it.
            if self.reached.contains_key(&entity) {
                continue;
            }
            self.reached.insert(entity, distance);
            self.front.push(entity);
            open.extend(match self.way {
                Way::Forward => graph.adjacency.classes(entity),
                Way::Backward => graph.adjacency.direct_members(entity),
            });
        }
    }

    /// How many edges the next step follows.
    fn cost(&self, graph: &Graph) -> usize {
        let degree = |&entity: &EntityId| self.rows(graph).map(|rows| rows.range(entity.0).len()).sum::<usize>();
        self.front.iter().map(degree).sum()
    }

    fn rows<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = &'g Rows> + use<'g> {
        let (outgoing, incoming) = (graph.adjacency.outgoing_rows(), graph.adjacency.incoming_rows());
        let (first, second) = match self.way {
            Way::Forward => (outgoing, incoming),
            Way::Backward => (incoming, outgoing),
        };
        [first].into_iter().chain((self.follow == Follow::EdgesEitherWay).then_some(second))
    }

    fn follows(&self, entry: &Entry) -> bool {
        self.follow != Follow::Steps || entry.label.is_step()
    }

    /// Goes one step on, to what is admitted at its distance.
    fn advance(&mut self, graph: &Graph, admits: impl Fn(EntityId, usize) -> bool) {
        self.steps += 1;
        for entity in std::mem::take(&mut self.front) {
            for rows in self.rows(graph) {
                for entry in rows.row(entity.0) {
                    let neighbour = EntityId(entry.neighbour);
                    let exists = neighbour.index() < graph.entity_count();
                    if exists && self.follows(&entry) && admits(neighbour, self.steps) {
                        self.reach(graph, neighbour, self.steps);
                    }
                }
            }
        }
    }

    /// Goes on through what the other wave has reached, as far as chains of so many steps lead.
    fn go_on_through(&mut self, graph: &Graph, other: &Self, most: usize) {
        while self.steps < most && !self.front.is_empty() {
            let within = |entity: EntityId, distance: usize| {
                other.reached.get(&entity).is_some_and(|rest| distance.saturating_add(*rest) <= most)
            };
            self.advance(graph, within);
        }
    }
}

/// Whether an edge between two entities of a part matters to what is derived there: it has a sign, or makes a class.
pub(super) fn matters(graph: &Graph, label: Label) -> bool {
    label.sign().is_some() || graph.schema.relation(label.relation()).role == Role::Membership
}

/// What belongs to entities wherever they are looked at: their classes, their umbrellas, their pools.
pub(super) fn kin(graph: &Graph, entities: &FxHashSet<EntityId>) -> Vec<EntityId> {
    let mut kin = graph.adjacency.classes_above(entities.iter().copied());
    for &entity in entities {
        let umbrellas = graph.adjacency.umbrellas(entity);
        kin.extend(umbrellas);
        for &umbrella in umbrellas.iter().chain([&entity]) {
            kin.extend(&graph.entity(umbrella).pools);
        }
    }
    kin
}
