//! Paths, merged to one graph.

use indexmap::IndexSet;

use crate::answer::row::{PathRole, PathRow};
use crate::answer::words::counted;
use crate::diagnostic::listed;
use crate::graph::Sign;
use crate::picture::{Part, Weight};

use super::sketch::Sketch;

/// Up to so many names stand in a title.
const NAMED: usize = 3;

pub(super) fn draw<'a>(rows: &'a [PathRow], sketch: &mut Sketch<'a>) {
    let opposes = |row: &PathRow| !matches!(row.role, None | Some(PathRole::Supporting));
    // What has nothing against it need not be told apart.
    let main = if rows.iter().any(opposes) { Weight::Main } else { Weight::Plain };
    if rows.iter().any(|row| !opposes(row) && row.net == Some(Sign::Negative)) {
        (sketch.terms.main, sketch.terms.opposing) = ("on paths of net -", "only on paths of net +");
    } else {
        (sketch.terms.main, sketch.terms.opposing) = ("on paths of net +", "only on paths of net -");
    }
    for row in rows {
        sketch.draw(&row.steps, if opposes(row) { Weight::Opposing } else { main }, None);
    }
    for row in rows {
        row.entities.first().into_iter().for_each(|name| sketch.mark(name, Part::Source));
        row.entities.last().into_iter().for_each(|name| sketch.mark(name, Part::Target));
    }
    let (first, last) = (ends(rows, |row| row.entities.first()), ends(rows, |row| row.entities.last()));
    let arrow = if rows.iter().any(turns_back) { "↔" } else { "→" };
    sketch.title = format!("{first} {arrow} {last}");
    sketch.remarks.push(told(rows));
}

/// Whether a path takes a step against its direction, as only one that ignores directions does.
fn turns_back(row: &PathRow) -> bool {
    let mut steps = row.entities.iter().zip(&row.steps);
    steps.any(|(here, step)| step.to == *here && step.from != *here)
}

fn ends<'a>(rows: &'a [PathRow], end: impl Fn(&'a PathRow) -> Option<&'a String>) -> String {
    let names: IndexSet<&str> = rows.iter().filter_map(end).map(String::as_str).collect();
    listed(names, NAMED)
}

/// `12 paths of 3 to 7 steps, 9 of net +, 3 of net -`
fn told(rows: &[PathRow]) -> String {
    let lengths = || rows.iter().map(|row| row.hops);
    let (shortest, longest) = (lengths().min().unwrap_or_default(), lengths().max().unwrap_or_default());
    let length = match (shortest, longest) {
        (1, 1) => String::from("1 step"),
        (shortest, longest) if shortest == longest => format!("{shortest} steps"),
        (shortest, longest) => format!("{shortest} to {longest} steps"),
    };
    let count = |sign: Sign| match rows.iter().filter(|row| row.net == Some(sign)).count() {
        0 => String::new(),
        all if all == rows.len() => format!(", net {}", sign.as_str()),
        some => format!(", {some} of net {}", sign.as_str()),
    };
    let paths = counted(rows.len(), "path", "paths");
    format!("{paths} of {length}{}{}", count(Sign::Positive), count(Sign::Negative))
}
