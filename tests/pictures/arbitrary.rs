//! Drawings of every kind: cycles, parallel arrows, loops, long names, names in any script.

use endograph::graph::Sign;
use endograph::picture::{Arrow, Drawing, Hue, Look, Movement, Node, Part, Shape, Weight};
use proptest::prelude::*;
use proptest::sample::select;

const SHAPES: &[Shape] = &[
    Shape::Rectangle,
    Shape::Rounded,
    Shape::Stadium,
    Shape::Ellipse,
    Shape::Hexagon,
    Shape::Octagon,
    Shape::Parallelogram,
    Shape::DoubleSided,
];

/// Every colour.
pub const HUES: &[Hue] =
    &[Hue::Grey, Hue::Blue, Hue::SkyBlue, Hue::Green, Hue::Yellow, Hue::Orange, Hue::Vermilion, Hue::Purple];

/// A drawing of at most `most` nodes.
pub fn drawings(most: usize) -> impl Strategy<Value = Drawing> {
    let nodes = prop::collection::vec(nodes(), 1..=most);
    let arrows = prop::collection::vec((any::<usize>(), any::<usize>(), 0..12_usize, arrows()), 0..2 * most);
    (nodes, arrows, names(), names(), any::<bool>()).prop_map(|(nodes, arrows, title, foot, labelled)| {
        let count = nodes.len();
        let join = |(from, step, near, arrow): (usize, usize, usize, Arrow)| {
            // Mostly to nodes near by in the order, as in answers.
            let from = from % count;
            let to = if near < 9 { (from + near) % count } else { step % count };
            Arrow { from, to, label: if labelled { arrow.label.clone() } else { String::new() }, ..arrow }
        };
        let arrows = arrows.into_iter().map(join).collect();
        Drawing { title, remarks: vec![foot.clone()], foot, nodes, arrows, ..Drawing::default() }
    })
}

fn nodes() -> impl Strategy<Value = Node> {
    let part = prop_oneof![8 => Just(Part::Between), 1 => Just(Part::Source), 1 => Just(Part::Target)];
    let movements =
        [None, Some(Movement::Up), Some(Movement::Down), Some(Movement::Ambiguous), Some(Movement::Unmoved)];
    (names(), select(SHAPES), select(HUES), part, select(movements.to_vec()), names()).prop_map(
        |(name, shape, hue, part, movement, detail)| Node {
            kind: format!("{shape:?}"),
            name,
            look: Look { shape, hue },
            part,
            movement,
            details: vec![detail],
        },
    )
}

fn arrows() -> impl Strategy<Value = Arrow> {
    let signs = [None, Some(Sign::Positive), Some(Sign::Negative)];
    let weights = [Weight::Main, Weight::Plain, Weight::Opposing, Weight::Documented];
    let label = prop_oneof![3 => "[a-z]{4,9}( [a-z]{2,9}){0,3}", 1 => Just(String::new()), 1 => names()];
    (label, select(signs.to_vec()), select(weights.to_vec()), names()).prop_map(|(label, sign, weight, detail)| Arrow {
        from: 0,
        to: 0,
        label,
        sign,
        weight,
        details: vec![detail],
    })
}

fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-z]{2,12}( [a-z]{2,12}){0,3}",
        1 => "[A-Za-z0-9-]{30,90}",
        1 => "\\PC{0,30}",
        1 => any::<String>(),
        1 => Just("<b>&amp;\"quoted\" 'n' ]]> \u{0}\u{1b}".to_owned()),
    ]
}
