//! A stated net effect that every mechanism contradicts.

use super::Lint;
use super::finding::{About, Remark};
use super::material::{Material, StatedEffect, moves};
use crate::causal::Outcome;
use crate::diagnostic::{Code, Severity};
use crate::exec::Chain;

/// The verdict derived from the steps (what is stated of the pair itself set aside) is determined or likely the opposite;
/// or there are chains of steps, and all of them have the other sign.
pub(super) const LINT: Lint = Lint {
    code: Code::ContradictedEffect,
    severity: Severity::Error,
    finds: "a stated net effect that every mechanism in the graph contradicts",
    run,
};

const HELP: &str = "mend the sign, the state it is said of (`background`), or the mechanism";

fn run(material: &Material<'_>) -> Vec<Remark> {
    material.effects.iter().filter_map(|effect| remark(material, effect)).collect()
}

fn remark(material: &Material<'_>, effect: &StatedEffect) -> Option<Remark> {
    let says = material.sentence(effect.edge);
    let opposite = moves(-effect.sign);
    let message = match effect.support.derived {
        Outcome::Determined(sign) if sign != effect.sign => {
            format!("{says}, a source states, but whatever the strengths of the steps it {opposite} it")
        }
        Outcome::Likely(sign) if sign != effect.sign => {
            format!("{says}, a source states, but by the steps it likely {opposite} it")
        }
        _ if is_contradicted_by_chains(effect) => {
            format!("{says}, a source states, but every chain of steps between them {opposite} it")
        }
        _ => return None,
    };
    Some(Remark::new(About::Edge(effect.edge), message, HELP))
}

/// Whether there are chains, all of the other sign.
pub(super) fn is_contradicted_by_chains(effect: &StatedEffect) -> bool {
    let (own, other) = (effect.support.chain(effect.sign), effect.support.chain(-effect.sign));
    matches!(own, Chain::Absent | Chain::Relieving) && other == Chain::Acting
}
