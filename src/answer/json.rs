//! JSON: one object an answer, on one line. Its shape is a contract (`tests/answer.schema.json`).

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Map, Value};

use super::printable::is_unprintable;
use super::row::{Answer, GraphStamp, Note, Rows, Table};

#[derive(Serialize)]
struct Object<'a> {
    statement: &'a str,
    kind: &'a str,
    columns: Vec<String>,
    rows: Vec<Value>,
    complete: bool,
    notes: &'a [Note],
    graph: &'a GraphStamp,
}

/// The answer as one object on one line.
pub(super) fn render(answer: &Answer) -> String {
    let (columns, rows) = match &answer.rows {
        Rows::Table(table) | Rows::Plan(table) | Rows::Check(table) => (table.columns.clone(), keyed(table)),
        rows => {
            let rows = objects(rows);
            (columns(&rows, &answer.rows), rows)
        }
    };
    line(&Object {
        statement: &answer.statement,
        kind: answer.rows.kind(),
        columns,
        rows,
        complete: answer.complete,
        notes: &answer.notes,
        graph: &answer.graph,
    })
}

/// Any value on one line, in characters that are safe to show.
pub(super) fn line(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).unwrap_or_else(|_| String::from("null"));
    let mut line = String::with_capacity(text.len() + 1);
    for character in text.chars() {
        // Outside strings JSON holds none of these, so an escape is always in place.
        if is_unprintable(character) {
            let _ = write!(line, "\\u{:04x}", u32::from(character));
        } else {
            line.push(character);
        }
    }
    line.push('\n');
    line
}

fn objects(rows: &Rows) -> Vec<Value> {
    fn each<Row: Serialize>(rows: &[Row]) -> Vec<Value> {
        rows.iter().map(|row| serde_json::to_value(row).unwrap_or(Value::Null)).collect()
    }
    match rows {
        Rows::Entities(rows) => each(rows),
        Rows::Verdicts(rows) => each(rows),
        Rows::Paths(rows) => each(rows),
        Rows::Predictions(rows) => each(rows),
        Rows::Loops(rows) => each(rows),
        Rows::Comparison(rows) => each(rows),
        Rows::Entity(rows) => each(rows),
        Rows::Count(row) => each(std::slice::from_ref(row)),
        Rows::Picture(row) => each(std::slice::from_ref(row)),
        Rows::Ok(row) => each(std::slice::from_ref(row)),
        Rows::Table(table) | Rows::Plan(table) | Rows::Check(table) => keyed(table),
    }
}

fn keyed(table: &Table) -> Vec<Value> {
    let object = |row: &Vec<Value>| {
        let cells = row.iter().cloned().chain(std::iter::repeat(Value::Null));
        Value::Object(table.columns.iter().cloned().zip(cells).collect::<Map<_, _>>())
    };
    table.rows.iter().map(object).collect()
}

/// The keys of the rows, in the order of the contract: a key that only some rows have stands after the key it follows there.
fn columns(objects: &[Value], rows: &Rows) -> Vec<String> {
    let mut columns: Vec<String> = Vec::new();
    for object in objects.iter().filter_map(Value::as_object) {
        let mut place = 0;
        for key in object.keys() {
            let known = columns.iter().position(|column| column == key);
            if known.is_none() {
                columns.insert(place, key.clone());
            }
            place = known.unwrap_or(place) + 1;
        }
    }
    if columns.is_empty() { always(rows).iter().map(|&key| key.to_owned()).collect() } else { columns }
}

/// The keys that every row of the kind has, for answers without rows.
const fn always(rows: &Rows) -> &'static [&'static str] {
    match rows {
        Rows::Entities(_) => &["entity", "id", "entity_kind"],
        Rows::Verdicts(_) => &["subject", "asked", "object", "aspect", "verdict", "answer"],
        Rows::Paths(_) => &["entities", "steps", "net", "hops", "role"],
        Rows::Predictions(_) => {
            &["scenario", "entity", "id", "entity_kind", "aspect", "change", "certainty", "likelihood"]
        }
        Rows::Loops(_) => &["entities", "steps", "feedback", "length", "cut_by"],
        Rows::Comparison(_) => {
            &["agent", "id", "entity_kind", "classes", "mechanism", "targets", "routes", "doses", "related", "effects"]
        }
        Rows::Entity(_) => &["entity", "id", "entity_kinds"],
        Rows::Count(_) | Rows::Picture(_) | Rows::Ok(_) | Rows::Table(_) | Rows::Plan(_) | Rows::Check(_) => &[],
    }
}
