//! Arrows: a line with a head, a label on it, and the evidence when the pointer rests there.

use super::canvas::{Canvas, number, path};
use super::node::text_attributes;
use super::stroke::Stroke;
use crate::graph::Sign;
use crate::picture::layout::{ArrowPlace, LABEL_LINE, LABEL_SIZE, LabelPlace, Point};
use crate::picture::{Arrow, Drawing, Weight, palette};

/// Opens the group of an arrow, which says what it is.
fn open(canvas: &mut Canvas, class: &str, drawing: &Drawing, position: usize) {
    let Some(arrow) = drawing.arrows.get(position) else { return };
    let name = |node: usize| drawing.nodes.get(node).map(|node| node.name.clone()).unwrap_or_default();
    canvas.open(
        "g",
        &[
            ("class", class.to_owned()),
            ("id", format!("{class}-{position}")),
            ("data-arrow", position.to_string()),
            ("data-from", arrow.from.to_string()),
            ("data-to", arrow.to.to_string()),
            ("data-from-name", name(arrow.from)),
            ("data-to-name", name(arrow.to)),
            ("data-sign", sign(arrow.sign).to_owned()),
            ("role", "img".to_owned()),
            ("aria-label", spoken(drawing, arrow)),
        ],
    );
    let mut tooltip = vec![spoken(drawing, arrow)];
    tooltip.extend(arrow.details.iter().cloned());
    canvas.text("title", &[], &tooltip.join("\n"));
}

/// Draws the line of an arrow, with a wider one that is not seen, so that a pointer finds it.
pub fn draw(canvas: &mut Canvas, drawing: &Drawing, place: &ArrowPlace) {
    let Some(arrow) = drawing.arrows.get(place.arrow) else { return };
    open(canvas, "arrow", drawing, place.arrow);
    let target = [
        ("class", "reach".to_owned()),
        ("d", path(&place.curve)),
        ("fill", "none".to_owned()),
        ("stroke", palette::PAPER.to_owned()),
        ("stroke-opacity", "0".to_owned()),
        ("stroke-width", "10".to_owned()),
        ("pointer-events", "stroke".to_owned()),
    ];
    canvas.empty("path", &target);
    Stroke::of(arrow).draw(canvas, &place.curve);
    canvas.close();
}

/// Draws the label of an arrow on a plate that hides the line behind it.
pub fn label(canvas: &mut Canvas, drawing: &Drawing, position: usize, label: &LabelPlace) {
    let Some(arrow) = drawing.arrows.get(position) else { return };
    open(canvas, "label", drawing, position);
    let frame = label.frame;
    let plate = [
        ("x", number(frame.left)),
        ("y", number(frame.top)),
        ("width", number(frame.width)),
        ("height", number(frame.height)),
        ("fill", palette::PAPER.to_owned()),
    ];
    canvas.empty("rect", &plate);
    let count = f64::from(u32::try_from(label.lines.len()).unwrap_or(u32::MAX));
    let mut baseline = frame.centre().y - count * LABEL_LINE / 2.0 + LABEL_SIZE - 1.0;
    for line in &label.lines {
        let at = Point::new(frame.centre().x, baseline);
        canvas.text("text", &text_attributes(at, LABEL_SIZE, palette::line(arrow.sign)), line);
        baseline += LABEL_LINE;
    }
    canvas.close();
}

/// An arrow as a sentence.
fn spoken(drawing: &Drawing, arrow: &Arrow) -> String {
    let name = |node: usize| drawing.nodes.get(node).map_or("", |node| node.name.as_str());
    let verb = if arrow.label.is_empty() { "acts on" } else { arrow.label.as_str() };
    let sign = arrow.sign.map(|sign| format!(" ({})", self::sign(Some(sign)))).unwrap_or_default();
    let weight = match arrow.weight {
        Weight::Documented => ", documented net effect",
        Weight::Opposing => ", opposing",
        Weight::Main | Weight::Plain => "",
    };
    format!("{} {verb} {}{sign}{weight}", name(arrow.from), name(arrow.to))
}

/// A sign as it is written.
const fn sign(sign: Option<Sign>) -> &'static str {
    match sign {
        Some(Sign::Positive) => "+",
        Some(Sign::Negative) => "-",
        None => "",
    }
}
