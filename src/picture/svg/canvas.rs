//! Elements of SVG, written with their attributes escaped.

use std::fmt::Write as _;

use crate::picture::layout::{Curve, Piece, Point};
use crate::picture::markup::escaped;

/// SVG as far as it is written.
#[derive(Clone, Debug, Default)]
pub struct Canvas {
    text: String,
    open: Vec<&'static str>,
}

/// An attribute: its name and its value.
pub type Attribute<'a> = (&'a str, String);

impl Canvas {
    /// Opens an element.
    pub fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            // Writing to a string cannot fail.
            let _ = writeln!(self.text, "</{name}>");
        }
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element that holds text.
    pub fn text(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        self.begin(name, attributes);
        let _ = writeln!(self.text, ">{}</{name}>", escaped(text));
    }

    /// All that was written.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn begin(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.indent();
        let _ = write!(self.text, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.text, " {key}=\"{}\"", escaped(value));
        }
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n("  ", self.open.len()));
    }
}

/// A length with at most one digit after the point.
pub fn number(value: f64) -> String {
    let rounded = format!("{value:.1}");
    let short = rounded.strip_suffix(".0").unwrap_or(&rounded);
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// A point as paths write it.
pub fn point(point: Point) -> String {
    format!("{} {}", number(point.x), number(point.y))
}

/// The data of a path along a curve.
pub fn path(curve: &Curve) -> String {
    let mut path = format!("M{}", point(curve.start));
    for piece in &curve.pieces {
        let _ = match piece {
            Piece::Line(end) => write!(path, " L{}", point(*end)),
            Piece::Cubic(first, second, end) => write!(path, " C{} {} {}", point(*first), point(*second), point(*end)),
        };
    }
    path
}

/// Points as polygons and polylines write them.
pub fn points(points: &[Point]) -> String {
    let pairs: Vec<String> = points.iter().map(|point| format!("{},{}", number(point.x), number(point.y))).collect();
    pairs.join(" ")
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_short() {
        for (value, expected) in [(1.0, "1"), (-0.04, "0"), (2.25, "2.2"), (2.36, "2.4"), (-3.5, "-3.5")] {
            assert_eq!(number(value), expected);
        }
    }
}
