//! The format for people, designed for each kind of answer.

mod card;
mod entities;
mod grid;
pub(super) mod headline;
mod page;
mod paths;
mod plain;
mod verdict;
mod wrap;

use page::Page;

use super::markup::{Markup, Meaning};
use super::row::{Answer, Rows};
use super::style::Style;
use super::words::CUT;

/// The answer for people: the rows, then remarks, then the sources that the numbers refer to.
pub(super) fn render(answer: &Answer, style: Style) -> String {
    let mut page = Page::new(style);
    match &answer.rows {
        Rows::Entities(rows) => entities::write(&mut page, rows),
        Rows::Verdicts(rows) => verdict::write(&mut page, rows),
        Rows::Paths(rows) => paths::write(&mut page, rows),
        Rows::Entity(rows) => card::write(&mut page, rows),
        Rows::Count(row) => plain::write_count(&mut page, row),
        Rows::Table(table) | Rows::Plan(table) => plain::write_table(&mut page, table, "No rows."),
        Rows::Check(table) => plain::write_table(&mut page, table, "No faults found."),
        Rows::Ok(row) => plain::write_ok(&mut page, row),
    }
    remarks(&mut page, answer);
    page.sources();
    page.finish()
}

fn remarks(page: &mut Page, answer: &Answer) {
    let generic = (!answer.complete && !answer.notes.iter().any(super::Note::is_cut)).then_some(("cut: ", CUT));
    let notes = answer.notes.iter().map(|note| (if note.is_cut() { "cut: " } else { "note: " }, note.text.as_str()));
    let remarks: Vec<_> = notes.chain(generic).collect();
    if !remarks.is_empty() && !matches!(answer.rows, Rows::Ok(_)) {
        page.blank();
    }
    for (word, text) in remarks {
        page.prose(0, word.len(), Markup::of(Meaning::Keyword, word).with(Meaning::Plain, text));
    }
}
