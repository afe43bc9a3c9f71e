//! petgraph's visit traits on the adjacency, so that its algorithms run on our storage.
//!
//! Parallel edges are kept and stand in table order; [`petgraph::visit::EdgeFiltered`] narrows to some relations.

use fixedbitset::FixedBitSet;
use petgraph::visit::{
    Data, EdgeCount, EdgeRef, GraphBase, GraphProp, IntoEdgeReferences, IntoEdges, IntoEdgesDirected, IntoNeighbors,
    IntoNeighborsDirected, IntoNodeIdentifiers, IntoNodeReferences, NodeCompactIndexable, NodeCount, NodeIndexable,
    VisitMap, Visitable,
};
use petgraph::{Directed, Direction};

use super::adjacency::Link;
use super::{Adjacency, EdgeId, EntityId, RelationId, Sign};

/// The entities that a traversal has seen.
#[derive(Clone, Debug, Default)]
pub struct Visited(FixedBitSet);

impl VisitMap<EntityId> for Visited {
    fn visit(&mut self, entity: EntityId) -> bool {
        !self.0.put(entity.index())
    }

    fn is_visited(&self, entity: &EntityId) -> bool {
        self.0.contains(entity.index())
    }

    fn unvisit(&mut self, entity: EntityId) -> bool {
        let visited = self.is_visited(&entity);
        self.0.set(entity.index(), false);
        visited
    }
}

/// What an edge of the adjacency carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// The relation.
    pub relation: RelationId,
    /// Its sign.
    pub sign: Option<Sign>,
}

/// An edge as petgraph sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkRef {
    source: EntityId,
    target: EntityId,
    edge: EdgeId,
    label: Label,
}

impl LinkRef {
    fn new(source: EntityId, target: EntityId, link: Link) -> Self {
        Self { source, target, edge: link.edge, label: Label { relation: link.relation(), sign: link.sign() } }
    }

    /// The relation and its sign.
    pub const fn label(&self) -> Label {
        self.label
    }
}

impl EdgeRef for LinkRef {
    type NodeId = EntityId;
    type EdgeId = EdgeId;
    type Weight = Label;

    fn source(&self) -> EntityId {
        self.source
    }

    fn target(&self) -> EntityId {
        self.target
    }

    fn weight(&self) -> &Label {
        &self.label
    }

    fn id(&self) -> EdgeId {
        self.edge
    }
}

impl GraphBase for Adjacency {
    type NodeId = EntityId;
    type EdgeId = EdgeId;
}

impl GraphProp for Adjacency {
    type EdgeType = Directed;
}

impl Data for Adjacency {
    type NodeWeight = ();
    type EdgeWeight = Label;
}

impl NodeCount for Adjacency {
    fn node_count(&self) -> usize {
        self.entity_count()
    }
}

impl EdgeCount for Adjacency {
    fn edge_count(&self) -> usize {
        self.edge_count()
    }
}

impl NodeIndexable for Adjacency {
    fn node_bound(&self) -> usize {
        self.entity_count()
    }

    fn to_index(&self, entity: EntityId) -> usize {
        entity.index()
    }

    fn from_index(&self, index: usize) -> EntityId {
        EntityId::from_index(index)
    }
}

impl NodeCompactIndexable for Adjacency {}

impl Visitable for Adjacency {
    type Map = Visited;

    fn visit_map(&self) -> Visited {
        Visited(FixedBitSet::with_capacity(self.entity_count()))
    }

    fn reset_map(&self, map: &mut Visited) {
        map.0.clear();
        map.0.grow(self.entity_count());
    }
}

/// Every entity, in table order.
type EntityIds = std::iter::Map<std::ops::Range<usize>, fn(usize) -> EntityId>;

impl IntoNodeIdentifiers for &Adjacency {
    type NodeIdentifiers = EntityIds;

    fn node_identifiers(self) -> EntityIds {
        (0..self.entity_count()).map(EntityId::from_index)
    }
}

impl IntoNodeReferences for &Adjacency {
    type NodeRef = (EntityId, ());
    type NodeReferences = std::iter::Map<EntityIds, fn(EntityId) -> (EntityId, ())>;

    fn node_references(self) -> Self::NodeReferences {
        fn pair(entity: EntityId) -> (EntityId, ()) {
            (entity, ())
        }
        self.node_identifiers().map(pair)
    }
}

/// One row's neighbours.
#[derive(Clone, Debug)]
pub struct Neighbours(std::vec::IntoIter<Link>);

impl Iterator for Neighbours {
    type Item = EntityId;

    fn next(&mut self) -> Option<EntityId> {
        self.0.next().map(|link| link.entity)
    }
}

impl IntoNeighbors for &Adjacency {
    type Neighbors = Neighbours;

    fn neighbors(self, entity: EntityId) -> Neighbours {
        Neighbours(self.outgoing(entity).into_iter())
    }
}

impl IntoNeighborsDirected for &Adjacency {
    type NeighborsDirected = Neighbours;

    fn neighbors_directed(self, entity: EntityId, direction: Direction) -> Neighbours {
        Neighbours(match direction {
            Direction::Outgoing => self.outgoing(entity).into_iter(),
            Direction::Incoming => self.incoming(entity).into_iter(),
        })
    }
}

/// One row's edges.
#[derive(Clone, Debug)]
pub struct RowEdges {
    entity: EntityId,
    direction: Direction,
    links: std::vec::IntoIter<Link>,
}

impl Iterator for RowEdges {
    type Item = LinkRef;

    fn next(&mut self) -> Option<LinkRef> {
        let link = self.links.next()?;
        Some(match self.direction {
            Direction::Outgoing => LinkRef::new(self.entity, link.entity, link),
            Direction::Incoming => LinkRef::new(link.entity, self.entity, link),
        })
    }
}

impl IntoEdges for &Adjacency {
    type Edges = RowEdges;

    fn edges(self, entity: EntityId) -> RowEdges {
        self.edges_directed(entity, Direction::Outgoing)
    }
}

impl IntoEdgesDirected for &Adjacency {
    type EdgesDirected = RowEdges;

    fn edges_directed(self, entity: EntityId, direction: Direction) -> RowEdges {
        let links = match direction {
            Direction::Outgoing => self.outgoing(entity),
            Direction::Incoming => self.incoming(entity),
        };
        RowEdges { entity, direction, links: links.into_iter() }
    }
}

/// Every edge, subject by subject.
#[derive(Clone, Debug)]
pub struct AllEdges<'a> {
    adjacency: &'a Adjacency,
    entities: std::ops::Range<usize>,
    row: Option<RowEdges>,
}

impl Iterator for AllEdges<'_> {
    type Item = LinkRef;

    fn next(&mut self) -> Option<LinkRef> {
        loop {
            if let Some(edge) = self.row.as_mut().and_then(Iterator::next) {
                return Some(edge);
            }
            let adjacency = self.adjacency;
            self.row = Some(adjacency.edges(EntityId::from_index(self.entities.next()?)));
        }
    }
}

impl<'a> IntoEdgeReferences for &'a Adjacency {
    type EdgeRef = LinkRef;
    type EdgeReferences = AllEdges<'a>;

    fn edge_references(self) -> AllEdges<'a> {
        AllEdges { adjacency: self, entities: 0..self.entity_count(), row: None }
    }
}
