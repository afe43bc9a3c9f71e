//! A drawing as SVG that stands alone: no script, no style sheet, no font or picture from elsewhere.
//!
//! A page that holds it finds nodes by `class="node"` and `data-node` (a position among the nodes of the drawing),
//! `data-name`, `data-kind`; arrows by `class="arrow"`, their labels by `class="label"`, each with `data-arrow`,
//! `data-from` and `data-to` (positions again), `data-sign`. The drawing without words around it is `class="drawing"`.

mod arrow;
mod canvas;
mod legend;
mod node;
mod stroke;

use super::layout::{Layout, Point, layout};
use super::measure::{bold_width, wrap};
use super::{Drawing, measure, palette};
use canvas::{Canvas, number};
use legend::Legend;

/// The room at the edges.
const MARGIN: f64 = 24.0;
/// How narrow a picture may be.
const NARROWEST: f64 = 460.0;
/// The font sizes of the title, of remarks, and of the foot.
const TITLE: f64 = 17.0;
const REMARK: f64 = 12.0;
const FOOT: f64 = 10.5;
/// Asked for in this order.
const FONTS: &str = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/// The drawing as SVG, laid out. The same drawing gives the same bytes.
pub fn svg(drawing: &Drawing) -> String {
    svg_of(drawing, &layout(drawing))
}

/// The drawing as SVG, with the places of a layout made of it.
pub fn svg_of(drawing: &Drawing, layout: &Layout) -> String {
    let page = Page::new(drawing, layout);
    let mut canvas = Canvas::default();
    let (width, height) = (page.width.ceil(), page.height.ceil());
    canvas.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg".to_owned()),
            ("width", number(width)),
            ("height", number(height)),
            ("viewBox", format!("0 0 {} {}", number(width), number(height))),
            ("role", "img".to_owned()),
            ("aria-label", drawing.title.clone()),
            ("font-family", FONTS.to_owned()),
        ],
    );
    canvas.text("title", &[], &drawing.title);
    canvas.text("desc", &[], &description(drawing));
    let paper = [("width", number(width)), ("height", number(height)), ("fill", palette::PAPER.to_owned())];
    canvas.empty("rect", &paper);
    for line in &page.lines {
        line.draw(&mut canvas);
    }
    draw(&mut canvas, drawing, layout, page.corner);
    page.legend.draw(&mut canvas, page.legend_corner);
    canvas.finish()
}

/// What is told of a picture to somebody who does not see it.
fn description(drawing: &Drawing) -> String {
    let mut lines = vec![format!("{} nodes, {} arrows.", drawing.nodes.len(), drawing.arrows.len())];
    lines.extend(drawing.remarks.iter().cloned());
    lines.push(drawing.foot.clone());
    lines.join("\n").trim().to_owned()
}

/// Lines first, then nodes, then labels, each over what it must hide.
fn draw(canvas: &mut Canvas, drawing: &Drawing, layout: &Layout, corner: Point) {
    let shift = format!("translate({} {})", number(corner.x), number(corner.y));
    canvas.open("g", &[("class", "drawing".to_owned()), ("transform", shift)]);
    for place in &layout.arrows {
        arrow::draw(canvas, drawing, place);
    }
    for (position, (node, place)) in drawing.nodes.iter().zip(&layout.nodes).enumerate() {
        node::draw(canvas, position, node, drawing.marks, place);
    }
    for place in &layout.arrows {
        if let Some(label) = &place.label {
            arrow::label(canvas, drawing, place.arrow, label);
        }
    }
    canvas.close();
}

/// A line of text at the left edge.
struct Line {
    at: Point,
    size: f64,
    class: &'static str,
    text: String,
}

impl Line {
    fn draw(&self, canvas: &mut Canvas) {
        let mut attributes = vec![
            ("class", self.class.to_owned()),
            ("x", number(self.at.x)),
            ("y", number(self.at.y)),
            ("font-size", number(self.size)),
            ("fill", if self.class == "heading" { palette::INK } else { palette::FAINT }.to_owned()),
        ];
        if self.class == "heading" {
            attributes.push(("font-weight", "bold".to_owned()));
        }
        canvas.text("text", &attributes, &self.text);
    }
}

/// Where the words, the drawing and the legend go.
struct Page {
    width: f64,
    height: f64,
    lines: Vec<Line>,
    corner: Point,
    legend: Legend,
    legend_corner: Point,
}

impl Page {
    /// From top to bottom: the title, remarks, the drawing, the legend, the foot.
    fn new(drawing: &Drawing, layout: &Layout) -> Self {
        let title = (bold_width(&drawing.title, TITLE) + 4.0).min(NARROWEST * 1.6);
        let room = layout.width.max(NARROWEST).max(title);
        let legend = Legend::new(drawing, room);
        let room = room.max(legend.width());
        let mut page = Self {
            width: room + 2.0 * MARGIN,
            height: MARGIN,
            lines: Vec::new(),
            corner: Point::default(),
            legend,
            legend_corner: Point::default(),
        };
        // Bold is wider than it is measured.
        page.write("heading", &drawing.title, TITLE, room / (bold_width("n", 1.0) / measure::width("n", 1.0)));
        for remark in &drawing.remarks {
            page.write("remark", remark, REMARK, room);
        }
        page.height += 16.0;
        page.corner = Point::new((page.width - layout.width) / 2.0, page.height);
        page.height += layout.height + 22.0;
        page.legend_corner = Point::new(MARGIN, page.height);
        page.height += page.legend.height + 6.0;
        page.write("foot", &drawing.foot, FOOT, room);
        page.height += MARGIN - 8.0;
        page
    }

    /// Adds text, wrapped.
    fn write(&mut self, class: &'static str, text: &str, size: f64, room: f64) {
        if text.trim().is_empty() {
            return;
        }
        for text in wrap(text, size, room, 12) {
            self.height += size * 1.35;
            self.lines.push(Line { at: Point::new(MARGIN, self.height - size * 0.35), size, class, text });
        }
    }
}
