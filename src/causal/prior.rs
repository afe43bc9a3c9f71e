//! The three priors of the press model: how large an effect might be where nobody says.

use crate::graph::Strength;

/// A distribution of gains and self-limitations; a gain is told in units of the self-limitation of the node it acts on. A
/// verdict must hold under all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prior {
    /// Gains uniform in (0, 1], self-limitation 1.
    Uniform,
    /// Gains uniform in (0, 1], self-limitation uniform in (0.25, 1].
    VariedLimitation,
    /// Gains 10^x with x uniform in (-2, 0], self-limitation 1.
    LogUniform,
}

impl Prior {
    /// All of them, in the order in which figures are reported.
    pub const ALL: [Self; 3] = [Self::Uniform, Self::VariedLimitation, Self::LogUniform];

    /// The magnitude of a gain, in (0, 1], from a draw in (0, 1]. A weak one is a tenth of it, a strong one at least a
    /// half.
    pub(super) fn magnitude(self, strength: Strength, draw: f64) -> f64 {
        let lowest = if strength == Strength::Strong { 0.5 } else { 0.0 };
        let magnitude = match self {
            Self::Uniform | Self::VariedLimitation => lowest + (1.0 - lowest) * draw,
            Self::LogUniform if strength == Strength::Strong => exp2(draw - 1.0),
            Self::LogUniform => exp2(2.0 * std::f64::consts::LOG2_10 * (draw - 1.0)),
        };
        if strength == Strength::Weak { magnitude / 10.0 } else { magnitude }
    }

    /// A node's self-limitation, from a draw in (0, 1] where the prior varies it.
    pub(super) fn limitation(self, draw: impl FnOnce() -> f64) -> f64 {
        match self {
            Self::Uniform | Self::LogUniform => 1.0,
            Self::VariedLimitation => 0.25 + 0.75 * draw(),
        }
    }
}

/// The coefficients of Taylor's series of e^x, the highest first.
const SERIES: [f64; 15] = {
    let mut series = [1.0; 15];
    let mut at = 14;
    let mut order = 1.0;
    while at > 0 {
        series[at - 1] = series[at] / order;
        order += 1.0;
        at -= 1;
    }
    series
};

/// 2^x for x in (-1000, 0]. Only additions and multiplications, so the bits are the same on every machine, which the
/// system's own `exp2` does not promise.
fn exp2(x: f64) -> f64 {
    // The nearest whole number. Not `round`, which is a call on machines without an instruction for it.
    #[expect(clippy::cast_possible_truncation, reason = "at most a thousand")]
    let whole = f64::from((x - 0.5) as i32);
    // Within ±ln(2)/2: the terms left out are below 1e-18.
    let rest = (x - whole) * std::f64::consts::LN_2;
    let series = SERIES.iter().fold(0.0, |sum, coefficient| sum * rest + coefficient);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number between 23 and 1023")]
    let exponent = (1023.0 + whole) as u64;
    series * f64::from_bits(exponent << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp2_agrees_with_the_system() {
        for step in 0..=1000 {
            let x = -10.0 * f64::from(step) / 1000.0;
            assert!((exp2(x) / x.exp2() - 1.0).abs() < 1e-15, "{x}");
        }
    }

    #[test]
    fn magnitudes_stay_in_their_range() {
        let cases = [
            (Prior::Uniform, Strength::Medium, 0.0, 1.0),
            (Prior::Uniform, Strength::Weak, 0.0, 0.1),
            (Prior::Uniform, Strength::Strong, 0.5, 1.0),
            (Prior::LogUniform, Strength::Medium, 0.01, 1.0),
            (Prior::LogUniform, Strength::Weak, 0.001, 0.1),
            (Prior::LogUniform, Strength::Strong, 0.5, 1.0),
        ];
        for (prior, strength, lowest, highest) in cases {
            let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
            assert!(close(prior.magnitude(strength, 1e-12), lowest), "{prior:?} {strength:?}");
            assert!(close(prior.magnitude(strength, 1.0), highest), "{prior:?} {strength:?}");
        }
    }
}
