//! By which paths a scenario moves a target.

use crate::cancel::Cancel;
use crate::graph::{Graph, Sign};

use super::super::finding::Aim;
use super::super::mechanism::EdgePath;
use super::super::merit::Merit;
use super::super::model::Model;
use super::super::step::edges_of;
use super::play::Play;

/// The first paths of a sign from anything that only one side does.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// The surest that acts in anyone.
    pub acting: Option<EdgePath>,
    /// The surest that only relieves a condition which the untreated state does not have.
    pub relieving: Option<EdgePath>,
}

impl Ways {
    /// The ways in which the difference moves a target up, or down.
    pub fn new(graph: &Graph, model: &Model, play: &Play, aim: &Aim, change: Sign, cancel: &Cancel) -> Self {
        let mut ways = Self::default();
        let to = model.mechanism.target(aim.object, Some(aim.aspect));
        for (act, side) in play.difference() {
            let from = act.start(model);
            if from == to {
                continue;
            }
            let sign = change * act.sign() * side;
            let fixed = play.fixed(model, act, side);
            let mut found = model.mechanism.surest(graph, (from, to), sign, 1, &fixed, cancel);
            better(graph, model, &mut ways.acting, found.acting.pop());
            better(graph, model, &mut ways.relieving, found.relieving.pop());
        }
        ways
    }
}

/// Keeps the better of two paths; of equal ones the first.
fn better(graph: &Graph, model: &Model, known: &mut Option<EdgePath>, found: Option<EdgePath>) {
    let merit = |path: &EdgePath| Merit::of(graph, edges_of(model, path));
    if found.as_ref().is_some_and(|path| known.as_ref().is_none_or(|known| merit(path) < merit(known))) {
        *known = found;
    }
}
