//! The legend: what the shapes, lines and marks of this drawing mean, and of no other.

use indexmap::IndexMap;

use super::canvas::{Attribute, Canvas, number};
use super::node::{mark, moves, shape};
use super::stroke::Stroke;
use crate::graph::Sign;
use crate::picture::layout::{Curve, Frame, Piece, Point};
use crate::picture::measure::width;
use crate::picture::{Drawing, Look, Movement, Weight, palette};

/// The font size.
const SIZE: f64 = 11.0;
/// How high a row is.
const ROW: f64 = 22.0;
/// How wide a sample is.
const SAMPLE: f64 = 30.0;
/// The room after an entry.
const AFTER: f64 = 22.0;

/// An entry: what it looks like, and what it means.
#[derive(Clone, Debug)]
struct Entry {
    sample: Sample,
    text: String,
}

#[derive(Clone, Copy, Debug)]
enum Sample {
    Node(Look),
    Line(Stroke),
    Mark(Movement),
}

/// A legend whose entries have places, in rows.
#[derive(Clone, Debug)]
pub struct Legend {
    entries: Vec<(Point, Entry)>,
    /// How high it is.
    pub height: f64,
}

impl Legend {
    /// The legend of a drawing, in rows no wider than `room`: kinds, lines and marks, each from a row of its own.
    pub fn new(drawing: &Drawing, room: f64) -> Self {
        let mut entries = Vec::new();
        let mut height = 0.0;
        for group in [kinds(drawing), lines(drawing), marks(drawing)] {
            let mut left = 0.0;
            for entry in group {
                let wide = SAMPLE + 7.0 + width(&entry.text, SIZE);
                if left > 0.0 && left + wide > room {
                    left = 0.0;
                    height += ROW;
                }
                entries.push((Point::new(left, height + ROW / 2.0), entry));
                left += wide + AFTER;
            }
            height += if left > 0.0 { ROW } else { 0.0 };
        }
        Self { entries, height }
    }

    /// How wide its widest row is.
    pub fn width(&self) -> f64 {
        let ends = self.entries.iter().map(|(at, entry)| at.x + SAMPLE + 7.0 + width(&entry.text, SIZE));
        ends.fold(0.0, f64::max)
    }

    /// Draws it with its corner at a place.
    pub fn draw(&self, canvas: &mut Canvas, corner: Point) {
        if self.entries.is_empty() {
            return;
        }
        canvas.open("g", &[("class", "legend".to_owned())]);
        for (at, entry) in &self.entries {
            let at = at.plus(corner);
            entry.sample.draw(canvas, at);
            let attributes: [Attribute<'_>; 4] = [
                ("x", number(at.x + SAMPLE + 7.0)),
                ("y", number(at.y + SIZE * 0.36)),
                ("font-size", number(SIZE)),
                ("fill", palette::FAINT.to_owned()),
            ];
            canvas.text("text", &attributes, &entry.text);
        }
        canvas.close();
    }
}

impl Sample {
    /// Draws the sample, beginning at a place half-way up its row.
    fn draw(self, canvas: &mut Canvas, at: Point) {
        match self {
            Self::Node(look) => {
                shape(canvas, look, Frame { left: at.x, top: at.y - 7.5, width: SAMPLE, height: 15.0 }, 1.4);
            }
            Self::Line(stroke) => {
                let end = Point::new(at.x + SAMPLE, at.y);
                stroke.draw(canvas, &Curve { start: at, pieces: vec![Piece::Line(end)] });
            }
            Self::Mark(movement) => mark(canvas, movement, Point::new(at.x + SAMPLE / 2.0, at.y)),
        }
    }
}

/// The kinds, in the order in which the drawing has them.
fn kinds(drawing: &Drawing) -> Vec<Entry> {
    let kinds: IndexMap<&str, Look> = drawing
        .nodes
        .iter()
        .rev()
        .filter(|node| !node.kind.is_empty())
        .map(|node| (node.kind.as_str(), node.look))
        .collect();
    kinds.into_iter().rev().map(|(kind, look)| Entry { sample: Sample::Node(look), text: kind.to_owned() }).collect()
}

/// The lines: what signs look like, then how strongly they are drawn.
fn lines(drawing: &Drawing) -> Vec<Entry> {
    let strokes: Vec<Stroke> = drawing.arrows.iter().map(Stroke::of).collect();
    let mut lines = Vec::new();
    for (sign, text) in [(Some(Sign::Positive), "raises (+)"), (Some(Sign::Negative), "lowers (-)"), (None, "no sign")]
    {
        if strokes.iter().any(|stroke| stroke.sign == sign) {
            lines.push(entry(sign, Weight::Plain, text));
        }
    }
    let weights = [
        (Weight::Main, "the mechanism"),
        (Weight::Opposing, "against it"),
        (Weight::Documented, "documented net effect"),
    ];
    for (weight, text) in weights {
        let first = strokes.iter().find(|stroke| stroke.weight == weight);
        lines.extend(first.map(|stroke| entry(stroke.sign, weight, text)));
    }
    lines
}

fn entry(sign: Option<Sign>, weight: Weight, text: &str) -> Entry {
    Entry { sample: Sample::Line(Stroke { sign, weight }), text: text.to_owned() }
}

/// The marks of movements.
fn marks(drawing: &Drawing) -> Vec<Entry> {
    let all = [Movement::Up, Movement::Down, Movement::Ambiguous, Movement::Unmoved];
    let shown = all.into_iter().filter(|movement| drawing.nodes.iter().any(|node| node.movement == Some(*movement)));
    shown
        .map(|movement| Entry { sample: Sample::Mark(movement), text: moves(movement, drawing.marks).to_owned() })
        .collect()
}
