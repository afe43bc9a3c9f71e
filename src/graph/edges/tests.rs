//! Packed tables say what whole ones say.

use super::{EdgeDetails, PackedEdges, UseMeaning};
use crate::graph::{Context, Entity, EntityId, Evidence, Frame, Graph, KindId, PackedEntities, RelationId, Source};
use crate::sketch;

#[test]
fn a_packed_graph_says_what_the_whole_one_says() {
    let embedded = crate::formats::embedded().expect("the embedded graph is sound");
    let small = sketch::graph("hormone: LH, FSH\ncell: Leydig cells\nLH stimulates FSH\nFSH inhibits LH");
    for whole in [&*embedded, &small] {
        let packed = whole.to_packed();
        assert_eq!((packed.entity_count(), packed.edge_count()), (whole.entity_count(), whole.edge_count()));
        assert!(packed.entities().eq(whole.entities()) && packed.edges().eq(whole.edges()));
        assert!(packed.sources().eq(whole.sources()));
        assert_eq!(packed.is_plain(), whole.is_plain());
        for id in whole.edge_ids() {
            let ends = |graph: &Graph| (graph.subject_of(id), graph.label_of(id), graph.object_of(id));
            assert_eq!(ends(&packed), ends(whole));
        }
        for id in whole.entity_ids() {
            let (ours, theirs) = (&packed.adjacency, &whole.adjacency);
            assert_eq!((ours.outgoing(id), ours.incoming(id)), (theirs.outgoing(id), theirs.incoming(id)));
            assert_eq!((ours.classes(id), ours.umbrellas(id)), (theirs.classes(id), theirs.umbrellas(id)));
            assert_eq!(packed.entity_id(&whole.entity(id).id), Some(id));
            assert_eq!(packed.has_abundance(id), whole.has_abundance(id));
        }
        assert_eq!(packed.edge_table().citations(packed.bounds()), whole.edge_table().citations(whole.bounds()));
        assert!(!packed.is_damaged());
    }
}

/// A graph of three entities, and an edge for each of these rows: use, details, line.
fn graph_of(rows: &[(u32, Option<EdgeDetails>, u64)], meanings: &[UseMeaning]) -> Graph {
    let schema = crate::formats::embedded_schema().expect("the schema is sound");
    let mut entities = PackedEntities::default();
    for name in ["a", "b", "c"] {
        entities.push(&Entity { id: name.into(), name: name.into(), kinds: vec![KindId(0)], ..Entity::default() });
    }
    let mut edges = PackedEdges::default();
    for (used, details, line) in rows {
        edges.push(EntityId(0), *used, EntityId(1), details.as_ref(), *line);
    }
    let sources = vec![Source { name: "list.tsv".into(), ..Source::default() }];
    Graph::packed(Frame { schema, ..Frame::default() }, sources, entities, edges, meanings)
}

fn meaning(reversed: bool, note: &str) -> UseMeaning {
    UseMeaning { relation: RelationId(0), reversed, note: note.to_owned() }
}

#[test]
fn an_edge_that_cites_nothing_rests_on_its_line() {
    let rows: Vec<_> = [2, 3, 5, 6, 4].map(|line| (0, None, line)).to_vec();
    let graph = graph_of(&rows, &[meaning(false, "")]);
    let sections: Vec<&str> = graph.edges().map(|edge| edge.evidence[0].section.as_str()).collect();
    assert_eq!(sections, ["line 2", "line 3", "line 5", "line 6", "line 4"]);
    assert_eq!(graph.edge_table().citations(graph.bounds()), [5]);
}

#[test]
fn where_no_lines_are_known_none_is_told() {
    let rows: Vec<_> = [0, 0, 0, 7, 8, 0].map(|line| (0, None, line)).to_vec();
    let graph = graph_of(&rows, &[meaning(false, "")]);
    let sections: Vec<&str> = graph.edges().map(|edge| edge.evidence[0].section.as_str()).collect();
    assert_eq!(sections, ["", "", "", "line 7", "line 8", ""]);
}

#[test]
fn uses_turn_edges_round_and_are_remarked() {
    let noted = EdgeDetails { note: "seen in mice".into(), ..EdgeDetails::default() };
    let rows = [(0, None, 2), (1, Some(noted), 3), (1, None, 4)];
    let graph = graph_of(&rows, &[meaning(false, ""), meaning(true, "stated as `induced by`")]);
    let found: Vec<(u32, u32, &str)> =
        graph.edges().map(|edge| (edge.subject.0, edge.object.0, edge.note.as_str())).collect();
    let expected = [(0, 1, ""), (1, 0, "seen in mice; stated as `induced by`"), (1, 0, "stated as `induced by`")];
    assert_eq!(found, expected);
}

#[test]
fn details_that_are_said_again_are_kept_once() {
    let context = |site: &str| Context([("site".to_owned(), site.to_owned())].into_iter().collect());
    let of = |site: &str| EdgeDetails { context: context(site), ..EdgeDetails::default() };
    let rows = [(0, Some(of("liver")), 2), (0, Some(of("testis")), 3), (0, None, 4), (0, Some(of("liver")), 5)];
    let graph = graph_of(&rows, &[meaning(false, "")]);
    let sites: Vec<Option<&str>> = graph.edges().map(|edge| edge.context.get("site")).collect();
    assert_eq!(sites, [Some("liver"), Some("testis"), None, Some("liver")]);
    assert_eq!(graph.edge_table().distinct_details(), 2);
    let sections: Vec<&Evidence> = graph.edges().map(|edge| &edge.evidence[0]).collect();
    assert_eq!(sections[3].section, "line 5");
}
