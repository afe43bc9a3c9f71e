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
            let focus = focus_within(&graph, &whole, |_| None, &Cancel::never()).expect("not cancelled");
            let focus = focus.expect("a statement that looks at chains");
            prop_assert!(focus.notes.is_empty(), "{statement}: {:?}", focus.notes);
            let (part, expected) = (run(&focus.part.graph, &focus.statement), run(&graph, &whole));
            prop_assert_eq!(format!("{part:?}"), format!("{expected:?}"), "{}", statement);
        }
    }
}

/// A chain `c0` to `c4` whose last step inhibits, with sixty others that stimulate each of its members.
fn crowded_chain() -> Graph {
    let others = |place: usize| (0..60).map(move |number| (place, number));
    let all: Vec<(usize, usize)> = (0..5).flat_map(others).collect();
    let mut names: Vec<String> = (0..5).map(|place| format!("c{place}")).collect();
    names.extend(all.iter().map(|(place, number)| format!("o{place}x{number}")));
    let crowd = all.iter().map(|(place, number)| format!("o{place}x{number} stimulates c{place}\n"));
    let chain = ["c0 stimulates c1\n", "c1 stimulates c2\n", "c2 stimulates c3\n", "c3 inhibits c4\n"];
    let edges: String = crowd.chain(chain.map(str::to_owned)).collect();
    sketch::graph(&format!("quantity: {}\n{edges}", names.join(", ")))
}

#[test]
fn what_is_cut_is_said() {
    let graph = crowded_chain();
    for (statement, most, entities) in [
        // Three steps back from c4 are few edges, so they are followed although one was asked for: c1 to c4, and the
        // crowds of c2, c3 and c4.
        ("? what suppresses c4", 1, Some(4 + 3 * 60)),
        ("? what suppresses c4", 9, None),
        ("? does c0 suppress c4", 1, None),
        ("? what does c1 do", 1, None),
        ("loops through c1", 2, None),
        ("show c1", 1, None),
    ] {
        let whole = resolved(&graph, statement);
        let focus = focus_within(&graph, &whole, |_| Some(most), &Cancel::never()).expect("not cancelled");
        let focus = focus.expect("a statement that looks at chains");
        let said = focus.notes.first().map(|_| focus.part.graph.entity_count());
        assert_eq!(said, entities, "{statement} within {most}: {:?}", focus.notes);
    }
}
