//! How far a point is from the outline of a shape, reckoned otherwise than the layout does.

use endograph::picture::Shape;
use endograph::picture::layout::{CORNER, Frame, Outline, Point};

/// The distance of a point from the outline; about it, for an ellipse.
pub fn distance(shape: Shape, frame: &Frame, point: Point) -> f64 {
    let outline = Outline { shape, frame: *frame };
    let corners = outline.corners();
    if !corners.is_empty() {
        let sides = corners.iter().zip(corners.iter().cycle().skip(1));
        return sides.map(|(one, other)| from_segment(point, *one, *other)).fold(f64::INFINITY, f64::min);
    }
    let centre = frame.centre();
    let (dx, dy) = ((point.x - centre.x).abs(), (point.y - centre.y).abs());
    match shape {
        Shape::Ellipse => {
            let scaled = (dx / (frame.width / 2.0)).hypot(dy / (frame.height / 2.0));
            (scaled - 1.0).abs() * frame.height / 2.0
        }
        Shape::Rounded => from_round_box(dx, dy, frame, CORNER),
        Shape::Stadium => from_round_box(dx, dy, frame, outline.radius()),
        _ => from_round_box(dx, dy, frame, 0.0),
    }
}

/// The distance from a box with round corners about the origin.
fn from_round_box(dx: f64, dy: f64, frame: &Frame, radius: f64) -> f64 {
    let (beyond_x, beyond_y) = (dx - frame.width / 2.0 + radius, dy - frame.height / 2.0 + radius);
    let outside = beyond_x.max(0.0).hypot(beyond_y.max(0.0));
    (outside + beyond_x.max(beyond_y).min(0.0) - radius).abs()
}

/// The distance of a point from a straight stretch.
pub fn from_segment(point: Point, one: Point, other: Point) -> f64 {
    let (dx, dy) = (other.x - one.x, other.y - one.y);
    let share = ((point.x - one.x) * dx + (point.y - one.y) * dy) / (dx * dx + dy * dy);
    point.distance(one.towards(other, share.clamp(0.0, 1.0)))
}
