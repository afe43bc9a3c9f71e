//! What a part answers, against what the whole graph does.

use proptest::prelude::*;

use super::focus_within;
use crate::answer::Rows;
use crate::cancel::Cancel;
use crate::exec::{Executor, Models};
use crate::graph::Graph;
use crate::resolve::{Bindings, Resolved, resolve};
use crate::sketch;
use crate::syntax::parse_statement;

fn resolved(graph: &Graph, statement: &str) -> Resolved {
    let tree = parse_statement(statement).expect("a statement");
    resolve(&tree, graph, &Bindings::new()).expect("names of the graph")
}

fn run(graph: &Graph, statement: &Resolved) -> Rows {
    let mut models = Models::default();
    Executor::new(graph, &mut models, 1, Cancel::never()).run(statement).expect("nothing to refuse").rows
}

/// A graph of quantities `n0` to `n7`; a stimulation or an inhibition for each (from, to, is it positive).
fn graph(edges: &[(u8, u8, bool)]) -> Graph {
    let names: Vec<String> = (0..8).map(|number| format!("n{number}")).collect();
    let mut known = Vec::new();
    let mut text = format!("quantity: {}\n", names.join(", "));
    for &(from, to, positive) in edges {
        if from != to && !known.contains(&(from, to)) {
            known.push((from, to));
            let verb = if positive { "stimulates" } else { "inhibits" };
            text.extend([format!("n{from} {verb} n{to}\n")]);
        }
    }
    sketch::graph(&text)
}

const STATEMENTS: [&str; 8] = [
    "? does n0 raise n1",
    "? what suppresses n1",
    "? what is raised by n0",
    "? what stimulates n1",
    "? what does n0 do",
    "simulate n0 up show n1, n2",
    "loops through n0",
    "compare n0, n2 on n1",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn where_no_chain_is_cut_the_part_answers_as_the_whole(
        edges in prop::collection::vec((0_u8..8, 0_u8..8, any::<bool>()), 1..14)
    ) {
        let graph = graph(&edges);
        for statement in STATEMENTS {
            let whole = resolved(&graph, statement);
            let focus = focus_within(&graph, &whole, None, &Cancel::never()).expect("not cancelled");
            let focus = focus.expect("a statement that looks at chains");
            prop_assert!(focus.notes.is_empty(), "{statement}: {:?}", focus.notes);
            let (part, expected) = (run(&focus.part.graph, &focus.statement), run(&graph, &whole));
            prop_assert_eq!(format!("{part:?}"), format!("{expected:?}"), "{}", statement);
        }
    }
}

#[test]
fn what_is_cut_is_said() {
    let graph = graph(&[(0, 2, true), (2, 3, true), (3, 4, true), (4, 1, false), (1, 5, true)]);
    for (statement, most, entities) in [
        ("? what suppresses n1", 1, Some(3)),
        ("? what suppresses n1", 2, Some(4)),
        ("? does n0 raise n1", 3, Some(5)),
        ("? does n0 suppress n1", 4, Some(6)),
        ("? does n0 suppress n1", 8, None),
        ("? what does n1 do", 1, None),
        ("loops through n1", 2, None),
        ("show n1", 1, None),
    ] {
        let whole = resolved(&graph, statement);
        let focus = focus_within(&graph, &whole, Some(most), &Cancel::never()).expect("not cancelled");
        let focus = focus.expect("a statement that looks at chains");
        let said = focus.notes.first().map(|_| focus.part.graph.entity_count());
        assert_eq!(said, entities, "{statement} within {most}: {:?}", focus.notes);
    }
}
