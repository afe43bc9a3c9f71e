//! Tables too wide for the terminal: a paragraph a row, each value with the name of its column.

use super::super::markup::{Markup, Meaning};
use super::page::indented;
use super::wrap::wrap;

/// Stands between two values of a line.
const GAP: &str = "   ";
/// How far in the values stand.
const INDENT: usize = 2;

/// The lines of a table. Rows with the same first cell stand together below it; what all of them say is said once.
pub(super) fn lines(header: &[Markup], rows: &[Vec<Markup>], width: usize) -> Vec<Markup> {
    let mut lines = Vec::new();
    for group in rows.chunk_by(|row, next| row.first() == next.first()) {
        if !lines.is_empty() {
            lines.push(Markup::new());
        }
        let Some(first) = group.first() else { continue };
        let alike = |column: usize| group.iter().all(|row| row.get(column) == first.get(column));
        let (shared, own): (Vec<usize>, Vec<usize>) = (1..header.len()).partition(|&column| alike(column));
        let title = first.first().cloned().unwrap_or_default();
        lines.extend(wrap(&title, width, 0));
        paragraph(&mut lines, "", &values(header, first, &shared), width);
        if group.len() > 1 {
            for row in group {
                paragraph(&mut lines, "- ", &values(header, row, &own), width);
            }
        }
    }
    lines
}

/// `relation: inhibits`, for each column of which the row says anything.
fn values(header: &[Markup], row: &[Markup], columns: &[usize]) -> Vec<Markup> {
    let named = |&column: &usize| {
        let cell = row.get(column).filter(|cell| !cell.is_empty())?;
        let name = header.get(column)?.to_plain();
        Some(Markup::of(Meaning::Muted, &name).with(Meaning::Plain, ": ").joined(cell.clone()))
    };
    columns.iter().filter_map(named).collect()
}

/// Short values share a line; one that is longer than a line has lines of its own.
fn paragraph(lines: &mut Vec<Markup>, mark: &str, values: &[Markup], width: usize) {
    let room = width.saturating_sub(INDENT + mark.len());
    let mut wrapped: Vec<Markup> = Vec::new();
    let mut line = Markup::new();
    for value in values {
        if !line.is_empty() && line.width() + GAP.len() + value.width() > room {
            wrapped.push(std::mem::take(&mut line));
        }
        if value.width() > room {
            let parts = wrap(value, room, INDENT).into_iter().enumerate();
            wrapped.extend(parts.map(|(number, part)| if number == 0 { part } else { indented(INDENT, part) }));
            continue;
        }
        line.plain(if line.is_empty() { "" } else { GAP });
        line.append(value.clone());
    }
    wrapped.extend((!line.is_empty()).then_some(line));
    for (number, line) in wrapped.into_iter().enumerate() {
        let mark = if number == 0 { mark.to_owned() } else { " ".repeat(mark.len()) };
        lines.push(Markup::of(Meaning::Plain, &format!("{}{mark}", " ".repeat(INDENT))).joined(line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_begin_alike_stand_together() {
        let cells = |texts: &[&str]| texts.iter().map(|text| Markup::of(Meaning::Plain, text)).collect::<Vec<_>>();
        let header = cells(&["id", "matter", "source", "claim"]);
        let rows = [
            cells(&["T1", "what it is", "a.txt", "an analogue"]),
            cells(&["T1", "what it is", "b.txt", "an agonist"]),
            cells(&["T2", "the dose", "a.txt", ""]),
        ];
        let text: Vec<String> =
            lines(&header, &rows, 40).iter().map(|line| line.to_plain().trim_end().to_owned()).collect();
        assert_eq!(
            text,
            [
                "T1",
                "  matter: what it is",
                "  - source: a.txt   claim: an analogue",
                "  - source: b.txt   claim: an agonist",
                "",
                "T2",
                "  matter: the dose   source: a.txt",
            ]
        );
    }
}
