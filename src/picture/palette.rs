//! The colours: tints and shades of the palette of Okabe and Ito (2008), which the colour-blind tell apart.
//!
//! Text is dark on light tints (a contrast of 4.5 and more); lines are shades dark enough for white (3 and more).

use crate::graph::Sign;
use crate::picture::Hue;

/// The colour of text in nodes.
pub const INK: &str = "#1a1a1a";
/// The colour of lesser text: captions, remarks, the foot.
pub const FAINT: &str = "#4d4d4d";
/// The colour behind everything.
pub const PAPER: &str = "#ffffff";

/// The tint that fills a node.
pub const fn fill(hue: Hue) -> &'static str {
    match hue {
        Hue::Grey => "#f3f3f3",
        Hue::Blue => "#cfe2f3",
        Hue::SkyBlue => "#e1f3fd",
        Hue::Green => "#d3efe3",
        Hue::Yellow => "#fcf8cf",
        Hue::Orange => "#fdebc8",
        Hue::Vermilion => "#fbdcc9",
        Hue::Purple => "#f5dfec",
    }
}

/// The shade of its outline.
pub const fn outline(hue: Hue) -> &'static str {
    match hue {
        Hue::Grey => "#666666",
        Hue::Blue => "#0060a0",
        Hue::SkyBlue => "#1c7eb8",
        Hue::Green => "#007a5a",
        Hue::Yellow => "#817600",
        Hue::Orange => "#9a6700",
        Hue::Vermilion => "#b84e00",
        Hue::Purple => "#9c4577",
    }
}

/// The colour of an arrow and its label, by its sign.
pub const fn line(sign: Option<Sign>) -> &'static str {
    match sign {
        Some(Sign::Positive) => "#00695c",
        Some(Sign::Negative) => "#b83c00",
        None => "#5a5a5a",
    }
}

/// The colour of an arrow on a page that may be white or nearly black (3 and more on both).
pub const fn line_anywhere(sign: Option<Sign>) -> &'static str {
    match sign {
        Some(Sign::Positive) => "#00897b",
        Some(Sign::Negative) => "#d55e00",
        None => "#808080",
    }
}
