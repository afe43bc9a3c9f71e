//! A drawing is given places: a layered layout, after Sugiyama, Tagawa and Toda (1981).
//!
//! | stage | what happens there |
//! |---|---|
//! | `sizes` | text is measured and wrapped |
//! | `component` | parts that nothing joins are laid out apart |
//! | `acyclic` | which arrows point against the flow |
//! | `ranking`, `spread` | on which rank each node stands; broad ranks are dealt to several |
//! | `levels` | labels, and long lines on each rank they cross, get places like nodes |
//! | `crossing` | in which order a rank stands |
//! | `placing`, `straightening` | how far across |
//! | `effort` | how long the searches of these stages go on |
//! | `ports`, `routing` | where lines meet nodes, and how they run |
//! | `packing` | parts are put side by side |

mod acyclic;
mod component;
mod crossing;
mod effort;
mod geometry;
mod levels;
mod outline;
mod packing;
mod placing;
mod ports;
mod ranking;
mod routing;
mod sizes;
mod spacing;
mod spread;
mod straightening;

pub use geometry::{Curve, Frame, Piece, Point};
pub use outline::{CORNER, INNER, Outline, Side};
pub use sizes::{CAPTION_LINE, CAPTION_SIZE, LABEL_LINE, LABEL_SIZE, MARK, NAME_LINE, NAME_SIZE, text_width};
pub use spacing::{Direction, STUB};

use super::{Drawing, Shape};
use component::Component;
use ranking::Tie;
use routing::Placed;
use sizes::Sizes;

/// A drawing with places, in pixels. Everything is between the origin and `width` and `height`.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Which way it runs.
    pub direction: Direction,
    /// From the left to the right end.
    pub width: f64,
    /// From the upper to the lower end.
    pub height: f64,
    /// One a node of the drawing, in its order.
    pub nodes: Vec<NodePlace>,
    /// One an arrow of the drawing, in its order, without those that lead from or to no node.
    pub arrows: Vec<ArrowPlace>,
}

/// Where a node stands.
#[derive(Clone, Debug, Default)]
pub struct NodePlace {
    /// The box that its shape fills.
    pub frame: Frame,
    /// Its name, line by line.
    pub lines: Vec<String>,
}

/// How an arrow runs.
#[derive(Clone, Debug)]
pub struct ArrowPlace {
    /// The arrow, as a position in the drawing.
    pub arrow: usize,
    /// From the outline of the node that it leaves to that of the node that it points to. Its first or its last
    /// stretch is straight, at least `STUB` long, where the arrow head is.
    pub curve: Curve,
    /// Its label, if it has one.
    pub label: Option<LabelPlace>,
}

/// Where a label stands, on its line or beside its loop.
#[derive(Clone, Debug)]
pub struct LabelPlace {
    /// The box that the text fills.
    pub frame: Frame,
    /// The text, line by line.
    pub lines: Vec<String>,
}

/// The width that a page has for a picture, in pixels.
const PAGE_WIDTH: f64 = 1150.0;
/// And the height.
const PAGE_HEIGHT: f64 = 1500.0;
/// How much better running to the right must fit a page to be chosen.
const BETTER: f64 = 1.3;

/// Lays a drawing out: downwards, or to the right where that fits a page much better. The same drawing gives the same
/// layout. Under a tenth of a second for a hundred nodes in an ordinary mechanism, and well under a second for the densest
/// drawing of an answer.
pub fn layout(drawing: &Drawing) -> Layout {
    let down = layout_in(drawing, Direction::Down);
    if excess(&down) <= 1.0 {
        return down;
    }
    let right = layout_in(drawing, Direction::Right);
    if excess(&right) * BETTER < excess(&down) { right } else { down }
}

/// By how much a layout is larger than a page.
fn excess(layout: &Layout) -> f64 {
    (layout.width / PAGE_WIDTH).max(layout.height / PAGE_HEIGHT)
}

/// Lays a drawing out in a direction.
pub fn layout_in(drawing: &Drawing, direction: Direction) -> Layout {
    let mut sizes = Sizes::new(drawing, direction);
    let components = component::components(drawing);
    let placed: Vec<Placed> =
        components.iter().map(|component| placed(drawing, component, &mut sizes, direction)).collect();
    packing::packed(drawing, direction, &sizes, &components, placed)
}

/// Gives one component places.
fn placed(drawing: &Drawing, component: &Component, sizes: &mut Sizes, direction: Direction) -> Placed {
    let backwards = acyclic::backwards(drawing, component);
    let ties: Vec<Tie> = component.links.iter().zip(&backwards).map(|(link, back)| tie(drawing, link, *back)).collect();
    let count = component.nodes.len();
    let (mut above, mut below) = (vec![0; count], vec![0; count]);
    for tie in &ties {
        above[tie.lower] += 1;
        below[tie.upper] += 1;
    }
    sizes.widen(drawing, component, &above, &below);
    let ranks = spread::spread(component, sizes, direction, &ties, &ranking::ranks(count, &ties));
    let mut levels = levels::Levels::new(drawing, component, sizes, &ranks, &backwards);
    let orders = crossing::orders(&levels);
    let across = placing::best(&mut levels, orders, direction);
    let shapes: Vec<Shape> = component.nodes.iter().map(|node| drawing.nodes[*node].look.shape).collect();
    routing::routed(&levels, component, sizes, &shapes, direction, &across)
}

fn tie(drawing: &Drawing, link: &component::Link, backwards: bool) -> Tie {
    let (upper, lower) = if backwards { (link.to, link.from) } else { (link.from, link.to) };
    let weight = match drawing.arrows[link.arrow].weight {
        super::Weight::Main => 4,
        super::Weight::Plain => 3,
        super::Weight::Opposing => 2,
        super::Weight::Documented => 1,
    };
    Tie { upper, lower, weight: if backwards { 1 } else { weight } }
}
