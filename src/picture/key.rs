//! What heads, lines, outlines and marks mean in a drawing: the words of its legend, and its key where there is no legend.

use super::{Drawing, Movement, Part, Weight};
use crate::graph::Sign;

/// What heads tell, of those that the drawing has.
pub(super) fn signs(drawing: &Drawing) -> Vec<(Option<Sign>, &'static str)> {
    let signs = [(Some(Sign::Positive), "raises (+)"), (Some(Sign::Negative), "lowers (-)"), (None, "no sign")];
    signs.into_iter().filter(|(sign, _)| drawing.arrows.iter().any(|arrow| arrow.sign == *sign)).collect()
}

/// What thick, thin and dotted lines are.
pub(super) fn weights(drawing: &Drawing) -> Vec<(Weight, String)> {
    let weights = [
        (Weight::Main, "thick", drawing.terms.main),
        (Weight::Opposing, "thin", drawing.terms.opposing),
        (Weight::Documented, "dotted", "documented net effect"),
    ];
    let shown = weights.into_iter().filter(|(weight, ..)| drawing.arrows.iter().any(|arrow| arrow.weight == *weight));
    shown.map(|(weight, look, text)| (weight, format!("{look}: {text}"))).collect()
}

/// What a heavy outline is, where that needs words.
pub(super) fn heavy(drawing: &Drawing) -> Option<String> {
    let centre = drawing.terms.centre;
    let is_shown = !centre.is_empty() && drawing.nodes.iter().any(|node| node.part == Part::Centre);
    is_shown.then(|| format!("heavy: {centre}"))
}

/// What marks tell.
pub(super) fn movements(drawing: &Drawing) -> Vec<(Movement, &'static str)> {
    let all = [Movement::Up, Movement::Down, Movement::Ambiguous, Movement::Unmoved];
    let shown = all.into_iter().filter(|movement| drawing.nodes.iter().any(|node| node.movement == Some(*movement)));
    shown.map(|movement| (movement, drawing.marks.words(movement))).collect()
}

/// What nodes without a mark are, where others have one and it needs words.
pub(super) fn unmarked(drawing: &Drawing) -> Option<String> {
    let unmarked = drawing.terms.unmarked;
    let (some, none) = (
        || drawing.nodes.iter().any(|node| node.movement.is_some()),
        || drawing.nodes.iter().any(|node| node.movement.is_none()),
    );
    (!unmarked.is_empty() && some() && none()).then(|| format!("no mark: {unmarked}"))
}

/// All of it as a line of text, with the words for the heads of what raises, what lowers and what has no sign.
pub(super) fn line(drawing: &Drawing, heads: [&str; 3]) -> String {
    let head = |sign: Option<Sign>| match sign {
        Some(Sign::Positive) => heads[0],
        Some(Sign::Negative) => heads[1],
        None => heads[2],
    };
    let signs = signs(drawing).into_iter().map(|(sign, text)| format!("{}: {text}", head(sign)));
    let weights = weights(drawing).into_iter().map(|(_, text)| text);
    let marks = movements(drawing).into_iter().map(|(movement, text)| format!("{} {text}", movement.mark()));
    signs.chain(weights).chain(heavy(drawing)).chain(marks).chain(unmarked(drawing)).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Arrow, Look, Node, Terms};

    #[test]
    fn the_key_tells_what_is_there_and_no_more() {
        let node = |movement| Node {
            name: String::new(),
            kind: String::new(),
            look: Look::default(),
            part: Part::Centre,
            movement,
            details: Vec::new(),
        };
        let arrow = |sign, weight| Arrow { from: 0, to: 1, label: String::new(), sign, weight, details: Vec::new() };
        let heads = ["arrow", "bar", "open head"];
        let mut drawing = Drawing { nodes: vec![node(None), node(None)], ..Drawing::default() };
        assert_eq!(line(&drawing, heads), "");
        drawing.arrows = vec![arrow(Some(Sign::Negative), Weight::Plain), arrow(None, Weight::Documented)];
        assert_eq!(line(&drawing, heads), "bar: lowers (-) · open head: no sign · dotted: documented net effect");
        drawing.arrows = vec![arrow(Some(Sign::Positive), Weight::Main)];
        drawing.nodes[0].movement = Some(Movement::Down);
        drawing.terms = Terms { centre: "answers", unmarked: "on the way", ..Terms::default() };
        assert_eq!(
            line(&drawing, heads),
            "arrow: raises (+) · thick: the mechanism · heavy: answers · ▼ falls · no mark: on the way"
        );
    }
}
