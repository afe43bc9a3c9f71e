//! The stability test against repeated squaring of the Cayley transform.

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::eigenvalues::all_real_parts_positive;
use super::super::factor::Dense;
use super::super::schur::SchurTest;
use super::super::stability::{Stability, StabilityTest};
use super::super::world::World;
use super::super::{Condensation, InfluenceGraph};
use super::oracle;
use crate::graph::Sign;

fn matrix() -> impl Strategy<Value = Vec<Vec<f64>>> {
    (1_usize..=9).prop_flat_map(|size| {
        let entry = prop_oneof![2 => Just(0.0), 3 => -1.0_f64..1.0];
        (vec(vec(entry, size), size), vec(0.25_f64..1.0, size)).prop_map(|(mut rows, diagonal)| {
            for (node, row) in rows.iter_mut().enumerate() {
                row[node] += diagonal[node];
            }
            rows
        })
    })
}

fn dense(rows: &[Vec<f64>]) -> Dense {
    Dense { size: rows.len(), values: rows.concat() }
}

type Method = fn(&InfluenceGraph, &Condensation, usize) -> StabilityTest;

/// The matrix as a world of a graph: every node limits itself by 1, and a self-influence makes up the rest.
fn stability_of(rows: &[Vec<f64>], method: Method) -> Stability {
    let places =
        rows.iter().zip(0_u32..).flat_map(|(row, from)| row.iter().zip(0_u32..).map(move |(v, to)| (from, to, *v)));
    let gains: Vec<(u32, u32, f64)> = places
        .map(|(from, to, value)| (from, to, if from == to { 1.0 - value } else { -value }))
        .filter(|&(from, to, gain)| from == to || gain != 0.0)
        .collect();
    let sign = |gain: f64| if gain < 0.0 { Sign::Negative } else { Sign::Positive };
    let steps: Vec<(u32, Sign, u32)> = gains.iter().map(|&(from, to, gain)| (from, sign(gain), to)).collect();
    let graph = super::bare_graph(rows.len(), &steps);
    let world = World { gains: gains.iter().map(|&(.., gain)| gain).collect(), limitations: vec![1.0; rows.len()] };
    let condensation = Condensation::build(&graph, &[]);
    method(&graph, &condensation, usize::MAX).world(&world)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn eigenvalues_agree_with_the_cayley_transform(rows in matrix()) {
        if let Some(expected) = oracle::is_stable(&rows) {
            prop_assert_eq!(all_real_parts_positive(&mut dense(&rows)), expected);
            if let Some(found) = SchurTest::default().all_real_parts_positive(&dense(&rows)) {
                prop_assert_eq!(found, expected);
            }
            prop_assert_eq!(stability_of(&rows, StabilityTest::whole) != Stability::Unstable, expected);
            prop_assert_eq!(stability_of(&rows, StabilityTest::without_loops) != Stability::Unstable, expected);
        }
    }

    #[test]
    fn a_dominant_system_stays_stable_with_any_node_held(rows in matrix(), held in 0_usize..9) {
        if stability_of(&rows, StabilityTest::whole) == Stability::Dominant {
            let keep = |node: &usize| *node != held;
            let part: Vec<Vec<f64>> = (0..rows.len())
                .filter(keep)
                .map(|row| (0..rows.len()).filter(keep).map(|column| rows[row][column]).collect())
                .collect();
            prop_assert_ne!(oracle::is_stable(&part), Some(false));
        }
    }
}

#[test]
fn the_fast_test_decides_nearly_always() {
    // Cyclic negative feedbacks of up to 20 equal stages, on both sides of the bound.
    let mut undecided = 0;
    for stages in 3..=20_u32 {
        let bound = (std::f64::consts::PI / f64::from(stages)).cos().recip().powi(stages.cast_signed());
        for share in [0.5, 0.9, 0.99, 1.01, 1.1, 2.0] {
            let gain = (bound * share).powf(f64::from(stages).recip());
            let size = stages as usize;
            let mut rows = vec![vec![0.0; size]; size];
            for node in 0..size {
                rows[node][node] = 1.0;
                rows[(node + 1) % size][node] = if node == 0 { gain } else { -gain };
            }
            match SchurTest::default().all_real_parts_positive(&dense(&rows)) {
                Some(found) => assert_eq!(found, share < 1.0, "{stages} stages at {share}"),
                None => undecided += 1,
            }
            assert_eq!(all_real_parts_positive(&mut dense(&rows)), share < 1.0, "{stages} stages at {share}");
        }
    }
    assert!(undecided <= 10, "{undecided} of 108");
}

#[test]
fn known_matrices() {
    // A cyclic negative feedback of n equal stages is stable up to a loop gain of sec(π/n)^n (Thron 1991): 8 for three.
    let ring = |gain: f64| vec![vec![1.0, 0.0, gain], vec![-1.0, 1.0, 0.0], vec![0.0, -1.0, 1.0]];
    let cases = [
        (ring(0.9), Stability::Dominant),
        (ring(7.9), Stability::Stable),
        (ring(8.1), Stability::Unstable),
        (ring(-0.9), Stability::Dominant),
        (ring(-1.1), Stability::Unstable),
        (vec![vec![-0.1]], Stability::Unstable),
        (vec![vec![0.1]], Stability::Dominant),
        (vec![vec![0.0, 1.0], vec![-1.0, 0.0]], Stability::Unstable),
    ];
    for (rows, expected) in cases {
        assert_eq!(stability_of(&rows, StabilityTest::whole), expected, "{rows:?}");
        assert_eq!(stability_of(&rows, StabilityTest::without_loops), expected, "{rows:?}");
    }
}
