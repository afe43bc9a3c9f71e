//! Figures with units.

use super::references::References;
use super::row::Row;
use crate::diagnostic::Code;
use crate::graph::{EntityId, Evidence, Quantity};

/// The keys of a figure; one within an edge has no `about`.
pub(super) const KEYS: &[&str] = &[
    "about",
    "measure",
    "low",
    "high",
    "open-ended",
    "unit",
    "statistic",
    "frequency",
    "route",
    "setting",
    "text",
    "evidence",
    "origin",
];

pub(super) fn read(rows: &[Row<'_>], references: &References<'_>) -> Vec<Quantity> {
    let figures = rows.iter().filter_map(|row| {
        row.only(KEYS);
        row.must_have("about");
        if !row.has("evidence") {
            references.evidence(row);
        }
        read_quantity(row, references.entities(row, "about"), &[], references)
    });
    figures.collect()
}

/// Reads one figure. One that names no evidence of its own stands on that of its edge.
pub(super) fn read_quantity(
    row: &Row<'_>,
    about: Vec<EntityId>,
    inherited: &[Evidence],
    references: &References<'_>,
) -> Option<Quantity> {
    let measure = row.required("measure");
    let (low, high) = (row.number("low"), row.number("high"));
    if let (Some(low), Some(high)) = (low, high)
        && low > high
    {
        row.log.add(row.place, Code::WrongValue, format!("`low` ({low}) is above `high` ({high})"));
    }
    let evidence = if row.has("evidence") { references.evidence(row) } else { inherited.to_vec() };
    let quantity = Quantity {
        about,
        measure: String::new(),
        low,
        // `2+ years` has no upper end; a single value is both.
        high: if row.flag("open-ended").unwrap_or_default() { high } else { high.or(low) },
        unit: row.string("unit"),
        statistic: row.string("statistic"),
        frequency: row.string("frequency"),
        route: row.string("route"),
        setting: row.string("setting"),
        text: row.string("text"),
        evidence,
        origin: row.strings("origin"),
    };
    Some(Quantity { measure: measure?.value.to_owned(), ..quantity })
}
