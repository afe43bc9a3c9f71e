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
    Arc, Budget, Direction, Labels, Mode, Node, Path, PathGraph, PathQuery, Paths, Selection, Stop, Targets, count,
    find,
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
        Labels::All,
        Labels::All,
        Labels::Only(FixedBitSet::from_iter([0, 2])),
        Labels::Except(FixedBitSet::from_iter([1])),
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

fn search(arcs: &[Arc], query: &PathQuery) -> Paths {
    let graph = PathGraph::build(NODES as usize, arcs.to_vec());
    find(&graph, query, &mut Budget::unlimited(&Cancel::never())).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn finds_what_the_definition_says_in_its_order(arcs in vec(arc(), 0..11), query in query()) {
        let found = search(&arcs, &query);
        prop_assert_eq!(found.extent.stopped, None);
        prop_assert_eq!(found.paths, oracle::answer(&arcs, &query));
    }

    #[test]
    fn counts_what_it_would_find(arcs in vec(arc(), 0..11), query in query()) {
        let query = PathQuery { selection: Selection::All, ..query };
        let graph = PathGraph::build(NODES as usize, arcs.clone());
        let counted = count(&graph, &query, &mut Budget::unlimited(&Cancel::never())).unwrap();
        let paths = oracle::answer(&arcs, &query);
        let of_sign = |sign| paths.iter().filter(|path| path.sign == sign).count() as u128;
        prop_assert_eq!(counted.total(), paths.len() as u128);
        prop_assert_eq!(counted.lengths.iter().map(|length| length.positive).sum::<u128>(), of_sign(Some(Sign::Positive)));
        prop_assert_eq!(counted.lengths.iter().map(|length| length.unsigned).sum::<u128>(), of_sign(None));
        for length in &counted.lengths {
            let of_length = paths.iter().filter(|path| path.hops == length.hops).count();
            prop_assert_eq!(length.total(), of_length as u128);
        }
    }

    #[test]
    fn the_order_of_arcs_changes_ids_alone(
        (arcs, order) in vec(arc(), 0..11).prop_flat_map(|arcs| {
            let order: Vec<usize> = (0..arcs.len()).collect();
            (Just(arcs), Just(order).prop_shuffle())
        }),
        query in query(),
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
    fn a_limit_cuts_the_tail_alone(arcs in vec(arc(), 0..11), query in query(), limit in 0..4usize) {
        let whole = search(&arcs, &query);
        let cut = search(&arcs, &PathQuery { limit: Some(limit), ..query });
        let kept = limit.min(whole.paths.len());
        prop_assert_eq!(&cut.paths, &whole.paths[..kept]);
        prop_assert_eq!(cut.extent.stopped, (whole.paths.len() > limit).then_some(Stop::Limit));
        prop_assert!(nothing_is_missing_to(&cut, &whole));
    }

    #[test]
    fn a_spent_budget_cuts_the_tail_alone(arcs in vec(arc(), 0..11), query in query(), expansions in 0..400u64) {
        let whole = search(&arcs, &query);
        let graph = PathGraph::build(NODES as usize, arcs);
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
