//! Verdicts: the sentence, how sure it is, by which path, against which, what sources state.

use super::super::arrows::{qualifiers, sentence};
use super::super::glyphs::Glyphs;
use super::super::hedged::Hedged;
use super::super::markup::{Markup, Meaning};
use super::super::row::{ContextVerdict, PathRole, PathRow, Step, Verdict, VerdictCertainty, VerdictRow};
use super::super::weakest::Weakest;
use super::super::words::{DERIVED, agreeing, context_values, counted, in_worlds, of_worlds};
use super::headline;
use super::page::Page;
use crate::graph::Sign;

pub(super) fn write(page: &mut Page, rows: &[VerdictRow]) {
    for row in rows {
        write_headline(page, row);
        match row.verdict {
            // Each context has its own path.
            Verdict::Depends if !row.contexts.is_empty() => {}
            Verdict::Mixed => {
                lines(page, "raises it by", &row.supporting, |_| None);
                lines(page, "suppresses it by", &row.opposing, |_| None);
            }
            _ => {
                by(page, row);
                lines(page, "against", &row.opposing, |path| path.role);
            }
        }
        write_stated(page, row);
    }
}

/// The sentence, and how sure it is.
pub(super) fn write_headline(page: &mut Page, row: &VerdictRow) {
    page.blank();
    page.prose(0, 2, headline::of(row));
    if let Some(caveat) = &row.caveat {
        page.prose(2, 2, Markup::of(Meaning::Certainty, "but ").with(Meaning::Plain, caveat));
    }
    for line in certainty_lines(row, page.glyphs) {
        page.prose(2, 2, line);
    }
}

/// What sources state, and what holds in each context.
pub(super) fn write_stated(page: &mut Page, row: &VerdictRow) {
    documented(page, &row.documented);
    contexts(page, &row.contexts);
}

/// How sure the verdict is, in words.
pub(in super::super) fn certainty_lines(row: &VerdictRow, glyphs: Glyphs) -> Vec<Markup> {
    let Some(certainty) = row.certainty else { return Vec::new() };
    let worlds = row.likelihood.map(|likelihood| {
        let moves = if row.verdict == Verdict::Suppresses { "falls" } else { "rises" };
        let share = in_worlds(agreeing(likelihood, row.verdict), glyphs);
        format!("{} {moves} {share}", row.object_text())
    });
    let reason = match certainty {
        _ if row.reason.is_some() => row.reason.clone().unwrap_or_default(),
        VerdictCertainty::Determined => String::from("it holds whatever the strengths of the steps"),
        VerdictCertainty::Likely => worlds.unwrap_or_else(|| String::from("nearly all sampled worlds agree")),
        VerdictCertainty::Documented => String::from("a source states it"),
        VerdictCertainty::Ambiguous if row.theoretical => String::from("the only evidence is theoretical"),
        VerdictCertainty::Ambiguous if row.verdict == Verdict::Mixed && !row.documented.is_empty() => {
            String::from("what is derived and what is documented contradict each other")
        }
        VerdictCertainty::Ambiguous => match worlds {
            Some(worlds) => format!("the signs alone do not decide it; {worlds}"),
            None => String::from("the signs alone do not decide it"),
        },
    };
    let mut lines = Vec::new();
    // Where it depends, each context says how sure it is.
    if row.verdict != Verdict::Depends || row.contexts.is_empty() {
        lines.push(Markup::of(Meaning::Certainty, certainty.as_str()).with(Meaning::Plain, &format!(": {reason}")));
    }
    let derived = certainty.is_derived();
    let one_step = row.supporting.first().is_some_and(|path| path.hops <= 1);
    if derived && row.documented.is_empty() && !one_step {
        lines.push(Markup::of(Meaning::Certainty, DERIVED));
    }
    lines.extend(row.hedged.as_ref().map(Hedged::told));
    if let Some(settling) = &row.settled_by {
        lines.push(settling.sentence(row.verdict != Verdict::Mixed, glyphs));
    }
    lines
}

/// The best path step by step with its weakest evidence, the others on a line each.
fn by(page: &mut Page, row: &VerdictRow) {
    let Some((best, others)) = row.supporting.split_first() else { return };
    page.heading("by");
    if best.hops <= 1 && best.steps.len() <= 1 {
        let line = page.path(best);
        page.prose(2, 4, line);
    } else {
        step_by_step(page, best);
    }
    write_weakest(page, row);
    for path in others {
        let mut line = Markup::of(Meaning::Muted, "also ");
        line.append(page.path(path));
        page.prose(2, 4, line);
    }
}

/// The weakest evidence of the first path, where it was looked for.
pub(super) fn write_weakest(page: &mut Page, row: &VerdictRow) {
    // What is hedged is told beside the verdict.
    let weakest = row.weakest.as_ref().filter(|_| row.hedged.is_none());
    if let (Some(weakest), Some(best)) = (weakest, row.supporting.first()) {
        let all = weakest.steps.len() == best.steps.len();
        let line = weakest_evidence(page, weakest, all);
        page.prose(2, 4, line);
    }
}

fn step_by_step(page: &mut Page, path: &PathRow) {
    let mut here = path.entities.first().or(path.steps.first().map(|step| &step.from)).map_or("", String::as_str);
    page.prose(2, 2, Markup::of(Meaning::Name, here));
    for step in &path.steps {
        let chained = step.from == here;
        here = &step.to;
        let mut line = sign_mark(step);
        if !chained {
            line.push(Meaning::Name, &step.from);
            line.plain(" ");
        }
        line.push(Meaning::Relation, &step.relation);
        line.plain(" ");
        line.push(Meaning::Name, &step.to);
        line.append(page.cite(&step.evidence));
        line.push(Meaning::Muted, &qualifiers(step));
        page.prose(4, 4, line);
    }
    page.prose(2, 4, net(path).joined(course(path)));
}

/// `: LH up, testosterone up`: what becomes of each entity on the way when there is more of the first.
fn course(path: &PathRow) -> Markup {
    let mut line = Markup::new();
    let mut sign = Sign::Positive;
    for step in &path.steps {
        let Some(step_sign) = step.sign else { return Markup::new() };
        sign = sign * step_sign;
        line.plain(if line.is_empty() { ": " } else { ", " });
        line.push(Meaning::Name, &step.to);
        line.push(Meaning::Sign(sign), if sign == Sign::Positive { " up" } else { " down" });
    }
    line
}

/// `weakest step: obesity stimulates aromatase, suggested in 1 source [1]`
fn weakest_evidence(page: &mut Page, weakest: &Weakest, all: bool) -> Markup {
    let ground = format!("{} in {}", weakest.certainty, counted(weakest.sources, "source", "sources"));
    if all {
        return Markup::of(Meaning::Plain, "no step is weaker than another: each is ")
            .with(Meaning::Certainty, &ground);
    }
    let several = weakest.steps.len() > 1;
    let mut line = Markup::of(Meaning::Plain, if several { "weakest steps: " } else { "weakest step: " });
    for (place, step) in weakest.steps.iter().enumerate() {
        line.plain(if place == 0 { "" } else { "; " });
        line.append(sentence(step));
        line.append(page.cite(&step.evidence));
    }
    line.plain(if several { ": each " } else { ": " });
    line.with(Meaning::Certainty, &ground)
}

fn sign_mark(step: &Step) -> Markup {
    match step.sign {
        Some(sign) => Markup::of(Meaning::Sign(sign), &format!("{sign} ")),
        None => Markup::of(Meaning::Muted, "  "),
    }
}

/// `net -, 3 steps`
pub(super) fn net(path: &PathRow) -> Markup {
    let line = match path.net {
        Some(sign) => Markup::of(Meaning::Plain, "net ").with(Meaning::Sign(sign), sign.as_str()),
        None => Markup::of(Meaning::Plain, "no net sign"),
    };
    line.with(Meaning::Plain, ", ").with(Meaning::Plain, &counted(path.steps.len(), "step", "steps"))
}

/// Paths on a line each, each with its role.
fn lines(page: &mut Page, heading: &str, paths: &[PathRow], role: impl Fn(&PathRow) -> Option<PathRole>) {
    if paths.is_empty() {
        return;
    }
    page.heading(heading);
    for path in paths {
        let mut line = Markup::new();
        if let Some(role) = role(path) {
            line.push(Meaning::Keyword, role.as_str());
            line.plain(": ");
        }
        line.append(page.path(path));
        page.prose(2, 4, line);
    }
}

fn documented(page: &mut Page, steps: &[Step]) {
    if steps.is_empty() {
        return;
    }
    page.heading("documented");
    for step in steps {
        let mut line = sentence(step);
        let mut certainties: Vec<&str> = step.evidence.iter().map(|item| item.certainty.as_str()).collect();
        certainties.sort_unstable();
        certainties.dedup();
        if !certainties.is_empty() {
            line.plain(", ");
            line.push(Meaning::Certainty, &certainties.join(" and "));
        }
        line.append(page.cite(&step.evidence));
        page.prose(2, 4, line);
        for remark in step.quantities.iter().chain(Some(&step.note).filter(|note| !note.is_empty())) {
            page.prose(4, 2, Markup::of(Meaning::Plain, remark));
        }
    }
}

fn contexts(page: &mut Page, verdicts: &[ContextVerdict]) {
    if verdicts.is_empty() {
        return;
    }
    page.heading("by context");
    for verdict in verdicts {
        let mut line = Markup::of(Meaning::Keyword, &context_values(&verdict.context));
        if verdict.default {
            line.push(Meaning::Muted, " (default)");
        }
        line.plain(": ");
        line.push(Meaning::Relation, verdict.verdict.as_str());
        line.append(certainty(verdict.verdict, verdict.certainty, verdict.likelihood, page));
        page.prose(2, 4, line);
        if !verdict.mechanism.is_empty() {
            let line = page.chain(&verdict.mechanism);
            page.prose(4, 4, line);
        }
    }
}

/// `, likely 93–98 %`, to stand after a verdict.
pub(super) fn certainty(
    verdict: Verdict,
    certainty: Option<VerdictCertainty>,
    likelihood: Option<[f64; 2]>,
    page: &Page,
) -> Markup {
    let Some(certainty) = certainty else { return Markup::new() };
    let line = Markup::of(Meaning::Plain, ", ").with(Meaning::Certainty, certainty.as_str());
    match (certainty, likelihood) {
        (VerdictCertainty::Likely, Some(likelihood)) => {
            let share = of_worlds(agreeing(likelihood, verdict), page.glyphs);
            line.with(Meaning::Plain, " ").with(Meaning::Number, &share)
        }
        _ => line,
    }
}
