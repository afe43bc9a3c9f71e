//! A hormone whose local and circulating pools are one entity.

use rustc_hash::FxHashSet;

use super::Lint;
use super::finding::{About, Remark};
use super::material::{Material, is_step};
use crate::diagnostic::{Code, Severity};
use crate::graph::{Aspect, EntityId, Graph, Group, Link, Role, Sign, changed_aspect};

/// An entity with an abundance, neither umbrella nor pool, that is
///
/// 1. made in some place: a step from a machinery entity there (a cell, a reaction) raises it;
/// 2. active in that very place: a step from it leads to another machinery entity there;
/// 3. active elsewhere: a step from it leads to an entity whose places are all outside of that place.
///
/// So it stands both for what is held where it is made and for what the blood carries away, and the two do not move
/// together: testosterone given from outside raises the one and lowers the other. Merged, what is said of the one is
/// concluded of the other.
///
/// Where something is, follows the relations of role `part`, upwards; a hormone is where what makes it is. Nothing is
/// found in a graph that says of nothing where it is.
pub(super) const LINT: Lint = Lint {
    code: Code::MergedPools,
    severity: Severity::Warning,
    finds: "a hormone whose local and circulating pools are one entity",
    run,
};

const HELP: &str = "make each pool an entity, under an umbrella that names them as its `pools`";

fn run(material: &Material<'_>) -> Vec<Remark> {
    let graph = material.graph;
    let remarks = graph.entity_ids().filter(|&id| may_be_merged(graph, id)).filter_map(|id| {
        let merged = merged(graph, id)?;
        let message = format!(
            "{} is made in {} and acts there, on {}, and also elsewhere, on {}",
            material.name(id),
            material.name(merged.place),
            material.name(merged.near),
            material.name(merged.far)
        );
        Some(Remark::new(About::Entity(id), message, HELP))
    });
    remarks.collect()
}

fn may_be_merged(graph: &Graph, id: EntityId) -> bool {
    let entity = graph.entity(id);
    let kind = graph.schema.kind(entity.kind());
    kind.abundance && !kind.read_out && !entity.is_umbrella() && graph.adjacency.umbrellas(id).is_empty()
}

/// Where an entity is made, and what it acts on there and elsewhere.
struct Merged {
    place: EntityId,
    near: EntityId,
    far: EntityId,
}

fn merged(graph: &Graph, id: EntityId) -> Option<Merged> {
    let objects: Vec<EntityId> = steps(graph, graph.adjacency.outgoing(id)).map(|link| link.entity).collect();
    let sites: Vec<EntityId> = producers(graph, id).flat_map(|producer| places(graph, producer)).collect();
    sites.into_iter().find_map(|place| {
        let near =
            objects.iter().find(|&&object| is_machinery(graph, object) && places(graph, object).contains(&place))?;
        let far = objects.iter().find(|&&object| {
            let places = places_of_any(graph, object);
            !places.is_empty() && !places.contains(&place)
        })?;
        Some(Merged { place, near: *near, far: *far })
    })
}

/// The machinery that makes an entity: cells, glands, reactions whose steps raise its abundance.
fn producers(graph: &Graph, id: EntityId) -> impl Iterator<Item = EntityId> {
    let makes = |link: &&Link| {
        let aspect = changed_aspect(graph, graph.edge(link.edge));
        link.sign() == Some(Sign::Positive) && aspect == Aspect::Abundance && is_machinery(graph, link.entity)
    };
    steps(graph, graph.adjacency.incoming(id)).filter(makes).map(|link| link.entity)
}

/// The mechanism steps among some links, self loops left out.
fn steps<'a>(graph: &'a Graph, links: &'a [Link]) -> impl Iterator<Item = &'a Link> {
    links.iter().filter(|link| {
        let edge = graph.edge(link.edge);
        link.sign().is_some() && is_step(edge) && edge.subject != edge.object
    })
}

fn is_machinery(graph: &Graph, id: EntityId) -> bool {
    graph.schema.kind(graph.entity(id).kind()).group == Group::Machinery
}

/// Where an entity is, or where what makes it is.
fn places_of_any(graph: &Graph, id: EntityId) -> Vec<EntityId> {
    let own = places(graph, id);
    if own.is_empty() && graph.has_abundance(id) {
        producers(graph, id).flat_map(|producer| places(graph, producer)).collect()
    } else {
        own
    }
}

/// What an entity is part of or located in, the nearest first, wholes of wholes included.
fn places(graph: &Graph, id: EntityId) -> Vec<EntityId> {
    let mut seen = FxHashSet::from_iter([id]);
    let mut places = Vec::new();
    let mut open = vec![id];
    while let Some(part) = open.pop() {
        for link in graph.adjacency.outgoing(part) {
            if graph.schema.relation(link.relation()).role == Role::Part && seen.insert(link.entity) {
                places.push(link.entity);
                open.push(link.entity);
            }
        }
    }
    places
}
