//! How sure a share of worlds is.

/// The two-sided 99.9 % quantile of the normal distribution.
const QUANTILE: f64 = 3.290_526_731_491_896;

/// The 99.9 % Wilson score interval of a share (Wilson 1927). `(0, 1)` where nothing was counted.
pub(super) fn interval(hits: u32, total: u32) -> (f64, f64) {
    if total == 0 {
        return (0.0, 1.0);
    }
    let total = f64::from(total);
    let share = f64::from(hits) / total;
    let square = QUANTILE * QUANTILE;
    let middle = share + square / (2.0 * total);
    let spread = QUANTILE * (share * (1.0 - share) / total + square / (4.0 * total * total)).sqrt();
    let scale = 1.0 + square / total;
    ((middle - spread) / scale, (middle + spread) / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        // From the closed form: all of n hits gives n / (n + z²).
        let cases = [(250, 250, 0.958_487, 1.0), (0, 250, 0.0, 0.041_513), (5, 10, 0.139_491, 0.860_509)];
        for (hits, total, low, high) in cases {
            let (found_low, found_high) = interval(hits, total);
            assert!((found_low - low).abs() < 1e-6, "{hits}/{total}: {found_low}");
            assert!((found_high - high).abs() < 1e-6, "{hits}/{total}: {found_high}");
        }
    }
}
