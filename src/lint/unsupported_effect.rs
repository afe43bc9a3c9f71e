//! A stated net effect that no mechanism supports.

use super::Lint;
use super::contradicted_effect::is_contradicted_by_chains;
use super::finding::{About, Remark};
use super::material::{Material, StatedEffect};
use crate::diagnostic::{Code, Severity};
use crate::exec::Chain;

/// No chain of steps leads from the subject to the object. A class stands for any of its members, an umbrella for its
/// pools, a whole for its parts. Where there are chains, but all of the other sign, the effect is contradicted instead.
pub(super) const LINT: Lint = Lint {
    code: Code::UnsupportedEffect,
    severity: Severity::Warning,
    finds: "a stated net effect that no chain of steps supports",
    run,
};

const HELP: &str = "add the missing steps, or accept it with the reason why the mechanism is not told";

fn run(material: &Material<'_>) -> Vec<Remark> {
    material.effects.iter().filter_map(|effect| remark(material, effect)).collect()
}

fn remark(material: &Material<'_>, effect: &StatedEffect) -> Option<Remark> {
    let why = match effect.support.chain(effect.sign) {
        _ if is_contradicted_by_chains(effect) => return None,
        Chain::Absent => "no chain of steps leads there",
        Chain::Relieving => "every chain of steps goes through the relief of a condition, which nobody has at rest",
        Chain::Acting | Chain::Unsettled => return None,
    };
    let message = format!("{}, a source states, but {why}", material.sentence(effect.edge));
    Some(Remark::new(About::Edge(effect.edge), message, HELP))
}
