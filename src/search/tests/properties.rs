//! Properties of random queries on small random multigraphs.

use std::collections::HashSet;

use fixedbitset::FixedBitSet;
use petgraph::algo::all_simple_paths;
use petgraph::graph::DiGraph;
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;

use super::oracle;
use crate::cancel::Cancel;
use crate::graph::Sign;
use crate::search::{
    Arc, Budget, BySign, Direction, Labels, Mode, Node, Path, PathCount, PathGraph, PathQuery, Paths, Selection, Stop,
    Targets, count, count_by_sign, find,
};

const NODES: u32 = 7;

fn node() -> impl Strategy<Value = Node> {
    (0..NODES).prop_map(Node)
}

fn arc() -> impl Strategy<Value = Arc> {
    let sign = select(vec![Some(Sign::Positive), Some(Sign::Positive), Some(Sign::Negative), None]);
    let hops = select(vec![1, 1, 1, 0]);
    (node(), node(), sign, hops, 0..3u32).prop_map(|(from, to, sign, hops, label)| Arc { from, to, sign, hops, label })
}

fn query() -> impl Strategy<Value = PathQuery> {
    let group = || vec(node(), 1..3);
    let ends = (group(), of(group()), any::<bool>());
    let mode = select(vec![Mode::Simple, Mode::Simple, Mode::Trail, Mode::Walk]);
    let length = (0..3usize, weighted(0.7, 0..7usize));
    let sign = weighted(0.5, select(Sign::BOTH.to_vec()));
    let through =
        (weighted(0.3, group()), weighted(0.2, group()), weighted(0.3, vec(group(), 1..3)), vec(node(), 0..2));
    let selection = select(vec![
        Selection::All,
        Selection::All,
        Selection::Any,
        Selection::AllShortest,
        Selection::Shortest(3),
        Selection::Near(1),
    ]);
    let direction = select(vec![Direction::Forward, Direction::Forward, Direction::Backward, Direction::Either]);
    let labels = select(vec![
        Labels::ALL,
        Labels::ALL,
        Labels::only(FixedBitSet::from_iter([0, 2])),
        Labels::except(FixedBitSet::from_iter([1])),
    ]);
    (ends, mode, length, sign, through, (selection, direction, labels)).prop_map(
        |(ends, mode, (min_hops, max_hops), sign, (via, second_via, waypoints, avoid), rest)| {
            let (sources, targets, ends_at_first_target) = ends;
            let (selection, direction, labels) = rest;
            PathQuery {
                mode,
                min_hops,
                // The oracle lists every walk, so those stay short.
                max_hops: if mode == Mode::Simple { max_hops } else { Some(max_hops.unwrap_or(4).min(4)) },
                sign: sign.filter(|_| direction != Direction::Either),
                via: via.into_iter().chain(second_via).collect(),
                waypoints: waypoints.unwrap_or_default(),
                avoid: avoid.iter().map(|node| node.index()).collect(),
                labels,
                selection,
                direction,
                ends_at_first_target,
                ..PathQuery::new(sources, targets.map_or(Targets::Any, Targets::Nodes))
            }
        },
    )
}

/// Some arcs, in half the cases without links, and a query for them; there cycles too, and mostly between plain ends.
fn case() -> impl Strategy<Value = (Vec<Arc>, PathQuery)> {
    (vec(arc(), 0..14), query(), 0..5u32, 0..4u32).prop_map(|(mut arcs, mut query, plain, cycle)| {
        if plain < 3 {
            for arc in &mut arcs {
                arc.hops = 1;
            }
            if plain < 2 {
                query = PathQuery { via: Vec::new(), waypoints: Vec::new(), ..query };
                if cycle == 0 {
                    query.sources.truncate(1);
                    query.mode = Mode::Cycle;
                }
            }
        } else {
            arcs.truncate(10);
        }
        (arcs, query)
    })
}

fn search(arcs: &[Arc], query: &PathQuery) -> Paths {
    let graph = PathGraph::build(NODES as usize, arcs);
    find(&graph, query, &mut Budget::unlimited(&Cancel::never())).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn finds_what_the_definition_says_in_its_order((arcs, query) in case()) {
        let found = search(&arcs, &query);
        prop_assert_eq!(found.extent.stopped, None);
        prop_assert_eq!(found.paths, oracle::answer(&arcs, &query));
    }

    #[test]
    fn counts_what_it_would_find((arcs, query) in case()) {
        let selection = match query.selection {
            Selection::Any | Selection::Shortest(_) => Selection::All,
            other => other,
        };
        let query = PathQuery { selection, ..query };
        let graph = PathGraph::build(NODES as usize, &arcs);
        let paths = oracle::answer(&arcs, &query);
        let counted = count_by_sign(&graph, &query, &mut Budget::unlimited(&Cancel::never())).unwrap();
        let of = |hops, sign| paths.iter().filter(|path| (path.hops, path.sign) == (hops, sign)).count() as u128;
        for length in &counted.lengths {
            let expected = BySign {
                positive: of(length.hops, Some(Sign::Positive)),
                negative: of(length.hops, Some(Sign::Negative)),
                unsigned: of(length.hops, None),
            };
            prop_assert_eq!(length.by_sign, Some(expected));
        }
        prop_assert_eq!(counted.total(), paths.len() as u128);
        prop_assert!(counted.lengths.is_sorted_by_key(|length| length.hops));
        let totals = count(&graph, &query, &mut Budget::unlimited(&Cancel::never())).unwrap();
        let by_length = |counted: &PathCount| -> Vec<(usize, u128)> {
            counted.lengths.iter().map(|length| (length.hops, length.total)).collect()
        };
        prop_assert_eq!(by_length(&totals), by_length(&counted));
    }

    #[test]
    fn the_order_of_arcs_changes_ids_alone(
        ((arcs, query), order) in case().prop_flat_map(|(arcs, query)| {
            let order: Vec<usize> = (0..arcs.len()).collect();
            (Just((arcs, query)), Just(order).prop_shuffle())
        }),
    ) {
        let query = PathQuery { selection: Selection::All, ..query };
        let shuffled: Vec<Arc> = order.iter().map(|&place| arcs[place]).collect();
        let nodes = |paths: &Paths| paths.paths.iter().map(|path| (path.hops, path.nodes.clone())).collect::<Vec<_>>();
        let mut renamed = search(&shuffled, &query);
        let original = search(&arcs, &query);
        prop_assert_eq!(nodes(&renamed), nodes(&original));
        for arc in renamed.paths.iter_mut().flat_map(|path| &mut path.arcs) {
            arc.0 = u32::try_from(order[arc.index()]).unwrap();
        }
        renamed.paths.sort();
        prop_assert_eq!(renamed.paths, original.paths);
    }

    #[test]
    fn a_limit_cuts_the_tail_alone((arcs, query) in case(), limit in 0..4usize) {
        let whole = search(&arcs, &query);
        let cut = search(&arcs, &PathQuery { limit: Some(limit), ..query });
        let kept = limit.min(whole.paths.len());
        prop_assert_eq!(&cut.paths, &whole.paths[..kept]);
        prop_assert_eq!(cut.extent.stopped, (whole.paths.len() > limit).then_some(Stop::Limit));
        prop_assert!(nothing_is_missing_to(&cut, &whole));
    }

    #[test]
    fn a_spent_budget_cuts_the_tail_alone((arcs, query) in case(), expansions in 0..400u64) {
        let whole = search(&arcs, &query);
        let graph = PathGraph::build(NODES as usize, &arcs);
        let cut = find(&graph, &query, &mut Budget::new(&Cancel::never(), expansions)).unwrap();
        prop_assert_eq!(&cut.paths, &whole.paths[..cut.paths.len()]);
        prop_assert!(cut.extent.stopped == Some(Stop::Budget) || cut.paths.len() == whole.paths.len());
        prop_assert!(nothing_is_missing_to(&cut, &whole));
    }

    #[test]
    fn simple_paths_of_one_pair_are_those_of_petgraph(
        ends in vec((0..NODES, 0..NODES), 0..16),
        from in 0..NODES,
        to in 0..NODES,
    ) {
        prop_assume!(from != to);
        let pairs: HashSet<(u32, u32)> = ends.into_iter().collect();
        let mut other = DiGraph::<(), ()>::new();
        let indices: Vec<_> = (0..NODES).map(|_| other.add_node(())).collect();
        for &(start, end) in &pairs {
            other.add_edge(indices[start as usize], indices[end as usize], ());
        }
        let mut expected: Vec<Vec<Node>> =
            all_simple_paths::<Vec<_>, _, std::hash::RandomState>(
                &other, indices[from as usize], indices[to as usize], 0, None,
            )
            .map(|path| path.into_iter().map(|index| Node(u32::try_from(index.index()).unwrap())).collect())
            .collect();
        expected.sort_by_key(|nodes| (nodes.len(), nodes.clone()));
        let arcs: Vec<Arc> = pairs
            .into_iter()
            .map(|(start, end)| Arc { from: Node(start), to: Node(end), sign: None, hops: 1, label: 0 })
            .collect();
        let query = PathQuery::new(vec![Node(from)], Targets::Nodes(vec![Node(to)]));
        let found: Vec<Vec<Node>> = search(&arcs, &query).paths.into_iter().map(|Path { nodes, .. }| nodes).collect();
        prop_assert_eq!(found, expected);
    }
}

/// Whether the cut answer holds every path up to the length it claims to have searched in full.
fn nothing_is_missing_to(cut: &Paths, whole: &Paths) -> bool {
    let full = whole.paths.iter().filter(|path| Some(path.hops) <= cut.extent.searched_in_full_to).count();
    cut.extent.complete() || full <= cut.paths.len()
}
