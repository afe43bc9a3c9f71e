//! Remarks on loops.

use serde_json::json;

use crate::answer::Note;
use crate::cancel::Cause;
use crate::graph::Sign;
use crate::resolve::LoopQuestion;

use super::cycle::Cycle;
use super::family::Family;

/// That there is no loop as asked for; `others` have the other sign.
pub(super) fn absence(question: &LoopQuestion, others: usize, full_to: Option<usize>) -> Note {
    let sign = |sign: Sign| if sign == Sign::Positive { "positive" } else { "negative" };
    let wanted = question.feedback.map_or_else(String::new, |wanted| format!("{} ", sign(wanted)));
    let names = |targets: &[crate::resolve::Target]| {
        targets.iter().map(|target| target.text.as_str()).collect::<Vec<_>>().join(" and ")
    };
    let clauses = &question.clauses;
    let through = match question.through.as_slice() {
        [] => String::new(),
        through => format!(" through {}", names(through)),
    };
    let avoiding = match clauses.avoiding.as_slice() {
        [] => String::new(),
        avoiding => format!(" that avoids {}", names(avoiding)),
    };
    let length = match (clauses.min, clauses.max.or(full_to)) {
        (Some(min), Some(max)) => format!(" of {min} to {}", edges(max)),
        (Some(min), None) => format!(" of at least {}", edges(min)),
        (None, Some(max)) => format!(" of at most {}", edges(max)),
        (None, None) => String::new(),
    };
    let instead = match (question.feedback, others) {
        (Some(wanted), 1) => format!("; the only one is {}", sign(-wanted)),
        (Some(wanted), 2..) => format!("; all {others} are {}", sign(-wanted)),
        _ => String::new(),
    };
    let text = format!("no {wanted}feedback loop{through}{avoiding}{length}{instead}");
    Note::new("no-loop", text).with(json!({ "others": others }))
}

fn edges(number: usize) -> String {
    format!("{number} {}", if number == 1 { "edge" } else { "edges" })
}

/// That some loops are told in short forms, because in full they are longer than asked for.
pub(super) fn shortened(shown: &[(&Family, &Cycle)], max: Option<usize>) -> Option<Note> {
    let max = max?;
    let short = shown.iter().filter(|(family, cycle)| cycle.length() < family.finest().length()).count();
    let text = match short {
        0 => return None,
        1 => format!("1 loop is told in short forms: in full it is longer than {}", edges(max)),
        _ => format!("{short} loops are told in short forms: in full they are longer than {}", edges(max)),
    };
    Some(Note::new("short-forms", text).with(json!({ "loops": short })))
}

/// That not all loops were found: there are too many of them, or the search was stopped.
pub(super) fn searched_to(length: usize, cause: Option<Cause>) -> Note {
    let text = match (cause, length) {
        (Some(cause), 0) => format!("{}: these are the loops found by then", cause.as_str()),
        (Some(cause), _) => format!("{}: searched in full up to {}", cause.as_str(), edges(length)),
        (None, 0) => "too many loops to find every one even of one edge: these are the first".to_owned(),
        (None, 1) => "too many loops: searched in full up to 1 edge".to_owned(),
        (None, _) => format!("too many loops: searched in full up to {length} edges; `avoiding` leaves fewer"),
    };
    Note::new("cut", text).with(json!({ "full_to": length }))
}
