//! Sampling: what the targets of open questions do in the worlds of the ensemble, look by look.

use fixedbitset::FixedBitSet;

use super::calibrate::{self, MINIMUM_WORLDS};
use super::solve::{Ask, Solver};
use super::stability::{Stability, StabilityTest};
use super::tally::{Tally, early_outcome, final_outcome, likelihood};
use super::worlds::{Drawing, Kept, Worlds};
use super::{Condensation, Derivation, InfluenceGraph, Outcome, Question, WorldCount};
use crate::cancel::{Cancel, Cancelled};

/// How many worlds of each prior are looked at before deciding whether more are needed.
pub(super) const LOOKS: [usize; 3] = [250, 500, 1_000];

/// One question under way.
#[derive(Clone, Debug)]
struct Open<'a> {
    /// Its place among all questions.
    position: usize,
    ask: Ask,
    excluded: &'a FixedBitSet,
    /// By prior: the worlds that agree with the facts.
    calibrated: [Tally; 3],
    /// By prior: all worlds.
    all: [Tally; 3],
}

/// Questions under way that hold and force the same nodes.
#[derive(Clone, Debug)]
pub(super) struct Sampler<'a> {
    solver: Solver,
    open: Vec<Open<'a>>,
    /// Where nodes are held: the test of what is left.
    stability: Option<StabilityTest>,
    /// How many worlds of each prior were looked at.
    seen: usize,
}

impl<'a> Sampler<'a> {
    /// Prepares the questions at `positions`.
    pub fn new(
        graph: &InfluenceGraph,
        condensation: &Condensation,
        component_limit: usize,
        questions: &'a [Question],
        positions: Vec<usize>,
    ) -> Self {
        let asked = positions.iter().map(|&position| {
            let question = &questions[position];
            (question.target, question.scenario.entries(graph))
        });
        let solver = Solver::compile(graph, condensation, asked, component_limit);
        let open = positions.into_iter().filter_map(|position| {
            let question = &questions[position];
            Some(Open {
                position,
                ask: solver.ask(graph, condensation, &question.scenario, question.target)?,
                excluded: &question.excluded,
                calibrated: Default::default(),
                all: Default::default(),
            })
        });
        let open = open.collect();
        let holds = !condensation.removed().is_clear();
        let stability = holds.then(|| StabilityTest::new(graph, condensation, component_limit));
        Self { solver, open, stability, seen: 0 }
    }

    /// Counts the worlds up to number `wanted` of each prior that were not counted before. False where some prior has not
    /// so many.
    pub fn take(
        &mut self,
        graph: &InfluenceGraph,
        drawing: &mut Drawing,
        worlds: &mut [Worlds; 3],
        wanted: usize,
        cancel: &Cancel,
    ) -> Result<bool, Cancelled> {
        let mut complete = true;
        for (number, worlds) in worlds.iter_mut().enumerate() {
            for place in self.seen..wanted {
                let Some(kept) = worlds.visit(graph, drawing, place, wanted, cancel)? else {
                    complete = false;
                    break;
                };
                if self.has_steady_state(drawing, kept) {
                    self.count(number, drawing, kept);
                }
            }
        }
        self.seen = wanted;
        Ok(complete)
    }

    /// Whether the world, stable as a whole, is so with the scenario's nodes held too; a world that is not has no steady
    /// state to compare with and does not count.
    fn has_steady_state(&mut self, drawing: &Drawing, kept: &Kept) -> bool {
        let stable = match &mut self.stability {
            Some(test) if kept.stability != Stability::Dominant => test.world(&drawing.world) != Stability::Unstable,
            _ => true,
        };
        stable && self.solver.solve(&drawing.world)
    }

    fn count(&mut self, prior: usize, drawing: &Drawing, kept: &Kept) {
        for open in &mut self.open {
            let response = self.solver.response_sign(&drawing.world, &open.ask);
            open.all[prior].count(response);
            if calibrate::agrees(kept, open.excluded) {
                open.calibrated[prior].count(response);
            }
        }
    }

    /// Answers the questions that can be answered after `wanted` worlds, all of them where this is the last look. True
    /// where none remains open.
    pub fn settle(&mut self, worlds: &[Worlds; 3], wanted: usize, last: bool, answers: &mut [Derivation]) -> bool {
        self.open.retain(|open| {
            let calibrated = open.calibrated.iter().all(|tally| tally.worlds >= MINIMUM_WORLDS);
            let needs_calibration = open.all != open.calibrated;
            let tallies = if calibrated || !needs_calibration { &open.calibrated } else { &open.all };
            let outcome = if last && tallies.iter().any(|tally| tally.worlds < MINIMUM_WORLDS) {
                // The scenario itself, by what it holds, leaves hardly any world with a steady state.
                Some(Outcome::NoStableWorld)
            } else if last {
                Some(final_outcome(tallies))
            } else if calibrated {
                early_outcome(tallies)
            } else {
                None
            };
            let Some(outcome) = outcome else { return true };
            let answer = &mut answers[open.position];
            answer.outcome = outcome;
            answer.likelihood = Some(likelihood(tallies));
            let mut used = tallies.iter().map(|tally| tally.worlds);
            answer.worlds = world_counts(worlds, wanted, |count| used.next().unwrap_or(count.kept));
            if !calibrated && needs_calibration {
                answer.calibrated = false;
                let facts = worlds.iter().flat_map(|worlds| worlds.first(wanted)).map(|kept| kept.violated.len());
                answer.conflicts = calibrate::conflicts(worlds, wanted, facts.max().unwrap_or(0), open.excluded);
            }
            false
        });
        self.open.is_empty()
    }

    /// Answers every question that stable worlds are too rare.
    pub fn give_up(&mut self, worlds: &[Worlds; 3], wanted: usize, answers: &mut [Derivation]) {
        for open in self.open.drain(..) {
            let answer = &mut answers[open.position];
            answer.outcome = Outcome::NoStableWorld;
            answer.worlds = world_counts(worlds, wanted, |_| 0);
        }
    }
}

/// What is reported of the worlds of each prior at a look; `used` tells how many counted.
pub(super) fn world_counts(
    worlds: &[Worlds; 3],
    wanted: usize,
    mut used: impl FnMut(&WorldCount) -> u32,
) -> Vec<WorldCount> {
    let count = |worlds: &Worlds| {
        let kept = u32::try_from(worlds.first(wanted).len()).unwrap_or(u32::MAX);
        let mut count = WorldCount { prior: worlds.prior, tried: worlds.tried_for(wanted), kept, used: 0 };
        count.used = used(&count);
        count
    };
    worlds.iter().map(count).collect()
}
