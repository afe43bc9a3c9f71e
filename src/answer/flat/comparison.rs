//! Comparisons: one row an agent, one column a respect.

use super::super::comparison::{ComparedEffect, ComparisonRow};
use super::super::glyphs::Glyphs;
use super::super::row::{Step, Verdict, VerdictCertainty};
use super::super::words::{certainty_text, context_pairs};
use super::{Flat, arrows, joined};

pub(in super::super) fn flat(rows: &[ComparisonRow], glyphs: Glyphs) -> Flat {
    let fixed =
        ["agent", "id", "entity_kind", "definition", "classes", "mechanism", "targets", "routes", "doses", "related"];
    let objects = rows.first().map(|row| row.effects.as_slice()).unwrap_or_default();
    let columns = fixed.map(str::to_owned).into_iter().chain(objects.iter().map(ComparedEffect::object_text));
    let edges = |steps: &[Step]| joined(steps.iter().map(|step| arrows(std::slice::from_ref(step), glyphs)));
    let effect = |effect: &ComparedEffect| match effect.contexts.as_slice() {
        [] => judged(effect.verdict, effect.certainty),
        contexts => joined(
            contexts.iter().map(|of| format!("{}: {}", context_pairs(&of.context), judged(of.verdict, of.certainty))),
        ),
    };
    let cells = |row: &ComparisonRow| {
        let fixed = [
            row.agent.clone(),
            row.id.clone(),
            row.entity_kind.clone(),
            row.definition.clone().unwrap_or_default(),
            row.classes.join("; "),
            edges(&row.mechanism),
            row.targets.join("; "),
            row.routes.join("; "),
            row.doses.join("; "),
            edges(&row.related),
        ];
        fixed.into_iter().chain(row.effects.iter().map(effect)).collect()
    };
    Flat { columns: columns.collect(), rows: rows.iter().map(cells).collect() }
}

/// `raises, likely`
fn judged(verdict: Verdict, certainty: Option<VerdictCertainty>) -> String {
    match certainty_text(certainty) {
        "" => verdict.as_str().to_owned(),
        certainty => format!("{}, {certainty}", verdict.as_str()),
    }
}
