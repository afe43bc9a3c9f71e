//! How the entities of a kind are drawn: data, as all that is said of kinds.

use serde::{Deserialize, Serialize};

use super::Group;

/// How the nodes of a kind are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Look {
    /// The outline.
    pub shape: Shape,
    /// The colour.
    pub hue: Hue,
}

/// The outline of a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Shape {
    /// A rectangle.
    Rectangle,
    /// A rectangle with round corners: what all else is drawn as.
    #[default]
    Rounded,
    /// A rectangle whose short sides are half circles.
    Stadium,
    /// An ellipse.
    Ellipse,
    /// A hexagon with points at the left and right.
    Hexagon,
    /// A rectangle with cut corners.
    Octagon,
    /// A slanted rectangle.
    Parallelogram,
    /// A rectangle with double sides.
    DoubleSided,
}

/// A colour of the palette; which shade of it is the writer's choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Hue {
    /// No colour.
    #[default]
    Grey,
    /// Of the colours that the colour-blind tell apart (Okabe and Ito).
    Blue,
    /// Likewise.
    SkyBlue,
    /// Likewise.
    Green,
    /// Likewise.
    Yellow,
    /// Likewise.
    Orange,
    /// Likewise.
    Vermilion,
    /// Likewise.
    Purple,
}

impl Look {
    /// How a kind is drawn of which nothing is said: by its group.
    pub const fn of_group(group: Group) -> Self {
        let (shape, hue) = match group {
            Group::Hormone => (Shape::Ellipse, Hue::Blue),
            Group::Drug => (Shape::Stadium, Hue::Orange),
            Group::Protocol => (Shape::Parallelogram, Hue::Purple),
            Group::Condition => (Shape::Octagon, Hue::Vermilion),
            Group::Machinery => (Shape::Rounded, Hue::Green),
            Group::Other => (Shape::Rectangle, Hue::Grey),
        };
        Self { shape, hue }
    }
}

impl Shape {
    /// Every shape, in the order in which errors list them.
    pub const ALL: [Self; 8] = [
        Self::Rectangle,
        Self::Rounded,
        Self::Stadium,
        Self::Ellipse,
        Self::Hexagon,
        Self::Octagon,
        Self::Parallelogram,
        Self::DoubleSided,
    ];

    /// The word of `[[kind]]` for it: `double-sided`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rectangle => "rectangle",
            Self::Rounded => "rounded",
            Self::Stadium => "stadium",
            Self::Ellipse => "ellipse",
            Self::Hexagon => "hexagon",
            Self::Octagon => "octagon",
            Self::Parallelogram => "parallelogram",
            Self::DoubleSided => "double-sided",
        }
    }
}

impl Hue {
    /// Every colour, in the order in which errors list them.
    pub const ALL: [Self; 8] =
        [Self::Grey, Self::Blue, Self::SkyBlue, Self::Green, Self::Yellow, Self::Orange, Self::Vermilion, Self::Purple];

    /// The word of `[[kind]]` for it: `sky-blue`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Grey => "grey",
            Self::Blue => "blue",
            Self::SkyBlue => "sky-blue",
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Orange => "orange",
            Self::Vermilion => "vermilion",
            Self::Purple => "purple",
        }
    }
}
