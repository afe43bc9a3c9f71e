//! The weakest evidence of a mechanism.

use std::cmp::Reverse;

use crate::answer::{Hedged, Weakest};
use crate::graph::{Certainty, ExpandedEdge, Graph};

use super::merit::surest;
use super::step::steps;

/// What an edge rests on, the weakest greatest: the surest word of any source, then how many sources give it.
type Ground = (Certainty, Reverse<usize>);

/// The steps of a path that stand on the least ground. None of a path of fewer than two steps.
pub(super) fn weakest(graph: &Graph, path: &[&ExpandedEdge]) -> Option<Weakest> {
    let grounds: Vec<Ground> = path.iter().filter_map(|edge| ground(graph, edge)).collect();
    if path.len() < 2 || grounds.len() < path.len() {
        return None;
    }
    let &(certainty, Reverse(sources)) = grounds.iter().max()?;
    let least = path.iter().zip(&grounds).filter(|(_, ground)| **ground == (certainty, Reverse(sources)));
    let least: Vec<&ExpandedEdge> = least.map(|(edge, _)| *edge).collect();
    Some(Weakest { steps: steps(graph, &least), certainty: certainty.as_str().to_owned(), sources })
}

/// The steps of a path that no source states as established; none where there are no such steps.
pub(super) fn hedged(graph: &Graph, path: &[&ExpandedEdge]) -> Option<Hedged> {
    let words = path.iter().map(|edge| (*edge, surest(graph, edge)));
    let hedged: Vec<(&ExpandedEdge, Certainty)> =
        words.filter_map(|(edge, word)| Some((edge, word.filter(|word| *word != Certainty::Established)?))).collect();
    let least = hedged.iter().map(|(_, word)| *word).max()?;
    let edges: Vec<&ExpandedEdge> = hedged.into_iter().map(|(edge, _)| edge).collect();
    Some(Hedged { steps: steps(graph, &edges), certainty: least.as_str().to_owned() })
}

fn ground(graph: &Graph, edge: &ExpandedEdge) -> Option<Ground> {
    let surest = surest(graph, edge)?;
    let sure = edge.evidence(graph).filter(|item| item.certainty == surest);
    let mut sources: Vec<_> = sure.map(|item| item.source).collect();
    sources.sort_unstable();
    sources.dedup();
    Some((surest, Reverse(sources.len())))
}
