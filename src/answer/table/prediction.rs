//! Predictions: a line an entity with its change and how sure that is, then by which mechanism, against which, and why.

use indexmap::IndexMap;

use super::super::arrows::sentence;
use super::super::markup::{Markup, Meaning};
use super::super::prediction::{Change, PredictionRow, UNKNOWN};
use super::super::row::{Step, VerdictCertainty};
use super::super::words::{of_worlds, percents};
use super::documented;
use super::grid::Grid;
use super::page::Page;
use crate::graph::{Sign, UNTREATED};

/// From how many rows on each is told on a line.
const MANY: usize = 13;

/// The rows that change, a line or several each; then those that do not, by the reason.
pub(super) fn write(page: &mut Page, rows: &[PredictionRow]) {
    // What is stated of something that does not move is told beside it.
    let (still, changing): (Vec<PredictionRow>, Vec<PredictionRow>) =
        rows.iter().cloned().partition(|row| row.change == Change::None && row.documented.is_empty());
    if changing.len() >= MANY {
        write_briefly(page, &changing);
    } else if still.len() < 2 {
        return write_each(page, rows);
    } else {
        write_each(page, &changing);
    }
    write_still(page, &still);
}

/// What does not change, the names by the reason.
fn write_still(page: &mut Page, rows: &[PredictionRow]) {
    let mut by_reason: IndexMap<(bool, &str), Vec<Markup>> = IndexMap::new();
    for row in rows {
        by_reason.entry((row.unknown, row.reason.as_deref().unwrap_or_default())).or_default().push(name(row));
    }
    for ((unknown, reason), names) in by_reason {
        page.blank();
        let word = if unknown { UNKNOWN } else { Change::None.as_str() };
        let mut line = Markup::of(Meaning::Muted, word).with(Meaning::Plain, ": ");
        for (place, name) in names.into_iter().enumerate() {
            line.plain(if place == 0 { "" } else { ", " });
            line.append(name);
        }
        page.prose(0, 4, line);
        if !reason.is_empty() {
            page.prose(4, 2, Markup::of(Meaning::Muted, reason));
        }
    }
}

/// A line a row: its change, and the step that changes it.
fn write_briefly(page: &mut Page, rows: &[PredictionRow]) {
    let mut grid = Grid::new();
    for row in rows {
        let mut cells = summary(page, row);
        cells.push(last_step(page, row));
        grid.row(cells);
    }
    write_groups(page, &grid, rows, |_, _| {});
    page.blank();
    let how = "each with the last step that changes it; with `show` and a name, the whole mechanism and what works against it";
    page.prose(0, 0, Markup::of(Meaning::Muted, how));
}

/// `by less LH [1]`: the last step of the mechanism that changes an entity, and what stands behind that; else why it changes.
/// Where it is only stated, no mechanism decides it.
fn last_step(page: &mut Page, row: &PredictionRow) -> Markup {
    let reason = Markup::of(Meaning::Muted, row.reason.as_deref().unwrap_or_default());
    let is_stated = row.certainty == Some(VerdictCertainty::Documented);
    let decisive = row.mechanism.last().filter(|_| !is_stated);
    let (Some(last), Some(change)) = (decisive, sign(row.change)) else { return reason };
    let mut line = Markup::of(Meaning::Plain, "by ");
    if last.sign.is_some_and(|sign| sign != change) {
        line.push(Meaning::Keyword, "less ");
    }
    line.push(Meaning::Name, &last.from);
    line.append(page.cite(&last.evidence));
    let line = match &row.hedged {
        Some(hedged) => line.with(Meaning::Plain, ", ").joined(hedged.counted()),
        None => line,
    };
    if reason.is_empty() { line } else { line.with(Meaning::Plain, ": ").joined(reason) }
}

const fn sign(change: Change) -> Option<Sign> {
    match change {
        Change::Up => Some(Sign::Positive),
        Change::Down => Some(Sign::Negative),
        Change::Ambiguous | Change::None => None,
    }
}

fn write_each(page: &mut Page, rows: &[PredictionRow]) {
    let mut grid = Grid::new();
    for row in rows {
        grid.row(summary(page, row));
    }
    write_groups(page, &grid, rows, write_reasons);
}

/// The lines of a grid that has a row an entity, a blank line between groups; beneath each what `follow` tells of it.
fn write_groups(page: &mut Page, grid: &Grid, rows: &[PredictionRow], follow: impl Fn(&mut Page, &PredictionRow)) {
    let mut group = None;
    for (lines, row) in page.grid_rows(0, grid).into_iter().zip(rows) {
        if group.is_some_and(|group| group != row.group) {
            page.blank();
        }
        group = Some(row.group);
        for line in lines {
            page.line(0, line);
        }
        follow(page, row);
    }
}

/// By which mechanism an entity changes, and against which; what is stated of it, and why it is no surer.
fn write_reasons(page: &mut Page, row: &PredictionRow) {
    for told in chains(row) {
        chain(page, &told);
    }
    if !says_the_same(row) {
        stated(page, row);
    }
    if let Some(reason) = &row.reason {
        page.prose(4, 2, Markup::of(Meaning::Muted, reason));
    }
    if let Some(hedged) = &row.hedged {
        page.prose(4, 2, hedged.told());
    }
    if let Some(settling) = &row.settled_by {
        let is_open = row.change == Change::Ambiguous;
        page.prose(4, 2, settling.sentence(!is_open, page.glyphs));
    }
}

/// The place of the kind among the cells.
const KIND: usize = 1;

/// The cells of an entity: its name, its kind, its change, and what is stated of that.
fn summary(page: &mut Page, row: &PredictionRow) -> Vec<Markup> {
    let mut change = if row.unknown { Markup::of(Meaning::Muted, UNKNOWN) } else { word(row.change) };
    change.append(certainty(row, page));
    let stated =
        if says_the_same(row) { documented::words(page, &row.documented, row.versus.is_some()) } else { Markup::new() };
    vec![name(row), Markup::of(Meaning::Muted, &row.entity_kind), change, stated]
}

/// `activity of LH`
fn name(row: &PredictionRow) -> Markup {
    let mut name = Markup::new();
    if row.aspect_named {
        name.push(Meaning::Muted, &format!("{} of ", row.aspect));
    }
    name.push(Meaning::Name, &row.entity);
    name
}

/// Whether every statement is of one subject, so that no more need be told than that there is one.
fn says_the_same(row: &PredictionRow) -> bool {
    let mut steps = row.documented.iter();
    let first = steps.next();
    steps.all(|step| first.is_some_and(|first| (&step.from, step.sign) == (&first.from, first.sign)))
}

/// What is stated, and of whom, on one line.
fn stated(page: &mut Page, row: &PredictionRow) {
    let mut line = Markup::of(Meaning::Muted, "stated: ");
    for (place, step) in row.documented.iter().enumerate() {
        if place > 0 {
            line.plain("; ");
        }
        line.append(sentence(step));
        if row.versus.is_some() && step.background.as_deref() == Some(UNTREATED) {
            line.plain(&format!(", {}", documented::OF_THE_UNTREATED));
        }
        line.append(page.cite(&step.evidence));
    }
    page.prose(4, 4, line);
}

fn word(change: Change) -> Markup {
    let meaning = match change {
        Change::Up => Meaning::Sign(Sign::Positive),
        Change::Down => Meaning::Sign(Sign::Negative),
        Change::Ambiguous => Meaning::Certainty,
        Change::None => Meaning::Muted,
    };
    Markup::of(meaning, change.as_str())
}

/// `, likely 93–98 %`; of what is open, the share of worlds in which it rises.
fn certainty(row: &PredictionRow, page: &Page) -> Markup {
    let Some(certainty) = row.certainty else { return Markup::new() };
    let mut line = Markup::of(Meaning::Plain, ", ");
    if row.change != Change::Ambiguous {
        line.push(Meaning::Certainty, certainty.as_str());
    }
    match (row.change, row.likelihood) {
        (Change::Ambiguous, None) => Markup::new(),
        (Change::Ambiguous, Some(likelihood)) => line
            .with(Meaning::Plain, "rises in ")
            .with(Meaning::Number, &percents(likelihood, page.glyphs))
            .with(Meaning::Plain, " of worlds"),
        (change, Some([low, high])) if certainty == VerdictCertainty::Likely => {
            let share = if change == Change::Down { [1.0 - high, 1.0 - low] } else { [low, high] };
            line.with(Meaning::Plain, " ").with(Meaning::Number, &of_worlds(share, page.glyphs))
        }
        _ => line,
    }
}

/// A mechanism of a row, and how it is told.
pub(super) struct Told<'a> {
    /// Stands before it: `against: `.
    pub word: &'static str,
    pub steps: &'a [Step],
    /// Whether what it starts from goes down, so that it ends in the change: `less estradiol`.
    pub turned: bool,
}

impl<'a> Told<'a> {
    fn ending(word: &'static str, steps: &'a [Step], change: Sign) -> Self {
        Self { word, steps, turned: net(steps) != change }
    }
}

/// The mechanism of the change, and that against it.
pub(super) fn chains(row: &PredictionRow) -> [Told<'_>; 2] {
    let open = row.change == Change::Ambiguous;
    let change = if row.change == Change::Down { Sign::Negative } else { Sign::Positive };
    [
        Told::ending(if open { "up: " } else { "" }, &row.mechanism, change),
        Told::ending(if open { "down: " } else { "against: " }, &row.counter, -change),
    ]
}

fn net(steps: &[Step]) -> Sign {
    steps.iter().filter_map(|step| step.sign).fold(Sign::Positive, |net, sign| net * sign)
}

fn chain(page: &mut Page, told: &Told<'_>) {
    if !told.steps.is_empty() {
        let mut line = Markup::of(Meaning::Muted, told.word);
        if told.turned {
            line.push(Meaning::Keyword, "less ");
        }
        line.append(page.chain(told.steps));
        page.prose(4, 4, line);
    }
}

/// `LH  down, determined  documented [2]`: a row without its mechanism.
pub(super) fn in_short(page: &mut Page, row: &PredictionRow) -> Markup {
    let mut line = Markup::new();
    for (place, cell) in summary(page, row).into_iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        if place != KIND {
            line.plain(if line.is_empty() { "" } else { "  " });
            line.append(cell);
        }
    }
    line
}
