//! The legend: what the shapes, lines and marks of this drawing mean, and of no other.

use indexmap::IndexMap;

use super::canvas::{Attribute, Canvas, number};
use super::node::{HEAVY, LIGHT, mark, shape};
use super::stroke::Stroke;
use crate::picture::layout::{Curve, Frame, Piece, Point};
use crate::picture::measure::width;
use crate::picture::{Drawing, Hue, Look, Movement, Shape, Weight, key, palette};

/// The font size.
const SIZE: f64 = 11.0;
/// How high a row is.
const ROW: f64 = 24.0;
/// How wide a sample is.
const SAMPLE: f64 = 34.0;
/// How high the sample of a node is: corners are told from curves.
const HIGH: f64 = 18.0;
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
    /// A heavy outline.
    Heavy,
    /// What signs look like.
    Line(Stroke),
    /// What a weight looks like, whatever the sign.
    Weight(Weight),
    Mark(Movement),
    Nothing,
}

/// A legend whose entries have places, in rows.
#[derive(Clone, Debug)]
pub struct Legend {
    entries: Vec<(Point, Entry)>,
    /// How high it is.
    pub height: f64,
}

impl Legend {
    /// The legend of a drawing, in rows no wider than `room`: kinds, signs, weights and marks, each from a row of its own.
    pub fn new(drawing: &Drawing, room: f64) -> Self {
        let mut entries = Vec::new();
        let mut height = 0.0;
        for group in [kinds(drawing), signs(drawing), weights(drawing), marks(drawing)] {
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
        let frame = Frame { left: at.x, top: at.y - HIGH / 2.0, width: SAMPLE, height: HIGH };
        let line = Curve { start: at, pieces: vec![Piece::Line(Point::new(at.x + SAMPLE, at.y))] };
        match self {
            Self::Node(look) => shape(canvas, look, frame, LIGHT),
            Self::Heavy => shape(canvas, Look { shape: Shape::Rounded, hue: Hue::Grey }, frame, HEAVY),
            Self::Line(stroke) => stroke.draw(canvas, &line),
            Self::Weight(weight) => Stroke::draw_weight(canvas, weight, &line),
            Self::Mark(movement) => mark(canvas, movement, Point::new(at.x + SAMPLE / 2.0, at.y)),
            Self::Nothing => {}
        }
    }
}

fn entry(sample: Sample, text: impl Into<String>) -> Entry {
    Entry { sample, text: text.into() }
}

/// The kinds, in the order in which the drawing has them; then what a heavy outline is.
fn kinds(drawing: &Drawing) -> Vec<Entry> {
    let mut kinds: IndexMap<&str, Look> = IndexMap::new();
    for node in drawing.nodes.iter().filter(|node| !node.kind.is_empty()) {
        kinds.entry(&node.kind).or_insert(node.look);
    }
    let kinds = kinds.into_iter().map(|(kind, look)| entry(Sample::Node(look), kind));
    kinds.chain(key::heavy(drawing).map(|text| entry(Sample::Heavy, text))).collect()
}

/// What signs look like.
fn signs(drawing: &Drawing) -> Vec<Entry> {
    let stroke = |sign| Stroke { sign, weight: Weight::Plain };
    key::signs(drawing).into_iter().map(|(sign, text)| entry(Sample::Line(stroke(sign)), text)).collect()
}

/// What weights look like. Their samples have neither head nor colour, which tell signs.
fn weights(drawing: &Drawing) -> Vec<Entry> {
    key::weights(drawing).into_iter().map(|(weight, text)| entry(Sample::Weight(weight), text)).collect()
}

/// The marks of movements, and what lacks one.
fn marks(drawing: &Drawing) -> Vec<Entry> {
    let marks = key::movements(drawing).into_iter().map(|(movement, text)| entry(Sample::Mark(movement), text));
    marks.chain(key::unmarked(drawing).map(|text| entry(Sample::Nothing, text))).collect()
}
