//! Predictions for people.

use super::super::flat::prediction;
use super::super::prediction::PredictionRow;
use super::page::Page;
use super::plain::write_flat;

pub(super) fn write(page: &mut Page, rows: &[PredictionRow]) {
    write_flat(page, prediction::flat(rows, page.glyphs));
}
