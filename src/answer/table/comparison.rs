//! Comparisons for people.

use super::super::comparison::ComparisonRow;
use super::super::flat::comparison;
use super::page::Page;
use super::plain::write_flat;

pub(super) fn write(page: &mut Page, rows: &[ComparisonRow]) {
    write_flat(page, comparison::flat(rows, page.glyphs));
}
