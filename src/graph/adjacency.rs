//! Edges by subject and by object, in compressed sparse rows, and the class hierarchy.

use super::{Edge, EdgeId, Entity, EntityId, RelationId, Role, Schema, Sign};

/// One end of an edge as seen from the other: the neighbour, and the relation and its sign packed beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The entity at the other end.
    pub entity: EntityId,
    /// The edge.
    pub edge: EdgeId,
    /// The relation in the upper bits, the sign in the lowest two.
    label: u32,
}

const SIGN_BITS: u32 = 2;

impl Link {
    fn new(entity: EntityId, edge: EdgeId, relation: RelationId, sign: Option<Sign>) -> Self {
        let sign = match sign {
            None => 0,
            Some(Sign::Positive) => 1,
            Some(Sign::Negative) => 2,
        };
        Self { entity, edge, label: (relation.0 << SIGN_BITS) | sign }
    }

    /// The edge's relation.
    pub const fn relation(self) -> RelationId {
        RelationId(self.label >> SIGN_BITS)
    }

    /// The relation's sign; none where it carries no effect.
    pub const fn sign(self) -> Option<Sign> {
        match self.label & ((1 << SIGN_BITS) - 1) {
            1 => Some(Sign::Positive),
            2 => Some(Sign::Negative),
            _ => None,
        }
    }
}

/// A list of items for each entity, in two flat vectors.
#[derive(Clone, Debug)]
struct Rows<T> {
    /// Where each entity's items begin; one more than there are entities.
    begins: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { begins: Vec::new(), items: Vec::new() }
    }
}

impl<T: Copy> Rows<T> {
    /// Sorts (row, item) pairs into rows; within a row they keep their order. O(rows + pairs).
    fn new(rows: usize, pairs: &[(EntityId, T)]) -> Self {
        let mut begins = vec![0_u32; rows + 1];
        for (row, _) in pairs {
            begins[row.index() + 1] += 1;
        }
        for row in 0..rows {
            begins[row + 1] += begins[row];
        }
        let Some(&(_, filler)) = pairs.first() else {
            return Self { begins, items: Vec::new() };
        };
        let mut items = vec![filler; pairs.len()];
        let mut next = begins.clone();
        for &(row, item) in pairs {
            let place = &mut next[row.index()];
            items[*place as usize] = item;
            *place += 1;
        }
        Self { begins, items }
    }

    fn row(&self, entity: EntityId) -> &[T] {
        match (self.begins.get(entity.index()), self.begins.get(entity.index() + 1)) {
            (Some(&begin), Some(&end)) => &self.items[begin as usize..end as usize],
            _ => &[],
        }
    }
}

/// Edges by subject and by object, and the class hierarchy.
#[derive(Clone, Debug, Default)]
pub struct Adjacency {
    entities: usize,
    edges: usize,
    outgoing: Rows<Link>,
    incoming: Rows<Link>,
    /// Direct classes of a member, umbrellas left out.
    classes: Rows<EntityId>,
    /// Direct members of a class.
    members: Rows<EntityId>,
    /// The umbrellas that a pool stands under.
    umbrellas: Rows<EntityId>,
}

impl Adjacency {
    /// Indexes edges in both directions. Every id in `edges` must lie in `entities` and the schema. O(entities + edges).
    pub fn new<'a>(schema: &Schema, entities: impl IntoIterator<Item = &'a Entity>, edges: &[Edge]) -> Self {
        let mut umbrellas = Vec::new();
        let mut is_umbrella = Vec::new();
        for (position, entity) in entities.into_iter().enumerate() {
            let umbrella = EntityId::from_index(position);
            is_umbrella.push(entity.is_umbrella());
            umbrellas.extend(entity.pools.iter().map(|&pool| (pool, umbrella)));
        }
        let mut outgoing = Vec::with_capacity(edges.len());
        let mut incoming = Vec::with_capacity(edges.len());
        let (mut classes, mut members) = (Vec::new(), Vec::new());
        for (position, edge) in edges.iter().enumerate() {
            let id = EdgeId::from_index(position);
            let relation = schema.relation(edge.relation);
            outgoing.push((edge.subject, Link::new(edge.object, id, edge.relation, relation.sign)));
            incoming.push((edge.object, Link::new(edge.subject, id, edge.relation, relation.sign)));
            // An umbrella passes nothing to its pools, so it is no class.
            if relation.role == Role::Membership && !edge.negated && !is_umbrella[edge.object.index()] {
                classes.push((edge.subject, edge.object));
                members.push((edge.object, edge.subject));
            }
        }
        let count = is_umbrella.len();
        Self {
            entities: count,
            edges: edges.len(),
            outgoing: Rows::new(count, &outgoing),
            incoming: Rows::new(count, &incoming),
            classes: Rows::new(count, &classes),
            members: Rows::new(count, &members),
            umbrellas: Rows::new(count, &umbrellas),
        }
    }

    /// How many entities there are.
    pub fn entity_count(&self) -> usize {
        self.entities
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> usize {
        self.edges
    }

    /// The edges that start from an entity, in table order. O(1).
    pub fn outgoing(&self, entity: EntityId) -> &[Link] {
        self.outgoing.row(entity)
    }

    /// The edges that end in an entity, in table order. O(1).
    pub fn incoming(&self, entity: EntityId) -> &[Link] {
        self.incoming.row(entity)
    }

    /// The classes that an entity is directly a member of, in table order. An umbrella is no class of its pools.
    pub fn classes(&self, entity: EntityId) -> &[EntityId] {
        self.classes.row(entity)
    }

    /// The direct members of a class, in table order.
    pub fn direct_members(&self, class: EntityId) -> &[EntityId] {
        self.members.row(class)
    }

    /// The umbrellas that a pool stands under; empty for anything that is no pool.
    pub fn umbrellas(&self, pool: EntityId) -> &[EntityId] {
        self.umbrellas.row(pool)
    }

    /// Whether an entity has members.
    pub fn is_class(&self, entity: EntityId) -> bool {
        !self.direct_members(entity).is_empty()
    }

    /// Every class of an entity, its classes' classes among them, nearest first, then in table order.
    /// O(classes and memberships above it).
    pub fn all_classes(&self, entity: EntityId) -> Vec<EntityId> {
        closure(entity, |id| self.classes(id))
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
