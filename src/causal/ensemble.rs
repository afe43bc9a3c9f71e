//! An ensemble: one graph, its known facts, and the worlds that every question about it shares.

use std::sync::Arc;

use fixedbitset::FixedBitSet;
use indexmap::IndexMap;

use super::calibrate::{self, MINIMUM_WORLDS};
use super::determined::{PathTerms, TermSearch};
use super::sample;
use super::sample::{LOOKS, Sampler};
use super::worlds::{Drawing, Worlds};
use super::{Conclusion, Condensation, Derivation, Fact, InfluenceGraph, NodeId, Outcome, Press, Prior, Scenario};
use crate::cancel::{Cancel, Cancelled};
use crate::graph::Sign;

/// How many worlds of each prior may already show that enough agree with the facts.
const GLIMPSES: [usize; 2] = [75, 125];

/// Settings of an ensemble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Seeds all sampling.
    pub seed: u64,
    /// How many simple paths the determined test examines from each entry of a component. Past it nothing is called
    /// determined.
    pub term_budget: usize,
    /// The largest strongly connected component, in nodes, that is sampled. Solving takes time with the cube of it.
    pub component_limit: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: 0, term_budget: 20_000, component_limit: 200 }
    }
}

/// One question: what does the scenario do to the target?
#[derive(Clone, Debug)]
pub struct Question {
    /// What is done.
    pub scenario: Scenario,
    /// What is watched.
    pub target: NodeId,
    /// The facts, by position, that must not be used: those about the question's own pair.
    pub excluded: FixedBitSet,
}

/// Answers questions about one influence graph. Worlds are drawn as they are first needed and kept; the answers do not
/// depend on what was asked before.
#[derive(Clone, Debug)]
pub struct Ensemble {
    graph: InfluenceGraph,
    facts: Vec<Fact>,
    options: Options,
    /// The whole graph's components, and the path signs within them.
    whole: Arc<Condensation>,
    whole_terms: PathTerms,
    drawing: Drawing,
    worlds: [Worlds; 3],
}

impl Ensemble {
    /// An ensemble without any world yet. `facts` calibrate it; a question excludes facts by their position here.
    pub fn new(graph: InfluenceGraph, facts: Vec<Fact>, options: Options) -> Self {
        let whole = Arc::new(Condensation::build(&graph, &[]));
        let drawing = Drawing::new(&graph, &whole, &facts, options.seed, options.component_limit);
        let worlds = Prior::ALL.map(Worlds::new);
        Self { graph, facts, options, whole, whole_terms: PathTerms::default(), drawing, worlds }
    }

    /// The graph.
    pub fn graph(&self) -> &InfluenceGraph {
        &self.graph
    }

    /// The facts that calibrate it.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// The settings.
    pub fn options(&self) -> Options {
        self.options
    }

    /// The components of the whole graph.
    pub fn condensation(&self) -> &Condensation {
        &self.whole
    }

    /// The net effect of a scenario on a target. `excluded` holds the positions of the facts about this very pair.
    ///
    /// # Errors
    /// Where `cancel` fires.
    pub fn derive(
        &mut self,
        scenario: &Scenario,
        target: NodeId,
        excluded: &FixedBitSet,
        cancel: &Cancel,
    ) -> Result<Derivation, Cancelled> {
        let question = Question { scenario: scenario.clone(), target, excluded: excluded.clone() };
        let answers = self.derive_all(&[question], cancel)?;
        Ok(answers.into_iter().next().unwrap_or_else(|| Derivation::structural(Outcome::NoPath)))
    }

    /// The net effect of pressing each source up, one at a time, on one target, with some nodes held. `excluded` gives the
    /// facts not to be used for the source at a position. One adjoint solve a world serves all sources.
    ///
    /// # Errors
    /// Where `cancel` fires.
    pub fn derive_sources(
        &mut self,
        target: NodeId,
        clamped: &[NodeId],
        sources: &[NodeId],
        mut excluded: impl FnMut(usize) -> FixedBitSet,
        cancel: &Cancel,
    ) -> Result<Vec<Derivation>, Cancelled> {
        let question = |(position, &node): (usize, &NodeId)| Question {
            scenario: Scenario {
                presses: vec![Press { node, sign: Sign::Positive }],
                clamped: clamped.to_vec(),
                forced: Vec::new(),
            },
            target,
            excluded: excluded(position),
        };
        let questions: Vec<Question> = sources.iter().enumerate().map(question).collect();
        self.derive_all(&questions, cancel)
    }

    /// The net effect of one scenario on each target. `excluded` gives the facts not to be used for the target at a
    /// position.
    ///
    /// # Errors
    /// Where `cancel` fires.
    pub fn derive_targets(
        &mut self,
        scenario: &Scenario,
        targets: &[NodeId],
        mut excluded: impl FnMut(usize) -> FixedBitSet,
        cancel: &Cancel,
    ) -> Result<Vec<Derivation>, Cancelled> {
        let question = |(position, &target): (usize, &NodeId)| Question {
            scenario: scenario.clone(),
            target,
            excluded: excluded(position),
        };
        let questions: Vec<Question> = targets.iter().enumerate().map(question).collect();
        self.derive_all(&questions, cancel)
    }

    /// Answers any questions, in their order. Those with the same held and forced nodes share their solves.
    ///
    /// # Errors
    /// Where `cancel` fires.
    pub fn derive_all(&mut self, questions: &[Question], cancel: &Cancel) -> Result<Vec<Derivation>, Cancelled> {
        let mut groups: IndexMap<Vec<NodeId>, Vec<usize>> = IndexMap::new();
        for (position, question) in questions.iter().enumerate() {
            groups.entry(question.scenario.removed()).or_default().push(position);
        }
        let mut answers = vec![Derivation::structural(Outcome::NoPath); questions.len()];
        for (removed, positions) in groups {
            if removed.is_empty() {
                let condensation = Arc::clone(&self.whole);
                let mut terms = std::mem::take(&mut self.whole_terms);
                let result = self.derive_group(&condensation, &mut terms, questions, &positions, &mut answers, cancel);
                self.whole_terms = terms;
                result?;
            } else {
                let condensation = Condensation::build(&self.graph, &removed);
                let mut terms = PathTerms::default();
                self.derive_group(&condensation, &mut terms, questions, &positions, &mut answers, cancel)?;
            }
        }
        Ok(answers)
    }

    /// Answers the questions at `positions`, whose scenarios all leave the nodes of this condensation.
    fn derive_group(
        &mut self,
        condensation: &Condensation,
        terms: &mut PathTerms,
        questions: &[Question],
        positions: &[usize],
        answers: &mut [Derivation],
        cancel: &Cancel,
    ) -> Result<(), Cancelled> {
        let conclusions = self.conclusions(condensation, terms, questions, positions, cancel)?;
        let mut open = Vec::new();
        let mut determined = Vec::new();
        for (&position, conclusion) in positions.iter().zip(conclusions) {
            let question = &questions[position];
            match conclusion {
                Conclusion::NoEffect => answers[position] = Derivation::structural(Outcome::NoPath),
                Conclusion::Determined(sign) => determined.push((position, sign)),
                Conclusion::Undetermined(reason) => {
                    let answer = &mut answers[position];
                    *answer = Derivation::structural(Outcome::TooLarge);
                    answer.undetermined = Some(reason);
                    if !self.passes_large_component(condensation, question) {
                        open.push(position);
                    }
                }
            }
        }
        self.sample(condensation, questions, open, answers, cancel)?;
        for (position, sign) in determined {
            answers[position] = self.determined(sign, &questions[position].excluded, cancel)?;
        }
        Ok(())
    }

    /// Answers the questions at the positions `open`, which the structure leaves open, by sampling.
    fn sample(
        &mut self,
        condensation: &Condensation,
        questions: &[Question],
        open: Vec<usize>,
        answers: &mut [Derivation],
        cancel: &Cancel,
    ) -> Result<(), Cancelled> {
        if open.is_empty() {
            return Ok(());
        }
        let mut sampler = Sampler::new(&self.graph, condensation, self.options.component_limit, questions, open);
        for (look, &wanted) in LOOKS.iter().enumerate() {
            let complete = sampler.take(&self.graph, &mut self.drawing, &mut self.worlds, wanted, cancel)?;
            if !complete && look == 0 {
                sampler.give_up(&self.worlds, wanted, answers);
                break;
            }
            // Where no more worlds are to be had, what there is decides.
            let last = !complete || look + 1 == LOOKS.len();
            if sampler.settle(&self.worlds, wanted, last, answers) {
                break;
            }
        }
        Ok(())
    }

    /// What the structure alone says, for each question of a group. Questions with one scenario share one pass.
    fn conclusions(
        &self,
        condensation: &Condensation,
        terms: &mut PathTerms,
        questions: &[Question],
        positions: &[usize],
        cancel: &Cancel,
    ) -> Result<Vec<Conclusion>, Cancelled> {
        let search = TermSearch { graph: &self.graph, condensation, budget: self.options.term_budget, cancel };
        let mut by_scenario: IndexMap<&Scenario, Vec<usize>> = IndexMap::new();
        for (place, &position) in positions.iter().enumerate() {
            by_scenario.entry(&questions[position].scenario).or_default().push(place);
        }
        let mut conclusions = vec![Conclusion::NoEffect; positions.len()];
        for (scenario, places) in by_scenario {
            cancel.check()?;
            let targets: Vec<NodeId> = places.iter().map(|&place| questions[positions[place]].target).collect();
            let wanted = condensation.ancestors(&self.graph, &targets);
            let responses = terms.responses(search, scenario, &wanted)?;
            for (place, target) in places.into_iter().zip(targets) {
                conclusions[place] = match scenario.forced_sign(target) {
                    Some(level) => Conclusion::Determined(level),
                    None => responses[target.index()].conclusion(),
                };
            }
        }
        Ok(conclusions)
    }

    /// A determined answer; no better than likely where the known facts contradict the model as a whole.
    fn determined(&mut self, sign: Sign, excluded: &FixedBitSet, cancel: &Cancel) -> Result<Derivation, Cancelled> {
        let mut answer = Derivation::structural(Outcome::Determined(sign));
        if self.facts.len() <= excluded.count_ones(..self.facts.len().min(excluded.len())) {
            return Ok(answer);
        }
        for wanted in GLIMPSES.into_iter().chain(LOOKS) {
            let more = self.extend(wanted, cancel)?;
            let used = self.worlds.each_ref().map(|worlds| calibrate::count(worlds.first(wanted), excluded));
            if used.iter().all(|&used| used >= MINIMUM_WORLDS) {
                return Ok(answer);
            }
            if !more && wanted == LOOKS[0] {
                // Too few stable worlds to say anything about the facts.
                return Ok(answer);
            }
        }
        let wanted = LOOKS[LOOKS.len() - 1];
        answer.outcome = Outcome::Likely(sign);
        answer.calibrated = false;
        answer.conflicts = calibrate::conflicts(&self.worlds, wanted, self.facts.len(), excluded);
        answer.worlds = sample::world_counts(&self.worlds, wanted, |count| count.kept);
        Ok(answer)
    }

    /// Draws worlds until every prior has `wanted`. False where some prior does not get there.
    fn extend(&mut self, wanted: usize, cancel: &Cancel) -> Result<bool, Cancelled> {
        for worlds in &mut self.worlds {
            worlds.extend(&self.graph, &mut self.drawing, wanted, cancel)?;
        }
        Ok(self.worlds.iter().all(|worlds| worlds.first(wanted).len() == wanted))
    }

    /// Whether some way from scenario to target runs through a component too large to solve.
    fn passes_large_component(&self, condensation: &Condensation, question: &Question) -> bool {
        let large = |nodes: &[NodeId]| nodes.len() > self.options.component_limit;
        if !condensation.components().iter().any(|component| large(&component.nodes)) {
            return false;
        }
        let mut between = condensation.descendants(&self.graph, &question.scenario.entries(&self.graph));
        between.intersect_with(&condensation.ancestors(&self.graph, &[question.target]));
        between.ones().any(|node| {
            let position = condensation.component_of(NodeId::from_index(node));
            large(&condensation.components()[position].nodes)
        })
    }
}
