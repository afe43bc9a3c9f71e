//! Where things are in the body, as far as a graph says.

use crate::graph::{Aspect, EntityId, Graph, Group, Link, Sign, changed_aspect};

use super::material::is_step;

/// Where things are. Places are told by the relations of role `part`: part of, located in.
pub(super) struct Whereabouts<'a> {
    pub graph: &'a Graph,
}

impl Whereabouts<'_> {
    /// The machinery that makes an entity: cells, glands, reactions whose steps raise its abundance.
    pub fn makers(&self, id: EntityId) -> Vec<EntityId> {
        let makes = |link: &Link| {
            let aspect = changed_aspect(self.graph, self.graph.edge(link.edge));
            link.sign() == Some(Sign::Positive) && aspect == Aspect::Abundance && is_machinery(self.graph, link.entity)
        };
        steps(self.graph, self.graph.adjacency.incoming(id)).filter(makes).map(|link| link.entity).collect()
    }

    /// The organs in which a machinery entity works: itself, where other machinery works in it; else what it is in at the
    /// first remove, not the axis or the body that this is part of in turn.
    pub fn organs(&self, id: EntityId) -> Vec<EntityId> {
        let works_elsewhere =
            |part: EntityId| steps(self.graph, self.graph.adjacency.outgoing(part)).any(|link| link.entity != id);
        if self.parts(id).any(|part| is_machinery(self.graph, part) && works_elsewhere(part)) {
            return vec![id];
        }
        self.holders(id).into_iter().flat_map(|holder| self.wholes(holder)).collect()
    }

    /// A machinery entity itself, and everything that it is part of or in, wholes of wholes included.
    pub fn of_machinery(&self, id: EntityId) -> Vec<EntityId> {
        let mut places = vec![id];
        places.extend(self.holders(id));
        let mut next = 0;
        while let Some(&part) = places.get(next) {
            let wholes: Vec<EntityId> = self.wholes(part).filter(|whole| !places.contains(whole)).collect();
            places.extend(wholes);
            next += 1;
        }
        places
    }

    /// Where an entity is, or where what makes it is.
    pub fn of_any(&self, id: EntityId) -> Vec<EntityId> {
        if is_machinery(self.graph, id) || self.wholes(id).next().is_some() {
            self.of_machinery(id)
        } else {
            self.makers(id).into_iter().flat_map(|maker| self.of_machinery(maker)).collect()
        }
    }

    /// Whether anything is part of an entity, or in it.
    pub fn holds_something(&self, id: EntityId) -> bool {
        self.parts(id).next().is_some()
    }

    fn parts(&self, id: EntityId) -> impl Iterator<Item = EntityId> {
        let graph = self.graph;
        let links = graph.adjacency.incoming(id).into_iter();
        links.filter(|link| graph.schema.relation(link.relation()).role.is_within()).map(|link| link.entity)
    }

    /// Those whose wholes are an entity's own: itself or, where nothing says where it is, what performs or catalyses it.
    fn holders(&self, id: EntityId) -> Vec<EntityId> {
        if self.wholes(id).next().is_some() {
            return vec![id];
        }
        let acts_in = |link: &Link| {
            let aspect = self.graph.schema.relation(link.relation()).aspect;
            link.sign() == Some(Sign::Positive) && aspect == Aspect::Activity && is_machinery(self.graph, link.entity)
        };
        steps(self.graph, self.graph.adjacency.incoming(id)).filter(acts_in).map(|link| link.entity).collect()
    }

    fn wholes(&self, id: EntityId) -> impl Iterator<Item = EntityId> {
        let graph = self.graph;
        let links = graph.adjacency.outgoing(id).into_iter();
        links.filter(|link| graph.schema.relation(link.relation()).role.is_within()).map(|link| link.entity)
    }
}

/// The mechanism steps among some links, self loops left out.
pub(super) fn steps(graph: &Graph, links: Vec<Link>) -> impl Iterator<Item = Link> {
    links.into_iter().filter(|link| {
        let edge = graph.edge(link.edge);
        link.sign().is_some() && is_step(edge) && edge.subject != edge.object
    })
}

/// Whether an entity is a cell, a gland, a process, a reaction …
pub(super) fn is_machinery(graph: &Graph, id: EntityId) -> bool {
    graph.schema.kind(graph.entity(id).kind()).group == Group::Machinery
}
