//! How much room each node and each label takes.

use super::component::Component;
use super::outline::Outline;
use super::spacing::{Direction, LOOP};
use crate::picture::measure::{width, wrap};
use crate::picture::{Drawing, Node, Part, Shape};

/// The font size of names, in pixels.
pub const NAME_SIZE: f64 = 13.0;
/// From one line of a name to the next.
pub const NAME_LINE: f64 = 16.0;
/// The font size of labels.
pub const LABEL_SIZE: f64 = 11.0;
/// From one line of a label to the next.
pub const LABEL_LINE: f64 = 13.5;
/// The font size of the word `source` or `target` in a node.
pub const CAPTION_SIZE: f64 = 9.5;
/// How high that word's line is.
pub const CAPTION_LINE: f64 = 12.0;
/// How wide the mark of a movement is, with the space after it.
pub const MARK: f64 = 18.0;

/// The room left and right of a label's text.
const LABEL_MARGIN: f64 = 4.0;

/// The sizes of all that a drawing shows, for one direction.
#[derive(Clone, Debug)]
pub struct Sizes {
    direction: Direction,
    nodes: Vec<Size>,
    labels: Vec<Option<Size>>,
}

/// The room that a text takes.
#[derive(Clone, Debug, Default)]
pub struct Size {
    /// The text, line by line.
    pub lines: Vec<String>,
    /// How far it reaches across.
    pub breadth: f64,
    /// How far along.
    pub depth: f64,
}

impl Sizes {
    /// Measures a drawing.
    pub fn new(drawing: &Drawing, direction: Direction) -> Self {
        let size = |(lines, (wide, high)): (Vec<String>, (f64, f64))| {
            let (breadth, depth) = direction.breadth_and_depth((wide, high));
            Size { lines, breadth, depth }
        };
        let nodes = drawing.nodes.iter().map(|node| size(node_size(node))).collect();
        let labels = drawing.arrows.iter().map(|arrow| label_size(&arrow.label).map(size)).collect();
        Self { direction, nodes, labels }
    }

    /// The size of a node, by its position in the drawing.
    pub fn node(&self, node: usize) -> &Size {
        &self.nodes[node]
    }

    /// The size of the label of an arrow, by its position in the drawing; none where there is no label.
    pub fn label(&self, arrow: usize) -> Option<&Size> {
        self.labels[arrow].as_ref()
    }

    /// Makes nodes broad enough for the lines that meet them, and deep enough for their loops. `above` and `below` are
    /// how many lines come in and go out at each node of the component.
    pub fn widen(&mut self, drawing: &Drawing, component: &Component, above: &[u32], below: &[u32]) {
        for (index, node) in component.nodes.iter().enumerate() {
            let gaps = above[index].max(below[index]).saturating_sub(1);
            let few = self.direction.port() * f64::from(gaps.min(FEW));
            let apart = (few + CLOSE * f64::from(gaps.saturating_sub(FEW))).min(BROADEST);
            let breadth = match drawing.nodes[*node].look.shape {
                // Where an ellipse slopes, a line does not meet it well.
                Shape::Ellipse => apart * 2.0,
                _ => apart + 28.0,
            };
            let size = &mut self.nodes[*node];
            size.breadth = size.breadth.max(breadth);
        }
        for looped in &component.loops {
            let node = component.nodes[looped.node];
            let depth: f64 = component.loops_of(looped.node).map(|arrow| self.slot(arrow)).sum();
            self.nodes[node].depth = self.nodes[node].depth.max(depth + 16.0);
        }
    }

    /// How much of the side of its node a loop takes.
    pub fn slot(&self, arrow: usize) -> f64 {
        self.label(arrow).map_or(0.0, |label| label.depth + 4.0).max(24.0)
    }

    /// How far the loops of a node and their labels reach out across.
    pub fn loops(&self, component: &Component, node: usize) -> f64 {
        let reach = |arrow: usize| LOOP + self.label(arrow).map_or(0.0, |label| label.breadth);
        component.loops_of(node).map(reach).fold(0.0, f64::max)
    }
}

/// How many lines at a side have their full distance; more of them stand closer.
const FEW: u32 = 10;
/// How close.
const CLOSE: f64 = 12.0;
/// How much a node grows for its lines at most.
const BROADEST: f64 = 700.0;

/// A name on one to four lines, and how much room it takes in its shape, with its mark and its part in the question.
fn node_size(node: &Node) -> (Vec<String>, (f64, f64)) {
    let lines = wrap(&node.name, NAME_SIZE, 150.0, 4);
    let mark = if node.movement.is_some() { MARK } else { 0.0 };
    let caption = if matches!(node.part, Part::Between | Part::Centre) { 0.0 } else { CAPTION_LINE };
    let wide = text_width(&lines, NAME_SIZE) + mark;
    let high = NAME_LINE * f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX)) + caption;
    let (width, height) = Outline::around(node.look.shape, wide.max(34.0), high);
    (lines, (width.ceil(), height.ceil()))
}

/// A label on one to three lines, and how much room it takes; none of an empty one.
fn label_size(label: &str) -> Option<(Vec<String>, (f64, f64))> {
    let lines = wrap(label, LABEL_SIZE, 112.0, 3);
    if lines.iter().all(String::is_empty) {
        return None;
    }
    let high = LABEL_LINE * f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX)) + 3.0;
    let wide = text_width(&lines, LABEL_SIZE) + 2.0 * LABEL_MARGIN;
    Some((lines, (wide.ceil(), high.ceil())))
}

/// How wide the widest of some lines is.
pub fn text_width(lines: &[String], size: f64) -> f64 {
    lines.iter().map(|line| width(line, size)).fold(0.0, f64::max)
}
