//! Answers on terminals of every width, in colour and without, whole and cut.

use endograph::answer::{Answer, Format, Rows, Style, render};
use unicode_width::UnicodeWidthStr;

use super::{PIPE, samples};

/// The formats that know how wide a terminal is.
const FORMATS: [Format; 2] = [Format::Table, Format::Tree];

fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

/// The text without the sequences that colour it.
fn without_colour(text: &str) -> String {
    let parts = text.split("\u{1b}[").enumerate();
    let after_sequence = |(part, text): (usize, &str)| {
        text.split_at(if part == 0 { 0 } else { text.find('m').expect("a sequence ends") + 1 }).1.to_owned()
    };
    let lines: String = parts.map(after_sequence).collect();
    lines
}

/// Whether what stands on a page depends on its width: other headings, or cells told once for several rows.
fn is_laid_out_otherwise(rows: &Rows) -> bool {
    matches!(rows, Rows::Comparison(_) | Rows::Table(_) | Rows::Plan(_) | Rows::Check(_))
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for (name, answer) in samples::all() {
        for format in FORMATS {
            for width in (20..=60).chain((63..=200).step_by(7)) {
                let text = render(&answer, format, Style { width: Some(width), ..PIPE });
                for line in text.lines() {
                    assert!(line.width() <= width, "{name} in {format} at {width}: {line}");
                    assert!(!line.ends_with(' '), "{name} in {format} at {width}: {line}");
                }
            }
        }
    }
}

#[test]
fn wrapping_loses_nothing() {
    for (name, answer) in samples::all() {
        for format in FORMATS {
            let whole = render(&answer, format, PIPE);
            for width in [20, 40, 60, 80, 100, 120, 200] {
                let wrapped = render(&answer, format, Style { width: Some(width), ..PIPE });
                if !is_laid_out_otherwise(&answer.rows) {
                    assert_eq!(letters(&wrapped), letters(&whole), "{name} in {format} at {width}");
                }
            }
        }
    }
}

#[test]
fn records_and_blocks_name_what_columns_name() {
    for (name, answer) in samples::all() {
        let names: Vec<String> = match &answer.rows {
            Rows::Comparison(rows) => rows.iter().map(|row| row.agent.clone()).collect(),
            Rows::Table(table) | Rows::Plan(table) | Rows::Check(table) => {
                table.rows.iter().flatten().filter_map(|cell| cell.as_str().map(str::to_owned)).collect()
            }
            _ => continue,
        };
        for width in [20, 40, 60] {
            let text = render(&answer, Format::Table, Style { width: Some(width), ..PIPE });
            for word in names.iter().flat_map(|name| name.split_whitespace()).filter(|word| word.width() <= 6) {
                assert!(text.contains(word), "{name} at {width}: {word}");
            }
        }
    }
}

#[test]
fn terminals_without_room_do_no_harm() {
    for (_, answer) in samples::all() {
        for width in [0, 1, 5, 11] {
            assert!(!render(&answer, Format::Tree, Style { width: Some(width), ..PIPE }).is_empty());
        }
    }
}

#[test]
fn colour_adds_nothing_but_escape_sequences() {
    for (name, answer) in samples::all() {
        for width in [None, Some(40), Some(80)] {
            for format in FORMATS {
                let plain = render(&answer, format, Style { width, ..PIPE });
                let coloured = render(&answer, format, Style { color: true, width, ..PIPE });
                assert_eq!(without_colour(&coloured), plain, "{name} in {format}");
            }
        }
        for format in Format::ALL.into_iter().filter(|format| !format.is_for_terminals()) {
            assert!(!render(&answer, format, Style { color: true, ..PIPE }).contains('\u{1b}'), "{name} in {format}");
        }
    }
}

/// As many rows as a list of drugs has that is too long.
fn long_list() -> Answer {
    let mut answer = samples::entities::names();
    if let Rows::Entities(rows) = &mut answer.rows {
        let row = rows.first().expect("a row").clone();
        rows.clear();
        rows.extend((1..=150).map(|number| {
            let mut row = row.clone();
            row.entity = format!("drug {number}");
            row
        }));
    }
    answer
}

#[test]
fn a_long_answer_says_how_many_rows_are_left_out() {
    let answer = long_list();
    let check = |rows: Option<usize>, last: &str, mark: Option<&str>| {
        let text = render(&answer, Format::Table, Style { rows, ..PIPE });
        assert!(text.contains(&format!("{last} ")), "{rows:?}: {text}");
        match mark {
            Some(mark) => assert!(text.contains(mark), "{rows:?}: {text}"),
            None => assert!(!text.contains(".last"), "{rows:?}: {text}"),
        }
    };
    check(None, "drug 150", None);
    check(Some(150), "drug 150", None);
    check(Some(149), "drug 150", None); // not for the sake of one row
    check(Some(100), "drug 100", Some("… 50 more rows; `.last` shows all"));
    let ascii = render(&answer, Format::Table, Style { rows: Some(7), ascii: true, ..PIPE });
    assert!(ascii.contains("... 143 more rows; `.last` shows all"), "{ascii}");
    assert!(
        render(&answer, Format::Csv, Style { rows: Some(7), ..PIPE }).contains("drug 150"),
        "programs get all rows"
    );
}
