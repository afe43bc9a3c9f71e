//! The stable worlds of one prior, drawn as they are needed.

use fixedbitset::FixedBitSet;

use super::solve::{Ask, Solver};
use super::stability::{Stability, StabilityTest};
use super::tested::Tested;
use super::world::{Units, World};
use super::{Condensation, Fact, InfluenceGraph, Prior, Progress, Sampled, Scenario};
use crate::cancel::{Cancel, Cancelled};
use crate::graph::Sign;

/// At most this many candidates are drawn for each world wanted.
const ATTEMPTS_PER_WORLD: usize = 20;

/// A stable world: enough to draw it again.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub candidate: u32,
    pub stability: Stability,
    /// The facts it contradicts.
    pub violated: FixedBitSet,
}

/// The worlds of one prior. They depend on nothing but graph, prior, seed and facts: which questions made them be drawn
/// leaves no trace.
#[derive(Clone, Debug)]
pub(super) struct Worlds {
    pub prior: Prior,
    tried: u32,
    kept: Vec<Kept>,
}

/// What drawing needs, shared by the priors.
#[derive(Clone, Debug)]
pub(super) struct Drawing {
    pub units: Units,
    pub seed: u64,
    pub world: World,
    /// A world must pass all of them.
    tests: Vec<Tested>,
    /// By fact: how to evaluate it; None where its press does not reach its target.
    facts: Vec<Option<Ask>>,
    signs: Vec<Sign>,
    solver: Solver,
    pub progress: Progress,
}

impl Drawing {
    /// Of worlds of the whole graph, and what they say of the facts.
    pub fn whole(
        graph: &InfluenceGraph,
        condensation: &Condensation,
        facts: &[Fact],
        seed: u64,
        component_limit: usize,
    ) -> Self {
        let asked = facts.iter().map(|fact| (fact.target, vec![fact.press.node]));
        let solver = Solver::compile(graph, condensation, asked, component_limit);
        let ask = |fact: &Fact| {
            let scenario = Scenario { presses: vec![fact.press], ..Scenario::default() };
            solver.ask(graph, condensation, &scenario, fact.target)
        };
        let mut everything = FixedBitSet::with_capacity(graph.node_count());
        everything.insert_range(..);
        Self {
            units: Units::of(graph, &everything, None),
            seed,
            world: World::new(graph),
            tests: vec![Tested::new(StabilityTest::whole(graph, condensation, component_limit))],
            facts: facts.iter().map(ask).collect(),
            signs: facts.iter().map(|fact| fact.sign).collect(),
            solver,
            progress: Progress::default(),
        }
    }

    /// Of worlds of a part with these units, each of which passes the tests.
    pub fn part(graph: &InfluenceGraph, units: Units, tests: Vec<Tested>, seed: u64, progress: Progress) -> Self {
        let world = World::new(graph);
        Self { units, seed, world, tests, facts: Vec::new(), signs: Vec::new(), solver: Solver::default(), progress }
    }

    /// The tests, with what they know by now.
    pub fn into_tests(self) -> Vec<Tested> {
        self.tests
    }

    /// Draws a candidate, unless it is known to be unstable, and tells how stable it is.
    fn try_candidate(&mut self, graph: &InfluenceGraph, prior: Prior, candidate: u32) -> Stability {
        if self.tests.iter().any(|test| test.rejects(prior, candidate)) {
            return Stability::Unstable;
        }
        self.draw(graph, prior, candidate);
        let mut stability = Stability::Dominant;
        for test in &mut self.tests {
            match test.judge(prior, candidate, &self.world) {
                Stability::Unstable => return Stability::Unstable,
                Stability::Stable => stability = Stability::Stable,
                Stability::Dominant => {}
            }
        }
        stability
    }

    /// Draws a candidate into `self.world`.
    pub fn draw(&mut self, graph: &InfluenceGraph, prior: Prior, candidate: u32) {
        self.world.draw(graph, &self.units, prior, self.seed, candidate);
    }

    /// The facts that the current world contradicts: it moves the target the other way. A world in which the target does
    /// not move contradicts nothing. None where the world has no steady state.
    fn violated(&mut self) -> Option<FixedBitSet> {
        let mut violated = FixedBitSet::with_capacity(self.facts.len());
        if self.facts.is_empty() {
            return Some(violated);
        }
        if !self.solver.solve(&self.world) {
            return None;
        }
        for (position, (ask, &sign)) in self.facts.iter().zip(&self.signs).enumerate() {
            let response = ask.as_ref().and_then(|ask| self.solver.response_sign(&self.world, ask));
            violated.set(position, response == Some(-sign));
        }
        Some(violated)
    }
}

impl Worlds {
    pub fn new(prior: Prior) -> Self {
        Self { prior, tried: 0, kept: Vec::new() }
    }

    /// Draws candidates until `wanted` worlds are kept or the attempts for so many are used up.
    pub fn extend(
        &mut self,
        graph: &InfluenceGraph,
        drawing: &mut Drawing,
        wanted: usize,
        cancel: &Cancel,
    ) -> Result<(), Cancelled> {
        while self.kept.len() < wanted && self.tried < attempts(wanted) {
            cancel.check()?;
            self.attempt(graph, drawing);
        }
        Ok(())
    }

    /// Leaves the world at a place among those kept in `drawing`, for a question asking for `wanted`. None where the
    /// attempts for so many do not lead there.
    pub fn visit(
        &mut self,
        graph: &InfluenceGraph,
        drawing: &mut Drawing,
        place: usize,
        wanted: usize,
        cancel: &Cancel,
    ) -> Result<Option<&Kept>, Cancelled> {
        cancel.check()?;
        if let Some(kept) = self.kept.get(place) {
            drawing.draw(graph, self.prior, kept.candidate);
        }
        while self.kept.len() <= place && self.tried < attempts(wanted) {
            cancel.check()?;
            self.attempt(graph, drawing);
        }
        drawing.progress.tell(Sampled { prior: self.prior, kept: self.kept.len().min(wanted), wanted });
        Ok(self.first(wanted).get(place))
    }

    /// Draws the next candidate and keeps it where it is stable.
    fn attempt(&mut self, graph: &InfluenceGraph, drawing: &mut Drawing) {
        let candidate = self.tried;
        self.tried += 1;
        let stability = drawing.try_candidate(graph, self.prior, candidate);
        if stability != Stability::Unstable
            && let Some(violated) = drawing.violated()
        {
            self.kept.push(Kept { candidate, stability, violated });
        }
    }

    /// The worlds that a question asking for `wanted` may use, whatever was drawn for other questions.
    pub fn first(&self, wanted: usize) -> &[Kept] {
        let reached = self.kept.partition_point(|kept| kept.candidate < attempts(wanted));
        &self.kept[..reached.min(wanted)]
    }

    /// How many candidates it takes to find [`Self::first`].
    pub fn tried_for(&self, wanted: usize) -> u32 {
        match self.first(wanted) {
            [.., last] if self.first(wanted).len() == wanted => last.candidate + 1,
            _ => attempts(wanted),
        }
    }
}

fn attempts(wanted: usize) -> u32 {
    u32::try_from(wanted.saturating_mul(ATTEMPTS_PER_WORLD)).unwrap_or(u32::MAX)
}
