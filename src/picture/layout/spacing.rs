//! Which way a drawing runs, and how much room is left in it.

use super::geometry::{Frame, Point};
use super::levels::{Item, Role};
use super::outline::Side;

/// Which way arrows run that do not feed back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From top to bottom.
    Down,
    /// From left to right.
    Right,
}

/// The straight end of a line at a node to which it points: the arrow head has its place there.
pub const STUB: f64 = 13.0;
/// The straight end of a line at a node that it leaves.
pub const START: f64 = 4.0;
/// How far a loop stands out from its node.
pub const LOOP: f64 = 34.0;

/// A layout is made in a plane of its own, in which ranks follow each other along and nodes of a rank stand across.
impl Direction {
    /// The point of the picture for one `across` and `along`.
    pub const fn point(self, place: Point) -> Point {
        match self {
            Self::Down => place,
            Self::Right => Point::new(place.y, place.x),
        }
    }

    /// The box in the picture for a box across and along.
    pub const fn frame(self, frame: Frame) -> Frame {
        match self {
            Self::Down => frame,
            Self::Right => Frame { left: frame.top, top: frame.left, width: frame.height, height: frame.width },
        }
    }

    /// How far a width and a height reach across, and how far along.
    pub const fn breadth_and_depth(self, (width, height): (f64, f64)) -> (f64, f64) {
        match self {
            Self::Down => (width, height),
            Self::Right => (height, width),
        }
    }

    /// The side where arrows come in.
    pub const fn entry(self) -> Side {
        match self {
            Self::Down => Side::Top,
            Self::Right => Side::Left,
        }
    }

    /// The side where arrows go out.
    pub const fn exit(self) -> Side {
        match self {
            Self::Down => Side::Bottom,
            Self::Right => Side::Right,
        }
    }

    /// The side where loops are drawn.
    pub const fn flank(self) -> Side {
        match self {
            Self::Down => Side::Right,
            Self::Right => Side::Bottom,
        }
    }

    /// How broad a rank may be before what hangs on it by one end moves on.
    pub const fn broadest(self) -> f64 {
        match self {
            Self::Down => 1300.0,
            Self::Right => 1000.0,
        }
    }

    /// How far apart two lines at the same side of a node are.
    pub const fn port(self) -> f64 {
        match self {
            Self::Down => 18.0,
            Self::Right => 12.0,
        }
    }

    /// The room between two items that stand side by side.
    pub const fn between(self, one: &Item, other: &Item) -> f64 {
        match (self, &one.role, &other.role) {
            (Self::Down, Role::Node(_), Role::Node(_)) => 30.0,
            (Self::Right, Role::Node(_), Role::Node(_)) => 16.0,
            (Self::Down, Role::Bend, Role::Bend) => 14.0,
            (Self::Down, ..) => 12.0,
            (Self::Right, ..) => 8.0,
        }
    }

    /// How deep the space between two ranks is where lines shift across it by as much as `shift`, and `fan` lines of one
    /// node side by side.
    pub fn gap(self, shift: f64, fan: u32) -> f64 {
        let crowd = f64::from(fan.clamp(FAN, MOST_FAN) - FAN);
        match self {
            Self::Down => (12.0 + (0.2 + 0.03 * crowd) * shift).clamp(16.0, 140.0 + 18.0 * crowd),
            Self::Right => (14.0 + (0.22 + 0.03 * crowd) * shift).clamp(18.0, 180.0 + 9.0 * crowd),
        }
    }
}

/// So many lines side by side need no more room than one.
const FAN: u32 = 3;
/// And more than so many no more than these.
const MOST_FAN: u32 = 12;
