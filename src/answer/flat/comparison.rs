//! Comparisons: one row an agent, one column a respect.

use super::super::comparison::{ComparedEffect, ComparisonRow};
use super::super::glyphs::Glyphs;
use super::super::words::certainty_text;
use super::{Flat, arrows, joined};

pub(in super::super) fn flat(rows: &[ComparisonRow], glyphs: Glyphs) -> Flat {
    let fixed = ["agent", "id", "entity_kind", "classes", "mechanism", "targets", "routes", "doses"];
    let objects = rows.first().map(|row| row.effects.as_slice()).unwrap_or_default();
    let columns = fixed.map(str::to_owned).into_iter().chain(objects.iter().map(|effect| effect.object.clone()));
    let effect = |effect: &ComparedEffect| match certainty_text(effect.certainty) {
        "" => effect.verdict.as_str().to_owned(),
        certainty => format!("{}, {certainty}", effect.verdict.as_str()),
    };
    let cells = |row: &ComparisonRow| {
        let fixed = [
            row.agent.clone(),
            row.id.clone(),
            row.entity_kind.clone(),
            row.classes.join("; "),
            joined(row.mechanism.iter().map(|step| arrows(std::slice::from_ref(step), glyphs))),
            row.targets.join("; "),
            row.routes.join("; "),
            row.doses.join("; "),
        ];
        fixed.into_iter().chain(row.effects.iter().map(effect)).collect()
    };
    Flat { columns: columns.collect(), rows: rows.iter().map(cells).collect() }
}
