//! Aligned columns without boxes.

use super::super::glyphs::Glyphs;
use super::super::markup::{Markup, Meaning};
use super::wrap::wrap;

/// Columns of space between cells.
const GAP: usize = 2;
/// A column is not made narrower than this.
const NARROWEST: usize = 8;

/// Cells in rows and columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    header: Option<Vec<Markup>>,
    right: Vec<usize>,
    rows: Vec<Vec<Markup>>,
}

impl Grid {
    pub fn new() -> Self {
        Self::default()
    }

    /// Names the columns; a rule stands below them.
    pub fn header(mut self, names: &[String]) -> Self {
        self.header = Some(names.iter().map(|name| Markup::of(Meaning::Heading, name)).collect());
        self
    }

    /// Aligns these columns to the right.
    pub fn right(mut self, columns: Vec<usize>) -> Self {
        self.right = columns;
        self
    }

    pub fn row(&mut self, cells: Vec<Markup>) {
        self.rows.push(cells);
    }

    /// The lines of each row, the header's first; several a row only where there is a width and a cell wraps.
    pub fn lines(self, width: Option<usize>, glyphs: Glyphs) -> Vec<Vec<Markup>> {
        let mut widths = self.widths();
        if let Some(width) = width {
            shrink(&mut widths, width);
        }
        let header = self.header.as_ref().map(|names| {
            let rule = |width: &usize| Markup::of(Meaning::Muted, &glyphs.rule.repeat(*width));
            let rules: Vec<_> = widths.iter().map(rule).collect();
            let mut lines = self.row_lines(names, &widths);
            lines.extend(self.row_lines(&rules, &widths));
            lines
        });
        header.into_iter().chain(self.rows.iter().map(|cells| self.row_lines(cells, &widths))).collect()
    }

    fn widths(&self) -> Vec<usize> {
        let columns = self.header.iter().chain(&self.rows).map(Vec::len).max().unwrap_or(0);
        let mut widths = vec![0; columns];
        for cells in self.header.iter().chain(&self.rows) {
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = (*width).max(cell.width());
            }
        }
        widths
    }

    fn row_lines(&self, cells: &[Markup], widths: &[usize]) -> Vec<Markup> {
        let wrapped: Vec<Vec<Markup>> = cells.iter().zip(widths).map(|(cell, width)| wrap(cell, *width, 0)).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        let nothing = Markup::new();
        let line = |number: usize| {
            let parts: Vec<&Markup> = wrapped.iter().map(|cell| cell.get(number).unwrap_or(&nothing)).collect();
            self.line(&parts, widths)
        };
        (0..height).map(line).collect()
    }

    fn line(&self, cells: &[&Markup], widths: &[usize]) -> Markup {
        let filled = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        let mut line = Markup::new();
        let mut before = 0;
        for (column, (cell, &width)) in cells.iter().zip(widths).take(filled).enumerate() {
            // A column that is empty in every row takes no room.
            if width == 0 {
                continue;
            }
            let spaces = width.saturating_sub(cell.width());
            let (left, right) = if self.right.contains(&column) { (spaces, 0) } else { (0, spaces) };
            line.plain(&" ".repeat(before + left));
            line.append((*cell).clone());
            before = right + GAP;
        }
        line
    }
}

/// Takes room from the widest column until the row fits or every column is narrow.
fn shrink(widths: &mut [usize], available: usize) {
    let gaps = GAP * widths.iter().filter(|width| **width > 0).count().saturating_sub(1);
    let mut excess = (widths.iter().sum::<usize>() + gaps).saturating_sub(available);
    while excess > 0 {
        let Some(widest) = widths.iter().copied().max().filter(|width| *width > NARROWEST) else { return };
        let second = widths.iter().copied().filter(|width| *width < widest).max().unwrap_or(0).max(NARROWEST);
        let take = (widest - second).min(excess);
        let Some(column) = widths.iter_mut().rev().find(|width| **width == widest) else { return };
        *column -= take.max(1);
        excess = excess.saturating_sub(take.max(1));
    }
}
