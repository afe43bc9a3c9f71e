//! Do all eigenvalues of a real matrix have positive real parts?
//!
//! Reduction to Hessenberg form by eliminations, then the shifted QR algorithm of Francis in its classical form
//! (Wilkinson & Reinsch 1971, procedures `elmhes` and `hqr`).

use super::factor::Dense;

/// Iterations for one eigenvalue before the matrix is given up as undecidable.
const ITERATION_LIMIT: usize = 60;

/// How far right of the imaginary axis, in units of the matrix norm, an eigenvalue must lie to count.
const MARGIN: f64 = 1e-10;

/// Whether every eigenvalue has a clearly positive real part. False where the iteration does not converge: a world that
/// cannot be judged is not used. Destroys the matrix. O(size³).
pub(super) fn all_real_parts_positive(matrix: &mut Dense) -> bool {
    // Eigenvalues sum to the trace.
    let trace: f64 = (0..matrix.size).map(|node| matrix.values[node * matrix.size + node]).sum();
    if matrix.size > 0 && trace <= 0.0 {
        return false;
    }
    let mut hessenberg = Hessenberg::of(matrix);
    hessenberg.reduce();
    hessenberg.all_right_of_axis()
}

/// A matrix on its way to Hessenberg form and further.
pub(super) struct Hessenberg<'a> {
    size: usize,
    values: &'a mut [f64],
}

impl<'a> Hessenberg<'a> {
    pub fn of(matrix: &'a mut Dense) -> Self {
        Self { size: matrix.size, values: &mut matrix.values }
    }

    pub fn at(&self, row: usize, column: usize) -> f64 {
        self.values[row * self.size + column]
    }

    fn at_mut(&mut self, row: usize, column: usize) -> &mut f64 {
        &mut self.values[row * self.size + column]
    }

    /// Elementary similarity transformations with row interchanges.
    pub fn reduce(&mut self) {
        let size = self.size;
        for m in 1..size.saturating_sub(1) {
            let mut pivot_row = m;
            for row in m + 1..size {
                if self.at(row, m - 1).abs() > self.at(pivot_row, m - 1).abs() {
                    pivot_row = row;
                }
            }
            let pivot = self.at(pivot_row, m - 1);
            if pivot == 0.0 {
                continue;
            }
            if pivot_row != m {
                for column in m - 1..size {
                    self.values.swap(pivot_row * size + column, m * size + column);
                }
                for row in 0..size {
                    self.values.swap(row * size + pivot_row, row * size + m);
                }
            }
            for row in m + 1..size {
                let multiplier = self.at(row, m - 1) / pivot;
                if multiplier == 0.0 {
                    continue;
                }
                *self.at_mut(row, m - 1) = 0.0;
                for column in m..size {
                    *self.at_mut(row, column) -= multiplier * self.at(m, column);
                }
                for other in 0..size {
                    *self.at_mut(other, m) += multiplier * self.at(other, row);
                }
            }
        }
    }

    /// Deflates eigenvalues from the lower right corner, and stops at the first that is not right of the axis.
    fn all_right_of_axis(&mut self) -> bool {
        let norm: f64 = self.values.iter().map(|value| value.abs()).sum();
        let margin = MARGIN * norm;
        let mut shifted = 0.0; // the sum of exceptional shifts
        let mut active = self.size;
        let mut iterations = 0;
        while active > 0 {
            let last = active - 1;
            let low = self.small_subdiagonal(last, norm);
            let corner = self.at(last, last);
            if low == last {
                // Written so that what is not a number counts as unstable.
                let right = corner + shifted > margin;
                if !right {
                    return false;
                }
                active -= 1;
                iterations = 0;
                continue;
            }
            let above = self.at(last - 1, last - 1);
            let product = self.at(last, last - 1) * self.at(last - 1, last);
            if low + 1 == last {
                let right = smaller_real_part(above, corner, product) + shifted > margin;
                if !right {
                    return false;
                }
                active -= 2;
                iterations = 0;
                continue;
            }
            if iterations == ITERATION_LIMIT {
                return false;
            }
            let mut shift = Shift { x: corner, y: above, w: product };
            if iterations > 0 && iterations % 10 == 0 {
                shifted += corner;
                for node in 0..active {
                    *self.at_mut(node, node) -= corner;
                }
                let size = self.at(last, last - 1).abs() + self.at(last - 1, last - 2).abs();
                shift = Shift { x: 0.75 * size, y: 0.75 * size, w: -0.4375 * size * size };
            }
            iterations += 1;
            self.double_step(low, last, &shift);
        }
        true
    }

    /// The largest row whose subdiagonal entry is negligible: where the active block begins.
    fn small_subdiagonal(&mut self, last: usize, norm: f64) -> usize {
        for row in (1..=last).rev() {
            let around = self.at(row - 1, row - 1).abs() + self.at(row, row).abs();
            let around = if around == 0.0 { norm } else { around };
            if self.at(row, row - 1).abs() <= f64::EPSILON * around {
                *self.at_mut(row, row - 1) = 0.0;
                return row;
            }
        }
        0
    }

    /// One implicit double-shift QR sweep over rows `low..=last`.
    fn double_step(&mut self, low: usize, last: usize, shift: &Shift) {
        let (start, mut p, mut q, mut r) = self.start_row(low, last, shift);
        for row in start + 2..=last {
            *self.at_mut(row, row - 2) = 0.0;
            if row > start + 2 {
                *self.at_mut(row, row - 3) = 0.0;
            }
        }
        for k in start..last {
            let mut scale = 1.0;
            if k != start {
                p = self.at(k, k - 1);
                q = self.at(k + 1, k - 1);
                r = if k + 1 < last { self.at(k + 2, k - 1) } else { 0.0 };
                scale = p.abs() + q.abs() + r.abs();
                if scale == 0.0 {
                    continue;
                }
                p /= scale;
                q /= scale;
                r /= scale;
            }
            let s = (p * p + q * q + r * r).sqrt().copysign(p);
            if s == 0.0 {
                continue;
            }
            if k != start {
                *self.at_mut(k, k - 1) = -s * scale;
            } else if low != start {
                *self.at_mut(k, k - 1) *= -1.0;
            }
            p += s;
            let reflection = Reflection { x: p / s, y: q / s, z: r / s, q: q / p, r: r / p };
            self.reflect(k, low, last, &reflection);
        }
    }

    /// Where the sweep can start because two consecutive subdiagonal entries are small, and its first column.
    #[expect(clippy::many_single_char_names, reason = "the letters of the published procedure")]
    fn start_row(&self, low: usize, last: usize, shift: &Shift) -> (usize, f64, f64, f64) {
        let mut start = last - 2;
        loop {
            let z = self.at(start, start);
            let (r, s) = (shift.x - z, shift.y - z);
            let mut p = (r * s - shift.w) / self.at(start + 1, start) + self.at(start, start + 1);
            let mut q = self.at(start + 1, start + 1) - z - r - s;
            let mut r = self.at(start + 2, start + 1);
            let scale = p.abs() + q.abs() + r.abs();
            p /= scale;
            q /= scale;
            r /= scale;
            if start == low {
                return (start, p, q, r);
            }
            let u = self.at(start, start - 1).abs() * (q.abs() + r.abs());
            let v = p.abs() * (self.at(start - 1, start - 1).abs() + z.abs() + self.at(start + 1, start + 1).abs());
            if u <= f64::EPSILON * v {
                return (start, p, q, r);
            }
            start -= 1;
        }
    }

    /// Applies one Householder reflection to rows and columns `k..=k+2`.
    fn reflect(&mut self, k: usize, low: usize, last: usize, by: &Reflection) {
        let three = k + 1 < last;
        for column in k..=last {
            let mut sum = self.at(k, column) + by.q * self.at(k + 1, column);
            if three {
                sum += by.r * self.at(k + 2, column);
                *self.at_mut(k + 2, column) -= sum * by.z;
            }
            *self.at_mut(k + 1, column) -= sum * by.y;
            *self.at_mut(k, column) -= sum * by.x;
        }
        for row in low..=last.min(k + 3) {
            let mut sum = by.x * self.at(row, k) + by.y * self.at(row, k + 1);
            if three {
                sum += by.z * self.at(row, k + 2);
                *self.at_mut(row, k + 2) -= sum * by.r;
            }
            *self.at_mut(row, k + 1) -= sum * by.q;
            *self.at_mut(row, k) -= sum;
        }
    }
}

/// The double shift: the corner entries and the product of the off-diagonal ones.
struct Shift {
    x: f64,
    y: f64,
    w: f64,
}

/// A Householder reflection in the form `hqr` uses.
struct Reflection {
    x: f64,
    y: f64,
    z: f64,
    q: f64,
    r: f64,
}

/// The smaller real part among the two eigenvalues of a 2×2 block with this diagonal and off-diagonal product.
fn smaller_real_part(one: f64, other: f64, product: f64) -> f64 {
    let half = 0.5 * (one - other);
    let discriminant = half * half + product;
    let middle = other + half;
    if discriminant < 0.0 { middle } else { middle - discriminant.sqrt() }
}
