//! The stability test of large components: how often det(M + iω) winds round zero as ω rises along the imaginary axis.
//!
//! Divided by the determinant of a stable diagonal matrix D + iω, it starts in a real number and ends in 1. By the argument
//! principle (Nyquist 1932) it winds round zero once clockwise for every pair of eigenvalues of M with negative real part.
//! Each value takes one elimination of the planned, sparse system, where eigenvalues would take time with the cube of it.

use num_complex::Complex;

use super::elimination::Elimination;

/// Intervals are halved at most so often; what is not resolved then lies on the edge of stability, and counts as beyond it.
const DEEPEST: u32 = 48;

/// The frequencies looked at first: the highest, and these many halvings of it.
const HALVINGS: i32 = 12;

/// Working space of the test.
#[derive(Clone, Debug, Default)]
pub(super) struct WindingTest {
    entries: Vec<Complex<f64>>,
}

/// The quotient of determinants at a frequency; only its argument means anything.
#[derive(Clone, Copy, Debug)]
struct Sample {
    frequency: f64,
    value: Complex<f64>,
}

impl WindingTest {
    /// Whether every eigenvalue of the matrix with these entries has a positive real part.
    pub fn all_real_parts_positive(&mut self, elimination: &Elimination, entries: &[f64]) -> bool {
        let Some(start) = self.sample(elimination, entries, 0.0) else { return false };
        if start.value.re <= 0.0 {
            return false; // an odd number of eigenvalues lies on the left
        }
        let highest = highest_frequency(elimination, entries);
        let mut crossings = 0;
        let mut last = start;
        for halving in (0..=HALVINGS).rev() {
            let Some(next) = self.sample(elimination, entries, highest * 0.5_f64.powi(halving)) else { return false };
            let Some(crossed) = self.crossings(elimination, entries, last, next, 0) else { return false };
            crossings += crossed;
            last = next;
        }
        crossings == 0
    }

    /// How often the way between two samples crosses the negative real axis, upwards counted negative. None where they
    /// cannot be told apart from a way through zero.
    fn crossings(
        &mut self,
        elimination: &Elimination,
        entries: &[f64],
        from: Sample,
        to: Sample,
        depth: u32,
    ) -> Option<i32> {
        let turn = to.value * from.value.conj();
        // A turn by less than a quarter of a right angle, twice over, is taken for what it seems.
        if depth >= 1 && turn.re > 0.0 && turn.im.abs() < 0.4 * turn.re {
            let crosses = from.value.re < 0.0 && to.value.re < 0.0 && (from.value.im < 0.0) != (to.value.im < 0.0);
            return Some(if crosses { if to.value.im < 0.0 { 1 } else { -1 } } else { 0 });
        }
        if depth == DEEPEST {
            return None;
        }
        let middle = self.sample(elimination, entries, 0.5 * (from.frequency + to.frequency))?;
        let first = self.crossings(elimination, entries, from, middle, depth + 1)?;
        let second = self.crossings(elimination, entries, middle, to, depth + 1)?;
        Some(first + second)
    }

    /// The quotient at a frequency. None where a pivot vanishes.
    fn sample(&mut self, elimination: &Elimination, entries: &[f64], frequency: f64) -> Option<Sample> {
        let size = elimination.nodes().len();
        self.entries.clear();
        self.entries.extend(entries.iter().map(|&entry| Complex::new(entry, 0.0)));
        for diagonal in &mut self.entries[..size] {
            diagonal.im = frequency;
        }
        if !elimination.run(&mut self.entries, |pivot| pivot.norm_sqr() > f64::MIN_POSITIVE) {
            return None;
        }
        let mut value = Complex::new(1.0, 0.0);
        for (pivot, &diagonal) in self.entries.iter().zip(&entries[..size]) {
            value *= pivot / Complex::new(stable(diagonal), frequency);
            value /= value.l1_norm();
        }
        Some(Sample { frequency, value })
    }
}

/// A diagonal entry to divide by: any positive one will do.
fn stable(diagonal: f64) -> f64 {
    diagonal.max(0.25)
}

/// A frequency from which on the quotient stays so close to 1 that it cannot wind any more: with every row of G at most a
/// part 1/s of it, the logarithm of det(1 - (D + iω)⁻¹G) is about n / s² at most, since G has no diagonal.
fn highest_frequency(elimination: &Elimination, entries: &[f64]) -> f64 {
    let size = elimination.nodes().len();
    let mut sums = vec![0.0_f64; size];
    for (&entry, &(row, column)) in entries.iter().zip(elimination.places()) {
        sums[row] += if row == column { (entry - stable(entry)).abs() } else { entry.abs() };
    }
    let largest = sums.into_iter().fold(1.0, f64::max);
    #[expect(clippy::cast_precision_loss, reason = "a few hundred nodes")]
    let spread = (size as f64).sqrt();
    2.0 * spread * largest
}
