//! A graph put together of its parts says what it said before.

use super::{Columns, Preamble};
use crate::graph::{Graph, Namespace};

fn parts() -> (Graph, Preamble, Columns) {
    let graph = crate::formats::embedded().expect("the embedded graph is sound");
    let (preamble, columns) = graph.to_parts();
    ((*graph).clone(), preamble, columns)
}

#[test]
fn what_is_taken_apart_is_put_together_again() {
    let (graph, preamble, columns) = parts();
    let again = Graph::from_parts(preamble, &columns).expect("the parts fit");
    assert!(again.entities().eq(graph.entities()) && again.edges().eq(graph.edges()));
    assert!(again.sources().eq(graph.sources()));
    assert_eq!(format!("{:?}", again.schema), format!("{:?}", graph.schema));
    assert_eq!((&again.variants, &again.figures), (&graph.variants, &graph.figures));
    assert_eq!(again.disagreements, graph.disagreements);
    for id in graph.entity_ids() {
        for name in graph.entity(id).spellings() {
            let named = |graph: &Graph| graph.names().lookup(Namespace::Names, name);
            assert_eq!(named(&again), named(&graph), "{name}");
        }
    }
    assert!(!again.is_damaged());
}

#[test]
fn parts_that_do_not_fit_are_refused() {
    let refuse = |spoil: fn(&mut Preamble, &mut Columns)| {
        let (_, mut preamble, mut columns) = parts();
        spoil(&mut preamble, &mut columns);
        assert!(Graph::from_parts(preamble, &columns).is_none());
    };
    refuse(|_, columns| columns.subjects = vec![0].into());
    refuse(|_, columns| columns.details = vec![0].into());
    refuse(|_, columns| columns.kinds = vec![0].into());
    refuse(|_, columns| columns.entity_bytes = vec![0].into());
    refuse(|_, columns| columns.outgoing_begins = vec![0, 1].into());
    refuse(|_, columns| columns.name_ends = vec![0, 1].into());
    refuse(|_, columns| columns.lines = vec![7, 8, 9].into());
    refuse(|preamble, _| preamble.frame.schema = crate::graph::Schema::default());
    refuse(|preamble, _| preamble.kind_lists = vec![Vec::new()]);
    refuse(|preamble, _| preamble.frame.figures[0].about = vec![crate::graph::EntityId(9_999)]);
}
