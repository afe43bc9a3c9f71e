//! What a verdict rests on, as rows of a plan: components, seed, worlds, facts.

use fixedbitset::FixedBitSet;
use serde_json::json;

use crate::cancel::Cancel;
use crate::causal::{Condensation, Derivation, LOOKS, NodeId, Outcome, Prior, Undetermined, WorldCount};
use crate::graph::Graph;

use super::super::Stopped;
use super::super::claims::word;
use super::super::combine::verdict_of;
use super::super::model::Model;
use super::rows::Plan;

impl Plan {
    /// The model of a setting: its size, its feedback without the nodes that are held or forced, its facts, seed and looks.
    pub fn model(&mut self, model: &Model, removed: &[NodeId], seed: u64) {
        self.structure(model, removed);
        self.row("calibrating facts", model.ensemble.facts().len());
        self.row("seed", seed);
        let looks = LOOKS.map(|look| look.to_string());
        let [others @ .., last] = &looks;
        self.row("looks", format!("after {} and {last} worlds of each prior", others.join(", ")));
    }

    /// The size of a model, and its feedback without the nodes that are held or forced.
    pub fn structure(&mut self, model: &Model, removed: &[NodeId]) {
        let graph = model.ensemble.graph();
        self.row("influence nodes", graph.node_count());
        self.row("influences", graph.influence_count());
        let sizes = |condensation: &Condensation| -> Vec<usize> {
            let cyclic = condensation.components().iter().filter(|component| component.cyclic);
            cyclic.map(|component| component.nodes.len()).collect()
        };
        let sizes = match removed {
            [] => sizes(model.ensemble.condensation()),
            removed => sizes(&Condensation::build(graph, removed)),
        };
        self.row("sizes of components with feedback", sizes);
    }

    /// What was derived, by which worlds, and what stays open.
    pub fn derivation(&mut self, derivation: &Derivation) {
        self.row("derived", outcome_text(derivation.outcome));
        if let Some(reason) = derivation.undetermined {
            self.row("not determined because", reason_text(reason));
        }
        match derivation.outcome {
            Outcome::Determined(_) => self.row("worlds", "none needed: every strength gives this sign"),
            Outcome::NoPath => self.row("worlds", "none needed"),
            _ => self.worlds(&derivation.worlds, "used"),
        }
        if let Some((low, high)) = derivation.likelihood {
            self.row("share of worlds in which the object rises", json!([low, high]));
        }
        self.row("calibrated", derivation.calibrated);
    }

    /// The worlds of each prior.
    fn worlds(&mut self, counts: &[WorldCount], used: &str) {
        for count in counts {
            let worlds = format!("{} worlds tried, {} stable, {} {used}", count.tried, count.kept, count.used);
            self.row(prior_text(count.prior), worlds);
        }
    }

    /// What the facts that may be used make of the worlds that a derivation looked at; without one, of those of the first
    /// look.
    pub fn facts(
        &mut self,
        graph: &Graph,
        model: &mut Model,
        derivation: Option<&Derivation>,
        excluded: &FixedBitSet,
        cancel: &Cancel,
    ) -> Result<(), Stopped> {
        let kept =
            |derivation: &Derivation| derivation.worlds.iter().map(|count| count.kept as usize).max().unwrap_or(0);
        let looked = derivation.map_or(LOOKS[0], kept);
        if model.ensemble.facts().is_empty() || looked == 0 {
            return Ok(());
        }
        let calibration = model.ensemble.calibration(looked, excluded, cancel)?;
        let conflicts = if let Some(derivation) = derivation {
            &derivation.conflicts
        } else {
            self.worlds(&calibration.worlds, "agree with the facts");
            &calibration.conflicts
        };
        let named: Vec<String> = conflicts.iter().filter_map(|&fact| fact_text(graph, model, fact)).collect();
        self.row("facts in conflict", if named.is_empty() { json!("none") } else { json!(named) });
        let stable: u32 = calibration.worlds.iter().map(|count| count.kept).sum();
        let mut facts: Vec<(u32, usize)> = calibration.contradicted.iter().copied().zip(0..).collect();
        facts.retain(|&(_, fact)| !excluded.contains(fact));
        facts.sort_by_key(|&(worlds, fact)| (std::cmp::Reverse(worlds), fact));
        let idle = facts.iter().filter(|(worlds, _)| *worlds == 0).count();
        for (worlds, fact) in facts.into_iter().filter(|(worlds, _)| *worlds > 0) {
            if let Some(text) = fact_text(graph, model, fact) {
                self.row(format!("fact: {text}"), format!("contradicted by {worlds} of {stable} stable worlds"));
            }
        }
        self.row("facts that no world contradicts", idle);
        Ok(())
    }
}

/// `anastrozole raises LH`
pub(super) fn fact_text(graph: &Graph, model: &Model, position: usize) -> Option<String> {
    let (subject, object) = model.fact(position)?;
    let sign = model.ensemble.facts().get(position)?.sign;
    Some(format!("{} {} {}", graph.entity(subject).name, word(verdict_of(sign)), graph.entity(object).name))
}

const fn prior_text(prior: Prior) -> &'static str {
    match prior {
        Prior::Uniform => "uniform (0, 1]",
        Prior::VariedLimitation => "uniform, self-limitation uniform (0.25, 1]",
        Prior::LogUniform => "log-uniform 0.01 to 1",
    }
}

fn outcome_text(outcome: Outcome) -> String {
    match outcome {
        Outcome::NoPath => "no path".to_owned(),
        Outcome::Determined(sign) => format!("determined {sign}"),
        Outcome::Likely(sign) => format!("likely {sign}"),
        Outcome::Ambiguous => "ambiguous".to_owned(),
        Outcome::TooLarge => "a component is too large to sample".to_owned(),
        Outcome::NoStableWorld => "no stable world found".to_owned(),
    }
}

const fn reason_text(reason: Undetermined) -> &'static str {
    match reason {
        Undetermined::MixedTerms => "its terms have both signs",
        Undetermined::TermBudget => "it has more terms than are examined",
        Undetermined::MayVanish => "every term passes a condition that may not appear",
    }
}
