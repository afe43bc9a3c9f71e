//! What stands at the ends of a relation in the open graph: what completion offers first beside a verb.

use std::cmp::Reverse;

use endograph::graph::{EntityId, Graph, KindId, RelationId, Role, fold};
use rustc_hash::{FxHashMap, FxHashSet};

/// Edges that are looked at: all of a graph that somebody made, the beginning of one that a machine did.
const MOST_EDGES: usize = 20_000;

/// Entities of which it is asked what they depend on.
const MOST_ENTITIES: usize = 2_000;

/// Which end of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// What does it.
    Subject,
    /// What it is done to.
    Object,
}

/// How soon something is offered: its rank, then how many edges speak for it.
pub type Place = (u8, Reverse<usize>);

/// What is offered before anything else.
#[derive(Debug, Default)]
pub struct Preferred {
    places: FxHashMap<EntityId, Place>,
    kinds: Vec<KindId>,
    /// The rank of what is of one of the kinds.
    rank_of_kinds: u8,
}

impl Preferred {
    /// The entities that stand at one end of a relation's edges, those first whose other end is of one of these kinds; then
    /// what is of a kind that the relation may have there. O(edges looked at).
    pub fn at(end: End, relation: RelationId, other_kinds: &[KindId], graph: &Graph) -> Self {
        let mut preferred = Self { rank_of_kinds: 2, ..Self::default() };
        let schema = graph.schema.relation(relation);
        for edge in graph.edge_ids().take(MOST_EDGES).filter(|&edge| graph.label_of(edge).relation() == relation) {
            let (here, other) = match end {
                End::Subject => (graph.subject_of(edge), graph.object_of(edge)),
                End::Object => (graph.object_of(edge), graph.subject_of(edge)),
            };
            let is_alike = other_kinds.is_empty() || shares(graph.kinds_of(other), other_kinds);
            let (rank, Reverse(count)) = preferred.places.entry(here).or_insert((1, Reverse(0)));
            *rank = (*rank).min(u8::from(!is_alike));
            *count += usize::from(is_alike);
        }
        // Of classes, the kinds say nothing: a class of drugs and one of receptors are classes.
        if schema.role != Role::Membership {
            preferred.kinds.clone_from(if end == End::Subject { &schema.subjects } else { &schema.objects });
        }
        preferred
    }

    /// What is alike to these: what is of their kinds, first what shares a class with one of them too; then what only does that.
    pub fn alike(entities: &[EntityId], graph: &Graph) -> Self {
        let kinds: Vec<KindId> = entities.iter().map(|&entity| graph.kind_of(entity)).collect(); // hCG is compared as a drug
        let classes = graph.adjacency.classes_above(entities.iter().copied());
        let members = classes.into_iter().flat_map(|class| graph.adjacency.members(class));
        let rank = |entity| if shares(graph.kinds_of(entity), &kinds) { 0 } else { 2 };
        let places = members.map(|entity| (entity, (rank(entity), Reverse(0)))).collect();
        Self { places, kinds, rank_of_kinds: 1 }
    }

    /// What a context key says something of.
    pub fn with_context(key: &str, graph: &Graph) -> Self {
        let has_key = |entity: &EntityId| graph.subject_contexts(*entity).keys().any(|known| fold(known) == fold(key));
        let entities = graph.entity_ids().take(MOST_ENTITIES).filter(has_key);
        Self { places: entities.map(|entity| (entity, (0, Reverse(0)))).collect(), ..Self::default() }
    }

    /// What some source gives a figure for, the most figures first.
    pub fn with_figures(graph: &Graph) -> Self {
        let mut preferred = Self::default();
        for entity in graph.figures.iter().flat_map(|figure| &figure.about) {
            preferred.places.entry(*entity).or_insert((0, Reverse(0))).1.0 += 1;
        }
        preferred
    }

    /// Whether nothing is preferred.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty() && self.kinds.is_empty()
    }

    /// How soon an entity is offered.
    pub fn place(&self, entity: EntityId, graph: &Graph) -> Place {
        let of_kind = || if shares(graph.kinds_of(entity), &self.kinds) { self.rank_of_kinds } else { LAST };
        self.places.get(&entity).copied().unwrap_or_else(|| (of_kind(), Reverse(0)))
    }

    /// Whether an entity is preferred to others.
    pub fn holds(&self, entity: EntityId, graph: &Graph) -> bool {
        self.place(entity, graph).0 < LAST
    }
}

/// The relations that have an end of one of these kinds, by their ids. O(edges looked at).
pub fn relations_at<'graph>(end: End, kinds: &[KindId], graph: &'graph Graph) -> FxHashSet<&'graph str> {
    let mut used = FxHashSet::default();
    for edge in graph.edge_ids().take(MOST_EDGES) {
        let here = if end == End::Subject { graph.subject_of(edge) } else { graph.object_of(edge) };
        if shares(graph.kinds_of(here), kinds) {
            used.insert(graph.schema.relation(graph.label_of(edge).relation()).id.as_str());
        }
    }
    used
}

/// The rank of what is preferred for nothing.
const LAST: u8 = 3;

fn shares(kinds: &[KindId], wanted: &[KindId]) -> bool {
    kinds.iter().any(|kind| wanted.contains(kind))
}
