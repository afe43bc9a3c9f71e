//! Lints: what is wrong, or looks wrong, with the meaning of a graph that has no fault of form.
//!
//! A lint reads the `Material` and returns what it noticed; [`check`] runs them all, adds the places, and sets beside
//! each finding the reason that the graph's curators gave for it, where they did. [`LINTS`] is the list of them, one a file.

mod contradicted_effect;
mod direction_in_name;
mod explained;
mod finding;
mod material;
mod merged_pools;
mod opposite_signs;
mod report;
mod self_loop;
#[cfg(test)]
mod tests;
mod theoretical_only;
mod twin_names;
mod unreachable;
mod unsupported_effect;
mod whereabouts;
mod words;

use crate::cancel::Cancel;
use crate::diagnostic::{Code, Severity};
use crate::exec::Stopped;
use crate::formats::Loaded;

use finding::Remark;
use material::Material;

pub use finding::{About, Finding};
pub use report::Report;

/// One thing to look for.
#[derive(Debug)]
pub struct Lint {
    /// What its findings are called; stable.
    pub code: Code,
    /// How bad they are.
    pub severity: Severity,
    /// What it finds, in one line.
    pub finds: &'static str,
    run: fn(&Material<'_>) -> Vec<Remark>,
}

/// Every lint that reads the graph, errors first.
pub const LINTS: &[Lint] = &[
    contradicted_effect::LINT,
    opposite_signs::LINT,
    unsupported_effect::LINT,
    theoretical_only::LINT,
    merged_pools::LINT,
    self_loop::LINT,
    twin_names::LINT,
    unreachable::LINT,
    direction_in_name::LINT,
];

/// Every code that a finding may have, errors first.
pub fn codes() -> impl Iterator<Item = Code> {
    LINTS.iter().map(|lint| lint.code).chain([explained::STALE])
}

/// Looks for everything in [`LINTS`]. `seed` seeds the press model, which says what the mechanism makes of a stated effect.
///
/// # Errors
/// Where `cancel` fires.
pub fn check(loaded: &Loaded, seed: u64, cancel: &Cancel) -> Result<Report, Stopped> {
    let material = Material::new(&loaded.graph, seed, cancel)?;
    let mut findings = Vec::new();
    for lint in LINTS {
        cancel.check()?;
        let remarks = (lint.run)(&material);
        findings.extend(remarks.into_iter().map(|remark| Finding::new(lint, remark, &loaded.places)));
    }
    explained::explain(loaded, &mut findings);
    Ok(Report::new(findings))
}
