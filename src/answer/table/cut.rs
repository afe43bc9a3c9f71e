//! Long answers on a terminal: so many rows, and how many there are besides.

use std::borrow::Cow;

use super::super::markup::{Markup, Meaning};
use super::super::row::{Rows, Table};
use super::super::words::counted;
use super::page::Page;

/// At most so many rows, and how many were left out. An answer is not cut for the sake of one row.
pub(super) fn to(rows: &Rows, most: Option<usize>) -> (Cow<'_, Rows>, usize) {
    let whole = count(rows);
    let Some(most) = most.filter(|most| whole > most + 1) else { return (Cow::Borrowed(rows), 0) };
    (Cow::Owned(first(rows, most)), whole - most)
}

/// `… 143 more rows; `.last` shows all`
pub(super) fn mark(page: &mut Page, left_out: usize) {
    if left_out > 0 {
        let more = format!("{} {}; ", page.glyphs.ellipsis, counted(left_out, "more row", "more rows"));
        let line = Markup::of(Meaning::Muted, &more).with(Meaning::Code, "`.last`").with(Meaning::Muted, " shows all");
        page.prose(0, 2, line);
    }
}

fn count(rows: &Rows) -> usize {
    match rows {
        // A column or a line each: nothing of it can be left out.
        Rows::Comparison(_) | Rows::Count(_) | Rows::Picture(_) | Rows::Ok(_) => 0,
        rows => rows.count(),
    }
}

fn first(rows: &Rows, most: usize) -> Rows {
    let table = |table: &Table| Table { columns: table.columns.clone(), rows: few(&table.rows, most) };
    match rows {
        Rows::Entities(rows) => Rows::Entities(few(rows, most)),
        Rows::Verdicts(rows) => Rows::Verdicts(few(rows, most)),
        Rows::Paths(rows) => Rows::Paths(few(rows, most)),
        Rows::Predictions(rows) => Rows::Predictions(few(rows, most)),
        Rows::Loops(rows) => Rows::Loops(few(rows, most)),
        Rows::Entity(rows) => Rows::Entity(few(rows, most)),
        Rows::Table(rows) => Rows::Table(table(rows)),
        Rows::Plan(rows) => Rows::Plan(table(rows)),
        Rows::Check(rows) => Rows::Check(table(rows)),
        Rows::Comparison(_) | Rows::Count(_) | Rows::Picture(_) | Rows::Ok(_) => rows.clone(),
    }
}

fn few<Row: Clone>(rows: &[Row], most: usize) -> Vec<Row> {
    rows.iter().take(most).cloned().collect()
}
