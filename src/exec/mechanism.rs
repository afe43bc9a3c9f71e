//! Expanded edges as a graph to search for paths, and the paths back as edges.

use std::ops::ControlFlow;

use fixedbitset::FixedBitSet;
use rustc_hash::{FxHashMap, FxHashSet};

use super::merit::Merit;
use crate::cancel::Cancel;
use crate::graph::{Aspect, EntityId, ExpandedEdge, Graph, Sign};
use crate::search::{self, Arc, Budget, Node, Path, PathGraph, PathQuery, Selection, Targets};

/// Expanded edges, and the same as arcs between influence nodes: an entity's abundance and its activity.
#[derive(Debug)]
pub(super) struct Mechanism {
    edges: Vec<ExpandedEdge>,
    graph: PathGraph,
    /// How many arcs at the front are links between the two nodes of an entity.
    links: usize,
    abundance: Vec<bool>,
    absent_at_rest: FixedBitSet,
    /// The entities to which an edge leads.
    objects: FixedBitSet,
    /// The longest paths that are told.
    longest: usize,
    /// For coarse edges: the entities of the chain they are short for.
    chains: FxHashMap<(EntityId, EntityId), Vec<EntityId>>,
}

/// The first paths between two nodes.
#[derive(Debug, Default)]
pub(super) struct BestPaths {
    /// Those that act in anyone.
    pub acting: Vec<EdgePath>,
    /// Those that act only in those who have a condition, by relieving it.
    pub relieving: Vec<EdgePath>,
}

/// The first path of each family.
#[derive(Default)]
struct Families {
    seen: FxHashSet<Vec<EntityId>>,
    paths: Vec<EdgePath>,
}

impl Families {
    fn add(&mut self, family: Vec<EntityId>, path: EdgePath) {
        if self.seen.insert(family) {
            self.paths.push(path);
        }
    }
}

/// A path as the edges it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EdgePath {
    /// Positions in [`Mechanism::edges`].
    pub edges: Vec<usize>,
    /// The product of the signs.
    pub sign: Option<Sign>,
    /// The nodes it touches, links included.
    pub nodes: Vec<Node>,
}

impl EdgePath {
    /// Data edges.
    pub fn hops(&self) -> u32 {
        u32::try_from(self.edges.len()).unwrap_or(u32::MAX)
    }
}

/// How many steps a search for one supporting path may look at.
const EFFORT: u64 = 2_000_000;

impl Mechanism {
    /// Lays edges out for searching. Edges without sign start and end where effects would.
    pub fn new(graph: &Graph, edges: Vec<ExpandedEdge>) -> Self {
        let abundance: Vec<bool> = graph.entity_ids().map(|id| graph.has_abundance(id)).collect();
        let mut arcs: Vec<Arc> = graph
            .entity_ids()
            .filter(|id| abundance[id.index()])
            .map(|id| Arc {
                from: node(id, Aspect::Abundance),
                to: node(id, Aspect::Activity),
                sign: Some(Sign::Positive),
                hops: 0,
                label: 0,
            })
            .collect();
        let links = arcs.len();
        arcs.extend(edges.iter().map(|edge| Arc {
            from: node(edge.subject, Aspect::Activity),
            to: if edge.sign.is_some() || !abundance[edge.object.index()] {
                node(edge.object, edge.aspect)
            } else {
                node(edge.object, Aspect::Abundance)
            },
            sign: edge.sign,
            hops: 1,
            label: edge.relation.0,
        }));
        let absent = |id: &EntityId| graph.schema.kind(graph.entity(*id).kind()).absent_at_rest;
        let absent_at_rest = graph.entity_ids().filter(absent).map(EntityId::index).collect();
        let mut objects = FixedBitSet::with_capacity(abundance.len());
        objects.extend(edges.iter().map(|edge| edge.object.index()));
        let mut chains = FxHashMap::default();
        for edge in edges.iter().filter(|edge| edge.coarse) {
            chains.insert((edge.subject, edge.object), graph.edge(edge.edge).through.clone());
        }
        let graph = PathGraph::build(2 * abundance.len(), &arcs);
        Self { edges, graph, links, abundance, absent_at_rest, objects, longest: LONGEST, chains }
    }

    /// The same, telling no path of more edges than this.
    #[must_use]
    pub fn up_to(self, longest: usize) -> Self {
        Self { longest: self.longest.min(longest), ..self }
    }

    /// The edges, in the order given.
    pub fn edges(&self) -> &[ExpandedEdge] {
        &self.edges
    }

    /// Whether any edge leads to an entity.
    pub fn leads_to(&self, entity: EntityId) -> bool {
        self.objects.contains(entity.index())
    }

    /// The graph that is searched.
    pub fn graph(&self) -> &PathGraph {
        &self.graph
    }

    /// The node where effects of an entity start, and where effects on it end unless an aspect is named.
    pub fn top(&self, entity: EntityId) -> Node {
        let abundance = self.abundance.get(entity.index()).copied().unwrap_or(false);
        node(entity, if abundance { Aspect::Abundance } else { Aspect::Activity })
    }

    /// The node of an aspect, or its only one.
    pub fn target(&self, entity: EntityId, aspect: Option<Aspect>) -> Node {
        match aspect {
            Some(Aspect::Activity) => node(entity, Aspect::Activity),
            Some(Aspect::Abundance) | None => self.top(entity),
        }
    }

    /// All nodes of an entity.
    pub fn nodes(&self, entity: EntityId) -> impl Iterator<Item = Node> + use<> {
        let abundance = self.abundance.get(entity.index()).copied().unwrap_or(false);
        let upper = abundance.then(|| node(entity, Aspect::Abundance));
        upper.into_iter().chain([node(entity, Aspect::Activity)])
    }

    /// The path of a search as edges.
    pub fn edge_path(&self, path: &Path) -> EdgePath {
        let edges = path.arcs.iter().filter_map(|arc| arc.index().checked_sub(self.links)).collect();
        EdgePath { edges, sign: path.sign, nodes: path.nodes.clone() }
    }

    /// The first paths of a sign from one node to another, each of another family, touching none of `avoid`; those that
    /// act in anyone apart from those that only relieve a condition which the untreated state does not have.
    pub fn best(&self, from: Node, to: Node, sign: Sign, count: usize, avoid: &[Node], cancel: &Cancel) -> BestPaths {
        let query = PathQuery {
            sign: Some(sign),
            selection: Selection::Near(LONGER),
            max_hops: Some(self.longest),
            avoid: avoid.iter().map(|node| node.index()).collect(),
            ..PathQuery::new(vec![from], Targets::Nodes(vec![to]))
        };
        let (mut acting, mut relieving) = (Families::default(), Families::default());
        let mut seen = 0;
        let visited = search::visit(&self.graph, &query, &mut Budget::new(cancel, EFFORT), |path| {
            let path = self.edge_path(&path);
            let family = self.family(&path);
            // A short form that passes what is to be avoided is no way round it.
            if self.hides(&path, &family, avoid) {
                return ControlFlow::Continue(());
            }
            let list = if self.relieves(&path) { &mut relieving } else { &mut acting };
            list.add(family, path);
            seen += 1;
            if acting.paths.len() == count || seen == MANY { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if visited.is_err() {
            return BestPaths::default();
        }
        relieving.paths.truncate(count);
        BestPaths { acting: acting.paths, relieving: relieving.paths }
    }

    /// The first paths as [`Self::best`] has them, the surest of those of about the same length first.
    pub fn surest(
        &self,
        graph: &Graph,
        (from, to): (Node, Node),
        sign: Sign,
        count: usize,
        avoid: &[Node],
        cancel: &Cancel,
    ) -> BestPaths {
        let BestPaths { mut acting, mut relieving } = self.best(from, to, sign, count.max(COMPARED), avoid, cancel);
        for paths in [&mut acting, &mut relieving] {
            paths.sort_by_cached_key(|path| Merit::of(graph, path.edges.iter().map(|&edge| &self.edges[edge])));
            paths.truncate(count);
        }
        BestPaths { acting, relieving }
    }

    /// Whether a short form on a path stands for a chain through one of these nodes.
    fn hides(&self, path: &EdgePath, finest: &[EntityId], nodes: &[Node]) -> bool {
        let told = |entity: EntityId| {
            path.edges.iter().any(|&edge| self.edges[edge].subject == entity || self.edges[edge].object == entity)
        };
        nodes.iter().map(|&node| entity_of(node)).any(|entity| finest.contains(&entity) && !told(entity))
    }

    /// Whether a path passes through a condition that is absent at rest after having lowered it.
    pub fn relieves(&self, path: &EdgePath) -> bool {
        let mut sign = Some(Sign::Positive);
        let inner = path.edges.len().saturating_sub(1);
        path.edges.iter().take(inner).any(|&position| {
            let edge = &self.edges[position];
            sign = sign.zip(edge.sign).map(|(before, step)| before * step);
            self.absent_at_rest.contains(edge.object.index()) && sign == Some(Sign::Negative)
        })
    }

    /// The first path of each family, in the order given: paths that differ only in grain are one family.
    pub fn families(&self, paths: impl Iterator<Item = EdgePath>) -> Vec<EdgePath> {
        let mut families = Families::default();
        for path in paths {
            families.add(self.family(&path), path);
        }
        families.paths
    }

    /// What paths of one family have in common: the entities along the finest chain.
    fn family(&self, path: &EdgePath) -> Vec<EntityId> {
        let mut entities = Vec::new();
        for &position in &path.edges {
            let edge = &self.edges[position];
            if entities.is_empty() {
                entities.push(edge.subject);
            }
            self.refine(edge.subject, edge.object, &mut entities, 0);
        }
        entities
    }

    /// The entities along the finest chain that a short form names: after `from`, up to `to`.
    pub fn finest_chain(&self, from: EntityId, to: EntityId) -> Vec<EntityId> {
        let mut entities = Vec::new();
        self.refine(from, to, &mut entities, 0);
        entities
    }

    fn refine(&self, from: EntityId, to: EntityId, entities: &mut Vec<EntityId>, depth: usize) {
        match self.chains.get(&(from, to)) {
            Some(chain) if depth < DEEPEST_CHAIN => {
                let mut previous = from;
                for &inner in chain.iter().chain([&to]) {
                    self.refine(previous, inner, entities, depth + 1);
                    previous = inner;
                }
            }
            _ => entities.push(to),
        }
    }
}

/// How much longer than the shortest a path of another family may be.
pub(super) const LONGER: usize = 3;

/// How many families are compared to find the surest.
const COMPARED: usize = 32;

/// No mechanism worth telling has more steps.
const LONGEST: usize = 14;

/// Paths looked at before families are told apart.
const MANY: usize = 2_000;

/// Short forms of short forms of …: deeper ones are left as they are.
const DEEPEST_CHAIN: usize = 8;

/// Node numbers rank paths: by the entity's place in the data, abundance first.
fn node(entity: EntityId, aspect: Aspect) -> Node {
    Node(2 * entity.0 + u32::from(aspect == Aspect::Activity))
}

/// The entity of a node.
pub(super) fn entity_of(node: Node) -> EntityId {
    EntityId(node.0 / 2)
}
