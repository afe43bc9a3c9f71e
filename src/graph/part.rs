//! A part of a graph as a graph of its own: what a question looks at, cut out of millions of edges.

use indexmap::IndexSet;

use super::{Claim, Disagreement, Edge, EdgeId, Entity, EntityId, Evidence, Frame, Graph, Quantity, SourceId, Variant};

/// A part of a graph. Its entities and edges keep their order, so what the part answers stands in the order of the whole.
#[derive(Clone, Debug)]
pub struct Part {
    /// The part. Its names are not catalogued: questions are read against the whole.
    pub graph: Graph,
    entities: IndexSet<EntityId>,
}

impl Part {
    /// Where an entity of the whole stands in the part.
    pub fn inner(&self, whole: EntityId) -> Option<EntityId> {
        self.entities.get_index_of(&whole).map(EntityId::from_index)
    }

    /// Which entity of the whole one of the part is.
    pub fn outer(&self, part: EntityId) -> Option<EntityId> {
        self.entities.get_index(part.index()).copied()
    }
}

impl Graph {
    /// The part with these entities and edges. An edge with an end outside is left out; so is what an edge, a pool or a
    /// figure says of entities outside. O(part), whatever the size of the graph.
    pub fn part(&self, entities: impl IntoIterator<Item = EntityId>, edges: impl IntoIterator<Item = EdgeId>) -> Part {
        let mut entities: IndexSet<EntityId> = entities.into_iter().collect();
        entities.sort_unstable();
        let mut edges: Vec<EdgeId> = edges.into_iter().collect();
        edges.sort_unstable();
        edges.dedup();
        let mut cut = Cut { entities: &entities, sources: IndexSet::new() };
        let edges: Vec<Edge> = edges.into_iter().filter_map(|id| cut.edge(self.edge(id))).collect();
        let figures = self.figures.iter().filter_map(|figure| cut.figure(figure)).collect();
        let disagreements = self.disagreements.iter().filter_map(|matter| cut.disagreement(matter)).collect();
        let sources = cut.sources.iter().map(|&id| self.source(id).clone());
        let frame = Frame {
            name: self.name.clone(),
            title: self.title.clone(),
            version: self.version.clone(),
            schema: self.schema.clone(),
            variants: self.variants.iter().filter_map(|variant| cut.variant(variant)).collect(),
            figures,
            disagreements,
        };
        let records = entities.iter().map(|&id| cut.entity(self.entity(id))).collect();
        let graph = Graph::whole(frame, sources.collect(), records, edges);
        Part { graph, entities }
    }
}

/// Rewrites what it takes over from the whole to the numbers of the part.
struct Cut<'g> {
    entities: &'g IndexSet<EntityId>,
    /// The sources met so far, each at its place in the part.
    sources: IndexSet<SourceId>,
}

impl Cut<'_> {
    fn inner(&self, id: EntityId) -> Option<EntityId> {
        self.entities.get_index_of(&id).map(EntityId::from_index)
    }

    fn all_inner(&self, ids: &[EntityId]) -> Vec<EntityId> {
        ids.iter().filter_map(|&id| self.inner(id)).collect()
    }

    fn source(&mut self, id: SourceId) -> SourceId {
        SourceId::from_index(self.sources.insert_full(id).0)
    }

    fn entity(&self, entity: &Entity) -> Entity {
        Entity { pools: self.all_inner(&entity.pools), ..entity.clone() }
    }

    fn variant(&self, variant: &Variant) -> Option<Variant> {
        Some(Variant { entity: self.inner(variant.entity)?, ..variant.clone() })
    }

    fn edge(&mut self, edge: &Edge) -> Option<Edge> {
        let (subject, object) = (self.inner(edge.subject)?, self.inner(edge.object)?);
        let through = self.all_inner(&edge.through);
        Some(Edge {
            subject,
            object,
            // A short form whose chain is cut is no short form here.
            through: if through.len() == edge.through.len() { through } else { Vec::new() },
            quantities: edge.quantities.iter().map(|quantity| self.quantity(quantity)).collect(),
            evidence: self.evidence(&edge.evidence),
            ..edge.clone()
        })
    }

    fn quantity(&mut self, quantity: &Quantity) -> Quantity {
        let about = self.all_inner(&quantity.about);
        Quantity { about, evidence: self.evidence(&quantity.evidence), ..quantity.clone() }
    }

    fn figure(&mut self, figure: &Quantity) -> Option<Quantity> {
        let concerns = figure.about.iter().any(|&id| self.inner(id).is_some());
        concerns.then(|| self.quantity(figure))
    }

    fn disagreement(&mut self, matter: &Disagreement) -> Option<Disagreement> {
        let about = self.all_inner(&matter.about);
        if about.is_empty() {
            return None;
        }
        let claims = matter.claims.iter().map(|claim| Claim { source: self.source(claim.source), ..claim.clone() });
        Some(Disagreement { about, claims: claims.collect(), ..matter.clone() })
    }

    fn evidence(&mut self, evidence: &[Evidence]) -> Vec<Evidence> {
        let part = |cut: &mut Self, item: &Evidence| Evidence {
            source: cut.source(item.source),
            reference: item.reference.map(|id| cut.source(id)),
            ..item.clone()
        };
        evidence.iter().map(|item| part(self, item)).collect()
    }
}
