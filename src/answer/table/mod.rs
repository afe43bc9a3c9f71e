//! The format for people, designed for each kind of answer.

mod card;
mod comparison;
mod cut;
mod documented;
mod entities;
mod feedback;
mod folded;
mod grid;
pub(super) mod headline;
mod page;
mod paths;
mod plain;
mod prediction;
mod records;
mod tree;
mod verdict;
mod wrap;

use page::Page;
pub(super) use verdict::certainty_lines;

use super::markup::{Markup, Meaning};
use super::row::{Answer, Rows};
use super::style::Style;
use super::words::{DERIVED, nothing, remarks};

/// The answer for people: the rows, then remarks, then the sources that the numbers refer to.
pub(super) fn render(answer: &Answer, style: Style) -> String {
    page(answer, style, write)
}

/// The same with the paths folded into trees, where the answer has any.
pub(super) fn render_tree(answer: &Answer, style: Style) -> String {
    page(answer, style, |page, rows| {
        if !folded::write(page, rows) {
            write(page, rows);
        }
    })
}

fn page(answer: &Answer, style: Style, write: impl Fn(&mut Page, &Rows)) -> String {
    let mut page = Page::new(style);
    let (shown, left_out) = cut::to(&answer.rows, style.rows);
    if is_empty(&shown) {
        page.prose(0, 0, Markup::of(Meaning::Plain, nothing(&shown)));
    }
    write(&mut page, &shown);
    cut::mark(&mut page, left_out);
    notes(&mut page, answer);
    page.sources();
    page.finish()
}

fn write(page: &mut Page, rows: &Rows) {
    match rows {
        Rows::Entities(rows) => entities::write(page, rows),
        Rows::Verdicts(rows) => verdict::write(page, rows),
        Rows::Paths(rows) => paths::write(page, rows),
        Rows::Predictions(rows) => prediction::write(page, rows),
        Rows::Loops(rows) => feedback::write(page, rows),
        Rows::Comparison(rows) => comparison::write(page, rows),
        Rows::Entity(rows) => card::write(page, rows),
        Rows::Count(row) => plain::write_count(page, row),
        Rows::Table(table) | Rows::Plan(table) | Rows::Check(table) => plain::write_table(page, table),
        Rows::Picture(row) => page.prose(0, 2, Markup::of(Meaning::Plain, &row.sentence())),
        Rows::Ok(row) => plain::write_ok(page, row),
    }
}

const fn is_empty(rows: &Rows) -> bool {
    match rows {
        Rows::Entities(rows) => rows.is_empty(),
        Rows::Verdicts(rows) => rows.is_empty(),
        Rows::Paths(rows) => rows.is_empty(),
        Rows::Predictions(rows) => rows.is_empty(),
        Rows::Loops(rows) => rows.is_empty(),
        Rows::Comparison(rows) => rows.is_empty(),
        Rows::Entity(rows) => rows.is_empty(),
        Rows::Table(table) | Rows::Plan(table) | Rows::Check(table) => table.rows.is_empty(),
        Rows::Count(_) | Rows::Picture(_) | Rows::Ok(_) => false,
    }
}

/// Verdicts say by themselves, beside their certainty, that they are derived.
fn said_by_verdict(rows: &Rows, remark: &str) -> bool {
    matches!(rows, Rows::Verdicts(_)) && remark == DERIVED
}

fn notes(page: &mut Page, answer: &Answer) {
    if !matches!(answer.rows, Rows::Ok(_)) {
        page.blank();
    }
    for (word, text) in remarks(answer) {
        if said_by_verdict(&answer.rows, text) {
            continue;
        }
        let word = format!("{word}: ");
        page.prose(0, word.len(), Markup::of(Meaning::Keyword, &word).with(Meaning::Plain, text));
    }
}
