//! Feedbacks for people.

use super::super::feedback::LoopRow;
use super::super::flat::feedback;
use super::page::Page;
use super::plain::write_flat;

pub(super) fn write(page: &mut Page, rows: &[LoopRow]) {
    write_flat(page, feedback::flat(rows, page.glyphs));
}
