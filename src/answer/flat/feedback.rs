//! Feedback loops: one row a loop.

use super::super::feedback::{Cut, LoopRow};
use super::super::glyphs::Glyphs;
use super::{Flat, arrows, joined};

pub(in super::super) fn flat(rows: &[LoopRow], glyphs: Glyphs) -> Flat {
    let cells = |row: &LoopRow| {
        [
            arrows(&row.steps, glyphs),
            row.feedback.as_str().to_owned(),
            row.length.to_string(),
            joined(row.cut_by.iter().map(|cut: &Cut| format!("{} at {}", cut.drug, cut.at))),
            joined(row.variants.iter().map(|variant| variant.join(" -> "))),
        ]
    };
    Flat::new(["loop", "feedback", "length", "cut_by", "variants"], rows.iter().map(cells))
}
