//! Where no edge answers: what is stated instead, and the question that asks for net effects.

use serde_json::json;

use crate::answer::Note;
use crate::diagnostic::listed;
use crate::graph::{EntityId, Graph, UNTREATED};
use crate::resolve::{AskMeaning, Predicate, Side};

use super::model::parts;

/// Where no edge answers a relation verb: the question for effects that comes nearest, or the parts to ask of instead.
pub(super) fn effect_hint(graph: &Graph, predicates: &[&Predicate]) -> Option<Note> {
    let [predicate] = predicates else { return None };
    let [mention] = predicate.other.mentions.as_slice() else { return None };
    let AskMeaning::Relation(_) = predicate.ask.meaning else { return None };
    // A name that fixes a context is said again as it was: the entity alone would be another question.
    let name = if mention.context.is_empty() { &graph.entity(mention.entity).name } else { &predicate.other.text };
    let question = match predicate.candidate {
        Side::Subject => format!("`? what affects {name}`"),
        Side::Object => format!("`? what does {name} do`"),
    };
    let parts: Vec<String> = parts(graph, mention.entity).into_iter().map(|id| graph.entity(id).name.clone()).collect();
    let of_parts = if parts.is_empty() { String::new() } else { format!("; its parts: {}", parts.join(", ")) };
    let stated = match predicate.candidate {
        Side::Subject => stated_effects_on(graph, mention.entity),
        Side::Object => Vec::new(),
    };
    let stated =
        if stated.is_empty() { String::new() } else { format!("; stated is: {}", listed(&stated, FEW_STATED)) };
    let text = format!("no such edge{stated}; {question} asks for net effects{of_parts}");
    Some(Note::new("no-edge", text).with(json!({ "parts": parts })))
}

/// How many stated effects a remark names.
const FEW_STATED: usize = 4;

/// Who is said to do what to an entity: `anastrozole inhibits gynecomastia (on TRT)`.
fn stated_effects_on(graph: &Graph, entity: EntityId) -> Vec<String> {
    let links = graph.adjacency.incoming(entity).into_iter();
    let signed = links.filter(|link| graph.schema.relation(link.relation()).sign.is_some() && !link.label.is_negated());
    let told = signed.map(|link| {
        let edge = graph.edge(link.edge);
        let background = edge.background().filter(|background| *background != UNTREATED).map(str::to_owned);
        let context = edge.context.0.iter().map(|(key, value)| format!("{key} = {value}"));
        let state: Vec<String> = background.into_iter().chain(context).collect();
        let state = if state.is_empty() { String::new() } else { format!(" ({})", state.join(", ")) };
        let relation = &graph.schema.relation(edge.relation).id;
        format!("{} {relation} {}{state}", graph.entity(link.entity).name, graph.entity(entity).name)
    });
    told.collect()
}
