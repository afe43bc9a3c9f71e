//! Several complex numbers at once: the same elimination at several frequencies reads its tables once.

use std::array::from_fn;
use std::ops::{Div, Mul, SubAssign};

use num_complex::Complex;

/// How many numbers go side by side.
pub(super) const LANES: usize = 8;

/// Complex numbers side by side, their parts apart, so that the compiler works on them together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lanes {
    re: [f64; LANES],
    im: [f64; LANES],
}

impl Lanes {
    /// The same real part in every lane.
    pub const fn new(re: f64, im: [f64; LANES]) -> Self {
        Self { re: [re; LANES], im }
    }

    pub const fn lane(self, lane: usize) -> Complex<f64> {
        Complex { re: self.re[lane], im: self.im[lane] }
    }

    /// The squared magnitudes.
    #[inline]
    pub fn squares(self) -> [f64; LANES] {
        from_fn(|lane| self.re[lane] * self.re[lane] + self.im[lane] * self.im[lane])
    }

    #[inline]
    fn reciprocal(self) -> Self {
        let scale = self.squares().map(f64::recip);
        Self { re: from_fn(|lane| self.re[lane] * scale[lane]), im: from_fn(|lane| -self.im[lane] * scale[lane]) }
    }
}

impl Mul for Lanes {
    type Output = Self;

    #[inline]
    fn mul(self, other: Self) -> Self {
        Self {
            re: from_fn(|lane| self.re[lane] * other.re[lane] - self.im[lane] * other.im[lane]),
            im: from_fn(|lane| self.re[lane] * other.im[lane] + self.im[lane] * other.re[lane]),
        }
    }
}

impl Div for Lanes {
    type Output = Self;

    #[inline]
    #[expect(clippy::suspicious_arithmetic_impl, reason = "a quotient is the product with the reciprocal")]
    fn div(self, other: Self) -> Self {
        self * other.reciprocal()
    }
}

impl SubAssign for Lanes {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        for lane in 0..LANES {
            self.re[lane] -= other.re[lane];
            self.im[lane] -= other.im[lane];
        }
    }
}
