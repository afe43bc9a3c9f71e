//! Parts of a drawing side by side, in rows.

use super::component::Component;
use super::geometry::{Frame, Point};
use super::routing::Placed;
use super::sizes::Sizes;
use super::spacing::Direction;
use super::{ArrowPlace, LabelPlace, Layout, NodePlace};
use crate::picture::Drawing;

/// The room between two parts.
const BETWEEN: f64 = 34.0;
/// How wide a row of parts is at most, unless one alone is wider.
const ROW: f64 = 1000.0;

/// Puts components in rows, in their order, and all their parts into one layout.
pub fn packed(
    drawing: &Drawing,
    direction: Direction,
    sizes: &Sizes,
    components: &[Component],
    placed: Vec<Placed>,
) -> Layout {
    let bounds: Vec<Frame> = placed.iter().map(bounds).collect();
    let widest = bounds.iter().map(|bounds| bounds.width).fold(ROW, f64::max);
    let mut layout = Layout {
        direction,
        width: 0.0,
        height: 0.0,
        nodes: vec![NodePlace::default(); drawing.nodes.len()],
        arrows: Vec::with_capacity(drawing.arrows.len()),
    };
    let mut corner = Point::default();
    for ((component, placed), bounds) in components.iter().zip(placed).zip(bounds) {
        if corner.x > 0.0 && corner.x + bounds.width > widest {
            corner = Point::new(0.0, layout.height + BETWEEN);
        }
        let by = Point::new(corner.x - bounds.left, corner.y - bounds.top);
        put(&mut layout, component, placed, sizes, by);
        layout.width = layout.width.max(corner.x + bounds.width);
        layout.height = layout.height.max(corner.y + bounds.height);
        corner.x += bounds.width + BETWEEN;
    }
    layout.arrows.sort_by_key(|arrow| arrow.arrow);
    layout
}

/// Adds a component, moved.
fn put(layout: &mut Layout, component: &Component, placed: Placed, sizes: &Sizes, by: Point) {
    for (node, frame) in component.nodes.iter().zip(placed.nodes) {
        layout.nodes[*node] = NodePlace { frame: frame.moved(by), lines: sizes.node(*node).lines.clone() };
    }
    for route in placed.routes {
        let lines = sizes.label(route.arrow).map(|label| label.lines.clone()).unwrap_or_default();
        let label = route.label.map(|frame| LabelPlace { frame: frame.moved(by), lines });
        let curve = route.curve.mapped(|point| point.plus(by));
        layout.arrows.push(ArrowPlace { arrow: route.arrow, curve, label });
    }
}

/// The least box that holds a component.
fn bounds(placed: &Placed) -> Frame {
    let labels = placed.routes.iter().filter_map(|route| route.label);
    let corners = placed
        .nodes
        .iter()
        .copied()
        .chain(labels)
        .flat_map(|frame| [Point::new(frame.left, frame.top), Point::new(frame.right(), frame.bottom())]);
    let points: Vec<Point> = corners.chain(placed.routes.iter().flat_map(|route| route.curve.hull())).collect();
    let least = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    let (left, top) = (least(|point| point.x), least(|point| point.y));
    Frame { left, top, width: most(|point| point.x) - left, height: most(|point| point.y) - top }
}
