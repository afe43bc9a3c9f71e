//! Dense small graphs without links: what is counted without being listed, and what is reached.

use fixedbitset::FixedBitSet;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::oracle;
use crate::cancel::Cancel;
use crate::graph::Sign;
use crate::search::{
    Arc, Budget, Direction, Labels, Mode, Node, Passage, PathGraph, PathQuery, Reached, SignCount, SignedReached,
    Targets, count, count_by_sign, count_reached, count_reached_signed, distance, reach, reach_signed, stream,
};

const NODES: u32 = 7;

fn arcs() -> impl Strategy<Value = Vec<Arc>> {
    let sign = || select(vec![Some(Sign::Positive), Some(Sign::Negative), None]);
    let arc = (0..NODES, 0..NODES, sign(), 0..3u32);
    vec(arc.prop_map(|(from, to, sign, label)| Arc { from: Node(from), to: Node(to), sign, hops: 1, label }), 0..34)
}

fn passage<'q>(direction: Direction, labels: &'q Labels, avoid: &'q FixedBitSet) -> Passage<'q> {
    Passage { direction, labels, avoid }
}

/// The least hops of walks to each node and sign, by adding an arc at a time to all that is known.
fn walked(arcs: &[Arc], passage: Passage, from: Node, most: usize) -> Vec<[Option<usize>; 2]> {
    let place = |sign: Sign| usize::from(sign == Sign::Negative);
    let mut known = vec![[None; 2]; NODES as usize];
    known[from.index()][0] = Some(0);
    for hops in 1..=most {
        let before = known.clone();
        for arc in arcs.iter().filter(|arc| arc.label != 1 || *passage.labels == Labels::ALL) {
            let (start, end) =
                if passage.direction == Direction::Backward { (arc.to, arc.from) } else { (arc.from, arc.to) };
            let Some(step) = arc.sign else { continue };
            for sign in Sign::BOTH {
                let here = before[start.index()][place(sign)];
                let there = &mut known[end.index()][place(sign * step)];
                if here.is_some() && there.is_none() {
                    *there = Some(hops);
                }
            }
        }
    }
    known
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn joining_counts_what_listing_finds(
        arcs in arcs(),
        sources in vec(0..NODES, 1..3),
        targets in vec(0..NODES, 1..4),
        cycle in any::<bool>(),
        backward in any::<bool>(),
        first_target in any::<bool>(),
        hops in (0..4usize, 1..7usize),
        sign in select(vec![None, None, Some(Sign::Positive), Some(Sign::Negative)]),
    ) {
        let nodes = |numbers: Vec<u32>| numbers.into_iter().map(Node).collect::<Vec<Node>>();
        let mut sources = nodes(sources);
        if cycle {
            sources.truncate(1);
        }
        let query = PathQuery {
            mode: if cycle { Mode::Cycle } else { Mode::Simple },
            direction: if backward { Direction::Backward } else { Direction::Forward },
            ends_at_first_target: first_target,
            min_hops: hops.0,
            max_hops: Some(hops.1),
            sign,
            ..PathQuery::new(sources, Targets::Nodes(nodes(targets)))
        };
        let expected = oracle::answer(&arcs, &query);
        let graph = PathGraph::build(NODES as usize, &arcs);
        let cancel = Cancel::never();
        for threads in [0, 1, 2, 5] {
            let budget = || Budget::unlimited(&cancel).with_threads(threads);
            let counted = count(&graph, &query, &mut budget()).unwrap();
            prop_assert_eq!(counted.total(), expected.len() as u128);
            let by_sign = count_by_sign(&graph, &query, &mut budget()).unwrap();
            for length in &by_sign.lengths {
                let of = |sign| {
                    expected.iter().filter(|path| (path.hops, path.sign) == (length.hops, sign)).count() as u128
                };
                let told = length.by_sign.unwrap();
                prop_assert_eq!(
                    (told.positive, told.negative, told.unsigned),
                    (of(Some(Sign::Positive)), of(Some(Sign::Negative)), of(None))
                );
            }
        }
        let mut listed = Vec::new();
        stream(&graph, &query, &mut Budget::unlimited(&cancel), |path| {
            listed.push(path.to_path());
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();
        prop_assert_eq!(listed, expected);
    }

    #[test]
    fn what_is_reached_is_what_can_be_walked_to(
        arcs in arcs(),
        from in 0..NODES,
        to in 0..NODES,
        most in 0..6usize,
        backward in any::<bool>(),
        filtered in any::<bool>(),
    ) {
        let graph = PathGraph::build(NODES as usize, &arcs);
        let labels = if filtered { Labels::except(FixedBitSet::from_iter([1])) } else { Labels::ALL };
        let direction = if backward { Direction::Backward } else { Direction::Forward };
        let avoid = FixedBitSet::new();
        let passage = passage(direction, &labels, &avoid);
        let cancel = Cancel::never();
        let budget = || Budget::unlimited(&cancel);
        let (from, to) = (Node(from), Node(to));

        let signs = walked(&arcs, passage, from, most);
        let numbered = (0..).map(Node).zip(signs);
        let expected: Vec<SignedReached> = numbered
            .filter(|(_, [positive, negative])| positive.or(*negative).is_some())
            .map(|(node, [positive, negative])| SignedReached { node, positive, negative })
            .collect();
        prop_assert_eq!(&reach_signed(&graph, passage, &[from], Some(most), &mut budget()).unwrap(), &expected);
        let others = || expected.iter().filter(|reached| reached.node != from);
        let count = SignCount {
            positive: others().filter(|reached| reached.positive.is_some()).count(),
            negative: others().filter(|reached| reached.negative.is_some()).count(),
        };
        prop_assert_eq!(count_reached_signed(&graph, passage, &[from], Some(most), &mut budget()).unwrap(), count);

        let unsigned: Vec<Arc> = arcs.iter().map(|arc| Arc { sign: Some(Sign::Positive), ..*arc }).collect();
        let hops = walked(&unsigned, passage, from, most);
        let mut expected: Vec<Reached> =
            (0..).map(Node).zip(&hops).filter_map(|(node, [hops, _])| Some(Reached { hops: (*hops)?, node })).collect();
        expected.sort_by_key(|reached| (reached.hops, reached.node));
        prop_assert_eq!(&reach(&graph, passage, &[from], Some(most), &mut budget()).unwrap(), &expected);
        let counted = count_reached(&graph, passage, &[from], Some(most), &mut budget()).unwrap();
        prop_assert_eq!(counted, expected.len() - 1);

        let query = PathQuery { direction, max_hops: Some(most), labels: labels.clone(),
            ..PathQuery::new(vec![from], Targets::Nodes(vec![to])) };
        let expected = if from == to { None } else { hops[to.index()][0] };
        prop_assert_eq!(distance(&graph, &query, &mut budget()).unwrap(), expected);
    }
}
