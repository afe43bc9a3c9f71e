//! Remarks on the paths that were found, and on what was cut.

use serde_json::json;

use crate::answer::Note;
use crate::search::{PathCount, Stop};

use super::super::mechanism::EdgePath;
use super::terrain::Terrain;

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
    let text = format!("{noun} {} {verb} a condition, so {it} only in those who have it", numbers.join(", "));
    (!numbers.is_empty()).then(|| Note::new("relief", text).with(json!({ "paths": numbers })))
}

/// Why the search ended early, and how far it had come.
pub(super) fn stop_note(stopped: Option<Stop>, full_to: Option<usize>, shown: usize) -> Option<Note> {
    let to = full_to.map_or_else(|| "no length".to_owned(), |length| format!("{length} edges"));
    let text = match stopped? {
        Stop::Limit if shown == 1 => format!("the first path; searched in full up to {to}"),
        Stop::Limit => format!("the first {shown} paths; searched in full up to {to}"),
        Stop::Budget => format!("the search grew too large; searched in full up to {to}: add `max`"),
        Stop::Memory => {
            format!("the search needs more memory than it may take; searched in full up to {to}: add `max`")
        }
        Stop::Cancelled | Stop::Visitor => return None,
    };
    Some(Note::new("cut", text))
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
