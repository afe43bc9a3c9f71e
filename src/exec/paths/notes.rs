//! Remarks on the paths that were found, and on what was cut.

use serde_json::json;

use crate::answer::{Note, PathRow};
use crate::cancel::Cause;
use crate::diagnostic::listed;
use crate::search::{Extent, PathCount, Stop};

use super::super::mechanism::EdgePath;
use super::terrain::Terrain;

/// How many paths a remark lists.
const LISTED: usize = 12;

/// Which paths act only in those who have a condition that the untreated state does not have.
pub(super) fn relief_note(terrain: &Terrain, paths: &[EdgePath]) -> Option<Note> {
    let numbers: Vec<String> = paths
        .iter()
        .enumerate()
        .filter(|(_, path)| path.sign.is_some() && terrain.relieves(path))
        .map(|(position, _)| (position + 1).to_string())
        .collect();
    let (noun, verb, it) =
        if numbers.len() == 1 { ("path", "relieves", "it acts") } else { ("paths", "relieve", "they act") };
    let listed = listed(&numbers, LISTED);
    let text = format!("{noun} {listed} {verb} a condition, so {it} only in those who have it");
    (!numbers.is_empty()).then(|| Note::new("relief", text).with(json!({ "paths": numbers })))
}

/// That all paths are told, and of some not which part they have in the verdict.
pub(super) fn roles_note(rows: &[PathRow], cause: Cause) -> Option<Note> {
    let without = rows.iter().filter(|row| row.role.is_none()).count();
    let text = format!("{}: these are all, and what {without} of them do to the verdict is left out", cause.as_str());
    (without > 0).then(|| Note::new("roles", text).with(json!({ "paths": without })))
}

/// Why the search ended early, and how far it had come.
pub(super) fn stop_note(extent: &Extent, shown: usize, cause: Option<Cause>) -> Option<Note> {
    let first = if shown == 1 { "the first path".to_owned() } else { format!("the first {shown} paths") };
    let (why, instead) = match (cause, extent.stopped) {
        (Some(cause), _) => (format!("{}: {first}", cause.as_str()), ""),
        (None, Some(Stop::Cancelled)) => (format!("{}: {first}", Cause::Asked.as_str()), ""),
        (None, Some(Stop::Limit)) => (first, ""),
        (None, Some(Stop::Budget)) => ("the search grew too large".to_owned(), ": add `max`"),
        (None, Some(Stop::Memory)) => ("the search needs more memory than it may take".to_owned(), ": add `max`"),
        (None, Some(Stop::Visitor) | None) => return None,
    };
    let to = match extent.searched_in_full_to {
        None if extent.stopped.is_none() => "any length".to_owned(),
        None | Some(0) => "no length".to_owned(),
        Some(1) => "1 edge".to_owned(),
        Some(length) => format!("{length} edges"),
    };
    Some(Note::new("cut", format!("{why}; searched in full up to {to}{instead}")))
}

/// How many paths there are besides those shown, by length.
pub(super) fn count_note(shown: usize, count: &PathCount) -> Note {
    let lengths = count.lengths.iter().map(|length| {
        let edges = if length.hops == 1 { "edge" } else { "edges" };
        format!("{} of {} {edges}", length.total, length.hops)
    });
    let lengths: Vec<String> = lengths.collect();
    let text = format!("{shown} of {} paths shown: {}", count.total(), lengths.join(", "));
    let by_length: Vec<serde_json::Value> =
        count.lengths.iter().map(|length| json!({ "hops": length.hops, "paths": length.total.to_string() })).collect();
    let data = json!({ "shown": shown, "found": count.total().to_string(), "by_length": by_length });
    Note::new("cut", text).with(data)
}
