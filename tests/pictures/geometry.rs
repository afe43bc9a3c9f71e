//! What every layout promises: nothing meets, nothing is crossed that need not be, everything is on the page.

use endograph::picture::layout::{ArrowPlace, Direction, Frame, Layout, Point, layout_in};
use endograph::picture::{Drawing, layout};
use proptest::prelude::*;

use super::arbitrary::drawings;
use super::{outline, sketch};

/// Checks a layout of a drawing, and says what is wrong.
pub fn check(drawing: &Drawing, layout: &Layout) -> Result<(), String> {
    boxes_are_apart(layout)?;
    for place in &layout.arrows {
        line_is_free(drawing, layout, place)?;
        ends_are_on_outlines(drawing, layout, place)?;
    }
    all_is_on_the_page(layout)
}

fn boxes_are_apart(layout: &Layout) -> Result<(), String> {
    let labels = layout.arrows.iter().filter_map(|place| place.label.as_ref()).map(|label| label.frame);
    let boxes: Vec<Frame> = layout.nodes.iter().map(|node| node.frame).chain(labels).collect();
    for (index, one) in boxes.iter().enumerate() {
        if let Some(other) = boxes[..index].iter().find(|other| one.meets(other)) {
            return Err(format!("{one:?} meets {other:?}"));
        }
    }
    Ok(())
}

/// No line enters the box of a node that is not its own, or of another line's label.
fn line_is_free(drawing: &Drawing, layout: &Layout, place: &ArrowPlace) -> Result<(), String> {
    let arrow = &drawing.arrows[place.arrow];
    let foreign = (0..layout.nodes.len()).filter(|node| ![arrow.from, arrow.to].contains(node));
    let nodes = foreign.map(|node| layout.nodes[node].frame);
    let others = layout.arrows.iter().filter(|other| other.arrow != place.arrow);
    let labels = others.filter_map(|other| other.label.as_ref()).map(|label| label.frame);
    let obstacles: Vec<Frame> = nodes.chain(labels).collect();
    for pair in place.curve.points(24).windows(2) {
        if let Some(frame) = obstacles.iter().find(|frame| enters(frame, pair[0], pair[1])) {
            return Err(format!("arrow {} from {:?} to {:?} enters {frame:?}", place.arrow, pair[0], pair[1]));
        }
    }
    Ok(())
}

/// Whether a straight line from one point to another enters a box (Liang and Barsky 1984).
fn enters(frame: &Frame, one: Point, other: Point) -> bool {
    let (dx, dy) = (other.x - one.x, other.y - one.y);
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, one.x - frame.left),
        (dx, frame.right() - one.x),
        (-dy, one.y - frame.top),
        (dy, frame.bottom() - one.y),
    ];
    for (step, room) in sides {
        if step.abs() < 1e-9 {
            if room <= 1e-9 {
                return false;
            }
        } else if step < 0.0 {
            first = first.max(room / step);
        } else {
            last = last.min(room / step);
        }
    }
    last - first > 1e-6
}

fn ends_are_on_outlines(drawing: &Drawing, layout: &Layout, place: &ArrowPlace) -> Result<(), String> {
    let arrow = &drawing.arrows[place.arrow];
    for (node, end) in [(arrow.from, place.curve.start), (arrow.to, place.curve.end())] {
        let (shape, frame) = (drawing.nodes[node].look.shape, &layout.nodes[node].frame);
        let distance = outline::distance(shape, frame, end);
        if distance > 0.05 {
            return Err(format!("arrow {} ends {distance} from its {shape:?} {frame:?}: {end:?}", place.arrow));
        }
    }
    Ok(())
}

fn all_is_on_the_page(layout: &Layout) -> Result<(), String> {
    let page = Frame { left: -0.01, top: -0.01, width: layout.width + 0.02, height: layout.height + 0.02 };
    let labels = layout.arrows.iter().filter_map(|place| place.label.as_ref()).map(|label| label.frame);
    let corners = layout
        .nodes
        .iter()
        .map(|node| node.frame)
        .chain(labels)
        .flat_map(|frame| [Point::new(frame.left, frame.top), Point::new(frame.right(), frame.bottom())]);
    let mut points = corners.chain(layout.arrows.iter().flat_map(|place| place.curve.points(8)));
    points.find(|point| !page.holds(*point)).map_or(Ok(()), |point| Err(format!("{point:?} is not on {page:?}")))
}

/// Checks a drawing in both directions.
fn check_both(drawing: &Drawing) -> Result<(), String> {
    for direction in [Direction::Down, Direction::Right] {
        check(drawing, &layout_in(drawing, direction)).map_err(|fault| format!("{direction:?}: {fault}"))?;
    }
    Ok(())
}

#[test]
fn real_drawings_keep_every_promise() {
    let drawings = [sketch::axis(), sketch::simulation(), sketch::ring(), sketch::star(5, 7), sketch::star(0, 1)];
    for drawing in drawings {
        assert_eq!(check_both(&drawing), Ok(()), "{}", drawing.title);
    }
}

#[test]
fn large_drawings_keep_every_promise() {
    for drawing in [sketch::large(80, 140), sketch::star(0, 60), sketch::star(60, 0), sketch::star(25, 35)] {
        assert_eq!(check_both(&drawing), Ok(()), "{}", drawing.title);
    }
}

#[test]
fn a_wide_neighbourhood_fits_a_screen_or_two() {
    for (inwards, outwards) in [(0, 60), (60, 0), (25, 35)] {
        let layout = layout(&sketch::star(inwards, outwards));
        assert!(layout.width < 2000.0 && layout.height < 2200.0, "{} by {}", layout.width, layout.height);
    }
}

/// How near the lines of a drawing come to each other at least, away from the nodes at which both end.
fn nearest_lines(drawing: &Drawing, layout: &Layout) -> f64 {
    let ends = |place: &ArrowPlace| [drawing.arrows[place.arrow].from, drawing.arrows[place.arrow].to];
    let mut nearest = f64::INFINITY;
    for (index, one) in layout.arrows.iter().enumerate() {
        for other in &layout.arrows[..index] {
            let shared = ends(one).into_iter().filter(|node| ends(other).contains(node));
            let frames: Vec<Frame> = shared.map(|node| layout.nodes[node].frame).collect();
            let free = |point: &Point| frames.iter().all(|frame| !near(frame, *point));
            for point in one.curve.points(12).into_iter().filter(free) {
                let along = other.curve.points(12);
                nearest =
                    along.windows(2).map(|pair| outline::from_segment(point, pair[0], pair[1])).fold(nearest, f64::min);
            }
        }
    }
    nearest
}

fn near(frame: &Frame, point: Point) -> bool {
    let wide = Frame {
        left: frame.left - 45.0,
        top: frame.top - 45.0,
        width: frame.width + 90.0,
        height: frame.height + 90.0,
    };
    wide.holds(point)
}

#[test]
fn lines_of_a_fan_can_be_told_apart() {
    for (inwards, outwards) in [(24, 7), (7, 24), (12, 12), (3, 4), (20, 0)] {
        let drawing = sketch::star(inwards, outwards);
        let nearest = nearest_lines(&drawing, &layout(&drawing));
        assert!(nearest >= 2.0, "{inwards} in, {outwards} out: {nearest}");
    }
}

#[test]
fn heads_at_one_side_of_a_node_do_not_meet() {
    for (inwards, outwards) in [(24, 7), (7, 24), (12, 12), (40, 0)] {
        let drawing = sketch::star(inwards, outwards);
        let layout = layout(&drawing);
        let mut ends: Vec<Point> = layout
            .arrows
            .iter()
            .filter(|place| drawing.arrows[place.arrow].to == 0)
            .map(|place| place.curve.end())
            .collect();
        ends.sort_by(|one, other| one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y)));
        for pair in ends.windows(2) {
            assert!(pair[0].distance(pair[1]) >= 11.0, "{inwards} in, {outwards} out: {pair:?}");
        }
    }
}

#[test]
fn sources_come_before_targets() {
    for drawing in [sketch::axis(), sketch::ring()] {
        let layout = layout(&drawing);
        let (first, last) = (&layout.nodes[0].frame, &layout.nodes[drawing.nodes.len() - 1].frame);
        assert!(first.bottom() < last.top, "{}", drawing.title);
        assert!(layout.nodes.iter().all(|node| node.frame.top >= first.top - 0.01), "{}", drawing.title);
    }
}

#[test]
fn an_arrow_to_no_node_is_left_out() {
    let mut drawing = sketch::ring();
    drawing.arrows[2].to = 77;
    let layout = layout(&drawing);
    assert_eq!(layout.arrows.iter().map(|place| place.arrow).collect::<Vec<_>>(), [0, 1, 3, 4]);
    assert_eq!(check(&drawing, &layout), Ok(()));
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let layout = layout(&Drawing::default());
    assert!(layout.nodes.is_empty() && layout.arrows.is_empty() && layout.width.abs() < 1e-9);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_drawing_keeps_every_promise(drawing in drawings(40)) {
        prop_assert_eq!(check_both(&drawing), Ok(()));
    }

    #[test]
    fn the_same_drawing_has_the_same_layout(drawing in drawings(12)) {
        prop_assert_eq!(format!("{:?}", layout(&drawing)), format!("{:?}", layout(&drawing.clone())));
    }
}
