//! What formats cannot hold, counted.

use super::{graphs, loaded, vocabulary};
use crate::formats::write::{Format, Writing};
use crate::graph::{Certainty, Directness, Frame, Graph};

/// The losses of a graph in a format, as text.
fn losses(graph: Graph, format: Format) -> Vec<String> {
    let vocabulary = vocabulary();
    Writing::new(&loaded(graph), format, &vocabulary).losses().iter().map(ToString::to_string).collect()
}

#[test]
fn a_plain_graph_loses_only_what_a_format_has_no_word_for() {
    for format in [
        Format::Toml,
        Format::Tsv,
        Format::Csv,
        Format::KgxTsv,
        Format::KgxJsonLines,
        Format::NTriples,
        Format::Turtle,
        Format::GraphMl,
        Format::Cypher,
    ] {
        assert_eq!(losses(graphs::toy(), format), Vec::<String>::new(), "{format}");
    }
    let expected =
        ["the signs of 2 edges", "the evidence of 3 edges", "the ids of 3 entities", "the kinds of 3 entities"];
    assert_eq!(losses(graphs::toy(), Format::Sif), expected);
    assert_eq!(losses(graphs::toy(), Format::Dot), ["the evidence of 3 edges"]);
}

/// The toy with more said of its first edge, its second being what a source denies and its third a net effect.
fn talkative() -> Graph {
    let toy = graphs::toy();
    let mut edges: Vec<_> = toy.edges().cloned().collect();
    edges[0].context.0.insert("dosing".to_owned(), "continuous; twice".to_owned());
    edges[0].evidence[0].certainty = Certainty::Suggested;
    edges[0].note = "a|b\u{1}".to_owned();
    edges[0].origin = vec!["E1".to_owned()];
    edges[1].negated = true;
    edges[2].directness = Directness::Documented { background: "on TRT".to_owned() };
    let entities = toy.entities().map(|entity| {
        let synonyms = if entity.id == "c" { vec!["x|y".to_owned(), "A".to_owned()] } else { Vec::new() };
        crate::graph::Entity { synonyms, ..entity.clone() }
    });
    let frame = Frame { name: "toy".to_owned(), schema: toy.schema.clone(), ..Frame::default() };
    Graph::whole(frame, toy.sources().cloned().collect(), entities.collect(), edges)
}

#[test]
fn every_loss_is_counted() {
    for (format, expected) in [
        (Format::Toml, "the spelling of 1 entity, which the format must tell apart"),
        (
            Format::Tsv,
            "1 edge that states a net effect, no step / 1 edge that denies an effect / \
            marks (`;`, `=`, line breaks) in the context of 1 edge / that the evidence of 1 edge is hedged / \
            the remark on 1 edge / the origin of 1 edge / \
            the spelling of 1 entity, which the format must tell apart / characters in the texts of 1 entity",
        ),
        (
            Format::GraphMl,
            "marks (`;`, `=`, line breaks) in the context of 1 edge / the origin of 1 edge / \
            characters in the texts of 1 edge / characters in the texts of 1 entity",
        ),
        (Format::KgxJsonLines, "the origin of 1 edge"),
        (Format::Turtle, "the origin of 1 edge"),
    ] {
        assert_eq!(losses(talkative(), format).join(" / "), expected, "{format}");
    }
}
