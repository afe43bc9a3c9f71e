//! A verdict: the mechanism that it rests on, the one against it, and what sources state.

use crate::answer::glyphs::Glyphs;
use crate::answer::row::{PathRole, PathRow, Verdict, VerdictRow};
use crate::answer::table::{certainty_lines, headline};
use crate::answer::words::context_values;
use crate::picture::{Movement, Part, Weight};

use super::sketch::Sketch;

pub(super) fn draw<'a>(rows: &'a [VerdictRow], statement: &str, sketch: &mut Sketch<'a>) {
    // Where there is no room for all, it is for what the verdicts rest on.
    for path in rows.iter().flat_map(|row| &row.supporting) {
        sketch.draw(&path.steps, Weight::Main, None);
    }
    for row in rows {
        draw_row(row, sketch);
    }
    let followed = rows.iter().filter(|row| !row.edge_asked && movement(row.verdict).is_some());
    for path in followed.flat_map(|row| row.supporting.iter().chain(&row.opposing)) {
        sketch.follow(&path.steps);
    }
    sketch.terms.unmarked = "no one direction";
    // What one verdict presses and another reads off bears no mark of either.
    for row in rows {
        if rows.iter().any(|other| other.object == row.subject) {
            sketch.moves(&row.subject, None);
        }
    }
    sketch.remarks.extend(rows.iter().filter_map(|row| row.caveat.clone()));
    if let [row] = rows {
        sketch.title = title(row);
        sketch.remarks.extend(certainty_lines(row, Glyphs::UNICODE).iter().map(crate::answer::Markup::to_plain));
    } else {
        statement.clone_into(&mut sketch.title);
        sketch.remarks.extend(rows.iter().map(|row| headline::of(row).to_plain()));
    }
}

/// `exogenous testosterone suppresses LH`; the headline where it is not that simple.
fn title(row: &VerdictRow) -> String {
    match row.verdict {
        Verdict::Raises | Verdict::Suppresses => {
            format!("{} {} {}", row.subject, row.verdict.as_str(), row.object_text())
        }
        _ => headline::of(row).to_plain().trim_end_matches('.').to_owned(),
    }
}

/// What stands beside the mechanism, and the part of each end.
fn draw_row<'a>(row: &'a VerdictRow, sketch: &mut Sketch<'a>) {
    for path in &row.opposing {
        sketch.draw(&path.steps, Weight::Opposing, against(path));
    }
    for verdict in &row.contexts {
        sketch.draw(&verdict.mechanism, Weight::Main, None);
        let certainty = verdict.certainty.map_or("", |certainty| certainty.as_str());
        let parts = [context_values(&verdict.context), verdict.verdict.as_str().to_owned(), certainty.to_owned()];
        let said: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        sketch.remarks.push(said.join(", "));
    }
    for effect in &row.documented {
        sketch.draw(std::slice::from_ref(effect), Weight::Documented, None);
    }
    let mechanisms = row.supporting.iter().chain(&row.opposing).map(|path| path.steps.as_slice());
    let mechanisms = mechanisms.chain(row.contexts.iter().map(|verdict| verdict.mechanism.as_slice()));
    for steps in mechanisms.chain(row.documented.iter().map(std::slice::from_ref)) {
        if let (Some(first), Some(last)) = (steps.first(), steps.last()) {
            sketch.mark(&first.from, Part::Source);
            sketch.mark(&last.to, Part::Target);
            if row.edge_asked {
                continue;
            }
            let movement = movement(row.verdict);
            sketch.moves(&first.from, movement.map(|_| Movement::Up));
            sketch.moves(&last.to, movement);
        }
    }
}

fn against(path: &PathRow) -> Option<&'static str> {
    path.role.and_then(|role| match role {
        PathRole::Supporting => None,
        PathRole::Sparing => Some("against the verdict, by sparing: less of a substrate is used up"),
        PathRole::Damping => Some("against the verdict, damping: the return of a feedback"),
        PathRole::Opposing => Some("against the verdict"),
    })
}

const fn movement(verdict: Verdict) -> Option<Movement> {
    match verdict {
        Verdict::Raises => Some(Movement::Up),
        Verdict::Suppresses => Some(Movement::Down),
        Verdict::Mixed => Some(Movement::Ambiguous),
        Verdict::Depends | Verdict::NoKnownEffect => None,
    }
}
