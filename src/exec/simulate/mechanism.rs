//! By which paths a scenario moves a target.

use crate::cancel::Cancel;
use crate::graph::Sign;

use super::super::finding::Aim;
use super::super::mechanism::EdgePath;
use super::super::model::Model;
use super::play::Play;

/// The first paths of a sign from anything that only one side does.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// The shortest that acts in anyone.
    pub acting: Option<EdgePath>,
    /// The shortest that only relieves a condition which the untreated state does not have.
    pub relieving: Option<EdgePath>,
}

impl Ways {
    /// The ways in which the difference moves a target up, or down.
    pub fn new(model: &Model, play: &Play, aim: &Aim, change: Sign, cancel: &Cancel) -> Self {
        let mut ways = Self::default();
        let to = model.mechanism.target(aim.object, Some(aim.aspect));
        for (act, side) in play.difference() {
            let from = act.start(model);
            if from == to {
                continue;
            }
            let sign = change * act.sign() * side;
            let mut found = model.mechanism.best(from, to, sign, 1, &play.fixed(model, act, side), cancel);
            shorter(&mut ways.acting, found.acting.pop());
            shorter(&mut ways.relieving, found.relieving.pop());
        }
        ways
    }
}

fn shorter(known: &mut Option<EdgePath>, found: Option<EdgePath>) {
    let better = found.as_ref().is_some_and(|path| known.as_ref().is_none_or(|known| path.hops() < known.hops()));
    if better {
        *known = found;
    }
}
