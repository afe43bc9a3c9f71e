//! Counts, plain tables and what was done.

use super::super::flat::cell_text;
use super::super::markup::{Markup, Meaning};
use super::super::row::{CountRow, OkRow, Table};
use super::entities::list;
use super::grid::Grid;
use super::page::Page;

/// The number, and the names it counts.
pub(super) fn write_count(page: &mut Page, row: &CountRow) {
    let mut line = Markup::of(Meaning::Number, &row.count.to_string());
    if !row.entities.is_empty() {
        line.plain(": ");
        line.append(list(&row.entities));
    }
    page.prose(0, 2, line);
}

/// Aligned columns under a rule, columns of numbers to the right. Columns in which no row has anything are left out.
pub(super) fn write_table(page: &mut Page, table: &Table) {
    if table.rows.is_empty() {
        return;
    }
    let table = &without_empty_columns(table);
    let numeric = |column: &usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.get(*column)).filter(|cell| !cell.is_null()).peekable();
        cells.peek().is_some() && cells.all(serde_json::Value::is_number)
    };
    let numbers: Vec<usize> = (0..table.columns.len()).filter(numeric).collect();
    let mut grid = Grid::new().header(&table.columns).right(numbers);
    for row in &table.rows {
        let cell = |value: &serde_json::Value| {
            let meaning = if value.is_number() { Meaning::Number } else { Meaning::Plain };
            Markup::of(meaning, &cell_text(value))
        };
        grid.row(row.iter().map(cell).collect());
    }
    page.table(&grid);
}

fn without_empty_columns(table: &Table) -> Table {
    let kept: Vec<usize> = (0..table.columns.len())
        .filter(|&column| table.rows.iter().filter_map(|row| row.get(column)).any(|cell| !cell_text(cell).is_empty()))
        .collect();
    let columns = kept.iter().filter_map(|&column| table.columns.get(column).cloned()).collect();
    let rows =
        table.rows.iter().map(|row| kept.iter().filter_map(|&column| row.get(column).cloned()).collect()).collect();
    Table { columns, rows }
}

/// One line: `bound: $boosters, 6 entities`.
pub(super) fn write_ok(page: &mut Page, row: &OkRow) {
    let line = Markup::of(Meaning::Keyword, &row.done).with(Meaning::Plain, ": ").with(Meaning::Plain, &row.what);
    page.prose(0, 2, line);
}
