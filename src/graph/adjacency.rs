//! Edges by subject and by object, in compressed sparse rows, and the class hierarchy.

use fixedbitset::FixedBitSet;

use super::edges::Edges;
use super::storage::{Bounds, Entry, Label, Lists, Rows};
use super::{EdgeId, EntityId, RelationId, Role, Schema, Sign};

/// One end of an edge as seen from the other: the neighbour, and what the edge says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The entity at the other end.
    pub entity: EntityId,
    /// The edge.
    pub edge: EdgeId,
    /// Its relation, sign, aspect and manner.
    pub label: Label,
}

impl Link {
    /// The edge's relation.
    pub const fn relation(self) -> RelationId {
        self.label.relation()
    }

    /// The relation's sign; none where it carries no effect.
    pub const fn sign(self) -> Option<Sign> {
        self.label.sign()
    }
}

/// Edges by subject and by object, and the class hierarchy.
#[derive(Clone, Debug, Default)]
pub struct Adjacency {
    outgoing: Rows,
    incoming: Rows,
    hierarchy: Hierarchy,
    bounds: Bounds,
}

/// Classes, members and umbrellas.
#[derive(Clone, Debug, Default)]
pub struct Hierarchy {
    /// Direct classes of a member, umbrellas left out.
    pub classes: Lists,
    /// Direct members of a class.
    pub members: Lists,
    /// The umbrellas that a pool stands under.
    pub umbrellas: Lists,
}

impl Hierarchy {
    fn new(schema: &Schema, entities: usize, edges: &Edges, pools: &[(EntityId, EntityId)]) -> Self {
        let mut is_umbrella = FixedBitSet::with_capacity(entities);
        is_umbrella.extend(pools.iter().map(|(umbrella, _)| umbrella.index()));
        let is_membership: Vec<bool> =
            schema.relations.values().map(|relation| relation.role == Role::Membership).collect();
        let (mut classes, mut members) = (Vec::new(), Vec::new());
        let ends = edges.subjects().iter().zip(edges.objects().iter());
        for ((&subject, &object), label) in ends.zip(edges.labels().iter()) {
            // An umbrella passes nothing to its pools, so it is no class.
            if is_membership[label.relation().index()] && !label.is_negated() && !is_umbrella.contains(object as usize)
            {
                classes.push((EntityId(subject), EntityId(object)));
                members.push((EntityId(object), EntityId(subject)));
            }
        }
        let umbrellas: Vec<(EntityId, EntityId)> = pools.iter().map(|&(umbrella, pool)| (pool, umbrella)).collect();
        Self {
            classes: Lists::of_pairs(entities, &classes),
            members: Lists::of_pairs(entities, &members),
            umbrellas: Lists::of_pairs(entities, &umbrellas),
        }
    }
}

impl Adjacency {
    /// Indexes edges in both directions. Every id in `edges` and `pools` (umbrellas with their pools) must exist.
    /// O(entities + edges).
    pub(super) fn new(schema: &Schema, bounds: &Bounds, edges: &Edges, pools: &[(EntityId, EntityId)]) -> Self {
        let (outgoing, incoming) = Rows::both(bounds.entities, edges.subjects(), edges.objects(), edges.labels());
        let hierarchy = Hierarchy::new(schema, bounds.entities, edges, pools);
        Self { outgoing, incoming, hierarchy, bounds: bounds.clone() }
    }

    /// An adjacency of these rows; none where they are of other tables.
    pub(super) fn from_rows(outgoing: Rows, incoming: Rows, hierarchy: Hierarchy, bounds: &Bounds) -> Option<Self> {
        let rows_fit = |rows: &Rows| rows.node_count() == bounds.entities && rows.edge_count() == bounds.edges;
        let lists = [&hierarchy.classes, &hierarchy.members, &hierarchy.umbrellas];
        let fit = rows_fit(&outgoing) && rows_fit(&incoming) && lists.iter().all(|lists| lists.fit(bounds.entities));
        let (outgoing, incoming) = (outgoing.within(bounds), incoming.within(bounds));
        fit.then(|| Self { outgoing, incoming, hierarchy, bounds: bounds.clone() })
    }

    /// How many entities there are.
    pub fn entity_count(&self) -> usize {
        self.bounds.entities
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> usize {
        self.bounds.edges
    }

    /// The edges by subject: rows sorted by object, then by edge.
    pub fn outgoing_rows(&self) -> &Rows {
        &self.outgoing
    }

    /// The edges by object: rows sorted by subject, then by edge.
    pub fn incoming_rows(&self) -> &Rows {
        &self.incoming
    }

    /// Classes, members and umbrellas, as lists.
    pub fn hierarchy(&self) -> &Hierarchy {
        &self.hierarchy
    }

    /// The edges that start from an entity, in table order. O(d log d) in their number.
    pub fn outgoing(&self, entity: EntityId) -> Vec<Link> {
        Self::links(&self.outgoing, entity)
    }

    /// The edges that end in an entity, in table order. O(d log d) in their number.
    pub fn incoming(&self, entity: EntityId) -> Vec<Link> {
        Self::links(&self.incoming, entity)
    }

    fn links(rows: &Rows, entity: EntityId) -> Vec<Link> {
        let link =
            |entry: Entry| Link { entity: EntityId(entry.neighbour), edge: EdgeId(entry.edge), label: entry.label };
        let mut links: Vec<Link> = rows.row(entity.0).map(link).collect();
        links.sort_unstable_by_key(|link| link.edge);
        links
    }

    /// The classes that an entity is directly a member of, in table order. An umbrella is no class of its pools.
    pub fn classes(&self, entity: EntityId) -> &[EntityId] {
        self.hierarchy.classes.of(entity, &self.bounds)
    }

    /// The direct members of a class, in table order.
    pub fn direct_members(&self, class: EntityId) -> &[EntityId] {
        self.hierarchy.members.of(class, &self.bounds)
    }

    /// Whether anything is a pool.
    pub fn has_pools(&self) -> bool {
        !self.hierarchy.umbrellas.is_empty()
    }

    /// The umbrellas that a pool stands under; empty for anything that is no pool.
    pub fn umbrellas(&self, pool: EntityId) -> &[EntityId] {
        self.hierarchy.umbrellas.of(pool, &self.bounds)
    }

    /// Whether an entity has members.
    pub fn is_class(&self, entity: EntityId) -> bool {
        !self.direct_members(entity).is_empty()
    }

    /// Every entity that has members, in table order. O(entities), or O(1) where there is no class.
    pub fn every_class(&self) -> impl Iterator<Item = EntityId> + '_ {
        let entities = if self.hierarchy.members.is_empty() { 0 } else { self.entity_count() };
        (0..entities).map(EntityId::from_index).filter(|&entity| self.is_class(entity))
    }

    /// Every class of an entity, its classes' classes among them, nearest first, then in table order.
    /// O(classes and memberships above it).
    pub fn all_classes(&self, entity: EntityId) -> Vec<EntityId> {
        closure(entity, |id| self.classes(id))
    }

    /// Every class of any of several entities, in table order; an entity is among them where it is a class of another.
    /// O(classes and memberships above them).
    pub fn classes_above(&self, entities: impl IntoIterator<Item = EntityId>) -> Vec<EntityId> {
        let mut seen = rustc_hash::FxHashSet::default();
        let mut open: Vec<EntityId> = entities.into_iter().collect();
        while let Some(entity) = open.pop() {
            open.extend(self.classes(entity).iter().copied().filter(|&class| seen.insert(class)));
        }
        let mut classes: Vec<EntityId> = seen.into_iter().collect();
        classes.sort_unstable();
        classes
    }

    /// Every member of a class, its subclasses and their members among them, in table order.
    /// O(members log members).
    pub fn members(&self, class: EntityId) -> Vec<EntityId> {
        let mut members = closure(class, |id| self.direct_members(id));
        members.sort_unstable();
        members
    }
}

/// What is reached from a start, nearest first, without the start itself.
fn closure<'a>(start: EntityId, next: impl Fn(EntityId) -> &'a [EntityId]) -> Vec<EntityId> {
    let mut seen = rustc_hash::FxHashSet::from_iter([start]);
    let mut reached: Vec<EntityId> = Vec::new();
    let mut level = vec![start];
    while !level.is_empty() {
        let mut further: Vec<EntityId> =
            level.iter().flat_map(|&id| next(id)).copied().filter(|&id| seen.insert(id)).collect();
        further.sort_unstable();
        reached.extend_from_slice(&further);
        level = further;
    }
    reached
}
