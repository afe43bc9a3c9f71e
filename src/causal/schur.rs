//! A fast stability test for components of a few dozen nodes: the characteristic polynomial, mapped so that stable roots
//! lie outside the unit circle, and the Schur-Cohn recursion on it (Jury 1964). Far less work than finding eigenvalues.
//! It answers only where rounding cannot matter.

use super::characteristic::LoopTerms;
use super::eigenvalues::Hessenberg;
use super::factor::Dense;
use super::world::World;

/// Larger matrices are left to the eigenvalues: coefficients of high powers lose their digits.
const SIZE_LIMIT: usize = 32;

/// The recursion gives up once errors may have grown by this factor.
const AMPLIFICATION_LIMIT: f64 = 1e6;

/// Working space of the test.
#[derive(Clone, Debug, Default)]
pub(super) struct SchurTest {
    matrix: Dense,
    /// The diagonal of B.
    rest: Vec<f64>,
    /// Characteristic polynomials of the leading blocks, one after the other, by rising power.
    blocks: Vec<f64>,
    polynomial: Vec<f64>,
    reversed: Vec<f64>,
}

impl SchurTest {
    /// Whether every eigenvalue of the matrix has a positive real part; None where that is too close to call.
    ///
    /// With B = c - M for some c > 0, an eigenvalue m of M gives a root z = 1 / (c - m) of det(1 - zB). It has Re m ≤ 0 just
    /// where u = 2cz - 1 lies in the closed unit disc. So M is stable just where the polynomial in u has no root there.
    pub fn all_real_parts_positive(&mut self, matrix: &Dense) -> Option<bool> {
        let size = matrix.size;
        if size == 0 || size > SIZE_LIMIT {
            return None;
        }
        let diagonal = (0..size).map(|node| matrix.values[node * size + node]);
        let centre = diagonal.sum::<f64>() / count(size);
        if centre <= 0.0 {
            return Some(false); // the eigenvalues sum to the trace
        }
        self.matrix.clone_from(matrix);
        for (position, value) in self.matrix.values.iter_mut().enumerate() {
            *value = if position % (size + 1) == 0 { centre - *value } else { -*value };
        }
        self.characteristic();
        self.map_to_unit_disc(2.0 * centre);
        self.has_no_root_inside()
    }

    /// The same for the component with these loops and this diagonal (by elimination step) in a world: its few loops give
    /// the polynomial.
    pub fn all_real_parts_positive_by_loops(
        &mut self,
        loops: &LoopTerms,
        world: &World,
        diagonal: &[f64],
    ) -> Option<bool> {
        if diagonal.is_empty() || diagonal.len() > SIZE_LIMIT {
            return None;
        }
        let centre = diagonal.iter().sum::<f64>() / count(diagonal.len());
        if centre <= 0.0 {
            return Some(false);
        }
        self.rest.clear();
        self.rest.extend(diagonal.iter().map(|entry| centre - entry));
        loops.polynomial(world, &self.rest, &mut self.polynomial, &mut self.reversed);
        self.map_to_unit_disc(2.0 * centre);
        self.has_no_root_inside()
    }

    /// Leaves det(1 - zB) in `self.polynomial`, by rising power of z: Hessenberg form, then the recursion over its leading
    /// blocks (Wilkinson 1965, ch. 7). Destroys the matrix.
    fn characteristic(&mut self) {
        let size = self.matrix.size;
        let mut hessenberg = Hessenberg::of(&mut self.matrix);
        hessenberg.reduce();
        let row = size + 1;
        self.blocks.clear();
        self.blocks.resize(row * row, 0.0);
        self.blocks[0] = 1.0;
        for block in 1..=size {
            let last = block - 1;
            // p_k = p_(k-1) - z Σ_i b_(i, k) (Π subdiagonal from i to k) z^(k-i) p_(i-1), with reversed powers throughout.
            let (done, new) = self.blocks.split_at_mut(block * row);
            let new = &mut new[..row];
            new.copy_from_slice(&done[last * row..]);
            let mut below = 1.0;
            for start in (0..block).rev() {
                let factor = hessenberg.at(start, last) * below;
                let shift = block - start;
                if factor != 0.0 {
                    for power in 0..=start {
                        new[power + shift] -= factor * done[start * row + power];
                    }
                }
                if start > 0 {
                    below *= hessenberg.at(start, start - 1);
                    if below == 0.0 {
                        break;
                    }
                }
            }
        }
        self.polynomial.clear();
        self.polynomial.extend_from_slice(&self.blocks[size * row..]);
    }

    /// Puts z = (1 + u) / scale, by Horner's rule.
    fn map_to_unit_disc(&mut self, scale: f64) {
        let degree = self.polynomial.len() - 1;
        let mut power = 1.0;
        for coefficient in &mut self.polynomial {
            *coefficient *= power;
            power /= scale;
        }
        // p(1 + u): repeated synthetic division.
        for start in 0..degree {
            for at in (start..degree).rev() {
                self.polynomial[at] += self.polynomial[at + 1];
            }
        }
    }

    /// The Schur-Cohn recursion: no root in the closed unit disc just where each constant outweighs its leading coefficient.
    fn has_no_root_inside(&mut self) -> Option<bool> {
        let mut amplification = 1.0;
        while self.polynomial.len() > 1 {
            let constant = self.polynomial[0];
            let leading = self.polynomial[self.polynomial.len() - 1];
            let reflection = leading / constant;
            let left = 1.0 - reflection * reflection;
            amplification /= left.abs();
            // What is not a number is too close to call, too.
            let clear = amplification < AMPLIFICATION_LIMIT;
            if !clear {
                return None;
            }
            if left < 0.0 {
                return Some(false);
            }
            self.reversed.clear();
            self.reversed.extend(self.polynomial.iter().rev());
            self.polynomial.pop();
            for (coefficient, reversed) in self.polynomial.iter_mut().zip(&self.reversed) {
                *coefficient = (*coefficient - reflection * reversed) / left;
            }
        }
        Some(true)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few dozen")]
const fn count(size: usize) -> f64 {
    size as f64
}
