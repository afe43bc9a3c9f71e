//! The entities that a picture of an answer may name.

use indexmap::IndexSet;

use crate::answer::feedback::LoopRow;
use crate::answer::row::{Effect, Rows, Step, VerdictRow};

use super::card::alternately;

/// The first names of entities among the steps of rows, at most so many, in the order in which they are drawn.
pub(crate) fn names(rows: &Rows, most: usize) -> IndexSet<&str> {
    let mut names = IndexSet::new();
    let found = told_steps(rows).flat_map(|step| [step.from.as_str(), step.to.as_str()]).chain(others(rows));
    for name in found {
        if names.len() >= most {
            break;
        }
        names.insert(name);
    }
    names
}

/// The steps that an answer tells, whatever they say. Empty for answers that are not of steps.
pub(crate) fn told_steps(rows: &Rows) -> Box<dyn Iterator<Item = &Step> + '_> {
    match rows {
        Rows::Verdicts(rows) => Box::new(rows.iter().flat_map(of_verdict)),
        Rows::Paths(rows) => Box::new(rows.iter().flat_map(|row| &row.steps)),
        Rows::Loops(rows) => Box::new(rows.iter().flat_map(|row| &row.steps)),
        Rows::Entities(rows) => Box::new(rows.iter().flat_map(|row| {
            let effects = row.effect.iter().chain(&row.effects).flat_map(of_effect);
            effects.chain(&row.edges)
        })),
        Rows::Entity(cards) => Box::new(cards.iter().flat_map(|card| alternately(&card.incoming, &card.outgoing))),
        Rows::Predictions(rows) => {
            let mechanisms = rows.iter().flat_map(|row| &row.mechanism);
            let others = rows.iter().flat_map(|row| row.counter.iter().chain(&row.documented));
            Box::new(mechanisms.chain(others))
        }
        _ => Box::new(std::iter::empty()),
    }
}

/// The steps that a verdict tells.
pub(crate) fn of_verdict(row: &VerdictRow) -> impl Iterator<Item = &Step> {
    let paths = row.supporting.iter().chain(&row.opposing).flat_map(|path| &path.steps);
    paths.chain(row.contexts.iter().flat_map(|verdict| &verdict.mechanism)).chain(&row.documented)
}

fn of_effect(effect: &Effect) -> impl Iterator<Item = &Step> {
    effect.mechanism.iter().chain(&effect.documented)
}

/// What is drawn beside steps: the agents of a comparison and what they act on, what cuts a loop, what is done in a scenario
/// and what is lost with it.
fn others(rows: &Rows) -> Box<dyn Iterator<Item = &str> + '_> {
    match rows {
        Rows::Comparison(rows) => Box::new(rows.iter().flat_map(|row| {
            std::iter::once(row.name.as_str()).chain(row.effects.iter().map(|effect| effect.object.as_str()))
        })),
        Rows::Loops(rows) => Box::new(rows.iter().flat_map(of_cuts)),
        Rows::Predictions(rows) => {
            let done = rows.iter().flat_map(|row| &row.presses);
            let done = done.flat_map(|press| press.given_in.iter().chain(Some(&press.entity)));
            let lost = rows.iter().flat_map(|row| row.lost_with.iter().chain(Some(&row.entity)));
            Box::new(done.chain(lost).map(String::as_str))
        }
        _ => Box::new(std::iter::empty()),
    }
}

fn of_cuts(row: &LoopRow) -> impl Iterator<Item = &str> {
    row.cut_by.iter().map(|cut| cut.via_class.as_deref().unwrap_or(&cut.drug))
}
