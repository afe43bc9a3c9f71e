//! The stability test against repeated squaring of the Cayley transform.

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::eigenvalues::all_real_parts_positive;
use super::super::factor::Dense;
use super::super::stability::{Stability, judge};
use super::oracle;

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

fn stability_of(rows: &[Vec<f64>]) -> Stability {
    judge(&mut dense(rows), &mut Dense::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn eigenvalues_agree_with_the_cayley_transform(rows in matrix()) {
        if let Some(expected) = oracle::is_stable(&rows) {
            prop_assert_eq!(all_real_parts_positive(&mut dense(&rows)), expected);
            prop_assert_eq!(stability_of(&rows) != Stability::Unstable, expected);
        }
    }

    #[test]
    fn a_dominant_system_stays_stable_with_any_node_held(rows in matrix(), held in 0_usize..9) {
        if stability_of(&rows) == Stability::Dominant {
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
        assert_eq!(stability_of(&rows), expected, "{rows:?}");
    }
}
