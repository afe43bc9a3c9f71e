//! Entities that answer a question: with effects, with edges, or by name alone.

use indexmap::{IndexMap, IndexSet};

use super::super::markup::{Markup, Meaning};
use super::super::row::{DirectnessWord, Effect, EntityRow, Verdict};
use super::super::words::context_values;
use super::documented;
use super::grid::Grid;
use super::page::Page;
use super::verdict::certainty;

/// A row and the members that stand under it.
pub(super) struct Folded<'a> {
    pub row: &'a EntityRow,
    members: Vec<&'a str>,
}

pub(super) fn write(page: &mut Page, rows: &[EntityRow]) {
    if rows.iter().any(|row| row.effect.is_some()) {
        let rows = fold(rows);
        for (directness, heading) in [(DirectnessWord::Direct, "direct"), (DirectnessWord::Indirect, "indirect")] {
            let block: Vec<_> = rows.iter().filter(|folded| directness_of(folded.row) == directness).collect();
            if !block.is_empty() {
                page.heading(heading);
                effects(page, &block);
            }
        }
    } else if rows.iter().any(|row| !row.edges.is_empty()) {
        edges(page, &fold(rows));
    } else {
        names(page, rows);
    }
}

/// Puts each member whose class is listed, with the same verdict, under that class; of classes in classes, under the outermost.
pub(super) fn fold(rows: &[EntityRow]) -> Vec<Folded<'_>> {
    let listed: IndexMap<&str, usize> =
        rows.iter().enumerate().map(|(place, row)| (row.entity.as_str(), place)).collect();
    let class_of = |(place, row): (usize, &EntityRow)| {
        let class = *listed.get(row.via_class.as_deref()?)?;
        (verdict_of(rows.get(class)?) == verdict_of(row) && class != place).then_some(class)
    };
    let class_of: Vec<Option<usize>> = rows.iter().enumerate().map(class_of).collect();
    let mut folded: IndexMap<usize, Folded<'_>> = IndexMap::new();
    let mut members: IndexSet<(usize, &str)> = IndexSet::new();
    let mut rows_below: Vec<(usize, &str)> = Vec::new();
    for ((place, row), class) in rows.iter().enumerate().zip(outermost(&class_of)) {
        if class == place {
            let own = row.effect.iter().flat_map(|effect| effect.members.iter().map(String::as_str));
            folded.insert(place, Folded { row, members: Vec::new() });
            members.extend(own.map(|member| (class, member)));
        } else {
            rows_below.push((class, &row.entity));
        }
    }
    members.extend(rows_below);
    for (class, member) in members {
        if let Some(class) = folded.get_mut(&class) {
            class.members.push(member);
        }
    }
    folded.into_values().collect()
}

/// For each place where one comes to that goes from class to class; a place from which one goes in a circle stays by itself.
/// O(places).
fn outermost(class_of: &[Option<usize>]) -> Vec<usize> {
    let mut tops: Vec<Option<usize>> = vec![None; class_of.len()];
    // Every place is looked at once: a climb ends where another has passed, or at a top.
    let mut passed = vec![false; class_of.len()];
    for start in 0..class_of.len() {
        let mut climb = Vec::new();
        let mut place = start;
        while !std::mem::replace(&mut passed[place], true) {
            climb.push(place);
            let Some(class) = class_of[place] else {
                tops[place] = Some(place);
                break;
            };
            place = class;
        }
        let top = tops[place];
        for place in climb {
            tops[place] = top;
        }
    }
    tops.into_iter().enumerate().map(|(place, top)| top.unwrap_or(place)).collect()
}

fn verdict_of(row: &EntityRow) -> Option<Verdict> {
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
    for (lines, folded) in page.grid_rows(2, &grid).into_iter().zip(rows) {
        for line in lines {
            page.line(2, line);
        }
        if folded.row.effects.len() > 1 {
            for effect in &folded.row.effects {
                condition(page, effect);
            }
        } else if let Some(effect) = &folded.row.effect {
            mechanism(page, 4, effect);
        }
        members(page, &folded.members);
    }
}

/// What a tree says of an entity where its mechanism begins: its effect, what is stated, and its members.
pub(super) fn remarks(page: &mut Page, folded: &Folded<'_>) -> Vec<Markup> {
    let mut line = Markup::new();
    let named =
        folded.row.effect.as_ref().is_some_and(|effect| effect.contexts.iter().any(|context| !context.is_empty()));
    for cell in summary(page, folded.row).into_iter().skip(usize::from(!named)).filter(|cell| !cell.is_empty()) {
        line.plain(if line.is_empty() { "" } else { "  " });
        line.append(cell);
    }
    let members = Some(&folded.members).filter(|members| !members.is_empty()).map(|members| member_list(members));
    std::iter::once(line).chain(members).collect()
}

/// The cells of an entity: name and context, kind, and its effect where there is one condition.
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
    // Of `what does X do` the row is the object, not the subject.
    let undergoes = effect.object == row.entity || effect.mechanism.last().is_some_and(|step| step.to == row.entity);
    let word = match effect.verdict {
        Verdict::Raises if undergoes => "raised",
        Verdict::Suppresses if undergoes => "suppressed",
        verdict => verdict.as_str(),
    };
    let mut verdict = Markup::of(Meaning::Relation, word);
    verdict.append(certainty(effect.verdict, effect.certainty, effect.likelihood, page));
    vec![name, kind, verdict, stated(page, effect)]
}

/// One of several conditions, on lines of its own.
fn condition(page: &mut Page, effect: &Effect) {
    let mut line = Markup::of(Meaning::Relation, effect.verdict.as_str())
        .with(Meaning::Plain, " ")
        .with(Meaning::Name, &effect.object);
    line.append(certainty(effect.verdict, effect.certainty, effect.likelihood, page));
    let stated = stated(page, effect);
    if !stated.is_empty() {
        line.plain(", ");
        line.append(stated);
    }
    page.prose(4, 4, line);
    mechanism(page, 6, effect);
}

/// What sources state, or `derived` where none states an indirect effect.
fn stated(page: &mut Page, effect: &Effect) -> Markup {
    if effect.documented.is_empty() && effect.directness == DirectnessWord::Indirect {
        return Markup::of(Meaning::Muted, "derived");
    }
    documented::words(page, &effect.documented, false)
}

fn mechanism(page: &mut Page, indent: usize, effect: &Effect) {
    if !effect.mechanism.is_empty() {
        let line = page.chain(&effect.mechanism);
        page.prose(indent, 4, line);
    }
}

fn members(page: &mut Page, members: &[&str]) {
    if !members.is_empty() {
        page.prose(4, 4, member_list(members));
    }
}

fn member_list(members: &[&str]) -> Markup {
    let mut line = Markup::of(Meaning::Muted, "and its members: ");
    line.append(list(members));
    line
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
    for Folded { row, members } in rows {
        let mut facts: Vec<Markup> = row.edges.iter().map(|edge| page.edge_of(&row.entity, edge)).collect();
        if !members.is_empty() {
            facts.push(member_list(members));
        }
        if facts.is_empty() {
            facts.push(Markup::new());
        }
        let mut name = Markup::of(Meaning::Name, &row.entity);
        let mut kind = Markup::of(Meaning::Muted, &row.entity_kind);
        for fact in facts {
            grid.row(vec![std::mem::take(&mut name), std::mem::take(&mut kind), fact]);
        }
    }
    page.grid(0, &grid);
}

fn names(page: &mut Page, rows: &[EntityRow]) {
    let mut grid = Grid::new();
    for row in rows {
        grid.row(vec![
            Markup::of(Meaning::Name, &row.entity),
            Markup::of(Meaning::Muted, &row.entity_kind),
            Markup::of(Meaning::Plain, row.definition.as_deref().unwrap_or_default()),
        ]);
    }
    page.grid(0, &grid);
}

#[cfg(test)]
mod tests {
    use super::outermost;

    #[test]
    fn members_of_members_stand_under_the_outermost_class() {
        for (class_of, expected) in [
            (vec![None, Some(0), Some(1), None], vec![0, 0, 0, 3]),
            (vec![Some(1), Some(2), None], vec![2, 2, 2]),
            (vec![Some(1), Some(0), Some(1), None], vec![0, 1, 2, 3]),
            (Vec::new(), Vec::new()),
        ] {
            assert_eq!(outermost(&class_of), expected, "{class_of:?}");
        }
    }
}
