//! Small cases by name: what each clause means, and what is said where there is no path.

use std::sync::Arc as Shared;
use std::sync::atomic::AtomicBool;

use fixedbitset::FixedBitSet;

use crate::cancel::Cancel;
use crate::graph::Sign;
use crate::search::{
    Arc, Attempt, Budget, Direction, Mode, Near, Node, PathGraph, PathQuery, QueryError, Reached, Selection,
    SignedReached, Stop, Targets, count, count_by_sign, find, nearest, reach, reach_signed, relax, visit,
};

/// Arcs as `from sign to`, with `+`, `-` and `.` (unsigned) for data edges and `=` for a link.
fn graph(arcs: &str) -> PathGraph {
    let arcs = arcs.split(", ").filter(|arc| !arc.is_empty()).map(|arc| {
        let (at, mark) = arc.char_indices().find(|(_, mark)| "+-.=".contains(*mark)).unwrap();
        let (sign, hops) = match mark {
            '+' => (Some(Sign::Positive), 1),
            '-' => (Some(Sign::Negative), 1),
            '.' => (None, 1),
            _ => (Some(Sign::Positive), 0),
        };
        let node = |number: &str| Node(number.parse().unwrap());
        Arc { from: node(&arc[..at]), to: node(&arc[at + 1..]), sign, hops, label: 0 }
    });
    PathGraph::build(0, &arcs.collect::<Vec<Arc>>())
}

fn query(from: u32, to: u32) -> PathQuery {
    PathQuery::new(vec![Node(from)], Targets::Nodes(vec![Node(to)]))
}

/// Checks the paths, each written as its nodes, hops and sign: `0 1 2 (2 -)`.
fn check(arcs: &str, query: &PathQuery, expected: &[&str]) {
    let found = find(&graph(arcs), query, &mut Budget::unlimited(&Cancel::never())).unwrap();
    let written: Vec<String> = found
        .paths
        .iter()
        .map(|path| {
            let nodes: Vec<String> = path.nodes.iter().map(|node| node.0.to_string()).collect();
            format!("{} ({} {})", nodes.join(" "), path.hops, path.sign.map_or("null", Sign::as_str))
        })
        .collect();
    assert_eq!(written, expected);
    assert!(found.extent.complete());
}

const DIAMOND: &str = "0+1, 0-2, 1+3, 2+3, 0.3";

#[test]
fn shorter_paths_come_first_and_then_lower_nodes() {
    check(DIAMOND, &query(0, 3), &["0 3 (1 null)", "0 1 3 (2 +)", "0 2 3 (2 -)"]);
}

#[test]
fn a_sign_skips_shorter_paths_without_it() {
    let negative = PathQuery { sign: Some(Sign::Negative), selection: Selection::AllShortest, ..query(0, 3) };
    check(DIAMOND, &negative, &["0 2 3 (2 -)"]);
}

#[test]
fn a_signed_path_must_be_simple_where_a_shorter_walk_has_the_sign() {
    // The walk 0 1 2 1 3 is negative and as long as the simple path 0 1 4 5 3, which has to be found.
    let arcs = "0+1, 1-2, 2+1, 1+3, 1+4, 4+5, 5-3";
    let negative = PathQuery { sign: Some(Sign::Negative), selection: Selection::Any, ..query(0, 3) };
    check(arcs, &negative, &["0 1 4 5 3 (4 -)"]);
}

#[test]
fn links_count_no_hops() {
    check("0=1, 1-2, 2=3, 3+4", &query(0, 4), &["0 1 2 3 4 (2 -)"]);
    check("0=1", &query(0, 1), &[]);
    check("0=1", &PathQuery { min_hops: 0, ..query(0, 1) }, &["0 1 (0 +)"]);
}

#[test]
fn parallel_arcs_are_paths_of_their_own() {
    check("0+1, 0-1, 1+2", &query(0, 2), &["0 1 2 (2 +)", "0 1 2 (2 -)"]);
}

#[test]
fn a_path_ends_at_the_first_target_unless_told_otherwise() {
    let targets = Targets::Nodes(vec![Node(1), Node(2)]);
    let first = PathQuery::new(vec![Node(0)], targets);
    check("0+1, 1+2", &first, &["0 1 (1 +)"]);
    check("0+1, 1+2", &PathQuery { ends_at_first_target: false, ..first }, &["0 1 (1 +)", "0 1 2 (2 +)"]);
}

#[test]
fn other_sources_may_be_inner_nodes_and_no_path_is_empty() {
    let ends = vec![Node(0), Node(1)];
    check("0+1, 1+2", &PathQuery::new(ends.clone(), Targets::Any), &["0 1 (1 +)", "1 2 (1 +)", "0 1 2 (2 +)"]);
    check("0+1, 1+2", &PathQuery::new(ends.clone(), Targets::Nodes(ends)), &["0 1 (1 +)"]);
}

#[test]
fn closed_paths_are_trails_and_not_simple() {
    let closed = query(0, 0);
    check("0+1, 1-0, 0=0", &closed, &[]);
    check("0+1, 1-0", &PathQuery { mode: Mode::Trail, max_hops: Some(9), ..closed }, &["0 1 0 (2 -)"]);
}

#[test]
fn via_takes_groups_in_any_order_and_waypoints_in_theirs() {
    let arcs = "0+1, 1+2, 2+3, 0+2, 2+1, 1+3";
    let groups = vec![vec![Node(2)], vec![Node(1)]];
    let via = PathQuery { via: groups.clone(), ..query(0, 3) };
    check(arcs, &via, &["0 1 2 3 (3 +)", "0 2 1 3 (3 +)"]);
    check(arcs, &PathQuery { waypoints: groups, ..query(0, 3) }, &["0 2 1 3 (3 +)"]);
}

#[test]
fn a_waypoint_lies_between_the_ends() {
    let ends_too = PathQuery { waypoints: vec![vec![Node(0), Node(2)]], ..query(0, 2) };
    check("0+1, 1+2", &ends_too, &[]);
    let either = Targets::Nodes(vec![Node(1), Node(2)]);
    let past_a_target = PathQuery { waypoints: vec![vec![Node(1)]], ..PathQuery::new(vec![Node(0)], either) };
    check("0+1, 1+2", &past_a_target, &["0 1 2 (2 +)"]);
}

#[test]
fn avoided_nodes_are_no_ends_either() {
    let avoid = |node: usize| FixedBitSet::from_iter([node]);
    check(DIAMOND, &PathQuery { avoid: avoid(1), min_hops: 2, ..query(0, 3) }, &["0 2 3 (2 -)"]);
    check(DIAMOND, &PathQuery { avoid: avoid(0), ..query(0, 3) }, &[]);
    check(DIAMOND, &PathQuery { avoid: avoid(3), ..query(0, 3) }, &[]);
}

#[test]
fn directions() {
    check("0+1, 1-2", &PathQuery { direction: Direction::Backward, ..query(2, 0) }, &["2 1 0 (2 -)"]);
    check("1+0, 1-2", &PathQuery { direction: Direction::Either, ..query(0, 2) }, &["0 1 2 (2 null)"]);
    check("1+0, 1-2", &query(0, 2), &[]);
}

#[test]
fn nodes_beyond_the_graph_are_nowhere() {
    check(DIAMOND, &query(0, 99), &[]);
    check(DIAMOND, &query(99, 0), &[]);
    check(DIAMOND, &PathQuery { via: vec![vec![Node(99)]], ..query(0, 3) }, &[]);
    check("", &query(0, 0), &[]);
}

#[test]
fn near_adds_to_the_shortest() {
    let arcs = "0+3, 0+1, 1+3, 1+2, 2+3";
    check(arcs, &PathQuery { selection: Selection::Near(1), ..query(0, 3) }, &["0 3 (1 +)", "0 1 3 (2 +)"]);
}

#[test]
fn what_has_no_answer_is_refused() {
    let refused = |query: PathQuery| find(&graph(DIAMOND), &query, &mut Budget::unlimited(&Cancel::never()));
    let cases = [
        (PathQuery { mode: Mode::Walk, ..query(0, 3) }, QueryError::Unbounded),
        (PathQuery { mode: Mode::Trail, ..query(0, 3) }, QueryError::Unbounded),
        (
            PathQuery { sign: Some(Sign::Negative), direction: Direction::Either, ..query(0, 3) },
            QueryError::SignWithoutDirection,
        ),
        (PathQuery { via: vec![vec![Node(1)]; 65], ..query(0, 3) }, QueryError::TooManyVia(65)),
    ];
    for (query, error) in cases {
        assert_eq!(refused(query).unwrap_err(), error);
    }
    let most = PathQuery { via: vec![vec![Node(1)]; 64], ..query(0, 3) };
    assert_eq!(refused(most).unwrap().paths.len(), 1);
}

#[test]
fn a_cancelled_search_says_so() {
    let cancel = Cancel::with_flag(Shared::new(AtomicBool::new(true)), None);
    let found = find(&graph(DIAMOND), &query(0, 3), &mut Budget::unlimited(&cancel)).unwrap();
    assert_eq!((found.extent.stopped, found.extent.searched_in_full_to), (Some(Stop::Cancelled), None));
}

#[test]
fn a_visitor_may_break_off() {
    let mut lengths = Vec::new();
    let extent = visit(&graph(DIAMOND), &query(0, 3), &mut Budget::unlimited(&Cancel::never()), |path| {
        lengths.push(path.hops);
        if path.hops == 2 { std::ops::ControlFlow::Break(()) } else { std::ops::ControlFlow::Continue(()) }
    });
    assert_eq!(lengths, [1, 2]);
    let extent = extent.unwrap();
    assert_eq!((extent.stopped, extent.searched_in_full_to), (Some(Stop::Visitor), Some(1)));
}

#[test]
fn long_chains_need_no_deep_stack() {
    let arcs: Vec<String> = (0..50_000).map(|node| format!("{node}+{}", node + 1)).collect();
    let found = find(&graph(&arcs.join(", ")), &query(0, 50_000), &mut Budget::unlimited(&Cancel::never())).unwrap();
    assert_eq!(found.paths.first().map(|path| path.hops), Some(50_000));
}

#[test]
fn walks_are_counted_where_listing_them_would_never_end() {
    let walks = PathQuery { mode: Mode::Walk, min_hops: 100, max_hops: Some(100), ..query(0, 0) };
    let counted = count(&graph("0+0, 0-0"), &walks, &mut Budget::unlimited(&Cancel::never()));
    assert_eq!(counted.unwrap().total(), 0, "a walk ends when it first comes back");
    let passing = PathQuery { ends_at_first_target: false, ..walks };
    let counted = count_by_sign(&graph("0+0, 0-0"), &passing, &mut Budget::unlimited(&Cancel::never())).unwrap();
    let by_sign = counted.lengths[0].by_sign.unwrap();
    assert_eq!((by_sign.positive, by_sign.negative), (1 << 99, 1 << 99));
}

#[test]
fn reaching_gives_hops_and_the_signs_of_walks() {
    let graph = graph("0=1, 1-2, 2+3, 3-1, 4+0");
    let anywhere = query(0, 0);
    let unlimited = || Cancel::never();
    let reached = reach(&graph, anywhere.passage(), &[Node(0)], Some(1), &mut Budget::unlimited(&unlimited()));
    let expected = [(0, 0), (0, 1), (1, 2)].map(|(hops, node)| Reached { hops, node: Node(node) });
    assert_eq!(reached.unwrap(), expected);
    let signed = reach_signed(&graph, anywhere.passage(), &[Node(0)], None, &mut Budget::unlimited(&unlimited()));
    let expected = [(0, Some(0), None), (1, Some(0), None), (2, None, Some(1)), (3, None, Some(2))]
        .map(|(node, positive, negative)| SignedReached { node: Node(node), positive, negative });
    assert_eq!(signed.unwrap(), expected);
}

#[test]
fn how_close_a_search_came() {
    let near = |node, hops, gap| Near { node: Node(node), hops, gap };
    let closeness = nearest(&graph("0+1, 2+1, 2+3, 4+5"), &query(0, 3), &mut Budget::unlimited(&Cancel::never()));
    let closeness = closeness.unwrap();
    assert_eq!(closeness.from_sources, [near(1, 1, Some(1)), near(0, 0, Some(2))]);
    assert_eq!(closeness.to_targets, [near(2, 1, Some(1)), near(3, 0, Some(2))]);
}

#[test]
fn the_first_relaxation_with_a_path_is_found() {
    let graph = graph("0+1, 1+2, 1-3, 3+2");
    let asked = PathQuery {
        sign: Some(Sign::Negative),
        avoid: FixedBitSet::from_iter([3]),
        via: vec![vec![Node(1)]],
        ..query(0, 2)
    };
    let attempt = |label, query| Attempt { label, graph: &graph, query };
    let attempts = vec![
        attempt("via", PathQuery { via: Vec::new(), ..asked.clone() }),
        attempt("avoid", PathQuery { avoid: FixedBitSet::new(), ..asked.clone() }),
        attempt("sign", PathQuery { sign: None, ..asked.clone() }),
    ];
    let cancel = Cancel::never();
    let relaxed = relax(attempts.clone(), &mut Budget::unlimited(&cancel)).unwrap();
    let found = relaxed.found.unwrap();
    assert_eq!((found.label, found.path.hops, relaxed.stopped), ("avoid", 3, None));
    let relaxed = relax(attempts[..1].to_vec(), &mut Budget::unlimited(&cancel)).unwrap();
    assert_eq!((relaxed.found, relaxed.stopped), (None, None));
    let mut small = Budget::new(&cancel, 2);
    let relaxed = relax(attempts, &mut small).unwrap();
    assert_eq!((relaxed.found, relaxed.stopped, small.left()), (None, Some(Stop::Budget), 0));
}
