//! What Graphviz calls things: for pictures of answers and for whole graphs.

use crate::graph::{Shape, Sign};

/// A text in double quotes, where only these need a backslash: `node` and `graph` are then no keywords.
pub(crate) fn quoted(text: &str) -> String {
    // A backslash before the closing quote would escape it, and one before a line break would swallow it. A null character
    // ends texts for programs in C.
    format!("\"{}\"", text.replace('\0', "\u{fffd}").replace('\\', "\\\\").replace('"', "\\\""))
}

/// A label in double quotes, where a backslash also begins `\n` and the like.
pub(crate) fn label(text: &str) -> String {
    quoted(text).replace('\n', "\\n").replace('\r', "")
}

/// The shape of a node, and the word of its style, if any.
pub(crate) const fn outline(shape: Shape) -> (&'static str, Option<&'static str>) {
    match shape {
        Shape::Rectangle => ("box", None),
        Shape::Rounded | Shape::Stadium => ("box", Some("rounded")),
        Shape::Ellipse => ("ellipse", None),
        Shape::Hexagon => ("hexagon", None),
        Shape::Octagon => ("octagon", None),
        Shape::Parallelogram => ("parallelogram", None),
        Shape::DoubleSided => ("box", Some("diagonals")),
    }
}

/// The head of an arrow: an arrow for +, a bar for -, an open one for what has no sign.
pub(crate) const fn head(sign: Option<Sign>) -> &'static str {
    match sign {
        Some(Sign::Positive) => "normal",
        Some(Sign::Negative) => "tee",
        None => "vee",
    }
}
