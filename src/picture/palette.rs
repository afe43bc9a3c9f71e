//! Colours, of those that the colour-blind tell apart (Okabe and Ito 2008): pale ones to write on, strong ones for lines.

use crate::graph::{Hue, Sign};

/// The colours of a node. Black on `fill` has a contrast of at least 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colours {
    /// Inside.
    pub fill: &'static str,
    /// The outline: a contrast of at least 3 with white.
    pub line: &'static str,
}

/// The colours of a hue.
pub(super) const fn of(hue: Hue) -> Colours {
    let (fill, line) = match hue {
        Hue::Grey => ("#f2f2f2", "#6b6b6b"),
        Hue::Blue => ("#d6e6f5", "#0072b2"),
        Hue::SkyBlue => ("#e2f2fb", "#3488b8"),
        Hue::Green => ("#d5efe6", "#00805d"),
        Hue::Yellow => ("#fbf7c4", "#8f8500"),
        Hue::Orange => ("#fbe8c6", "#a86c00"),
        Hue::Vermilion => ("#fadccb", "#b85000"),
        Hue::Purple => ("#f4dfea", "#a3557f"),
    };
    Colours { fill, line }
}

/// The colour of an arrow, and of its label: a contrast of at least 4.5 with white.
pub(super) const fn of_sign(sign: Option<Sign>) -> &'static str {
    match sign {
        Some(Sign::Positive) => "#00694d",
        Some(Sign::Negative) => "#b03a00",
        None => "#595959",
    }
}
