//! Aligned columns without boxes.

use unicode_width::UnicodeWidthStr as _;

use super::super::glyphs::Glyphs;
use super::super::markup::{Markup, Meaning};
use super::page::indented;
use super::records;
use super::wrap::{longest_word, wrap, wrap_units};

/// Columns of space between cells.
const GAP: usize = 2;
/// A column is not made narrower than this.
const NARROWEST: usize = 8;
/// Nor than its longest word, unless that is longer than this.
const LONG_WORD: usize = 20;
/// How much further in the lines stand on which a row goes on.
const HANG: usize = 2;

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

    /// The lines of each row, the header's first; several a row only where there is a width and a cell wraps. Where the
    /// columns do not fit side by side the cells of a row follow each other.
    pub fn lines(&self, width: Option<usize>, glyphs: Glyphs) -> Vec<Vec<Markup>> {
        let mut widths = self.widths(Markup::width);
        if let Some(width) = width {
            self.fit(&mut widths, width);
            if total(&widths) > width && self.header.is_none() {
                return self.rows.iter().map(|cells| running(cells, width)).collect();
            }
            shrink(&mut widths, &[], width);
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

    /// The lines of the table, as columns or, on a terminal where that fits or takes fewer lines, as records.
    pub fn table(&self, width: Option<usize>, glyphs: Glyphs) -> Vec<Markup> {
        let columns: Vec<Markup> = self.lines(width, glyphs).into_iter().flatten().collect();
        let (Some(width), Some(header)) = (width, &self.header) else { return columns };
        let fits = columns.iter().all(|line| line.to_plain().trim_end().width() <= width);
        if fits && columns.len() <= self.rows.len() + 2 {
            return columns;
        }
        let records = records::lines(header, &self.rows, width);
        if fits && columns.len() <= records.len() { columns } else { records }
    }

    /// Makes columns narrower until the row fits or breaks words. Without a header only the last column gives way, which
    /// says most and does no harm on several lines: names are not broken for it.
    fn fit(&self, widths: &mut [usize], width: usize) {
        let floors = self.widths(|cell| longest_word(cell).min(LONG_WORD));
        let Some((last, others)) = floors.split_last().filter(|_| self.header.is_none()) else {
            return shrink(widths, &floors, width);
        };
        let mut firm = vec![usize::MAX; others.len()];
        firm.push((*last).max(LONG_WORD));
        shrink(widths, &firm, width);
    }

    /// By column: the greatest of what its cells measure.
    fn widths(&self, measure: impl Fn(&Markup) -> usize) -> Vec<usize> {
        let columns = self.header.iter().chain(&self.rows).map(Vec::len).max().unwrap_or(0);
        let mut widths = vec![0; columns];
        for cells in self.header.iter().chain(&self.rows) {
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = (*width).max(measure(cell));
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
            // A line that was broken ends with the space at which it was.
            let gap = (width + GAP).saturating_sub(cell.width()).min(GAP);
            let (left, right) = if self.right.contains(&column) { (spaces, 0) } else { (0, spaces) };
            line.plain(&" ".repeat(before + left));
            line.append((*cell).clone());
            before = right + gap;
        }
        line
    }
}

/// The columns of a whole row.
fn total(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP * widths.iter().filter(|width| **width > 0).count().saturating_sub(1)
}

/// The cells of a row one after the other.
fn running(cells: &[Markup], width: usize) -> Vec<Markup> {
    let filled = || cells.iter().filter(|cell| !cell.is_empty());
    let last = filled().count().saturating_sub(1);
    let gap = |place: usize| if place < last { " ".repeat(GAP) } else { String::new() };
    let units: Vec<Markup> =
        filled().enumerate().map(|(place, cell)| cell.clone().with(Meaning::Plain, &gap(place))).collect();
    let lines = wrap_units(&units, width, HANG).into_iter().enumerate();
    lines.map(|(number, line)| if number == 0 { line } else { indented(HANG, line) }).collect()
}

/// Takes room from the widest columns alike until the row fits or every column is as narrow as it may be: as `floors` says
/// of each, and [`NARROWEST`].
fn shrink(widths: &mut [usize], floors: &[usize], available: usize) {
    let floor = |column: usize| floors.get(column).copied().unwrap_or(0).max(NARROWEST);
    let mut excess = total(widths).saturating_sub(available);
    while excess > 0 {
        let loose = || widths.iter().copied().enumerate().filter(|&(column, width)| width > floor(column));
        let Some(widest) = loose().map(|(_, width)| width).max() else { return };
        let columns: Vec<usize> = loose().filter(|&(_, width)| width == widest).map(|(column, _)| column).collect();
        let second = loose().map(|(_, width)| width).filter(|&width| width < widest).max().unwrap_or(0);
        for (place, &column) in columns.iter().rev().enumerate() {
            let share = excess.div_ceil(columns.len() - place);
            let take = share.min(widest - second.max(floor(column)));
            widths[column] -= take;
            excess -= take;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_shrink_alike_and_not_below_their_floors() {
        let check = |widths: &[usize], floors: &[usize], available: usize, expected: &[usize]| {
            let mut shrunk = widths.to_vec();
            shrink(&mut shrunk, floors, available);
            assert_eq!(shrunk, expected, "{widths:?} in {available}");
        };
        check(&[10, 10], &[], 22, &[10, 10]);
        check(&[10, 60, 60], &[], 84, &[10, 35, 35]);
        check(&[10, 60, 61], &[], 83, &[10, 35, 34]);
        check(&[10, 60, 20, 0], &[], 64, &[10, 30, 20, 0]);
        check(&[30, 60, 40], &[30, 12, 12], 74, &[30, 20, 20]);
        check(&[30, 20, 20], &[30, 20, 12], 64, &[30, 20, 12]);
        check(&[30, 20, 20], &[30, 20, 12], 34, &[30, 20, 12]);
        check(&[30, 20, 20], &[], 10, &[8, 8, 8]);
    }
}
