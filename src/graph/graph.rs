//! The graph: its tables, its names and its adjacency.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::edges::{Edges, PackedEdges, UseMeaning};
use super::entities::{Entities, PackedEntities};
use super::sources::Sources;
use super::storage::{Bounds, Label};
use super::{
    Adjacency, Disagreement, Edge, EdgeId, Entity, EntityId, KindId, Names, Quantity, Schema, Source, SourceId,
    Variant, fold,
};

/// A graph, read only. Built by a format's loader, which refuses what is not sound. A small graph holds whole records; a
/// large one columns, and records that are decoded when they are first looked at: what goes over all edges or entities
/// reads the columns.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// `hpg`
    pub name: String,
    /// What it is of.
    pub title: String,
    /// `1.0.0`
    pub version: String,
    /// Kinds, relations, context keys.
    pub schema: Schema,
    /// Names for an entity in a context.
    pub variants: Vec<Variant>,
    /// Figures that belong to no edge.
    pub figures: Vec<Quantity>,
    /// What the sources disagree on.
    pub disagreements: Vec<Disagreement>,
    /// Edges by subject and by object, and classes.
    pub adjacency: Adjacency,
    pub(super) entities: Entities,
    pub(super) edges: Edges,
    pub(super) sources: Sources,
    /// Every name, folded; made when one is first looked up.
    pub(super) names: OnceLock<Arc<Names>>,
    pub(super) bounds: Bounds,
    pub(super) is_plain: bool,
}

/// What a graph holds besides its entities, edges and sources.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Frame {
    /// `hpg`
    pub name: String,
    /// What it is of.
    pub title: String,
    /// `1.0.0`
    pub version: String,
    /// Kinds, relations, context keys.
    pub schema: Schema,
    /// Names for an entity in a context.
    pub variants: Vec<Variant>,
    /// Figures that belong to no edge.
    pub figures: Vec<Quantity>,
    /// What the sources disagree on.
    pub disagreements: Vec<Disagreement>,
}

impl Graph {
    /// A graph of whole records, in the order of the files. Every id must exist. O(entities + edges).
    pub fn whole(frame: Frame, sources: Vec<Source>, entities: Vec<Entity>, edges: Vec<Edge>) -> Self {
        let schema = &frame.schema;
        let has_abundance = |id: EntityId| {
            let kind = entities.get(id.index()).and_then(|entity| entity.kinds.first());
            kind.is_some_and(|&kind| schema.kind(kind).abundance)
        };
        let edges = Edges::whole(edges, schema, has_abundance);
        let mut pools = Vec::new();
        for (position, entity) in entities.iter().enumerate() {
            pools.extend(entity.pools.iter().map(|&pool| (EntityId::from_index(position), pool)));
        }
        let sources = Sources::Whole(Arc::new(sources));
        Self::of_tables(frame, sources, Entities::Whole(Arc::new(entities.into())), edges, &pools)
    }

    /// A graph of records that were pushed one by one, and of what the uses of their relations mean. Every id must exist.
    /// O(entities + edges).
    pub fn packed(
        frame: Frame,
        sources: Vec<Source>,
        entities: PackedEntities,
        edges: PackedEdges,
        meanings: &[UseMeaning],
    ) -> Self {
        let (entities, pools) = entities.finish();
        let entities = Entities::Packed(Arc::new(entities));
        let bounds = Bounds { entities: entities.len(), kinds: frame.schema.kinds.len(), ..Bounds::default() };
        let abundant: Vec<bool> = frame.schema.kinds.values().map(|kind| kind.abundance).collect();
        let is_abundant = |id: EntityId| {
            let kind = entities.kinds(id, &bounds).first();
            kind.and_then(|kind| abundant.get(kind.index())).copied().unwrap_or(false)
        };
        // Asked of every edge.
        let has_abundance: Vec<bool> = (0..entities.len()).map(EntityId::from_index).map(is_abundant).collect();
        let has_abundance = |id: EntityId| has_abundance.get(id.index()).copied().unwrap_or(false);
        let edges = Edges::packed(edges, meanings, &frame.schema, has_abundance);
        Self::of_tables(frame, Sources::Whole(Arc::new(sources)), entities, edges, &pools)
    }

    /// The same graph with one edge in the place of all that say the same: it stands where the first of them stood and
    /// has the evidence of all. Makes the edges anew only where there are such. O(edges).
    #[must_use]
    pub fn joining_alike(mut self) -> Self {
        let Some((edges, meanings)) = self.edges.joined(self.adjacency.outgoing_rows(), &self.bounds) else {
            return self;
        };
        let umbrellas = |pool| self.adjacency.umbrellas(pool).iter().map(move |&umbrella| (umbrella, pool));
        let pools: Vec<(EntityId, EntityId)> = self.entity_ids().flat_map(umbrellas).collect();
        // The old edges are large: they go before the new ones are indexed.
        (self.adjacency, self.edges) = (Adjacency::default(), Edges::default());
        let edges = Edges::packed(edges, &meanings, &self.schema, |id| self.has_abundance(id));
        let Self { name, title, version, schema, variants, figures, disagreements, entities, sources, .. } = self;
        let frame = Frame { name, title, version, schema, variants, figures, disagreements };
        Self::of_tables(frame, sources, entities, edges, &pools)
    }

    fn of_tables(
        frame: Frame,
        sources: Sources,
        entities: Entities,
        edges: Edges,
        pools: &[(EntityId, EntityId)],
    ) -> Self {
        let bounds = Bounds {
            entities: entities.len(),
            edges: edges.len(),
            sources: sources.len(),
            kinds: frame.schema.kinds.len(),
            relations: frame.schema.relations.len(),
            variants: frame.variants.len(),
            ..Bounds::default()
        };
        let adjacency = Adjacency::new(&frame.schema, &bounds, &edges, pools);
        let Frame { name, title, version, schema, variants, figures, disagreements } = frame;
        let mut graph = Self {
            name,
            title,
            version,
            schema,
            variants,
            figures,
            disagreements,
            adjacency,
            entities,
            edges,
            sources,
            names: OnceLock::new(),
            bounds,
            is_plain: false,
        };
        graph.is_plain = pools.is_empty() && graph.edges.are_regular() && graph.edges_are_their_own();
        graph
    }

    /// Whether no class passes anything on, and every effect on an amount is on an amount.
    fn edges_are_their_own(&self) -> bool {
        let passes_on = |class: EntityId| {
            let mut row = self.adjacency.outgoing_rows().row(class.0);
            row.any(|entry| self.schema.relation(entry.label.relation()).inherited)
        };
        let skips_abundance = |(label, &object): (&Label, &u32)| {
            label.sign().is_some() && label.aspect() == super::Aspect::Activity && self.has_abundance(EntityId(object))
        };
        !self.adjacency.every_class().any(passes_on)
            && !self.edges.labels().iter().zip(self.edges.objects().iter()).any(skips_abundance)
    }

    /// How many entities there are.
    pub fn entity_count(&self) -> usize {
        self.bounds.entities
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> usize {
        self.bounds.edges
    }

    /// How many sources there are.
    pub fn source_count(&self) -> usize {
        self.bounds.sources
    }

    /// The entity with this position; of a large graph, decoded when it is first looked at, and kept.
    ///
    /// # Panics
    /// Where the id is another graph's.
    pub fn entity(&self, id: EntityId) -> &Entity {
        self.entities.get(id, &self.bounds)
    }

    /// The edge with this position; of a large graph, decoded when it is first looked at, and kept.
    ///
    /// # Panics
    /// Where the id is another graph's.
    pub fn edge(&self, id: EdgeId) -> &Edge {
        self.edges.get(id, &self.bounds)
    }

    /// The edge with this position; of a large graph, decoded anew and not kept: for going over all of them.
    ///
    /// # Panics
    /// Where the id is another graph's.
    pub fn read_edge(&self, id: EdgeId) -> Cow<'_, Edge> {
        self.edges.read(id, &self.bounds)
    }

    /// The source with this position; of a large graph, decoded when it is first looked at, and kept.
    ///
    /// # Panics
    /// Where the id is another graph's.
    pub fn source(&self, id: SourceId) -> &Source {
        self.sources.get(id, &self.bounds)
    }

    /// Who acts in an edge. Decodes nothing.
    pub fn subject_of(&self, id: EdgeId) -> EntityId {
        self.edges.subject(id, &self.bounds)
    }

    /// On whom an edge acts. Decodes nothing.
    pub fn object_of(&self, id: EdgeId) -> EntityId {
        self.edges.object(id, &self.bounds)
    }

    /// Relation, sign, aspect and manner of an edge. Decodes nothing.
    pub fn label_of(&self, id: EdgeId) -> Label {
        self.edges.label(id, &self.bounds)
    }

    /// The sizes of the tables, and whether anything was met outside them.
    pub(super) fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// What the graph holds besides its tables.
    pub(super) fn frame(&self) -> Frame {
        Frame {
            name: self.name.clone(),
            title: self.title.clone(),
            version: self.version.clone(),
            schema: self.schema.clone(),
            variants: self.variants.clone(),
            figures: self.figures.clone(),
            disagreements: self.disagreements.clone(),
        }
    }

    pub(super) fn entity_table(&self) -> &Entities {
        &self.entities
    }

    pub(super) fn source_table(&self) -> &Sources {
        &self.sources
    }

    /// The ends and labels of all edges, as columns.
    pub fn edge_table(&self) -> &Edges {
        &self.edges
    }

    /// The entity with this id in the files. O(1), or O(log n) in a large graph.
    pub fn entity_id(&self, id: &str) -> Option<EntityId> {
        if let Entities::Whole(entities) = &self.entities {
            return entities.called(id);
        }
        let is_it = |candidate: &EntityId| self.entity(*candidate).id == id;
        if fold(id).is_empty() {
            return self.entity_ids().find(is_it); // names that fold to nothing are in no catalogue
        }
        self.names().called(id).find(is_it)
    }

    /// Every entity's id, in table order.
    pub fn entity_ids(&self) -> impl ExactSizeIterator<Item = EntityId> + Clone + use<> {
        (0..self.entity_count()).map(EntityId::from_index)
    }

    /// Every edge's id, in table order.
    pub fn edge_ids(&self) -> impl ExactSizeIterator<Item = EdgeId> + Clone + use<> {
        (0..self.edge_count()).map(EdgeId::from_index)
    }

    /// Every source's id, in table order.
    pub fn source_ids(&self) -> impl ExactSizeIterator<Item = SourceId> + Clone + use<> {
        (0..self.source_count()).map(SourceId::from_index)
    }

    /// Every entity, in table order. Decodes and keeps each: for small graphs, and for what leaves early.
    pub fn entities(&self) -> impl ExactSizeIterator<Item = &Entity> + Clone {
        self.entity_ids().map(|id| self.entity(id))
    }

    /// Every edge, in table order. Decodes and keeps each: for small graphs, and for what leaves early.
    pub fn edges(&self) -> impl ExactSizeIterator<Item = &Edge> + Clone {
        self.edge_ids().map(|id| self.edge(id))
    }

    /// Every source, in table order. Decodes and keeps each.
    pub fn sources(&self) -> impl ExactSizeIterator<Item = &Source> + Clone {
        self.source_ids().map(|id| self.source(id))
    }

    /// Tells of every entity, in table order. Those of a large graph are decoded anew and not kept.
    pub fn visit_entities(&self, visit: impl FnMut(EntityId, &Entity)) {
        self.entities.visit(&self.bounds, visit);
    }

    /// The kinds of an entity, the deciding one first. Decodes nothing.
    pub fn kinds_of(&self, id: EntityId) -> &[KindId] {
        self.entities.kinds(id, &self.bounds)
    }

    /// The kind of an entity that decides about abundance and place in answers. Decodes nothing.
    pub fn kind_of(&self, id: EntityId) -> KindId {
        self.kinds_of(id).first().copied().unwrap_or_default()
    }

    /// Whether an entity has an abundance of its own. Decodes nothing.
    pub fn has_abundance(&self, id: EntityId) -> bool {
        self.schema.kind(self.kind_of(id)).abundance
    }

    /// Every name, folded. The first call makes the catalogue: O(n log n) in the number of names.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| Arc::new(Names::of(self)))
    }

    /// Whether the graph says no more than its edges, one by one: no class passes anything on, nothing is a pool, a short
    /// form or optional, no context binds an edge, and every effect is on the amount of what has one. Then paths may be
    /// searched on the adjacency itself, whatever the setting.
    pub fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// Whether something was met that no sound graph holds: then no answer is to be trusted. Only a damaged snapshot has
    /// such things.
    pub fn is_damaged(&self) -> bool {
        self.bounds.is_damaged()
    }
}
