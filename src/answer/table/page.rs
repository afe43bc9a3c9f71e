//! A page being written: lines of markup, the sources cited on them, and how it will be drawn.

use unicode_width::UnicodeWidthStr as _;

use super::super::arrows;
use super::super::citations::Citations;
use super::super::glyphs::Glyphs;
use super::super::markup::{Markup, Meaning};
use super::super::row::{EvidenceItem, PathRow, Step};
use super::super::style::Style;
use super::grid::Grid;
use super::wrap::wrap;

/// Narrower than this nothing is readable: lines may run over.
const NARROWEST: usize = 12;
/// Below this width a line that goes on stands but little further in.
const NARROW: usize = 60;
/// The hang of a line there.
const NARROW_HANG: usize = 3;
/// Prose wider than this is hard to read; paths are not.
const WIDEST_PROSE: usize = 110;

/// The lines written so far.
pub(super) struct Page {
    pub glyphs: Glyphs,
    pub citations: Citations,
    style: Style,
    lines: Vec<Markup>,
}

impl Page {
    pub fn new(style: Style) -> Self {
        Self { glyphs: Glyphs::of(style.ascii), citations: Citations::default(), style, lines: Vec::new() }
    }

    /// An empty line, but not at the top and never two.
    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Markup::new());
        }
    }

    /// A heading of its own, with an empty line before it.
    pub fn heading(&mut self, text: &str) {
        self.blank();
        self.lines.push(Markup::of(Meaning::Heading, text));
    }

    /// A line that wraps on a terminal; further lines stand `hang` columns further in.
    pub fn prose(&mut self, indent: usize, hang: usize, line: Markup) {
        let Some(width) = self.room(indent) else { return self.line(indent, line) };
        let hang = if self.has_room(NARROW) { hang } else { hang.min(NARROW_HANG) };
        let width = if line.has_arrow() { width } else { width.min(WIDEST_PROSE) };
        for (number, part) in wrap(&line, width, hang).into_iter().enumerate() {
            self.line(if number == 0 { indent } else { indent + hang }, part);
        }
    }

    /// A line that wraps on a terminal beside what is drawn at its left: before its first part, and before the others.
    pub fn hanging(&mut self, first: &str, rest: &str, line: &Markup) {
        let margin = |number: usize| Markup::of(Meaning::Muted, if number == 0 { first } else { rest });
        let parts = match self.room(first.width()) {
            Some(width) => wrap(line, width, rest.width().saturating_sub(first.width())),
            None => vec![line.clone()],
        };
        for (number, part) in parts.into_iter().enumerate() {
            self.lines.push(margin(number).joined(part));
        }
    }

    /// Aligned columns; their cells wrap on a terminal.
    pub fn grid(&mut self, indent: usize, grid: &Grid) {
        for line in self.grid_rows(indent, grid).into_iter().flatten() {
            self.line(indent, line);
        }
    }

    /// The same for a plain table, which becomes records where it is too wide.
    pub fn table(&mut self, grid: &Grid) {
        for line in grid.table(self.room(0), self.glyphs) {
            self.line(0, line);
        }
    }

    /// The lines of each row of a grid, for pages that put more between them.
    pub fn grid_rows(&self, indent: usize, grid: &Grid) -> Vec<Vec<Markup>> {
        grid.lines(self.room(indent), self.glyphs)
    }

    /// Whether a line may be so many columns wide.
    pub fn has_room(&self, columns: usize) -> bool {
        self.style.width.is_none_or(|width| width >= columns)
    }

    /// Columns left of the terminal, where there is one.
    fn room(&self, indent: usize) -> Option<usize> {
        self.style.width.map(|width| width.saturating_sub(indent).max(NARROWEST))
    }

    /// Adds a line as it is.
    pub fn line(&mut self, indent: usize, line: Markup) {
        self.lines.push(indented(indent, line));
    }

    /// A chain of steps on one line, with the numbers of its sources.
    pub fn chain(&mut self, steps: &[Step]) -> Markup {
        arrows::chain(steps, self.glyphs, Some(&mut self.citations))
    }

    /// A path on one line, with the numbers of its sources.
    pub fn path(&mut self, path: &PathRow) -> Markup {
        arrows::path(path, self.glyphs, Some(&mut self.citations))
    }

    /// Adds a step, with the numbers of its sources, to a line that has come to an entity; says where it leads.
    pub fn extend<'step>(&mut self, line: &mut Markup, here: &str, step: &'step Step) -> &'step str {
        arrows::extend(line, here, step, self.glyphs, Some(&mut self.citations))
    }

    /// An edge of an entity, with the numbers of its sources.
    pub fn edge_of(&mut self, entity: &str, step: &Step) -> Markup {
        arrows::edge_of(entity, step, self.glyphs, &mut self.citations)
    }

    /// A space and the numbers of the sources.
    pub fn cite(&mut self, evidence: &[EvidenceItem]) -> Markup {
        self.citations.cite(evidence)
    }

    /// The list that the numbers refer to, if any were used.
    pub fn sources(&mut self) {
        let list = self.citations.list(self.glyphs);
        if list.is_empty() {
            return;
        }
        self.heading("sources");
        for line in list {
            self.prose(2, 4, line);
        }
    }

    /// The page as text.
    pub fn finish(mut self) -> String {
        while self.lines.pop_if(|line| line.is_empty()).is_some() {}
        let mut text = String::new();
        for line in self.lines {
            // A space after the last column of a terminal would begin a line of its own.
            let line = line.trim_end();
            text.push_str(&if self.style.color { line.to_ansi() } else { line.to_plain() });
            text.push('\n');
        }
        text
    }
}

/// The line, so many columns further in; an empty one stays empty.
pub(super) fn indented(indent: usize, line: Markup) -> Markup {
    if indent == 0 || line.is_empty() {
        return line;
    }
    let mut shifted = Markup::of(Meaning::Plain, &" ".repeat(indent));
    shifted.append(line);
    shifted
}
