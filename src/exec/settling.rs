//! What would settle a verdict that the mechanism leaves open, in words of the graph.

use crate::answer;
use crate::causal::{InfluenceId, Origin, Outcome, Settling};
use crate::graph::{Graph, Sign};
use crate::resolve::Clauses;

use super::finding::{Finding, held};
use super::model::Model;
use super::step::step;
use super::{Executor, Stopped};

/// A comparison of influences as one of steps. None only for influences that no step gives.
pub(super) fn told(graph: &Graph, model: &Model, settling: &Settling) -> Option<answer::Settling> {
    let positions = model.positions_of_steps(graph);
    let as_step = |id: InfluenceId| match model.ensemble.graph().influence(id).origin {
        Origin::Step(number) => {
            let edge = model.mechanism.edges().get(*positions.get(number)?)?;
            Some(step(graph, edge))
        }
        Origin::Link => None,
    };
    let range = |(low, high): (f64, f64)| [low, high];
    Some(answer::Settling {
        stronger: as_step(settling.stronger)?,
        weaker: as_step(settling.weaker)?,
        sign: settling.sign,
        share: range(settling.share()),
        otherwise: range(settling.otherwise()),
    })
}

/// The comparison told towards a sign, where some worlds have it; else as clearly as may be.
pub(super) fn towards(settling: Settling, sign: Option<Sign>) -> Settling {
    let told = sign.map(|sign| settling.clone().towards(sign)).filter(|told| told.share().1 > 0.0);
    told.unwrap_or_else(|| settling.clearest())
}

impl Executor<'_> {
    /// What would settle a finding that the mechanism leaves open: told towards its verdict where it has a sign.
    pub(super) fn settling(
        &mut self,
        finding: &Finding,
        clauses: &Clauses,
    ) -> Result<Option<answer::Settling>, Stopped> {
        // What is not stated at all, no comparison of influences settles.
        if finding.derivation.outcome != Outcome::Ambiguous || finding.reason.is_some() {
            return Ok(None);
        }
        let (graph, cancel) = (self.graph, self.cancel.clone());
        let model = self.model(&finding.case.setting);
        let (subject, object) = (finding.case.subject, finding.object);
        let ends = model.source(subject).zip(model.target(object, finding.aspect));
        let Some((node, target)) = ends else { return Ok(None) };
        let question = model.question(graph, (subject, object), (node, target, held(model, clauses)));
        let settling = model.ensemble.settling(&question, &cancel)?;
        let Some(settling) = settling else { return Ok(None) };
        Ok(told(graph, model, &towards(settling, finding.sign())))
    }
}
