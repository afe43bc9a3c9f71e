//! What formats hold of the embedded graph comes back from them: all that a verdict rests on.

use std::collections::BTreeSet;

use super::tables::open;
use super::{loaded, part};
use crate::formats::embedded;
use crate::formats::write::{Format, Part};
use crate::graph::{EntityId, Graph};

/// What verdicts rest on, line by line: umbrellas with their pools, and edges without their evidence.
fn grounds(graph: &Graph) -> BTreeSet<String> {
    let ids = |entities: &[EntityId]| entities.iter().map(|&id| graph.entity(id).id.clone()).collect::<Vec<_>>();
    let entities = graph.entity_ids().map(|id| {
        let entity = graph.entity(id);
        let kinds: Vec<&str> = entity.kinds.iter().map(|&kind| graph.schema.kind(kind).id.as_str()).collect();
        format!("{} {kinds:?} {:?}", entity.id, ids(&entity.pools))
    });
    let edges = graph.edges().map(|edge| {
        let relation = graph.schema.relation(edge.relation);
        let [subject, object] = [edge.subject, edge.object].map(|id| &graph.entity(id).id);
        let context: BTreeSet<String> = edge.context.0.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        format!(
            "{subject} {} {:?} {:?} {object}: {:?} negated {} followed {} optional {} {} {:?} {context:?}",
            relation.id,
            relation.sign,
            relation.sign.map(|_| relation.aspect),
            edge.directness,
            edge.negated,
            edge.followed,
            edge.optional,
            edge.strength.as_str(),
            ids(&edge.through),
        )
    });
    entities.chain(edges).collect()
}

/// The certainties of the evidence of edges, each with the names of its ends.
fn certainties(graph: &Graph) -> BTreeSet<String> {
    let of = |edge: &crate::graph::Edge| {
        let [subject, object] = [edge.subject, edge.object].map(|id| &graph.entity(id).id);
        let certainties: BTreeSet<&str> = edge.evidence.iter().map(|item| item.certainty.as_str()).collect();
        format!("{subject} {object} {certainties:?}")
    };
    graph.edges().map(of).collect()
}

fn check(format: Format, files: &[(&str, Part)]) {
    let graph = embedded().expect("the embedded graph is sound");
    let original = loaded(Graph::clone(&graph));
    let written: Vec<(&str, String)> = files.iter().map(|(name, of)| (*name, part(&original, format, *of))).collect();
    let files: Vec<(&str, &str)> = written.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let again = open(&files);
    let (before, after) = (grounds(&graph), grounds(&again));
    let lost: Vec<&String> = before.difference(&after).collect();
    let new: Vec<&String> = after.difference(&before).collect();
    assert!(lost.is_empty() && new.is_empty(), "{format}: lost {lost:#?}, new {new:#?}");
    assert_eq!(certainties(&graph), certainties(&again), "{format}");
}

#[test]
fn kgx_comes_back() {
    check(Format::KgxTsv, &[("again_edges.tsv", Part::Edges), ("again_nodes.tsv", Part::Nodes)]);
    check(Format::KgxJsonLines, &[("again_edges.jsonl", Part::Edges), ("again_nodes.jsonl", Part::Nodes)]);
}

#[test]
fn rdf_comes_back() {
    check(Format::NTriples, &[("again.nt", Part::Whole)]);
    check(Format::Turtle, &[("again.ttl", Part::Whole)]);
}

#[test]
fn graphml_comes_back() {
    check(Format::GraphMl, &[("again.graphml", Part::Whole)]);
}
