//! Hand-made answers of every kind, in every format.

mod samples;

use std::fmt::Write as _;
use std::path::Path;

use super::{Answer, ErrorView, Format, Style, render, render_error};

/// Compares with the file under `tests/answers`; `UPDATE_ANSWERS=1` writes it instead.
fn check_golden(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers").join(name);
    if std::env::var_os("UPDATE_ANSWERS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(actual, expected, "{name} differs; UPDATE_ANSWERS=1 rewrites it");
}

fn every_format(answer: &Answer) -> String {
    let mut text = String::new();
    let styles = [
        ("table, 80 columns", Format::Table, Style { width: Some(80), ..Style::default() }),
        ("table, piped, ascii", Format::Table, Style { ascii: true, ..Style::default() }),
        ("json", Format::Json, Style::default()),
        ("csv", Format::Csv, Style::default()),
        ("tsv", Format::Tsv, Style::default()),
        ("markdown", Format::Markdown, Style::default()),
    ];
    for (title, format, style) in styles {
        let _ = write!(text, "=== {title}\n{}", render(answer, format, style));
    }
    text
}

#[test]
fn every_kind_in_every_format() {
    for (name, answer) in samples::all() {
        check_golden(&format!("{name}.txt"), &every_format(&answer));
    }
}
