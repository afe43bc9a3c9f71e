//! Feedback loops, and what cuts them.

use crate::answer::feedback::{Cut, Feedback, LoopRow};
use crate::answer::words::counted;
use crate::picture::{Part, Weight};

use super::details::of_step;
use super::sketch::Sketch;

pub(super) fn draw<'a>(rows: &'a [LoopRow], sketch: &mut Sketch<'a>) {
    for row in rows {
        sketch.draw(&row.steps, Weight::Main, None);
    }
    for cut in rows.iter().flat_map(|row| &row.cut_by) {
        draw_cut(cut, sketch);
    }
    let count = |feedback| rows.iter().filter(|row| row.feedback == feedback).count();
    let signs = [(count(Feedback::Negative), "negative"), (count(Feedback::Positive), "positive")];
    let signs: Vec<String> =
        signs.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    sketch.title = match rows {
        [row] => format!("{} feedback loop of {} steps", capital(row.feedback.as_str()), row.length),
        _ => counted(rows.len(), "feedback loop", "feedback loops"),
    };
    if rows.len() > 1 {
        sketch.remarks.push(signs.join(", "));
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
    sketch.net(agent, &cut.at, cut.by.sign, label, format!("cuts the loop: {}", of_step(&cut.by)));
    sketch.mark(agent, Part::Source);
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
