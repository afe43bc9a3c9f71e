//! The stability test of large components: how often det(M + iω) winds round zero as ω rises along the imaginary axis.
//!
//! Divided by the determinant of a stable diagonal matrix S + iω, it starts in a real number and ends in 1. By the argument
//! principle (Nyquist 1932) it winds round zero once clockwise for every pair of eigenvalues of M with negative real part.
//! The determinant is the product of the pivots of the planned, sparse elimination, and its argument the sum of theirs,
//! each followed by itself; eigenvalues would take time with the cube of the size.
//!
//! From the frequency on at which |S + iω| outweighs all influences, each pivot stays within a unit disc round 1, once
//! divided by its part of S + iω (elimination in an H-matrix: Varga 1976). There its argument is what it seems, and nothing
//! beyond needs to be looked at.

use std::f64::consts::PI;
use std::ops::Range;

use num_complex::Complex;

use super::elimination::Elimination;
use super::lanes::{LANES, Lanes};

/// Intervals are divided at most so often; what is not resolved then lies on the edge of stability, and counts as beyond it.
const DEEPEST: u32 = 20;

/// How far a pivot may turn between two frequencies, as a tangent, to be taken to turn by what it seems: on the first, hasty
/// pass, which rejects most of what is unstable, and on the second, which every world that is kept must stand as well.
const LARGEST_TURNS: [f64; 2] = [1.0, 0.5];

/// The first frequency at which influences may be outweighed, and the factor to the next.
const FIRST_BOUND: f64 = 1.0 / 16.0;
const NEXT_BOUND: f64 = 1.5;

/// A product of turns whose square leaves this range is begun anew.
const SAFE_SQUARES: Range<f64> = 1e-100..1e100;

/// Comparison pivots below this count as none.
const SAFE_PIVOT: f64 = 1e-9;

/// Where they are not outweighed at this frequency, the world is beyond all bounds.
const LAST_BOUND: f64 = 1e9;

/// Working space of the test.
#[derive(Clone, Debug, Default)]
pub(super) struct WindingTest {
    real: Vec<f64>,
    entries: Vec<Lanes>,
    /// Directions of the pivots at the frequencies looked at.
    samples: Vec<Complex<f64>>,
}

/// The pivots at a frequency, each divided by its part of S + iω, up to a positive factor.
#[derive(Clone, Copy, Debug)]
struct Sample {
    frequency: f64,
    /// Where its pivots begin among the samples.
    start: usize,
}

impl WindingTest {
    /// Whether every eigenvalue of the matrix with these entries has a positive real part; what is too close to call has
    /// not.
    pub fn all_real_parts_positive(&mut self, elimination: &Elimination, entries: &[f64]) -> bool {
        LARGEST_TURNS.iter().all(|&turn| self.winds_round_zero(elimination, entries, turn) == Some(false))
    }

    /// None where it is too close to call.
    fn winds_round_zero(&mut self, elimination: &Elimination, entries: &[f64], largest_turn: f64) -> Option<bool> {
        let size = elimination.nodes().len();
        self.real.clear();
        self.real.extend_from_slice(entries);
        if !elimination.run(&mut self.real, |pivot| pivot.abs() > f64::MIN_POSITIVE) {
            return None;
        }
        if self.real[..size].iter().filter(|pivot| **pivot < 0.0).count() % 2 == 1 {
            return Some(true); // an odd number of eigenvalues lies on the left
        }
        self.samples.clear();
        self.samples.extend(self.real[..size].iter().map(|&pivot| Complex::new(pivot, 0.0)));
        let mut last = Sample { frequency: 0.0, start: 0 };
        let highest = self.bound(elimination, entries)?;
        let mut turned = 0.0;
        for next in self.sample(elimination, entries, between(0.0, highest, LANES))? {
            turned += self.turn(elimination, entries, largest_turn, [last, next], DEEPEST)?;
            last = next;
        }
        let settled: f64 = self.directions(last, size).iter().map(|direction| angle(*direction)).sum();
        // At the start the determinant is positive, so what is left is a whole number of turns.
        Some((settled - turned).abs() > PI)
    }

    /// A frequency from which on |S + iω| outweighs all influences: the comparison matrix is a nonsingular M-matrix.
    fn bound(&mut self, elimination: &Elimination, entries: &[f64]) -> Option<f64> {
        let size = elimination.nodes().len();
        let candidates = std::iter::successors(Some(FIRST_BOUND), |bound| Some(bound * NEXT_BOUND));
        candidates.take_while(|&bound| bound < LAST_BOUND).find(|bound| {
            self.real.clear();
            let diagonal =
                |&entry: &f64| (bound * bound + stable(entry) * stable(entry)).sqrt() - (entry - stable(entry)).abs();
            self.real.extend(entries[..size].iter().map(diagonal));
            self.real.extend(entries[size..].iter().map(|entry| -entry.abs()));
            elimination.run(&mut self.real, |pivot| pivot > SAFE_PIVOT)
        })
    }

    /// By how much all pivots together turn between two frequencies.
    fn turn(
        &mut self,
        elimination: &Elimination,
        entries: &[f64],
        largest_turn: f64,
        [from, to]: [Sample; 2],
        divisions_left: u32,
    ) -> Option<f64> {
        let size = elimination.nodes().len();
        let known = total_turn(self.directions(from, size), self.directions(to, size), largest_turn);
        if known.is_some() || divisions_left == 0 {
            return known;
        }
        let mark = self.samples.len();
        let inner = self.sample(elimination, entries, between(from.frequency, to.frequency, LANES + 1))?;
        let mut turned = 0.0;
        let mut last = from;
        for next in inner.into_iter().chain([to]) {
            turned += self.turn(elimination, entries, largest_turn, [last, next], divisions_left - 1)?;
            last = next;
        }
        self.samples.truncate(mark);
        Some(turned)
    }

    fn directions(&self, sample: Sample, size: usize) -> &[Complex<f64>] {
        &self.samples[sample.start..sample.start + size]
    }

    /// The pivots at these frequencies. None where one vanishes.
    fn sample(
        &mut self,
        elimination: &Elimination,
        entries: &[f64],
        frequencies: [f64; LANES],
    ) -> Option<[Sample; LANES]> {
        let size = elimination.nodes().len();
        self.entries.clear();
        self.entries.extend(entries[..size].iter().map(|&entry| Lanes::new(entry, frequencies)));
        self.entries.extend(entries[size..].iter().map(|&entry| Lanes::new(entry, [0.0; LANES])));
        let vanishes = |pivot: Lanes| !pivot.squares().iter().all(|square| *square > f64::MIN_POSITIVE);
        if !elimination.run(&mut self.entries, |pivot| !vanishes(pivot)) {
            return None;
        }
        Some(std::array::from_fn(|lane| {
            let (start, frequency) = (self.samples.len(), frequencies[lane]);
            let pivots = self.entries.iter().zip(&entries[..size]);
            let direction =
                |(pivot, &entry): (&Lanes, &f64)| pivot.lane(lane) * Complex::new(stable(entry), -frequency);
            self.samples.extend(pivots.map(direction));
            Sample { frequency, start }
        }))
    }
}

/// The first frequencies above `from` that divide what lies between it and `to` into so many parts.
fn between(from: f64, to: f64, parts: usize) -> [f64; LANES] {
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    std::array::from_fn(|lane| from + (to - from) * (lane + 1) as f64 / parts as f64)
}

/// By how much all pivots together turn. None where one turns too far for its way to be clear.
fn total_turn(from: &[Complex<f64>], to: &[Complex<f64>], largest_turn: f64) -> Option<f64> {
    let mut turned = 0.0;
    let mut product = Complex::new(1.0, 0.0);
    for (from, to) in from.iter().zip(to) {
        let turn = to * from.conj();
        let clear = turn.im.abs() < largest_turn * turn.re;
        if !clear {
            return None;
        }
        product *= turn;
        // Within a right angle, the next turn of at most 45 degrees cannot take it beyond π.
        let safe = product.re > 0.0 && SAFE_SQUARES.contains(&product.norm_sqr());
        if !safe {
            turned += angle(product);
            product = Complex::new(1.0, 0.0);
        }
    }
    Some(turned + angle(product))
}

/// A diagonal entry to compare with: any positive one will do.
fn stable(diagonal: f64) -> f64 {
    diagonal.max(0.25)
}

/// The angle of a direction, within ±π.
fn angle(direction: Complex<f64>) -> f64 {
    direction.im.atan2(direction.re)
}
