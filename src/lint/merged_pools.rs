//! A hormone whose local and circulating pools are one entity.

use rustc_hash::FxHashSet;

use super::Lint;
use super::finding::{About, Remark};
use super::material::Material;
use super::whereabouts::{Whereabouts, is_machinery, steps};
use crate::diagnostic::{Code, Severity};
use crate::graph::{EntityId, Graph};

/// An entity with an abundance, neither umbrella nor pool, that is
///
/// 1. made in some organ: a cell, gland or reaction there raises it;
/// 2. active in that very organ, on machinery (a cell, a process) of it;
/// 3. active on another organ that makes something: a step from it leads to what is there, or is made there.
///
/// So it stands both for what is held where it is made and for what the blood carries away, and these two do not move
/// together: testosterone given from outside raises the one and lowers the other. Merged, what is said of the one is
/// concluded of the other. Nothing is found in a graph that does not say where its cells are.
pub(super) const LINT: Lint = Lint {
    code: Code::MergedPools,
    severity: Severity::Warning,
    finds: "a hormone whose local and circulating pools are one entity",
    run,
};

const HELP: &str = "make each pool an entity, under an umbrella that names them as its `pools`";

fn run(material: &Material<'_>) -> Vec<Remark> {
    let graph = material.graph;
    let whereabouts = Whereabouts { graph };
    let secreting = secreting_places(&whereabouts);
    let remarks = graph.entity_ids().filter(|&id| may_be_merged(graph, id)).filter_map(|id| {
        let merged = merged(&whereabouts, &secreting, id)?;
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

/// Every place in which something is made, and what makes it.
fn secreting_places(whereabouts: &Whereabouts<'_>) -> FxHashSet<EntityId> {
    let made = whereabouts.graph.entity_ids().filter(|&id| may_be_made(whereabouts.graph, id));
    made.flat_map(|id| whereabouts.makers(id)).flat_map(|maker| whereabouts.of_machinery(maker)).collect()
}

fn may_be_made(graph: &Graph, id: EntityId) -> bool {
    let kind = graph.schema.kind(graph.entity(id).kind());
    kind.abundance && !kind.read_out
}

/// Where an entity is made, and what it acts on there and elsewhere.
struct Merged {
    place: EntityId,
    near: EntityId,
    far: EntityId,
}

fn merged(whereabouts: &Whereabouts<'_>, secreting: &FxHashSet<EntityId>, id: EntityId) -> Option<Merged> {
    let graph = whereabouts.graph;
    let objects: Vec<EntityId> = steps(graph, graph.adjacency.outgoing(id)).map(|link| link.entity).collect();
    let organs = whereabouts.makers(id).into_iter().flat_map(|maker| whereabouts.organs(maker));
    organs.into_iter().find_map(|organ| {
        let is_near =
            |object: EntityId| is_machinery(graph, object) && whereabouts.of_machinery(object).contains(&organ);
        let is_far = |object: EntityId| {
            let places = whereabouts.of_any(object);
            // A process that makes something is where it is, but is no place.
            let is_place = |place: EntityId| whereabouts.holds_something(place) || same_kind(graph, place, organ);
            !places.contains(&organ) && places.iter().any(|&place| secreting.contains(&place) && is_place(place))
        };
        let near = objects.iter().copied().find(|&object| is_near(object))?;
        let far = objects.iter().copied().find(|&object| is_far(object))?;
        Some(Merged { place: organ, near, far })
    })
}

fn same_kind(graph: &Graph, one: EntityId, other: EntityId) -> bool {
    graph.entity(one).kind() == graph.entity(other).kind()
}
