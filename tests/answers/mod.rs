//! Hand-made answers of every kind, in every format.

mod errors;
mod hostile_names;
mod samples;
mod widths;

use std::fmt::Write as _;
use std::path::Path;

use endograph::answer::{Answer, Format, Rows, Style, drawing, remarks, render};
use serde_json::Value;

use crate::support::schema;

/// Compares with the file under `tests/answers/golden`; `UPDATE_ANSWERS=1` writes it instead.
fn check_golden(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers/golden").join(name);
    if std::env::var_os("UPDATE_ANSWERS").is_some() {
        std::fs::write(&path, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(actual, expected, "{name} differs; UPDATE_ANSWERS=1 rewrites it");
}

const TERMINAL: Style = Style { color: false, width: Some(80), rows: None, ascii: false };
const NARROW: Style = Style { width: Some(40), ..TERMINAL };
const ASCII_PIPE: Style = Style { color: false, width: None, rows: None, ascii: true };
const PIPE: Style = Style { color: false, width: None, rows: None, ascii: false };

fn every_format(answer: &Answer) -> String {
    let mut text = String::new();
    for (title, format, style) in [
        ("table, 80 columns", Format::Table, TERMINAL),
        ("table, 40 columns", Format::Table, NARROW),
        ("table, piped, ascii", Format::Table, ASCII_PIPE),
        ("json", Format::Json, PIPE),
        ("csv", Format::Csv, PIPE),
        ("tsv", Format::Tsv, PIPE),
        ("markdown", Format::Markdown, PIPE),
    ] {
        let _ = write!(text, "=== {title}\n{}", render(answer, format, style));
    }
    if render(answer, Format::Tree, PIPE) != render(answer, Format::Table, PIPE) {
        for (title, style) in [("tree, 80 columns", TERMINAL), ("tree, piped, ascii", ASCII_PIPE)] {
            let _ = write!(text, "=== {title}\n{}", render(answer, Format::Tree, style));
        }
    }
    text
}

#[test]
fn every_kind_reads_as_agreed_in_every_format() {
    for (name, answer) in samples::all() {
        check_golden(&format!("{name}.txt"), &every_format(&answer));
    }
}

#[test]
fn the_same_answer_gives_the_same_bytes() {
    for ((name, first), (_, second)) in samples::all().into_iter().zip(samples::all()) {
        assert_eq!(every_format(&first), every_format(&second), "{name}");
    }
}

#[test]
fn json_keeps_the_contract() {
    for (_, answer) in samples::all() {
        let line = render(&answer, Format::Json, PIPE);
        assert_eq!(line.matches('\n').count(), 1, "one line: {line}");
        schema::assert_valid(&line);
    }
}

#[test]
fn json_columns_are_the_keys_of_the_rows() {
    for (name, answer) in samples::all() {
        let json: Value = serde_json::from_str(&render(&answer, Format::Json, PIPE)).unwrap();
        let columns: Vec<&str> = json["columns"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
        for row in json["rows"].as_array().unwrap() {
            let places = row.as_object().unwrap().keys().map(|key| columns.iter().position(|column| column == key));
            assert!(places.clone().all(|place| place.is_some()), "{name}: a key is no column of {columns:?}");
            assert!(places.clone().is_sorted(), "{name}: keys out of order");
            assert!(places.count() > 0, "{name}: an empty row");
        }
    }
}

#[test]
fn the_contract_refuses_what_is_not_in_it() {
    let valid: Value = serde_json::from_str(&render(&samples::verdicts::verdict_no(), Format::Json, PIPE)).unwrap();
    let broken = |pointer: &str, value: Value| {
        let mut json = valid.clone();
        *json.pointer_mut(pointer).unwrap() = value;
        json
    };
    let mut extra = valid.clone();
    extra["rows"][0]["surprise"] = Value::Bool(true);
    let mut missing = valid.clone();
    missing["rows"][0].as_object_mut().unwrap().remove("answer");
    for json in [
        extra,
        missing,
        broken("/kind", "entities".into()),
        broken("/rows/0/verdict", "helps".into()),
        broken("/rows/0/likelihood", serde_json::json!([0.5])),
        broken("/rows/0/likelihood/1", serde_json::json!(1.5)),
        broken("/rows/0/supporting/0/steps/0/sign", "0".into()),
        broken("/rows/0/supporting/0/steps/0/evidence/0/certainty", "sure".into()),
        broken("/notes/0/code", "Not A Code".into()),
    ] {
        assert!(schema::validate(&json.to_string()).is_err(), "{json}");
    }
}

#[test]
fn ascii_keeps_to_ascii_where_the_names_do() {
    for (name, answer) in samples::all().into_iter().filter(|(name, _)| *name != "odd-names") {
        for format in [Format::Table, Format::Tree] {
            let text = render(&answer, format, ASCII_PIPE);
            assert!(text.is_ascii(), "{name}: {text}");
        }
    }
}

#[test]
fn every_format_ends_in_one_newline() {
    for (name, answer) in samples::all() {
        for format in Format::ALL {
            let text = render(&answer, format, PIPE);
            if matches!(format, Format::Picture(_)) && drawing(&answer).is_err() {
                assert_eq!(text, "", "{name} in {format}");
                continue;
            }
            assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{name} in {format}: {text:?}");
        }
    }
}

#[test]
fn a_cut_answer_says_so() {
    let mut answer = samples::parts::answer("list drugs", Rows::Entities(Vec::new()));
    assert_eq!(remarks(&answer), Vec::<String>::new());
    answer.complete = false;
    assert_eq!(remarks(&answer), ["cut: the answer is incomplete"]);
    assert!(render(&answer, Format::Table, PIPE).ends_with("\ncut: the answer is incomplete\n"));
    assert!(render(&answer, Format::Markdown, PIPE).ends_with("\n- cut: the answer is incomplete\n"));
    assert!(render(&answer, Format::Json, PIPE).contains("\"complete\":false"));
    assert_eq!(remarks(&samples::verdicts::verdict_mixed()).len(), 1, "its own remark is enough");
}
