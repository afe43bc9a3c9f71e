//! Columns of a damaged file: no question may panic, and each must come to an end.

use fixedbitset::FixedBitSet;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::cancel::Cancel;
use crate::graph::storage::{Label, Rows};
use crate::graph::{RelationId, Sign};
use crate::search::{
    Budget, Direction, Labels, Mode, Node, PathGraph, PathQuery, Selection, Targets, count, count_by_sign,
    count_reached, count_reached_signed, distance, find, nearest, reach, reach_signed,
};

const NODES: u32 = 6;

fn label() -> impl Strategy<Value = Label> {
    let sign = select(vec![None, Some(Sign::Positive), Some(Sign::Negative)]);
    (0..3u32, sign, any::<bool>(), any::<bool>())
        .prop_map(|(relation, sign, step, link)| Label::new(RelationId(relation), sign).as_step(step).as_link(link))
}

/// Columns of the right lengths, with anything in them.
fn rows() -> impl Strategy<Value = Rows> {
    let number = || prop_oneof![4 => 0..NODES, 1 => NODES..80u32, 1 => Just(u32::MAX)];
    let begin = prop_oneof![5 => 0..13u32, 1 => any::<u32>()];
    let columns = (vec(number(), 12), vec(label(), 12), vec(number(), 12), vec(begin, NODES as usize + 1));
    columns.prop_map(|(neighbours, labels, edges, mut begins)| {
        if neighbours[0].is_multiple_of(2) {
            begins.sort_unstable();
        }
        begins[0] = 0;
        begins[NODES as usize] = 12;
        Rows::from_columns(begins.into(), neighbours.into(), labels.into(), edges.into()).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn damaged_rows_panic_in_no_question(
        outgoing in rows(),
        incoming in rows(),
        ends in (0..NODES + 2, 0..NODES + 2),
        mode in select(vec![Mode::Simple, Mode::Cycle, Mode::Trail, Mode::Walk]),
        direction in select(vec![Direction::Forward, Direction::Backward, Direction::Either]),
        waypoint in any::<bool>(),
        sign in select(vec![None, Some(Sign::Negative)]),
        anywhere in any::<bool>(),
        steps in any::<bool>(),
        max_hops in 1..7usize,
    ) {
        let graph = PathGraph::new(outgoing, incoming);
        let targets = if anywhere { Targets::Any } else { Targets::Nodes(vec![Node(ends.1)]) };
        let waypoint = waypoint && mode != Mode::Cycle;
        let query = PathQuery {
            mode,
            direction,
            sign: sign.filter(|_| direction != Direction::Either),
            max_hops: Some(max_hops),
            waypoints: if waypoint { vec![vec![Node(2), Node(3)]] } else { Vec::new() },
            labels: if steps { Labels::except(FixedBitSet::from_iter([1])).steps() } else { Labels::ALL },
            ..PathQuery::new(vec![Node(ends.0)], targets)
        };
        let cancel = Cancel::never();
        let budget = || Budget::new(&cancel, 20_000);
        for selection in [Selection::All, Selection::AllShortest, Selection::Shortest(3)] {
            let query = PathQuery { selection, ..query.clone() };
            let found = find(&graph, &query, &mut budget()).unwrap();
            prop_assert!(found.paths.iter().all(|path| path.nodes.iter().all(|node| node.0 < NODES)));
            count(&graph, &query, &mut budget()).unwrap();
            count_by_sign(&graph, &query, &mut budget()).unwrap();
        }
        let _ = (distance(&graph, &query, &mut budget()), nearest(&graph, &query, &mut budget()));
        let (passage, from) = (query.passage(), [Node(ends.0)]);
        let reached = reach(&graph, passage, &from, None, &mut budget()).unwrap();
        prop_assert!(reached.iter().all(|reached| reached.node.0 < NODES));
        let signed = reach_signed(&graph, passage, &from, None, &mut budget()).unwrap();
        prop_assert!(signed.iter().all(|reached| reached.node.0 < NODES));
        count_reached(&graph, passage, &from, Some(3), &mut budget()).unwrap();
        count_reached_signed(&graph, passage, &from, Some(3), &mut budget()).unwrap();
    }
}
