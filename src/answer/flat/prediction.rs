//! Predictions: one row an entity.

use super::super::glyphs::Glyphs;
use super::super::prediction::{PredictionRow, UNKNOWN};
use super::super::settling::Settling;
use super::super::words::certainty_text;
use super::{Flat, arrows, joined, share, stated};

const COLUMNS: [&str; 15] = [
    "scenario",
    "entity",
    "id",
    "entity_kind",
    "aspect",
    "change",
    "certainty",
    "likelihood_low",
    "likelihood_high",
    "mechanism",
    "counter",
    "documented",
    "reason",
    "settled_by",
    "hedged",
];

pub(in super::super) fn flat(rows: &[PredictionRow], glyphs: Glyphs) -> Flat {
    let cells = |row: &PredictionRow| {
        let [low, high] = share(row.likelihood);
        [
            row.scenario.clone(),
            row.entity.clone(),
            row.id.clone(),
            row.entity_kind.clone(),
            row.aspect.as_str().to_owned(),
            (if row.unknown { UNKNOWN } else { row.change.as_str() }).to_owned(),
            certainty_text(row.certainty).to_owned(),
            low,
            high,
            arrows(&row.mechanism, glyphs),
            arrows(&row.counter, glyphs),
            joined(row.documented.iter().map(|step| stated(step, glyphs))),
            row.reason.clone().unwrap_or_default(),
            row.settled_by.as_ref().map_or_else(String::new, Settling::condition),
            row.hedged.as_ref().map_or_else(String::new, |hedged| hedged.told().to_plain()),
        ]
    };
    Flat::new(COLUMNS, rows.iter().map(cells)).without_empty(&COLUMNS[14..])
}
