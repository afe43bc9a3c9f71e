//! Names that a file may hold and a terminal, a spreadsheet or a web page must survive.

use endograph::answer::{Answer, Format, Note, PathRow, Rows, Style, Table, render};
use endograph::graph::Sign;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::samples::parts::{answer, step};
use crate::support::schema;

const PIPE: Style = Style { color: false, width: None, rows: None, ascii: false };

fn paths(from: &str, relation: &str, to: &str) -> Answer {
    let step = step(from, relation, to, Some(Sign::Positive), Vec::new());
    let entities = vec![from.to_owned(), to.to_owned()];
    let path = PathRow { entities, steps: vec![step], net: Some(Sign::Positive), hops: 1, role: None };
    let mut answer = answer(from, Rows::Paths(vec![path]));
    answer.notes.push(Note::new("remark", to));
    answer
}

fn cells(first: &str, second: &str) -> Answer {
    let columns = vec![String::from("first"), String::from("second")];
    answer("stats", Rows::Table(Table { columns, rows: vec![vec![json!(first), json!(second)]] }))
}

/// Control characters and those that reorder a line, which no output may hold raw.
fn acts_on_terminals(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[a-z|\"'\\\\\t\r\n,;<>`*_ \u{1b}\u{7}\u{9b}\u{202e}睾α]{0,30}", "[a-z ]{150,220}",]
}

proptest! {
    #[test]
    fn nothing_acts_on_a_terminal(from in name(), relation in name(), to in name(), width in proptest::option::of(0usize..150)) {
        for answer in [paths(&from, &relation, &to), cells(&from, &to)] {
            for format in Format::ALL {
                let text = render(&answer, format, Style { width, ..PIPE });
                let allowed: &[char] = match format {
                    Format::Csv => &['\n', '\r', '\t'],
                    Format::Tsv => &['\n', '\t'],
                    _ => &['\n'],
                };
                let raw = text.chars().find(|character| acts_on_terminals(*character) && !allowed.contains(character));
                prop_assert_eq!(raw, None, "{} holds {:?}", format, raw);
            }
        }
    }

    #[test]
    fn json_gives_back_what_went_in(first in name(), second in name()) {
        let line = render(&cells(&first, &second), Format::Json, PIPE);
        let json: Value = serde_json::from_str(&line).unwrap();
        prop_assert_eq!(&json["rows"][0], &json!({"first": first, "second": second}));
        prop_assert_eq!(line.lines().count(), 1);
        schema::assert_valid(&line);
    }

    #[test]
    fn csv_gives_back_what_is_printable(first in name(), second in name()) {
        let text = render(&cells(&first, &second), Format::Csv, PIPE);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let records: Vec<_> = reader.records().collect::<Result<_, _>>().unwrap();
        prop_assert_eq!(records.len(), 1);
        for (cell, name) in records[0].iter().zip([&first, &second]) {
            if !name.chars().any(|character| character.is_control() || acts_on_terminals(character) || matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{feff}')) {
                prop_assert_eq!(cell, name);
            }
        }
    }

    #[test]
    fn tsv_is_one_line_a_row(first in name(), second in name()) {
        let text = render(&cells(&first, &second), Format::Tsv, PIPE);
        let lines: Vec<&str> = text.split_terminator('\n').collect();
        prop_assert_eq!(lines.len(), 2);
        prop_assert!(lines.iter().all(|line| line.matches('\t').count() == 1));
    }

    #[test]
    fn markdown_cells_stay_in_their_columns(first in name(), second in name()) {
        let text = render(&cells(&first, &second), Format::Markdown, PIPE);
        let lines: Vec<&str> = text.lines().collect();
        prop_assert_eq!(lines.len(), 3);
        let bars = lines[2].replace("\\\\", "").replace("\\|", "").matches('|').count();
        prop_assert_eq!(bars, 3);
    }
}
