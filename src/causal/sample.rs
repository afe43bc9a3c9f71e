//! Sampling: what the targets of open questions do in the worlds of the ensemble, look by look.

use fixedbitset::FixedBitSet;

use super::calibrate::{self, MINIMUM_WORLDS};
use super::ground::{Ground, Grounds};
use super::solve::{Ask, Solver, sign_of};
use super::stability::{Stability, StabilityTest};
use super::tally::{Tally, early_outcome, final_outcome, likelihood};
use super::world::World;
use super::worlds::{Drawing, Kept, Worlds};
use super::{Derivation, InfluenceGraph, Outcome, Question, Scenario, WorldCount};
use crate::cancel::{Cancel, Cancelled};
use crate::graph::Sign;

/// How many worlds of each prior are looked at before deciding whether more are needed.
pub const LOOKS: [usize; 3] = [250, 500, 1_000];

/// One question under way.
#[derive(Clone, Debug)]
struct Open<'a> {
    /// Its place among all questions.
    position: usize,
    sides: Vec<Side>,
    excluded: &'a FixedBitSet,
    /// By prior: the worlds that agree with the facts.
    calibrated: [Tally; 3],
    /// By prior: all worlds.
    all: [Tally; 3],
}

/// One scenario of a question.
#[derive(Clone, Debug)]
struct Side {
    /// The number of its system.
    system: usize,
    /// None where the scenario does not reach the target.
    ask: Option<Ask>,
    /// The level that the scenario forces the target to, else 0.
    forced: f64,
    /// 1, or -1 for what is held against it.
    factor: f64,
}

/// What is left of the graph where some nodes are held or forced.
#[derive(Clone, Debug)]
struct System {
    solver: Solver,
    /// The test of what is left, where the whole was tested only.
    stability: Option<StabilityTest>,
}

/// Questions under way that hold and force the same nodes.
#[derive(Clone, Debug)]
pub(super) struct Sampler<'a> {
    systems: Vec<System>,
    open: Vec<Open<'a>>,
    /// How many worlds of each prior were looked at.
    seen: usize,
}

impl<'a> Sampler<'a> {
    /// Prepares the questions at `positions`, which stand on these grounds. With `test_what_is_left`, a world counts only
    /// where it is also stable with the scenario's nodes held.
    pub fn new(
        graph: &InfluenceGraph,
        grounds: &Grounds,
        component_limit: usize,
        test_what_is_left: bool,
        questions: &'a [Question],
        positions: Vec<usize>,
    ) -> Self {
        let system = |(number, ground): (usize, &&mut Ground)| {
            let condensation = &ground.condensation;
            let asked = positions.iter().flat_map(|&position| {
                let question = &questions[position];
                let sides = question.sides().enumerate().filter(move |(side, _)| grounds.of_side(*side) == number);
                sides.map(|(_, (scenario, _))| (question.target, scenario.entries(graph)))
            });
            let solver = Solver::compile(graph, condensation, asked, component_limit);
            let tested = test_what_is_left && !condensation.removed().is_clear();
            let stability = tested.then(|| StabilityTest::whole(graph, condensation, component_limit));
            System { solver, stability }
        };
        let systems: Vec<System> = grounds.0.iter().enumerate().map(system).collect();
        let open = positions.into_iter().map(|position| {
            let question = &questions[position];
            let side = |(side, (scenario, sign)): (usize, (&Scenario, Sign))| {
                let system = grounds.of_side(side);
                let condensation = &grounds.0[system].condensation;
                Side {
                    system,
                    ask: systems[system].solver.ask(graph, condensation, scenario, question.target),
                    forced: scenario.forced_sign(question.target).map_or(0.0, Sign::factor),
                    factor: sign.factor(),
                }
            };
            Open {
                position,
                sides: question.sides().enumerate().map(side).collect(),
                excluded: &question.excluded,
                calibrated: Default::default(),
                all: Default::default(),
            }
        });
        let open = open.collect();
        Self { systems, open, seen: 0 }
    }

    /// Looks at more and more worlds until every question is answered.
    pub fn run(
        mut self,
        graph: &InfluenceGraph,
        drawing: &mut Drawing,
        worlds: &mut [Worlds; 3],
        answers: &mut [Derivation],
        cancel: &Cancel,
    ) -> Result<(), Cancelled> {
        for (look, &wanted) in LOOKS.iter().enumerate() {
            let complete = self.each(graph, drawing, worlds, wanted, cancel, Self::count)?;
            let last = look + 1 == LOOKS.len() || (!complete && !more_would_help(worlds, wanted));
            if self.settle(worlds, wanted, last, answers) {
                break;
            }
            for (number, system) in self.systems.iter_mut().enumerate() {
                let sides = self.open.iter().flat_map(|open| &open.sides).filter(|side| side.system == number);
                system.solver.narrow(sides.filter_map(|side| side.ask.as_ref()));
            }
        }
        Ok(())
    }

    /// Shows each world that counts, up to number `wanted` of each prior and not shown before: the prior's number, the
    /// world, and what the first question's target does in it. False where some prior has not so many.
    pub fn observe(
        &mut self,
        graph: &InfluenceGraph,
        drawing: &mut Drawing,
        worlds: &mut [Worlds; 3],
        wanted: usize,
        cancel: &Cancel,
        see: &mut impl FnMut(usize, &Drawing, &Kept, Option<Sign>),
    ) -> Result<bool, Cancelled> {
        self.each(graph, drawing, worlds, wanted, cancel, |sampler, number, drawing, kept| {
            if let Some(open) = sampler.open.first() {
                see(number, drawing, kept, response_sign(&mut sampler.systems, &open.sides, &drawing.world));
            }
        })
    }

    /// Visits the worlds that count, up to number `wanted` of each prior, which were not visited before. False where some prior
    /// has not so many.
    fn each(
        &mut self,
        graph: &InfluenceGraph,
        drawing: &mut Drawing,
        worlds: &mut [Worlds; 3],
        wanted: usize,
        cancel: &Cancel,
        mut visit: impl FnMut(&mut Self, usize, &Drawing, &Kept),
    ) -> Result<bool, Cancelled> {
        let mut complete = true;
        for (number, worlds) in worlds.iter_mut().enumerate() {
            for place in self.seen..wanted {
                let Some(kept) = worlds.visit(graph, drawing, place, wanted, cancel)? else {
                    complete = false;
                    break;
                };
                if self.has_steady_state(drawing, kept) {
                    visit(self, number, drawing, kept);
                }
            }
        }
        self.seen = wanted;
        Ok(complete)
    }

    /// Whether the world, stable as a whole, is so with the scenario's nodes held too; a world that is not has no steady
    /// state to compare with and does not count.
    fn has_steady_state(&mut self, drawing: &Drawing, kept: &Kept) -> bool {
        self.systems.iter_mut().all(|system| {
            let stable = match &mut system.stability {
                Some(test) if kept.stability != Stability::Dominant => {
                    test.world(&drawing.world) != Stability::Unstable
                }
                _ => true,
            };
            stable && system.solver.solve(&drawing.world)
        })
    }

    fn count(&mut self, prior: usize, drawing: &Drawing, kept: &Kept) {
        for open in &mut self.open {
            let response = response_sign(&mut self.systems, &open.sides, &drawing.world);
            open.all[prior].count(response);
            if calibrate::agrees(kept, open.excluded) {
                open.calibrated[prior].count(response);
            }
        }
    }

    /// Answers the questions that can be answered after `wanted` worlds, all of them where this is the last look. True
    /// where none remains open.
    fn settle(&mut self, worlds: &[Worlds; 3], wanted: usize, last: bool, answers: &mut [Derivation]) -> bool {
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
}

/// Where stable worlds are rare: whether those of the next looks might make enough. Where there are enough already, what there
/// is decides; where half as many are not to be expected by the last look, nothing will.
fn more_would_help(worlds: &[Worlds; 3], wanted: usize) -> bool {
    let enough = MINIMUM_WORLDS as usize;
    let fewest = worlds.iter().map(|worlds| worlds.first(wanted).len()).min().unwrap_or(0);
    let expected = fewest * LOOKS[LOOKS.len() - 1] / wanted;
    fewest < enough && expected >= enough / 2
}

/// The sign of the sum of the sides' responses in the world solved last.
fn response_sign(systems: &mut [System], sides: &[Side], world: &World) -> Option<Sign> {
    let (mut sum, mut largest) = (0.0, 0.0_f64);
    for side in sides {
        sum += side.factor * side.forced;
        if let Some(ask) = &side.ask {
            let solver = &mut systems[side.system].solver;
            sum += side.factor * solver.response(world, ask);
            largest = largest.max(solver.largest(ask));
        }
    }
    // Each response alone is cut off already; only a difference of two can leave mere rounding.
    sign_of(sum, if sides.len() > 1 { largest } else { 0.0 })
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
