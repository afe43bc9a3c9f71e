//! RDF, read by oxttl.

use std::collections::BTreeSet;

use oxttl::{NTriplesParser, TurtleParser};
use proptest::prelude::*;

use super::{graphs, loaded, part};
use crate::formats::Loaded;
use crate::formats::write::{Format, Part};
use crate::graph::Graph;

fn n_triples(loaded: &Loaded) -> BTreeSet<String> {
    let text = part(loaded, Format::NTriples, Part::Whole);
    let triples = NTriplesParser::new().for_slice(text.as_bytes());
    triples.map(|triple| triple.expect("valid N-Triples").to_string()).collect()
}

fn turtle(loaded: &Loaded) -> BTreeSet<String> {
    let text = part(loaded, Format::Turtle, Part::Whole);
    let triples = TurtleParser::new().for_slice(text.as_bytes());
    triples.map(|triple| triple.expect("valid Turtle").to_string()).collect()
}

fn plain(graph: &Graph) -> usize {
    let triples = n_triples(&loaded(graph.clone()));
    let of_relation =
        |triple: &&String| triple.split(' ').nth(1).is_some_and(|it| it.starts_with("<urn:endograph:relation:"));
    triples.iter().filter(of_relation).count()
}

#[test]
fn steps_are_plain_triples() {
    let triples = n_triples(&loaded(graphs::toy()));
    for expected in [
        "<urn:endograph:entity:a> <urn:endograph:relation:is%20a> <urn:endograph:entity:b>",
        "<urn:endograph:entity:a> <http://www.w3.org/2000/01/rdf-schema#label> \"A\"",
        "<urn:endograph:statement:2> <urn:endograph:term:sign> \"-\"",
        "<urn:endograph:statement:1> <urn:endograph:term:evidence> <urn:endograph:statement:1.1>",
        "<urn:endograph:statement:1.1> <urn:endograph:term:source> <urn:endograph:source:book>",
    ] {
        assert!(triples.contains(expected), "{expected}\n{triples:#?}");
    }
    assert_eq!(plain(&graphs::toy()), 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn turtle_and_n_triples_say_the_same(graph in graphs::any()) {
        let original = loaded(graph);
        let triples = n_triples(&original);
        prop_assert_eq!(&triples, &turtle(&original));
        let label = |name: &str| oxrdf::Literal::new_simple_literal(name).to_string();
        for entity in original.graph.entities() {
            let expected = format!(
                "<urn:endograph:entity:{}> <http://www.w3.org/2000/01/rdf-schema#label> {}", entity.id, label(&entity.name)
            );
            prop_assert!(triples.contains(&expected), "{}", expected);
        }
        let steps = original.graph.edges().filter(|edge| {
            let sign = original.graph.schema.relation(edge.relation).sign;
            !edge.negated && edge.is_direct() && (edge.followed || sign.is_none())
        });
        prop_assert_eq!(plain(&original.graph), steps.count());
    }
}
