//! Errors in an answer's place.

use endograph::answer::{ErrorView, Format, render_error};

use crate::support::schema;

#[test]
fn json_errors_stand_in_the_answers_place() {
    let suggestions = [String::from("LH")];
    let placed = ErrorView {
        code: "unknown-name",
        message: "no entity is called `LX`",
        line: Some(1),
        column: Some(17),
        suggestions: &suggestions,
        mended: Some("? what raises LH"),
    };
    let bare = ErrorView { line: None, column: None, suggestions: &[], mended: None, ..placed };
    for (view, expected) in [
        (
            placed,
            r#"{"statement":"? what raises LX","error":{"code":"unknown-name","message":"no entity is called `LX`","line":1,"column":17,"suggestions":["LH"],"mended":"? what raises LH"}}"#,
        ),
        (
            bare,
            r#"{"statement":"? what raises LX","error":{"code":"unknown-name","message":"no entity is called `LX`","line":null,"column":null,"suggestions":[]}}"#,
        ),
    ] {
        let line = render_error("? what raises LX", &view, Format::Json).unwrap();
        assert_eq!(line, format!("{expected}\n"));
        schema::assert_valid(&line);
    }
}

#[test]
fn other_formats_leave_errors_to_the_error_stream() {
    let view = ErrorView { code: "syntax", message: "", line: None, column: None, suggestions: &[], mended: None };
    for format in [Format::Table, Format::Csv, Format::Tsv, Format::Markdown] {
        assert_eq!(render_error("?", &view, format), None);
    }
}
