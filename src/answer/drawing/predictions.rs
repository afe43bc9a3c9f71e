//! A scenario: what is done, what moves, and by which mechanism.

use indexmap::IndexSet;

use crate::answer::prediction::{Change, PredictionRow, Press};
use crate::answer::row::VerdictCertainty;
use crate::diagnostic::listed;
use crate::graph::UNTREATED;
use crate::picture::{Marks, Movement, Part, Weight};

use super::sketch::Sketch;

/// Up to so many entities that do not move are named.
const NAMED: usize = 12;

pub(super) fn draw<'a>(rows: &'a [PredictionRow], sketch: &mut Sketch<'a>) {
    for row in rows {
        sketch.draw(&row.mechanism, Weight::Main, None);
    }
    for row in rows {
        sketch.draw(&row.counter, Weight::Opposing, Some("works against the change"));
    }
    // Statements stand in place of a mechanism. Beside one they would hide it, and are told of its entity.
    for row in rows.iter().filter(|row| row.mechanism.is_empty() && row.counter.is_empty()) {
        for stated in &row.documented {
            sketch.draw(std::slice::from_ref(stated), Weight::Documented, None);
        }
    }
    for row in rows {
        draw_loss(row, sketch);
    }
    for row in rows {
        if sketch.holds(&row.entity) && !(row.mechanism.is_empty() && row.counter.is_empty()) {
            row.documented.iter().for_each(|stated| sketch.tell(&row.entity, stated));
        }
        if sketch.holds(&row.entity) {
            sketch.moves(&row.entity, Some(movement(row.change)));
            let certainty = row.certainty.map_or("nothing that is done reaches it", VerdictCertainty::as_str);
            sketch.node(&row.entity).details.insert(0, format!("{}: {certainty}", row.change.as_str()));
        }
    }
    // The same stands in every row.
    for press in rows.first().into_iter().flat_map(|row| &row.presses) {
        draw_press(press, sketch);
    }
    sketch.terms.unmarked = "a step on the way";
    let stated: Vec<String> = rows.iter().filter_map(stated).collect();
    if !stated.is_empty() {
        sketch.remarks.push(format!("as sources state it, the mechanism leaves it open: {}", stated.join(", ")));
    }
    if let Some(versus) = rows.iter().find_map(|row| row.versus.as_deref()) {
        sketch.marks = Marks::Differences;
        sketch.remarks.push(format!("the other scenario: {versus}"));
    }
    let word = if sketch.marks == Marks::Differences { "no difference" } else { "no change" };
    for (word, unknown) in [(word, false), ("not known", true)] {
        let still = still(rows, unknown);
        if !still.is_empty() {
            sketch.remarks.push(format!("{word}: {}", listed(still, NAMED)));
        }
    }
    sketch.title = rows.first().map(|row| row.scenario.clone()).unwrap_or_default();
}

/// What is lost because something is removed, from one to the next.
fn draw_loss<'a>(row: &'a PredictionRow, sketch: &mut Sketch<'a>) {
    let lost: Vec<&'a str> = row.lost_with.iter().chain(Some(&row.entity)).map(String::as_str).collect();
    for pair in lost.windows(2) {
        let [cause, gone] = *pair else { continue };
        sketch.consequence(cause, gone, "takes with it", format!("without {cause}, no {gone}"));
        sketch.moves(gone, Some(Movement::Down));
    }
}

/// Marks what is done, and draws the therapy that it is a component of.
fn draw_press<'a>(press: &'a Press, sketch: &mut Sketch<'a>) {
    if !sketch.holds(&press.entity) {
        return;
    }
    let change = press.change.map(movement);
    sketch.presses(&press.entity, change);
    if let Some(therapy) = &press.given_in {
        let said = format!("{} is given in {therapy}", press.entity);
        sketch.consequence(therapy, &press.entity, "gives", said);
    }
    let source = press.given_in.as_ref().filter(|therapy| sketch.holds(therapy)).unwrap_or(&press.entity);
    sketch.presses(source, change);
    sketch.node(source).part = Part::Source;
}

/// What was asked for and does not move, in any aspect, or of which that is not known.
fn still(rows: &[PredictionRow], unknown: bool) -> IndexSet<&str> {
    let moving = rows.iter().filter(|row| row.change != Change::None);
    let moving: IndexSet<&str> = moving.map(|row| row.entity.as_str()).collect();
    let told = rows.iter().filter(|row| row.unknown == unknown).map(|row| row.entity.as_str());
    told.filter(|name| !moving.contains(name)).collect()
}

/// What only sources decide, and of whom they say it: `spermatogenesis (on TRT)`.
fn stated(row: &PredictionRow) -> Option<String> {
    (row.certainty == Some(VerdictCertainty::Documented)).then(|| {
        let backgrounds = row.documented.iter().filter_map(|step| step.background.as_deref());
        let said_of: IndexSet<&str> = backgrounds.filter(|background| *background != UNTREATED).collect();
        let said_of: Vec<&str> = said_of.into_iter().collect();
        if said_of.is_empty() { row.entity.clone() } else { format!("{} ({})", row.entity, said_of.join(", ")) }
    })
}

const fn movement(change: Change) -> Movement {
    match change {
        Change::Up => Movement::Up,
        Change::Down => Movement::Down,
        Change::Ambiguous => Movement::Ambiguous,
        Change::None => Movement::Unmoved,
    }
}
