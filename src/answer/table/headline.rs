//! The first line of a verdict: a sentence that answers the question. Never a bare yes.

use super::super::markup::{Markup, Meaning};
use super::super::row::{ContextVerdict, Verdict, VerdictRow, YesNo};
use super::super::words::context_values;

/// Verbs that ask for any effect: their answer is the effect, not yes.
const NEUTRAL: [&str; 2] = ["affects", "changes"];

/// `No: hCG suppresses LH.`
pub(in super::super) fn of(row: &VerdictRow) -> Markup {
    match (row.answer, row.verdict) {
        (YesNo::Unknown, _) => unknown(row),
        (_, Verdict::Depends) | (YesNo::Depends, _) => depends(row),
        (_, Verdict::Mixed) | (YesNo::Mixed, _) => lead("Mixed", row).with(Meaning::Plain, " ").joined(mixed(row)),
        (YesNo::Yes | YesNo::No, _) if row.edge_asked && is_so(row) => so(row),
        (YesNo::Yes | YesNo::No, Verdict::NoKnownEffect) => absent(row),
        (YesNo::Yes | YesNo::No, _) => decided(row),
    }
}

fn lead(word: &str, row: &VerdictRow) -> Markup {
    let text = if row.theoretical { format!("{word}, theoretically:") } else { format!("{word}:") };
    Markup::of(Meaning::Keyword, &text)
}

/// Whether what the question asks, or denies, is so.
fn is_so(row: &VerdictRow) -> bool {
    (row.answer == YesNo::Yes) != row.negated
}

fn yes_or_no(row: &VerdictRow) -> Markup {
    lead(if row.answer == YesNo::Yes { "Yes" } else { "No" }, row)
}

/// An edge that is stated: `Yes: hCG mimics LH.`
fn so(row: &VerdictRow) -> Markup {
    yes_or_no(row).with(Meaning::Plain, " ").joined(asked(row))
}

/// `hCG mimics LH.`
fn asked(row: &VerdictRow) -> Markup {
    Markup::of(Meaning::Name, &row.subject)
        .with(Meaning::Plain, " ")
        .with(Meaning::Relation, &row.asked)
        .with(Meaning::Plain, " ")
        .with(Meaning::Name, &row.object_text())
        .with(Meaning::Plain, ".")
}

fn decided(row: &VerdictRow) -> Markup {
    let neutral = NEUTRAL.contains(&row.asked.as_str()) && !row.negated;
    let asked_holds = row.answer == YesNo::Yes && !row.negated && !neutral && !row.asked.is_empty();
    let verb = if asked_holds { row.asked.as_str() } else { row.verdict.as_str() };
    let line = match (row.answer, neutral, row.theoretical) {
        (YesNo::Yes, true, false) => Markup::new(),
        (YesNo::Yes, true, true) => Markup::of(Meaning::Keyword, "Theoretically: "),
        (YesNo::No, _, _) => lead("No", row).with(Meaning::Plain, " "),
        _ => lead("Yes", row).with(Meaning::Plain, " "),
    };
    line.with(Meaning::Name, &row.subject)
        .with(Meaning::Plain, " ")
        .with(Meaning::Relation, verb)
        .with(Meaning::Plain, " ")
        .with(Meaning::Name, &row.object_text())
        .with(Meaning::Plain, ".")
}

fn mixed(row: &VerdictRow) -> Markup {
    if row.reason.is_some() {
        return Markup::of(Meaning::Plain, "what ")
            .with(Meaning::Name, &row.subject)
            .with(Meaning::Plain, " does to ")
            .with(Meaning::Name, &row.object_text())
            .with(Meaning::Plain, " is not stated in full.");
    }
    Markup::of(Meaning::Plain, "some effects of ")
        .with(Meaning::Name, &row.subject)
        .with(Meaning::Plain, " raise ")
        .with(Meaning::Name, &row.object_text())
        .with(Meaning::Plain, ", others suppress it.")
}

fn unknown(row: &VerdictRow) -> Markup {
    if row.edge_asked {
        return Markup::of(Meaning::Keyword, "Not stated:")
            .with(Meaning::Plain, " no source says that ")
            .joined(asked(row));
    }
    Markup::of(Meaning::Keyword, "No known effect")
        .with(Meaning::Plain, " of ")
        .with(Meaning::Name, &row.subject)
        .with(Meaning::Plain, " on ")
        .with(Meaning::Name, &row.object_text())
        .with(Meaning::Plain, ".")
}

/// What is not so: because a source says that it is not, or because nothing says that it is.
fn absent(row: &VerdictRow) -> Markup {
    let line = yes_or_no(row);
    let stated = row.documented.iter().chain(row.supporting.iter().flat_map(|path| &path.steps));
    let mut denials = stated.filter(|step| step.negated).peekable();
    if denials.peek().is_none() {
        return line.with(Meaning::Plain, " nothing in the graph says that ").joined(asked(row));
    }
    if denials.all(|step| step.sign.is_none()) {
        return line.with(Meaning::Plain, " a source denies that ").joined(asked(row));
    }
    line.with(Meaning::Plain, " a source states that ")
        .with(Meaning::Name, &row.subject)
        .with(Meaning::Plain, " has no such effect on ")
        .with(Meaning::Name, &row.object_text())
        .with(Meaning::Plain, ".")
}

/// `Depends on dosing: gonadorelin raises LH when pulsatile, suppresses it when continuous.`
fn depends(row: &VerdictRow) -> Markup {
    let mut keys: Vec<&str> =
        row.contexts.iter().flat_map(|verdict| verdict.context.keys().map(String::as_str)).collect();
    keys.sort_unstable();
    keys.dedup();
    let word = if keys.is_empty() { String::from("Depends") } else { format!("Depends on {}", keys.join(" and ")) };
    let mut line = lead(&word, row).with(Meaning::Plain, " ").with(Meaning::Name, &row.subject);
    if row.contexts.is_empty() {
        line.plain(" may raise or suppress ");
        line.push(Meaning::Name, &row.object_text());
    }
    for (place, verdict) in row.contexts.iter().enumerate() {
        line.plain(if place == 0 { " " } else { ", " });
        let object = if place == 0 { row.object_text() } else { "it".to_owned() };
        line.append(clause(verdict, &object));
    }
    line.with(Meaning::Plain, ".")
}

fn clause(verdict: &ContextVerdict, object: &str) -> Markup {
    let meaning = if object == "it" { Meaning::Plain } else { Meaning::Name };
    let verb = match verdict.verdict {
        Verdict::Raises | Verdict::Suppresses => verdict.verdict.as_str(),
        Verdict::Mixed | Verdict::Depends => "has mixed effects on",
        Verdict::NoKnownEffect => "has no known effect on",
    };
    Markup::of(Meaning::Relation, verb)
        .with(Meaning::Plain, " ")
        .with(meaning, object)
        .with(Meaning::Plain, &format!(" when {}", context_values(&verdict.context)))
}
