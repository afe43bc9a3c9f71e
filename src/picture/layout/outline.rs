//! Where the outline of a shape runs inside its box.

use super::geometry::{Frame, Point};
use crate::picture::Shape;

/// How far the points of a hexagon stand out, and the upper side of a parallelogram is shifted.
const POINT: f64 = 12.0;
/// How much of a corner an octagon lacks.
const CUT: f64 = 9.0;
/// The radius of round corners.
pub const CORNER: f64 = 7.0;
/// How far the second sides of a double-sided rectangle stand inside.
pub const INNER: f64 = 5.0;

/// A side of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The upper.
    Top,
    /// The lower.
    Bottom,
    /// The left.
    Left,
    /// The right.
    Right,
}

/// A shape that fills a box.
#[derive(Clone, Copy, Debug)]
pub struct Outline {
    /// Which shape.
    pub shape: Shape,
    /// The box.
    pub frame: Frame,
}

impl Outline {
    /// How wide a box must be for a text to be inside the outline, and how high.
    pub fn around(shape: Shape, width: f64, height: f64) -> (f64, f64) {
        let high = height + 14.0;
        match shape {
            Shape::Rectangle | Shape::Rounded => (width + 20.0, high),
            Shape::Octagon | Shape::DoubleSided => (width + 26.0, high),
            Shape::Stadium => (width + high.min(44.0) * 0.7 + 8.0, high),
            // The greatest box in an ellipse takes 1/√2 of it either way; a flatter one may be longer.
            Shape::Ellipse => (width * 1.2 + 20.0, height * 1.5 + 12.0),
            Shape::Hexagon | Shape::Parallelogram => (width + 2.0 * POINT + 10.0, high),
        }
    }

    /// How far from the middle of a side a line may meet it.
    pub fn reach(&self, side: Side) -> f64 {
        let (half_width, half_height) = (self.frame.width / 2.0, self.frame.height / 2.0);
        let reach = match (side, self.shape) {
            (Side::Top | Side::Bottom, Shape::Rectangle | Shape::Rounded | Shape::DoubleSided) => half_width - CORNER,
            (Side::Top | Side::Bottom, Shape::Stadium) => half_width - self.radius(),
            (Side::Top | Side::Bottom, Shape::Ellipse) => half_width * 0.5,
            (Side::Top | Side::Bottom, Shape::Hexagon | Shape::Parallelogram) => half_width - self.point_out(),
            (Side::Top | Side::Bottom, Shape::Octagon) => half_width - self.cut(),
            (Side::Left | Side::Right, Shape::Octagon) => half_height - self.cut(),
            (Side::Left | Side::Right, Shape::Ellipse | Shape::Stadium) => half_height * 0.4,
            (Side::Left | Side::Right, _) => half_height - CORNER,
        };
        reach.max(0.0)
    }

    /// The point of the outline at a side, `offset` from the middle of the side (to the right, or downwards).
    pub fn point(&self, side: Side, offset: f64) -> Point {
        let centre = self.frame.centre();
        let inset = self.inset(side, offset);
        match side {
            Side::Top => Point::new(centre.x + offset, self.frame.top + inset),
            Side::Bottom => Point::new(centre.x + offset, self.frame.bottom() - inset),
            Side::Left => Point::new(self.frame.left + inset, centre.y + offset),
            Side::Right => Point::new(self.frame.right() - inset, centre.y + offset),
        }
    }

    /// How far the outline is inside the box there.
    fn inset(&self, side: Side, offset: f64) -> f64 {
        let (half_width, half_height) = (self.frame.width / 2.0, self.frame.height / 2.0);
        let upright = matches!(side, Side::Top | Side::Bottom);
        match self.shape {
            Shape::Ellipse if upright => half_height * (1.0 - round(offset / half_width)),
            Shape::Ellipse => half_width * (1.0 - round(offset / half_height)),
            Shape::Stadium if !upright => {
                let beyond = (offset.abs() - (half_height - self.radius())).max(0.0);
                self.radius() * (1.0 - round(beyond / self.radius()))
            }
            Shape::Hexagon if !upright => self.point_out() * (offset / half_height).abs(),
            Shape::Parallelogram if side == Side::Left => self.point_out() * (0.5 - offset / self.frame.height),
            Shape::Parallelogram if side == Side::Right => self.point_out() * (0.5 + offset / self.frame.height),
            _ => 0.0,
        }
    }

    /// How far its points stand out, or its sides slant; less in a small box, such as those of a legend.
    fn point_out(&self) -> f64 {
        POINT.min(self.frame.height * 0.4)
    }

    /// How much its corners lack; likewise.
    fn cut(&self) -> f64 {
        CUT.min(self.frame.height * 0.3)
    }

    /// The radius of the ends of a stadium.
    pub fn radius(&self) -> f64 {
        (self.frame.height / 2.0).min(22.0)
    }

    /// The corners of a shape that is a polygon, clockwise; none of one with round parts.
    pub fn corners(&self) -> Vec<Point> {
        let Frame { left, top, .. } = self.frame;
        let (right, bottom, middle) = (self.frame.right(), self.frame.bottom(), self.frame.centre().y);
        let corners: Vec<(f64, f64)> = match self.shape {
            Shape::Hexagon => vec![
                (left + self.point_out(), top),
                (right - self.point_out(), top),
                (right, middle),
                (right - self.point_out(), bottom),
                (left + self.point_out(), bottom),
                (left, middle),
            ],
            Shape::Octagon => vec![
                (left + self.cut(), top),
                (right - self.cut(), top),
                (right, top + self.cut()),
                (right, bottom - self.cut()),
                (right - self.cut(), bottom),
                (left + self.cut(), bottom),
                (left, bottom - self.cut()),
                (left, top + self.cut()),
            ],
            Shape::Parallelogram => {
                vec![(left + self.point_out(), top), (right, top), (right - self.point_out(), bottom), (left, bottom)]
            }
            Shape::Rectangle | Shape::Rounded | Shape::Stadium | Shape::Ellipse | Shape::DoubleSided => Vec::new(),
        };
        corners.into_iter().map(|(x, y)| Point::new(x, y)).collect()
    }
}

/// The height of the unit circle at a distance from its middle.
fn round(distance: f64) -> f64 {
    (1.0 - distance * distance).max(0.0).sqrt()
}
