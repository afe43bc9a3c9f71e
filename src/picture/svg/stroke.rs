//! How the line and the head of an arrow are drawn.

use super::canvas::{Attribute, Canvas, number, path, point, points};
use crate::graph::Sign;
use crate::picture::layout::{Curve, Piece, Point};
use crate::picture::{Arrow, Weight, palette};

/// How long an arrow head is.
const HEAD: f64 = 9.0;
/// How far a bar stands off the node, so that it is seen beside the outline.
const OFF: f64 = 3.5;
/// Half of how long a bar is.
const BAR: f64 = 5.0;

/// How an arrow is drawn, whichever way it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// Its head, colour and dash.
    pub sign: Option<Sign>,
    /// Its thickness; documented ones are dotted.
    pub weight: Weight,
}

impl Stroke {
    /// The stroke of an arrow.
    pub const fn of(arrow: &Arrow) -> Self {
        Self { sign: arrow.sign, weight: arrow.weight }
    }

    /// Its thickness, in pixels.
    const fn thickness(self) -> f64 {
        match self.weight {
            Weight::Main => 2.6,
            Weight::Plain => 1.6,
            Weight::Opposing => 1.1,
            Weight::Documented => 1.5,
        }
    }

    /// Solid for +, dashed for -, dotted for what is only documented.
    const fn dash(self) -> Option<&'static str> {
        match (self.weight, self.sign) {
            (Weight::Documented, _) => Some("2 3.5"),
            (_, Some(Sign::Negative)) => Some("7 3"),
            (_, Some(Sign::Positive) | None) => None,
        }
    }

    /// Draws a line as all of a weight are, whatever their sign: without head or colour.
    pub fn draw_weight(canvas: &mut Canvas, weight: Weight, curve: &Curve) {
        let bare = Self { sign: None, weight };
        let mut attributes = bare.attributes();
        attributes.insert(0, ("d", path(curve)));
        if let Some(dash) = bare.dash() {
            attributes.push(("stroke-dasharray", dash.to_owned()));
        }
        canvas.empty("path", &attributes);
    }

    /// Draws the line and its head.
    pub fn draw(self, canvas: &mut Canvas, curve: &Curve) {
        let tip = curve.end();
        let heading = heading(curve);
        let short = match self.sign {
            Some(Sign::Positive) => HEAD - 1.0,
            Some(Sign::Negative) => OFF,
            None => 1.0,
        };
        let line = shortened(curve, along(tip, heading, -short));
        let mut attributes = self.attributes();
        attributes.insert(0, ("d", path(&line)));
        if let Some(dash) = self.dash() {
            attributes.push(("stroke-dasharray", dash.to_owned()));
        }
        canvas.empty("path", &attributes);
        self.head(canvas, tip, heading);
    }

    /// A filled triangle, a bar, or an open angle.
    fn head(self, canvas: &mut Canvas, tip: Point, heading: Point) {
        let aside = |back: f64, side: f64| along(along(tip, heading, -back), Point::new(-heading.y, heading.x), side);
        match self.sign {
            Some(Sign::Positive) => {
                let half = 3.6 + self.thickness() * 0.5;
                let corners = points(&[tip, aside(HEAD, half), aside(HEAD, -half)]);
                canvas.empty("polygon", &[("points", corners), ("fill", palette::line(self.sign).to_owned())]);
            }
            Some(Sign::Negative) => {
                let bar = format!("M{} L{}", point(aside(OFF, BAR)), point(aside(OFF, -BAR)));
                let mut attributes = self.attributes();
                attributes.insert(0, ("d", bar));
                attributes.retain(|(key, _)| *key != "stroke-width");
                attributes.push(("stroke-width", number(self.thickness().max(1.8) + 0.6)));
                canvas.empty("path", &attributes);
            }
            None => {
                let angle =
                    format!("M{} L{} L{}", point(aside(8.0, 4.5)), point(aside(0.8, 0.0)), point(aside(8.0, -4.5)));
                let mut attributes = self.attributes();
                attributes.insert(0, ("d", angle));
                canvas.empty("path", &attributes);
            }
        }
    }

    fn attributes(self) -> Vec<Attribute<'static>> {
        vec![
            ("fill", "none".to_owned()),
            ("stroke", palette::line(self.sign).to_owned()),
            ("stroke-width", number(self.thickness())),
        ]
    }
}

/// The direction in which a curve ends, of length 1.
fn heading(curve: &Curve) -> Point {
    let end = curve.end();
    let before =
        curve.hull().filter(|point| point.distance(end) > 0.1).last().unwrap_or(Point::new(end.x, end.y - 1.0));
    let distance = before.distance(end);
    Point::new((end.x - before.x) / distance, (end.y - before.y) / distance)
}

fn along(from: Point, heading: Point, distance: f64) -> Point {
    Point::new(from.x + heading.x * distance, from.y + heading.y * distance)
}

/// The curve with another end on its last, straight stretch.
fn shortened(curve: &Curve, end: Point) -> Curve {
    let mut short = curve.clone();
    if let Some(Piece::Line(last)) = short.pieces.last_mut() {
        *last = end;
    }
    short
}
