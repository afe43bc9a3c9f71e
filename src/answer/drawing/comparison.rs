//! Agents side by side: the net effect of each on what they are compared on.

use indexmap::IndexSet;

use crate::answer::arrows::chain;
use crate::answer::comparison::{ComparedEffect, ComparisonRow};
use crate::answer::glyphs::Glyphs;
use crate::answer::row::{Step, Verdict, VerdictCertainty};
use crate::answer::words::context_values;
use crate::diagnostic::listed;
use crate::graph::Sign;
use crate::picture::Part;

use super::sketch::Sketch;

/// Up to so many agents, and effects that are not there, are named.
const NAMED: usize = 12;

pub(super) fn draw<'a>(rows: &'a [ComparisonRow], sketch: &mut Sketch<'a>) {
    for row in rows {
        for effect in &row.effects {
            draw_effect(row, effect, sketch);
        }
    }
    for row in rows {
        sketch.mark(&row.name, Part::Centre);
    }
    sketch.terms.centre = "compared";
    let agents: IndexSet<&str> = rows.iter().map(|row| row.agent.as_str()).collect();
    sketch.title = format!("{}: net effects", listed(agents, NAMED));
    sketch.remarks.push(String::from("no arrow is a step"));
    let none: Vec<String> = rows.iter().flat_map(unknown).collect();
    if !none.is_empty() {
        sketch.remarks.push(format!("no known effect: {}", listed(none, NAMED)));
    }
}

/// The effects that are not there.
fn unknown(row: &ComparisonRow) -> Vec<String> {
    let effects = row.effects.iter().filter(|effect| effect.verdict == Verdict::NoKnownEffect);
    effects.map(|effect| format!("{} on {}", row.agent, effect.object_text())).collect()
}

fn draw_effect<'a>(row: &'a ComparisonRow, effect: &'a ComparedEffect, sketch: &mut Sketch<'a>) {
    if effect.contexts.is_empty() {
        let said = certainty(effect.certainty);
        draw_net(row, effect, effect.verdict, &effect.mechanism, said, sketch);
        return;
    }
    for verdict in &effect.contexts {
        let label = format!("{}: {}", context_values(&verdict.context), certainty(verdict.certainty));
        draw_net(row, effect, verdict.verdict, &verdict.mechanism, &label, sketch);
    }
}

fn draw_net<'a>(
    row: &'a ComparisonRow,
    effect: &'a ComparedEffect,
    verdict: Verdict,
    mechanism: &[Step],
    label: &str,
    sketch: &mut Sketch<'a>,
) {
    let sign = match verdict {
        Verdict::Raises => Some(Sign::Positive),
        Verdict::Suppresses => Some(Sign::Negative),
        Verdict::Mixed | Verdict::Depends => None,
        Verdict::NoKnownEffect => return,
    };
    let by = chain(mechanism, Glyphs::UNICODE, None).to_plain();
    let by = if by.is_empty() { by } else { format!(", by {by}") };
    let said = format!("{} {} {}, {label}{by}", row.agent, verb(verdict), effect.object_text());
    let label = if sign.is_none() { verdict.as_str() } else { label };
    sketch.net(&row.name, &effect.object, sign, label, said);
}

const fn verb(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Raises | Verdict::Suppresses => verdict.as_str(),
        _ => "has mixed effects on",
    }
}

fn certainty(certainty: Option<VerdictCertainty>) -> &'static str {
    certainty.map_or("", VerdictCertainty::as_str)
}
