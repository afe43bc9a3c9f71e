//! A fast stability test for components of a few dozen nodes: the characteristic polynomial, mapped so that stable roots
//! lie outside the unit circle, and the Schur-Cohn recursion on it (Jury 1964). Far less work than a winding number.
//! It answers only where rounding cannot matter.

use super::characteristic::LoopTerms;
use super::world::World;

/// Larger systems are left to the winding number: coefficients of high powers lose their digits.
const SIZE_LIMIT: usize = 32;

/// The recursion gives up once errors may have grown by this factor.
const AMPLIFICATION_LIMIT: f64 = 1e6;

/// Working space of the test.
#[derive(Clone, Debug, Default)]
pub(super) struct SchurTest {
    /// The diagonal of B.
    rest: Vec<f64>,
    polynomial: Vec<f64>,
    reversed: Vec<f64>,
}

impl SchurTest {
    /// Whether every eigenvalue of the system M with these loops and this diagonal (by elimination step) has a positive real
    /// part in a world; None where that is too close to call.
    ///
    /// With B = c - M for some c > 0, an eigenvalue m of M gives a root z = 1 / (c - m) of det(1 - zB). It has Re m ≤ 0 just
    /// where u = 2cz - 1 lies in the closed unit disc. So M is stable just where the polynomial in u has no root there.
    pub fn all_real_parts_positive(&mut self, loops: &LoopTerms, world: &World, diagonal: &[f64]) -> Option<bool> {
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
