//! Nodes: an outline, a name, a mark for what moves, and the part in the question.

use super::canvas::{Attribute, Canvas, number, points};
use crate::picture::layout::{
    CAPTION_LINE, CAPTION_SIZE, CORNER, Frame, INNER, MARK, NAME_LINE, NAME_SIZE, NodePlace, Outline, Point, text_width,
};
use crate::picture::{Look, Marks, Movement, Node, Part, Shape, palette};

/// How thick the outline of what the question is about is.
pub const HEAVY: f64 = 2.8;
/// And that of any other node.
pub const LIGHT: f64 = 1.4;

/// Draws a node of the drawing.
pub fn draw(canvas: &mut Canvas, position: usize, node: &Node, marks: Marks, place: &NodePlace) {
    canvas.open(
        "g",
        &[
            ("class", "node".to_owned()),
            ("id", format!("node-{position}")),
            ("data-node", position.to_string()),
            ("data-name", node.name.clone()),
            ("data-kind", node.kind.clone()),
            ("role", "img".to_owned()),
            ("aria-label", spoken(node, marks)),
        ],
    );
    canvas.text("title", &[], &tooltip(node, marks));
    let heavy = node.part != Part::Between;
    shape(canvas, node.look, place.frame, if heavy { HEAVY } else { LIGHT });
    words(canvas, node, place);
    canvas.close();
}

/// What is said of a node to somebody who does not see it.
fn spoken(node: &Node, marks: Marks) -> String {
    let mut spoken = node.name.clone();
    if !node.kind.is_empty() {
        spoken.push_str(", ");
        spoken.push_str(&node.kind);
    }
    for word in [caption(node.part), node.movement.map(|movement| marks.words(movement))].into_iter().flatten() {
        spoken.push_str(", ");
        spoken.push_str(word);
    }
    spoken
}

/// What is shown when the pointer rests on a node.
fn tooltip(node: &Node, marks: Marks) -> String {
    let mut lines = vec![spoken(node, marks)];
    lines.extend(node.details.iter().cloned());
    lines.join("\n")
}

/// The word for a part in the question.
const fn caption(part: Part) -> Option<&'static str> {
    match part {
        Part::Source => Some("source"),
        Part::Target => Some("target"),
        Part::Between | Part::Centre => None,
    }
}

/// The name with its mark before it, and the part under it.
fn words(canvas: &mut Canvas, node: &Node, place: &NodePlace) {
    let centre = place.frame.centre();
    let caption = caption(node.part);
    let count = f64::from(u32::try_from(place.lines.len()).unwrap_or(u32::MAX));
    let high = count * NAME_LINE + if caption.is_some() { CAPTION_LINE } else { 0.0 };
    let top = centre.y - high / 2.0;
    let shift = if node.movement.is_some() { MARK / 2.0 } else { 0.0 };
    if let Some(movement) = node.movement {
        let left = centre.x - f64::midpoint(text_width(&place.lines, NAME_SIZE), MARK);
        mark(canvas, movement, Point::new(left + 5.5, top + count * NAME_LINE / 2.0));
    }
    let mut baseline = top + NAME_SIZE - 0.5;
    for line in &place.lines {
        canvas.text("text", &text_attributes(Point::new(centre.x + shift, baseline), NAME_SIZE, palette::INK), line);
        baseline += NAME_LINE;
    }
    if let Some(caption) = caption {
        let at = Point::new(centre.x, top + count * NAME_LINE + CAPTION_SIZE - 0.5);
        canvas.text("text", &text_attributes(at, CAPTION_SIZE, palette::FAINT), caption);
    }
}

/// The attributes of a line of text about a place.
pub fn text_attributes(at: Point, size: f64, colour: &str) -> Vec<Attribute<'static>> {
    vec![
        ("x", number(at.x)),
        ("y", number(at.y)),
        ("font-size", number(size)),
        ("fill", colour.to_owned()),
        ("text-anchor", "middle".to_owned()),
    ]
}

/// The mark of a movement: a triangle up or down, a question mark, or two bars. Drawn, since a font may lack it.
pub fn mark(canvas: &mut Canvas, movement: Movement, at: Point) {
    let Point { x, y } = at;
    let ink = || ("fill", palette::INK.to_owned());
    let bar =
        |y: f64| [("x", number(x - 5.0)), ("y", number(y)), ("width", "10".to_owned()), ("height", "2".to_owned())];
    match movement {
        Movement::Up | Movement::Down => {
            let way = if movement == Movement::Up { -1.0 } else { 1.0 };
            let base = y - 4.5 * way;
            let corners = [Point::new(x, y + 4.5 * way), Point::new(x - 5.5, base), Point::new(x + 5.5, base)];
            canvas.empty("polygon", &[("points", points(&corners)), ink()]);
        }
        Movement::Ambiguous => {
            let hook = format!(
                "M{left} {upper} a3.3 3.3 0 1 1 4.6 3.1 q-1.3 .6 -1.3 2.4",
                left = number(x - 3.3),
                upper = number(y - 2.6)
            );
            let attributes = [
                ("d", hook),
                ("fill", "none".to_owned()),
                ("stroke", palette::INK.to_owned()),
                ("stroke-width", "1.8".to_owned()),
            ];
            canvas.empty("path", &attributes);
            canvas.empty("circle", &[("cx", number(x)), ("cy", number(y + 5.4)), ("r", "1.2".to_owned()), ink()]);
        }
        Movement::Unmoved => {
            for y in [y - 3.0, y + 1.5] {
                let mut attributes = bar(y).to_vec();
                attributes.push(ink());
                canvas.empty("rect", &attributes);
            }
        }
    }
}

/// The outline of a node, filled.
pub fn shape(canvas: &mut Canvas, look: Look, frame: Frame, thickness: f64) {
    let outline = Outline { shape: look.shape, frame };
    let mut attributes = vec![
        ("fill", palette::fill(look.hue).to_owned()),
        ("stroke", palette::outline(look.hue).to_owned()),
        ("stroke-width", number(thickness)),
    ];
    let centre = frame.centre();
    match look.shape {
        Shape::Ellipse => {
            attributes.extend([("cx", number(centre.x)), ("cy", number(centre.y))]);
            attributes.extend([("rx", number(frame.width / 2.0)), ("ry", number(frame.height / 2.0))]);
            canvas.empty("ellipse", &attributes);
        }
        Shape::Hexagon | Shape::Octagon | Shape::Parallelogram => {
            attributes.push(("points", points(&outline.corners())));
            attributes.push(("stroke-linejoin", "round".to_owned()));
            canvas.empty("polygon", &attributes);
        }
        Shape::Rectangle | Shape::Rounded | Shape::Stadium | Shape::DoubleSided => {
            attributes.extend([("x", number(frame.left)), ("y", number(frame.top))]);
            attributes.extend([("width", number(frame.width)), ("height", number(frame.height))]);
            let radius = match look.shape {
                Shape::Rounded => CORNER,
                Shape::Stadium => outline.radius(),
                _ => 0.0,
            };
            attributes.push(("rx", number(radius)));
            canvas.empty("rect", &attributes);
        }
    }
    if look.shape == Shape::DoubleSided {
        for x in [frame.left + INNER, frame.right() - INNER] {
            let line = format!("M{x} {} V{}", number(frame.top), number(frame.bottom()), x = number(x));
            let stroke = palette::outline(look.hue).to_owned();
            canvas.empty("path", &[("d", line), ("stroke", stroke), ("stroke-width", number(thickness.min(1.4)))]);
        }
    }
}
