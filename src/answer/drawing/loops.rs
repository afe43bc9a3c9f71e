//! Feedback loops, and what cuts them.

use crate::answer::feedback::{Cut, Feedback, LoopRow};
use crate::picture::Weight;

use super::details::of_step;
use super::sketch::Sketch;

pub(super) fn draw<'a>(rows: &'a [LoopRow], sketch: &mut Sketch<'a>) {
    for row in rows {
        sketch.draw(&row.steps, Weight::Plain, None);
    }
    for cut in rows.iter().flat_map(|row| &row.cut_by) {
        draw_cut(cut, sketch);
    }
    sketch.title = title(rows);
}

/// `4 negative feedback loops`
fn title(rows: &[LoopRow]) -> String {
    if let [row] = rows {
        return format!("{} feedback loop of {} steps", capital(row.feedback.as_str()), row.length);
    }
    let counted = |feedback: Feedback| (rows.iter().filter(|row| row.feedback == feedback).count(), feedback.as_str());
    match [counted(Feedback::Negative), counted(Feedback::Positive)] {
        [(0, _), (count, word)] | [(count, word), (0, _)] => format!("{count} {word} feedback loops"),
        [(negative, _), (positive, _)] => format!("{negative} negative and {positive} positive feedback loops"),
    }
}

/// A class stands for its drugs. Where it acts on the enzyme of a reaction, the arrow ends in the reaction.
fn draw_cut<'a>(cut: &'a Cut, sketch: &mut Sketch<'a>) {
    if !sketch.holds(&cut.at) {
        return;
    }
    let agent = cut.via_class.as_deref().unwrap_or(&cut.drug);
    let label =
        if cut.by.to == cut.at { cut.by.relation.clone() } else { format!("{} {}", cut.by.relation, cut.by.to) };
    sketch.net(agent, &cut.at, cut.by.sign, &label, format!("cuts the loop: {}", of_step(&cut.by)));
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
