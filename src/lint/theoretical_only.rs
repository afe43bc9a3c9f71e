//! Mechanism steps that rest on theory alone.

use super::Lint;
use super::finding::{About, Remark};
use super::material::Material;
use crate::diagnostic::{Code, Severity};
use crate::graph::Certainty;

/// A mechanism step of which every evidence is `theoretical`. The press model leaves it out.
pub(super) const LINT: Lint = Lint {
    code: Code::TheoreticalOnly,
    severity: Severity::Warning,
    finds: "a mechanism step that only a theoretical source supports",
    run,
};

const HELP: &str = "no verdict rests on it; give a source that has seen it, or accept it with the reason to keep it";

fn run(material: &Material<'_>) -> Vec<Remark> {
    let theoretical = material.steps().filter(|(_, edge, _)| {
        !edge.evidence.is_empty() && edge.evidence.iter().all(|item| item.certainty == Certainty::Theoretical)
    });
    theoretical
        .map(|(id, ..)| {
            let message = format!("{}: only a theoretical source says so", material.sentence(id));
            Remark::new(About::Edge(id), message, HELP)
        })
        .collect()
}
