//! KGX: knowledge graphs in the Biolink Model, as tables (`model_nodes.tsv`, `model_edges.tsv`) or as JSON Lines
//! (`model_nodes.jsonl`, `model_edges.jsonl`), gzipped or not.
//!
//! A predicate means what the mapping `biolink` says; the direction and aspect of an effect stand in the qualifiers of its
//! edge. Properties that are not named in `properties.rs` are not read, and told. The layout is that of the KGX specification
//! (biolink/kgx, kgx-format): lists are separated by `|` in tables, and nothing is quoted.

mod edge;
mod json_lines;
mod node;
mod properties;
mod qualifiers;
mod table;
#[cfg(test)]
mod tests;

use std::io;

use self::properties::{EdgeProperty, NodeProperty, Properties, Unread};
use super::input::{Input, Line, Lines};
use super::intake::{Intake, OWN_PREFIX, Place};
use crate::diagnostic::Code;

/// The mapping that says what its words mean.
const MAPPING: &str = "biolink";

/// Ending of a file of JSON Lines.
const JSON_LINES: &str = "jsonl";

/// Columns that only KGX has.
const ITS_COLUMNS: &[&str] = &[
    "primary_knowledge_source",
    "aggregator_knowledge_source",
    "knowledge_source",
    "knowledge_level",
    "agent_type",
    "provided_by",
    "qualified_predicate",
    "object_aspect_qualifier",
    "object_direction_qualifier",
];

/// What a file tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Nodes,
    Edges,
}

/// Whether a file is KGX, by its ending and its first line. A table that any edge list could be, or that has a column for
/// signs, is none.
pub(super) fn recognises(ending: &str, start: &[u8]) -> bool {
    let start = String::from_utf8_lossy(start);
    let first = start.lines().next().unwrap_or_default();
    match ending {
        JSON_LINES => part_of(&keys(first)).is_some(),
        "tsv" | "tab" | "txt" => {
            let columns: Vec<&str> = table::columns(first).collect();
            let its_own = columns.iter().any(|column| ITS_COLUMNS.contains(column)) || start.contains("biolink:");
            its_own && !columns.contains(&"sign") && part_of(&columns).is_some()
        }
        _ => false,
    }
}

/// An id without what endograph puts before its own, to make CURIEs of them.
fn local(id: &str) -> &str {
    id.strip_prefix(OWN_PREFIX).unwrap_or(id)
}

/// Every word of a line that stands in double quotes: the keys of an object are among them.
fn keys(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut begins, mut escaped) = (None, false);
    for (at, letter) in line.bytes().enumerate() {
        match (letter, begins) {
            _ if escaped => escaped = false,
            (b'\\', Some(_)) => escaped = true,
            (b'"', Some(start)) => {
                words.extend(line.get(start..at));
                begins = None;
            }
            (b'"', None) => begins = Some(at + 1),
            _ => {}
        }
    }
    words
}

fn part_of(columns: &[&str]) -> Option<Part> {
    let has = |names: &[&str]| names.iter().all(|name| columns.contains(name));
    if has(&["subject", "predicate", "object"]) {
        Some(Part::Edges)
    } else if has(&["id", "category"]) || (has(&["id", "name"]) && !columns.contains(&"subject")) {
        Some(Part::Nodes)
    } else {
        None
    }
}

/// Takes the nodes or the edges of a file in.
pub(super) fn read(mut input: Input, intake: &mut Intake) -> io::Result<()> {
    intake.imply(MAPPING);
    let in_lines = input.peek(1)? == b"{";
    let mut lines = Lines::new(input);
    if in_lines { read_json_lines(&mut lines, intake) } else { table::read(&mut lines, intake) }
}

/// Each line is a node, or an edge where it has a subject.
fn read_json_lines(lines: &mut Lines, intake: &mut Intake) -> io::Result<()> {
    let mut unread = Unread::default();
    while let Some((number, line)) = lines.next()? {
        let Some(text) = text_of(number, line, intake) else {
            continue;
        };
        if text.trim().is_empty() {
            continue;
        }
        let read = if part_of(&keys(text)) == Some(Part::Edges) {
            json_lines::read::<EdgeProperty>(text, &mut unread).map(|edge| edge.push(number, text, intake))
        } else {
            json_lines::read::<NodeProperty>(text, &mut unread).map(|node| node.push(number, text, intake))
        };
        if let Err(error) = read {
            let column = u32::try_from(error.column().max(1)).unwrap_or(u32::MAX);
            let message = error.to_string();
            let message = message.split_once(" at line ").map_or(message.as_str(), |(message, _)| message);
            let message = format!("this line is no JSON object: {message}");
            intake.fault(Place::at(number, column, text), Code::WrongValue, message);
        }
    }
    unread.tell(intake);
    Ok(())
}

/// A line's text; a line that has none is a fault.
fn text_of<'l>(number: u64, line: Line<'l>, intake: &mut Intake) -> Option<&'l str> {
    match line {
        Line::Text(text) => Some(text),
        wrong => {
            wrong.report(number, intake);
            None
        }
    }
}

/// What a line holds, handed over.
trait Push {
    /// `text` is the line, of which the properties are parts.
    fn push(&self, number: u64, text: &str, intake: &mut Intake);
}

impl Push for Properties<'_, NodeProperty> {
    fn push(&self, number: u64, text: &str, intake: &mut Intake) {
        node::push(self, Place::line(number, text), intake);
    }
}

impl Push for Properties<'_, EdgeProperty> {
    fn push(&self, number: u64, text: &str, intake: &mut Intake) {
        edge::push(self, Place::line(number, text), intake);
    }
}
