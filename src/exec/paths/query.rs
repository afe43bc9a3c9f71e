//! A path question as a search.

use fixedbitset::FixedBitSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::graph::{EntityId, Graph};
use crate::resolve::{Clauses, NamedAs, PathQuestion, Target};
use crate::search::{self, Direction, Labels, Mode, Node, PathQuery, Targets};
use crate::syntax::{Arrow, Repeat, Selection};

use super::super::mechanism::LONGER;
use super::super::relations::instances;
use super::super::select::effect_instances;
use super::super::within::longest_chain;
use super::terrain::Terrain;
use super::{LONGEST_PATH, UNFOLDED};

/// The first and the last end in the direction of effects.
pub(super) fn ends(question: &PathQuestion) -> Result<(&Target, &Target), Diagnostic> {
    let [first, .., last] = question.endpoints.as_slice() else {
        return Err(Diagnostic::new(Code::Incomplete, "a path has two ends"));
    };
    Ok(if question.arrow == Arrow::Left { (last, first) } else { (first, last) })
}

/// What is searched for.
pub(super) fn path_query(
    graph: &Graph,
    terrain: &Terrain,
    question: &PathQuestion,
    from: &Target,
    to: &Target,
) -> PathQuery {
    let clauses = &question.clauses;
    let either = question.arrow == Arrow::Both;
    let start = |target: &Target| -> Vec<Node> {
        any_of(graph, target)
            .into_iter()
            .flat_map(|id| if either { terrain.nodes(id) } else { vec![terrain.top(id)] })
            .collect()
    };
    // A class that is acted on is any of its members.
    let end = |target: &Target| -> Vec<Node> {
        let reached = effect_instances(graph, target);
        reached
            .into_iter()
            .filter(|&id| !graph.is_umbrella(id))
            .flat_map(|id| if either { terrain.nodes(id) } else { vec![terrain.target(id, target.aspect)] })
            .collect()
    };
    let inner = question.endpoints.get(1..question.endpoints.len().saturating_sub(1)).unwrap_or_default();
    let mut waypoints: Vec<Vec<Node>> = inner.iter().map(|target| group(graph, terrain, target)).collect();
    if question.arrow == Arrow::Left {
        waypoints.reverse();
    }
    PathQuery {
        mode: match question.repeat {
            Repeat::Simple => Mode::Simple,
            Repeat::Trail => Mode::Trail,
            Repeat::Walk => Mode::Walk,
        },
        min_hops: clauses.min.unwrap_or(1),
        max_hops: longest_chain(graph, clauses).or(Some(LONGEST_PATH)),
        sign: clauses.net,
        via: clauses.via.iter().map(|target| group(graph, terrain, target)).collect(),
        avoid: avoided_nodes(graph, terrain, clauses.avoiding.iter()),
        waypoints,
        labels: labels(clauses),
        selection: match question.selection {
            Selection::Families => search::Selection::Near(LONGER),
            Selection::All => search::Selection::All,
            Selection::Any => search::Selection::Any,
            Selection::AllShortest => search::Selection::AllShortest,
            Selection::Shortest(count) => search::Selection::Shortest(count.unwrap_or(1) as usize),
        },
        limit: Some(if question.selection == Selection::Families {
            UNFOLDED
        } else {
            clauses.limit.unwrap_or(UNFOLDED)
        }),
        direction: if either { Direction::Either } else { Direction::Forward },
        ends_at_first_target: to.named != NamedAs::Anything,
        ..PathQuery::new(start(from), Targets::Nodes(end(to)))
    }
}

/// The edges that paths may take: mechanism steps, and of relations that are named also the edges without a sign.
fn labels(clauses: &Clauses) -> Labels {
    match &clauses.through {
        Some(named) => Labels::only(named.iter().map(|relation| relation.index()).collect()).steps_and_unsigned(),
        None if clauses.not_through.is_empty() => Labels::ALL.steps(),
        None => Labels::except(clauses.not_through.iter().map(|relation| relation.index()).collect()).steps(),
    }
}

/// What a target means where a path starts: a kind, a set, or one entity. A class acts by its own edges.
fn any_of(graph: &Graph, target: &Target) -> Vec<EntityId> {
    let entities = target.mentions.iter().map(|mention| mention.entity);
    entities.filter(|&id| !graph.is_umbrella(id)).collect()
}

/// What a target means in `via`, `avoiding` and as a waypoint: any member of a class, any pool of an umbrella.
fn group(graph: &Graph, terrain: &Terrain, target: &Target) -> Vec<Node> {
    instances(graph, target).into_iter().flat_map(|id| terrain.nodes(id)).collect()
}

/// The nodes of what paths must not touch.
pub(super) fn avoided_nodes<'t>(
    graph: &Graph,
    terrain: &Terrain,
    targets: impl Iterator<Item = &'t Target>,
) -> FixedBitSet {
    targets.flat_map(|target| group(graph, terrain, target)).map(Node::index).collect()
}
