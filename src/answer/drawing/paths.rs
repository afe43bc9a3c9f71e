//! Paths, merged to one graph.

use indexmap::IndexSet;

use crate::answer::row::{PathRole, PathRow};
use crate::answer::words::counted;
use crate::graph::Sign;
use crate::picture::{Part, Weight};

use super::sketch::Sketch;

/// Up to so many names stand in a title.
const NAMED: usize = 3;

pub(super) fn draw<'a>(rows: &'a [PathRow], sketch: &mut Sketch<'a>) {
    let opposes = |row: &PathRow| !matches!(row.role, None | Some(PathRole::Supporting));
    // What has nothing against it need not be told apart.
    let main = if rows.iter().any(opposes) { Weight::Main } else { Weight::Plain };
    for row in rows {
        sketch.draw(&row.steps, if opposes(row) { Weight::Opposing } else { main }, None);
    }
    for row in rows {
        row.entities.first().into_iter().for_each(|name| sketch.mark(name, Part::Source));
        row.entities.last().into_iter().for_each(|name| sketch.mark(name, Part::Target));
    }
    sketch.title = format!("{} → {}", ends(rows, |row| row.entities.first()), ends(rows, |row| row.entities.last()));
    sketch.remarks.push(told(rows));
}

fn ends<'a>(rows: &'a [PathRow], end: impl Fn(&'a PathRow) -> Option<&'a String>) -> String {
    let names: IndexSet<&str> = rows.iter().filter_map(end).map(String::as_str).collect();
    let named: Vec<&str> = names.iter().copied().take(NAMED).collect();
    match names.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

/// `12 paths of 3 to 7 steps, net + 9, net - 3`
fn told(rows: &[PathRow]) -> String {
    let lengths = || rows.iter().map(|row| row.hops);
    let (shortest, longest) = (lengths().min().unwrap_or_default(), lengths().max().unwrap_or_default());
    let mut text = counted(rows.len(), "path", "paths");
    text.push_str(&match (shortest, longest) {
        (1, 1) => String::from(" of 1 step"),
        (shortest, longest) if shortest == longest => format!(" of {shortest} steps"),
        (shortest, longest) => format!(" of {shortest} to {longest} steps"),
    });
    for sign in [Sign::Positive, Sign::Negative] {
        match rows.iter().filter(|row| row.net == Some(sign)).count() {
            0 => {}
            all if all == rows.len() => text.push_str(&format!(", net {}", sign.as_str())),
            some => text.push_str(&format!(", {some} of net {}", sign.as_str())),
        }
    }
    text
}
