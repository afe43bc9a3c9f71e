//! Markdown: GitHub tables, and remarks as a list.

use std::fmt::Write as _;

use super::flat::{Flat, flatten};
use super::glyphs::Glyphs;
use super::printable::printable;
use super::row::{Answer, Rows};
use super::style::Style;
use super::table::headline;
use super::words::{nothing, remarks};

/// The headline where there is one, a table, and the remarks.
pub(super) fn render(answer: &Answer, style: Style) -> String {
    let flat = flatten(answer, Glyphs::of(style.ascii));
    let mut text = String::new();
    match &answer.rows {
        rows if flat.rows.is_empty() => paragraph(&mut text, nothing(rows)),
        Rows::Verdicts(rows) => {
            for (row, cells) in rows.iter().zip(&flat.rows) {
                paragraph(&mut text, &format!("**{}**", escaped(&headline::of(row).to_plain())));
                sheet(&mut text, &flat.columns, cells);
            }
        }
        Rows::Entity(rows) => {
            for (row, cells) in rows.iter().zip(&flat.rows) {
                paragraph(&mut text, &format!("**{}**", escaped(&row.entity)));
                sheet(&mut text, &flat.columns, cells);
            }
        }
        Rows::Picture(row) => paragraph(&mut text, &escaped(&row.sentence())),
        Rows::Ok(row) => paragraph(&mut text, &escaped(&format!("{}: {}", row.done, row.what))),
        _ => table(&mut text, &flat),
    }
    for (place, (word, remark)) in remarks(answer).into_iter().enumerate() {
        if place == 0 {
            text.push('\n');
        }
        let _ = writeln!(text, "- {word}: {}", escaped(remark));
    }
    text
}

fn paragraph(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
    text.push('\n');
}

fn table(text: &mut String, flat: &Flat) {
    row(text, flat.columns.iter().map(|column| escaped(column)));
    row(text, flat.columns.iter().map(|_| String::from("---")));
    for cells in &flat.rows {
        row(text, cells.iter().map(|cell| escaped(cell)));
    }
}

/// One row as a table of two columns, without what it does not say.
fn sheet(text: &mut String, columns: &[String], cells: &[String]) {
    text.push('\n');
    row(text, ["", ""].into_iter().map(str::to_owned));
    row(text, ["---", "---"].into_iter().map(str::to_owned));
    for (column, cell) in columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty() && *cell != "false") {
        row(text, [escaped(column), escaped(cell)].into_iter());
    }
}

fn row(text: &mut String, cells: impl Iterator<Item = String>) {
    text.push('|');
    for cell in cells {
        text.push(' ');
        text.push_str(&cell);
        text.push_str(" |");
    }
    text.push('\n');
}

/// Text that Markdown shows as it is: on one line, its signs escaped.
pub fn escaped(text: &str) -> String {
    let text = printable(text);
    let mut shown = String::with_capacity(text.len());
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let inside_word = before.is_alphanumeric() && characters.peek().is_some_and(|next| next.is_alphanumeric());
        match character {
            '<' => shown.push_str("&lt;"),
            '&' => shown.push_str("&amp;"),
            '\\' | '|' | '`' | '*' | '~' => shown.extend(['\\', character]),
            '_' if !inside_word => shown.push_str("\\_"),
            plain => shown.push(plain),
        }
        before = character;
    }
    shown
}
