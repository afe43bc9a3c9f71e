//! Entities that answer a question: with effects, with edges, or by name alone.

use indexmap::IndexMap;

use super::super::markup::{Markup, Meaning};
use super::super::row::{DirectnessWord, Effect, EntityRow};
use super::super::words::context_values;
use super::grid::Grid;
use super::page::Page;
use super::verdict::judgement;

/// A row and the members that stand under it.
struct Folded<'a> {
    row: &'a EntityRow,
    members: Vec<&'a str>,
}

pub(super) fn write(page: &mut Page, rows: &[EntityRow]) {
    let rows = fold(rows);
    if rows.is_empty() {
        page.prose(0, 0, Markup::of(Meaning::Plain, "No entity in the graph answers this."));
    } else if rows.iter().any(|folded| folded.row.effect.is_some()) {
        for (directness, heading) in [(DirectnessWord::Direct, "direct"), (DirectnessWord::Indirect, "indirect")] {
            let block: Vec<_> = rows.iter().filter(|folded| directness_of(folded.row) == directness).collect();
            if !block.is_empty() {
                page.heading(heading);
                effects(page, &block);
            }
        }
    } else if rows.iter().any(|folded| !folded.row.edges.is_empty()) {
        edges(page, &rows);
    } else {
        names(page, &rows);
    }
}

/// Puts each member whose class is listed, with the same verdict, under that class.
fn fold(rows: &[EntityRow]) -> Vec<Folded<'_>> {
    let listed: IndexMap<&str, &EntityRow> = rows.iter().map(|row| (row.entity.as_str(), row)).collect();
    let class_of = |row: &EntityRow| {
        let class = listed.get(row.via_class.as_deref()?)?;
        (verdict_of(class) == verdict_of(row) && class.entity != row.entity).then_some(*class)
    };
    let top = |row| {
        let mut top = row;
        // A class of a class; more rounds than rows would be a circle.
        for _ in 0..rows.len() {
            match class_of(top) {
                Some(class) => top = class,
                None => return Some(top),
            }
        }
        None
    };
    let mut folded: IndexMap<&str, Folded<'_>> = IndexMap::new();
    for row in rows {
        if top(row).is_none_or(|top| top.entity == row.entity) {
            let members = row.effect.iter().flat_map(|effect| effect.members.iter().map(String::as_str)).collect();
            folded.insert(&row.entity, Folded { row, members });
        }
    }
    for row in rows {
        let Some(above) = top(row).filter(|top| top.entity != row.entity) else { continue };
        if let Some(class) = folded.get_mut(above.entity.as_str())
            && !class.members.contains(&row.entity.as_str())
        {
            class.members.push(&row.entity);
        }
    }
    folded.into_values().collect()
}

fn verdict_of(row: &EntityRow) -> Option<super::super::Verdict> {
    row.effect.as_ref().map(|effect| effect.verdict)
}

fn directness_of(row: &EntityRow) -> DirectnessWord {
    row.effect.as_ref().map_or(DirectnessWord::Indirect, |effect| effect.directness)
}

/// A line of columns an entity, then its mechanism, then its members.
fn effects(page: &mut Page, rows: &[&Folded<'_>]) {
    let mut grid = Grid::new();
    for folded in rows {
        grid.row(summary(page, folded.row));
    }
    let lines = page.grid_lines(2, grid);
    for (line, folded) in lines.into_iter().zip(rows) {
        page.line(2, line);
        if folded.row.effects.len() > 1 {
            for effect in &folded.row.effects {
                let mut line = judgement(effect.verdict, effect.certainty, effect.likelihood, page);
                line.plain(": ");
                line.append(mechanism(page, effect));
                line.append(statements(page, effect));
                page.prose(4, 4, line);
            }
        } else if let Some(effect) = folded.row.effect.as_ref().filter(|effect| !effect.mechanism.is_empty()) {
            let line = mechanism(page, effect);
            page.prose(4, 4, line);
        }
        members(page, &folded.members);
    }
}

fn summary(page: &mut Page, row: &EntityRow) -> Vec<Markup> {
    let mut name = Markup::of(Meaning::Name, &row.entity);
    let kind = Markup::of(Meaning::Muted, &row.entity_kind);
    let Some(effect) = &row.effect else { return vec![name, kind] };
    let contexts: Vec<String> = effect.contexts.iter().map(context_values).filter(|text| !text.is_empty()).collect();
    if !contexts.is_empty() {
        name.plain(&format!(" ({})", contexts.join("; ")));
    }
    if row.effects.len() > 1 {
        return vec![name, kind];
    }
    let verdict = judgement(effect.verdict, effect.certainty, effect.likelihood, page);
    let stated = statements(page, effect);
    vec![name, kind, verdict, stated]
}

/// `documented [1][3]`, or that no source states it.
fn statements(page: &mut Page, effect: &Effect) -> Markup {
    let mut line = Markup::new();
    let (absent, stated): (Vec<_>, Vec<_>) = effect.documented.iter().partition(|step| step.negated);
    for (word, steps) in [("documented", stated), ("stated absent", absent)] {
        if steps.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.plain(", ");
        }
        line.push(Meaning::Certainty, word);
        let evidence: Vec<_> = steps.iter().flat_map(|step| step.evidence.iter().cloned()).collect();
        line.append(page.cite(&evidence));
    }
    if effect.documented.is_empty() && effect.directness == DirectnessWord::Indirect {
        line.push(Meaning::Muted, "derived");
    }
    line
}

fn mechanism(page: &mut Page, effect: &Effect) -> Markup {
    if effect.mechanism.is_empty() {
        return Markup::of(Meaning::Name, &effect.object);
    }
    page.chain(&effect.mechanism)
}

fn members(page: &mut Page, members: &[&str]) {
    if members.is_empty() {
        return;
    }
    let mut line = Markup::of(Meaning::Muted, "and its members: ");
    line.append(list(members));
    page.prose(4, 4, line);
}

/// Names joined by commas.
pub(super) fn list(names: &[impl AsRef<str>]) -> Markup {
    let mut line = Markup::new();
    for (place, name) in names.iter().enumerate() {
        if place > 0 {
            line.plain(", ");
        }
        line.push(Meaning::Name, name.as_ref());
    }
    line
}

/// A line an edge, the entity named on its first.
fn edges(page: &mut Page, rows: &[Folded<'_>]) {
    let mut grid = Grid::new();
    for folded in rows {
        for (place, edge) in folded.row.edges.iter().enumerate() {
            let cells = |text: &str, meaning| if place == 0 { Markup::of(meaning, text) } else { Markup::new() };
            let name = cells(&folded.row.entity, Meaning::Name);
            let kind = cells(&folded.row.entity_kind, Meaning::Muted);
            let line = page.edge_of(&folded.row.entity, edge);
            grid.row(vec![name, kind, line]);
        }
    }
    page.grid(0, grid);
}

fn names(page: &mut Page, rows: &[Folded<'_>]) {
    let mut grid = Grid::new();
    for folded in rows {
        let definition = folded.row.definition.as_deref().unwrap_or_default();
        grid.row(vec![
            Markup::of(Meaning::Name, &folded.row.entity),
            Markup::of(Meaning::Muted, &folded.row.entity_kind),
            Markup::of(Meaning::Plain, definition),
        ]);
    }
    page.grid(0, grid);
}
