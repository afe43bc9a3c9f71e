//! Comparisons: a column an agent where they are few enough, else a block an agent.

use indexmap::IndexMap;

use super::super::comparison::{ComparedEffect, ComparisonRow};
use super::super::markup::{Markup, Meaning};
use super::super::row::{EvidenceItem, Step, Verdict};
use super::super::words::context_values;
use super::entities::list;
use super::grid::Grid;
use super::page::Page;
use super::verdict::certainty;
use crate::graph::Sign;

/// One respect in which the agents are compared: a cell an agent.
struct Respect {
    label: Markup,
    cells: Vec<Markup>,
    /// How they stand to each other, in words; empty but for effects.
    agreement: &'static str,
}

/// The most agents that stand side by side, and the columns of a terminal that each needs beside those for the labels.
struct Layout {
    most: usize,
    labels: usize,
    agent: usize,
}

/// Everything there is of the agents, whose cells may be long.
const WHOLE: Layout = Layout { most: 2, labels: 28, agent: 20 };
/// Their effects alone.
const EFFECTS: Layout = Layout { most: 6, labels: 36, agent: 14 };

pub(super) fn write(page: &mut Page, rows: &[ComparisonRow]) {
    let filled = |respect: &Respect| respect.cells.iter().any(|cell| !cell.is_empty());
    let respects: Vec<Respect> = respects(page, rows).into_iter().filter(filled).collect();
    let fits = |layout: &Layout| rows.len() <= layout.most && page.has_room(layout.labels + layout.agent * rows.len());
    if fits(&WHOLE) {
        return columns(page, rows, respects);
    }
    if !fits(&EFFECTS) {
        return blocks(page, rows, &respects);
    }
    let (effects, others): (Vec<Respect>, Vec<Respect>) =
        respects.into_iter().partition(|respect| !respect.agreement.is_empty());
    if !effects.is_empty() {
        page.heading("effects");
        columns(page, rows, effects);
    }
    blocks(page, rows, &others);
}

fn columns(page: &mut Page, rows: &[ComparisonRow], respects: Vec<Respect>) {
    let names = rows.iter().map(|row| row.agent.clone());
    let header: Vec<String> = std::iter::once(String::new()).chain(names).chain([String::new()]).collect();
    let mut grid = Grid::new().header(&header);
    for respect in respects {
        let agreement = Markup::of(Meaning::Keyword, respect.agreement);
        grid.row(std::iter::once(respect.label).chain(respect.cells).chain([agreement]).collect());
    }
    page.grid(0, &grid);
}

fn blocks(page: &mut Page, rows: &[ComparisonRow], respects: &[Respect]) {
    for (agent, row) in rows.iter().enumerate() {
        page.heading(&row.agent);
        for respect in respects {
            let Some(cell) = respect.cells.get(agent).filter(|cell| !cell.is_empty()) else { continue };
            let mut line = respect.label.clone();
            line.plain(": ");
            line.append(cell.clone());
            if !respect.agreement.is_empty() {
                line.plain(" ");
                line.push(Meaning::Muted, &format!("({})", respect.agreement));
            }
            page.prose(2, 4, line);
        }
    }
}

/// Every respect in which some agent has something: the effects, which a comparison is asked for, then the rest in the order of
/// a card.
fn respects(page: &mut Page, rows: &[ComparisonRow]) -> Vec<Respect> {
    let plain = |label: &str, cell: &dyn Fn(&ComparisonRow) -> Markup| Respect {
        label: Markup::of(Meaning::Muted, label),
        cells: rows.iter().map(cell).collect(),
        agreement: "",
    };
    let text = |lines: &[String]| Markup::of(Meaning::Plain, &lines.join("; "));
    let kind = |row: &ComparisonRow| Markup::of(Meaning::Muted, &row.entity_kind);
    let definition = |row: &ComparisonRow| Markup::of(Meaning::Plain, row.definition.as_deref().unwrap_or_default());
    let mut respects = effects(page, rows);
    respects.extend([plain("kind", &kind), plain("is", &definition), plain("class", &|row| list(&row.classes))]);
    respects.extend(edges(page, rows, |row| &row.mechanism));
    respects.extend(edges(page, rows, |row| &row.related));
    respects.push(plain("route", &|row| text(&row.routes)));
    respects.push(plain("dose", &|row| text(&row.doses)));
    respects
}

/// A respect an object.
fn effects(page: &mut Page, rows: &[ComparisonRow]) -> Vec<Respect> {
    let count = rows.first().map_or(0, |row| row.effects.len());
    let respects = (0..count).filter_map(|place| {
        let first = rows.first()?.effects.get(place)?;
        let cells = rows.iter().map(|row| row.effects.get(place).map(|effect| cell(page, effect)).unwrap_or_default());
        let cells = cells.collect();
        let label = Markup::of(Meaning::Name, &first.object_text());
        Some(Respect { label, cells, agreement: first.agreement.as_str() })
    });
    respects.collect()
}

/// Edges by relation, in the order of their first mention by any agent.
fn edges(page: &mut Page, rows: &[ComparisonRow], steps: impl Fn(&ComparisonRow) -> &Vec<Step>) -> Vec<Respect> {
    let mut groups: IndexMap<(Option<Sign>, String), Vec<Vec<&Step>>> = IndexMap::new();
    for (agent, row) in rows.iter().enumerate() {
        for step in steps(row) {
            let group = groups.entry((step.sign, relation(row, step))).or_insert_with(|| vec![Vec::new(); rows.len()]);
            group[agent].push(step);
        }
    }
    let mut respects = Vec::with_capacity(groups.len());
    for ((sign, relation), by_agent) in groups {
        let mut label = Markup::new();
        if let Some(sign) = sign {
            label.push(Meaning::Sign(sign), &format!("{sign} "));
        }
        label.push(Meaning::Relation, &relation);
        let cells = rows.iter().zip(by_agent).map(|(row, steps)| names(page, row, &steps)).collect();
        respects.push(Respect { label, cells, agreement: "" });
    }
    respects
}

/// `blocks`, `mimics, pulsatile`, `isomer of it`
fn relation(row: &ComparisonRow, step: &Step) -> String {
    let absent = if step.negated { "stated absent: " } else { "" };
    let incoming = if row.is_own(step) { "" } else { " it" };
    let context = context_values(&step.context);
    let context = if context.is_empty() { context } else { format!(", {context}") };
    format!("{absent}{}{incoming}{context}", step.relation)
}

/// `male infertility (widely used off label) [1], fertility restoration [1]`
fn names(page: &mut Page, row: &ComparisonRow, steps: &[&Step]) -> Markup {
    let mut line = Markup::new();
    for (place, step) in steps.iter().enumerate() {
        if place > 0 {
            line.plain(", ");
        }
        line.push(Meaning::Name, if row.is_own(step) { &step.to } else { &step.from });
        if !step.note.is_empty() {
            line.push(Meaning::Muted, &format!(" ({})", step.note));
        }
        line.append(page.cite(&step.evidence));
    }
    line
}

/// `raises, likely 93–98 % [1][4]`, or one such a context.
fn cell(page: &mut Page, effect: &ComparedEffect) -> Markup {
    let mut line = Markup::new();
    if effect.verdict == Verdict::Depends && !effect.contexts.is_empty() {
        for (place, of_context) in effect.contexts.iter().enumerate() {
            if place > 0 {
                line.plain("; ");
            }
            line.push(Meaning::Keyword, &context_values(&of_context.context));
            line.plain(": ");
            line.push(Meaning::Relation, of_context.verdict.as_str());
            line.append(certainty(of_context.verdict, of_context.certainty, of_context.likelihood, page));
        }
    } else {
        let meaning = if effect.verdict == Verdict::NoKnownEffect { Meaning::Muted } else { Meaning::Relation };
        line.push(meaning, effect.verdict.as_str());
        line.append(certainty(effect.verdict, effect.certainty, effect.likelihood, page));
    }
    let evidence: Vec<EvidenceItem> = effect.documented.iter().flat_map(|step| step.evidence.iter().cloned()).collect();
    line.append(page.cite(&evidence));
    line
}
