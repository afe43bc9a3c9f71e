//! An ensemble: one graph, its known facts, and the worlds that questions about it share.

use fixedbitset::FixedBitSet;
use indexmap::IndexMap;

use super::calibrate::{self, MINIMUM_WORLDS};
use super::ground::{Ground, Grounds, Part};
use super::sample;
use super::sample::{LOOKS, Sampler};
use super::settling::{self, Settling};
use super::tested::{ComponentKey, Tested, TestedComponents};
use super::world::Units;
use super::worlds::{Drawing, Worlds};
use super::{
    Calibration, Conclusion, Condensation, Derivation, Fact, InfluenceGraph, NodeId, Outcome, Prior, Progress, Question,
};
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
        Self { seed: 0, term_budget: 20_000, component_limit: 300 }
    }
}

/// Answers questions about one influence graph. The answers do not depend on what was asked before.
///
/// Where facts are known, they tie the graph together: one set of worlds, drawn as they are first needed and kept, serves
/// every question. Where none are, a question rests on its own part of the graph and on nothing beside it.
#[derive(Clone, Debug)]
pub struct Ensemble {
    core: Core,
    /// The whole graph's components, and the path signs found within them.
    whole: Ground,
}

/// What all questions share.
#[derive(Clone, Debug)]
struct Core {
    graph: InfluenceGraph,
    facts: Vec<Fact>,
    options: Options,
    drawing: Drawing,
    tested: TestedComponents,
    worlds: [Worlds; 3],
}

impl Ensemble {
    /// An ensemble without any world yet. `facts` calibrate it; a question excludes facts by their position here.
    pub fn new(graph: InfluenceGraph, facts: Vec<Fact>, options: Options) -> Self {
        let condensation = Condensation::build(&graph, &[]);
        let drawing = Drawing::whole(&graph, &condensation, &facts, options.seed, options.component_limit);
        let worlds = Prior::ALL.map(Worlds::new);
        Self {
            core: Core { graph, facts, options, drawing, tested: TestedComponents::default(), worlds },
            whole: Ground::new(condensation),
        }
    }

    /// Tells `progress` from now on how far the sampling has come.
    pub fn observe(&mut self, progress: Progress) {
        self.core.drawing.progress = progress;
    }

    /// The graph.
    pub fn graph(&self) -> &InfluenceGraph {
        &self.core.graph
    }

    /// The facts that calibrate it.
    pub fn facts(&self) -> &[Fact] {
        &self.core.facts
    }

    /// The settings.
    pub fn options(&self) -> Options {
        self.core.options
    }

    /// The components of the whole graph.
    pub fn condensation(&self) -> &Condensation {
        &self.whole.condensation
    }

    /// Answers any questions, in their order. Those that hold and force the same nodes share what can be shared.
    ///
    /// # Errors
    /// Where `cancel` fires.
    pub fn derive_all(&mut self, questions: &[Question], cancel: &Cancel) -> Result<Vec<Derivation>, Cancelled> {
        self.derive_each(questions, cancel).into_iter().collect::<Option<_>>().ok_or(Cancelled)
    }

    /// Answers as many questions as it can until `cancel` fires: none stands in the place of one that is still open then.
    pub fn derive_each(&mut self, questions: &[Question], cancel: &Cancel) -> Vec<Option<Derivation>> {
        let Self { core, whole } = self;
        let mut groups: IndexMap<Vec<Vec<NodeId>>, Vec<usize>> = IndexMap::new();
        for (position, question) in questions.iter().enumerate() {
            groups.entry(question.removed(&core.graph)).or_default().push(position);
        }
        let mut answers = Answers::new(questions.len());
        for (removed, positions) in groups {
            let mut held = Ground::held(&core.graph, &removed);
            let mut grounds = Grounds::of(whole, &mut held, &removed);
            if core.derive_group(&mut grounds, questions, &positions, &mut answers, cancel).is_err() {
                break;
            }
        }
        answers.into_given()
    }

    /// What the facts, but for the `excluded`, make of the first `wanted` worlds of each prior. Nothing where no facts are
    /// known: then each question has worlds of its own.
    ///
    /// # Errors
    /// Where `cancel` fires.
    pub fn calibration(
        &mut self,
        wanted: usize,
        excluded: &FixedBitSet,
        cancel: &Cancel,
    ) -> Result<Calibration, Cancelled> {
        let core = &mut self.core;
        if core.facts.is_empty() {
            return Ok(Calibration::default());
        }
        core.extend(wanted, cancel)?;
        let mut contradicted = vec![0; core.facts.len()];
        for kept in core.worlds.iter().flat_map(|worlds| worlds.first(wanted)) {
            kept.violated.ones().for_each(|fact| contradicted[fact] += 1);
        }
        let mut used = core.worlds.iter().map(|worlds| calibrate::count(worlds.first(wanted), excluded));
        Ok(Calibration {
            worlds: sample::world_counts(&core.worlds, wanted, |_| used.next().unwrap_or_default()),
            contradicted,
            conflicts: calibrate::conflicts(&core.worlds, wanted, core.facts.len(), excluded),
        })
    }

    /// The comparison of two influences that would settle a question whose answer is ambiguous: the one that best tells
    /// its worlds apart by what the target does. None where none does, or where there are no worlds to compare.
    /// It rests on the worlds that answer the question, up to 500 of each prior, or 1,000 where the facts leave too few.
    ///
    /// # Errors
    /// Where `cancel` fires.
    pub fn settling(&mut self, question: &Question, cancel: &Cancel) -> Result<Option<Settling>, Cancelled> {
        let Self { core, whole } = self;
        let removed = question.removed(&core.graph);
        let mut held = Ground::held(&core.graph, &removed);
        core.settling(&Grounds::of(whole, &mut held, &removed), question, cancel)
    }
}

/// The answers to a list of questions, as far as they are known.
struct Answers {
    derivations: Vec<Derivation>,
    open: FixedBitSet,
}

impl Answers {
    fn new(count: usize) -> Self {
        let mut open = FixedBitSet::with_capacity(count);
        open.insert_range(..);
        Self { derivations: vec![Derivation::structural(Outcome::NoPath); count], open }
    }

    fn give(&mut self, position: usize, derivation: Derivation) {
        self.derivations[position] = derivation;
        self.open.set(position, false);
    }

    /// Takes those among the questions as answered that worlds were counted for.
    fn take_counted(&mut self, positions: &[usize]) {
        for &position in positions {
            if self.derivations[position].likelihood.is_some() {
                self.open.set(position, false);
            }
        }
    }

    fn into_given(self) -> Vec<Option<Derivation>> {
        let Self { derivations, open } = self;
        let given = derivations.into_iter().enumerate();
        given.map(|(position, derivation)| (!open.contains(position)).then_some(derivation)).collect()
    }
}

impl Core {
    /// Answers the questions at `positions`, which stand on these grounds.
    fn derive_group(
        &mut self,
        grounds: &mut Grounds,
        questions: &[Question],
        positions: &[usize],
        answers: &mut Answers,
        cancel: &Cancel,
    ) -> Result<(), Cancelled> {
        let asked: Vec<&Question> = positions.iter().map(|&position| &questions[position]).collect();
        let conclusions = grounds.conclusions(&self.graph, &asked, self.options.term_budget, cancel);
        let mut open: IndexMap<Part, Vec<usize>> = IndexMap::new();
        let mut determined = Vec::new();
        for (&position, conclusion) in positions.iter().zip(conclusions) {
            match conclusion {
                None => {}
                Some(Conclusion::NoEffect) => answers.give(position, Derivation::structural(Outcome::NoPath)),
                Some(Conclusion::Determined(sign)) => determined.push((position, sign)),
                Some(Conclusion::Undetermined(reason)) => {
                    let mut answer = Derivation::structural(Outcome::TooLarge);
                    answer.undetermined = Some(reason);
                    let part = grounds.part(&self.graph, &questions[position]);
                    if grounds.largest(&part) <= self.options.component_limit {
                        answers.derivations[position] = answer;
                        open.entry(part).or_default().push(position);
                    } else {
                        answers.give(position, answer);
                    }
                }
            }
        }
        let sampled = self.sample_all(grounds, questions, open, answers, cancel);
        for (position, sign) in determined {
            let answer = self.determined(sign, &questions[position].excluded, cancel)?;
            answers.give(position, answer);
        }
        sampled
    }

    /// Answers questions, which the structure leaves open, by the part of the graph that each rests on.
    fn sample_all(
        &mut self,
        grounds: &Grounds,
        questions: &[Question],
        open: IndexMap<Part, Vec<usize>>,
        answers: &mut Answers,
        cancel: &Cancel,
    ) -> Result<(), Cancelled> {
        if self.facts.is_empty() {
            for (part, positions) in open {
                let asked = positions.clone();
                let sampled = self.sample_part(grounds, &part, questions, asked, &mut answers.derivations, cancel);
                answers.take_counted(&positions);
                sampled?;
            }
            return Ok(());
        }
        let positions: Vec<usize> = open.into_values().flatten().collect();
        let sampled = self.sample(grounds, questions, positions.clone(), &mut answers.derivations, cancel);
        answers.take_counted(&positions);
        sampled
    }

    /// Answers questions, which the structure leaves open, by the worlds of the whole graph.
    fn sample(
        &mut self,
        grounds: &Grounds,
        questions: &[Question],
        positions: Vec<usize>,
        answers: &mut [Derivation],
        cancel: &Cancel,
    ) -> Result<(), Cancelled> {
        if positions.is_empty() {
            return Ok(());
        }
        let limit = self.options.component_limit;
        let sampler = Sampler::new(&self.graph, grounds, limit, true, questions, positions);
        sampler.run(&self.graph, &mut self.drawing, &mut self.worlds, answers, cancel)
    }

    /// Answers questions, which the structure leaves open, by worlds of the part of the graph that they rest on.
    fn sample_part(
        &mut self,
        grounds: &Grounds,
        part: &Part,
        questions: &[Question],
        positions: Vec<usize>,
        answers: &mut [Derivation],
        cancel: &Cancel,
    ) -> Result<(), Cancelled> {
        let (keys, mut drawing, mut worlds) = self.worlds_of(grounds, part);
        let sampler = Sampler::new(&self.graph, grounds, self.options.component_limit, false, questions, positions);
        let outcome = sampler.run(&self.graph, &mut drawing, &mut worlds, answers, cancel);
        self.tested.put_back(keys.into_iter().zip(drawing.into_tests()));
        outcome
    }

    /// Worlds, yet to be drawn, of a part of the graph, with the keys of the components that are tested.
    fn worlds_of(&mut self, grounds: &Grounds, part: &Part) -> (Vec<ComponentKey>, Drawing, [Worlds; 3]) {
        let sides = grounds.0.iter().zip(&part.components);
        let sides = sides.flat_map(|(ground, list)| list.iter().map(|&position| (&ground.condensation, position)));
        let units = Units::of(&self.graph, &part.moved, Some(&grounds.0[0].condensation));
        let mut components: IndexMap<ComponentKey, Tested> = IndexMap::new();
        for (condensation, position) in sides {
            let key = ComponentKey::of(&self.graph, condensation, position, &units);
            if !components.contains_key(&key) {
                let tested = self.tested.take(&key, &self.graph, condensation, position);
                components.insert(key, tested);
            }
        }
        let (keys, tests): (Vec<_>, Vec<_>) = components.into_iter().unzip();
        let drawing = Drawing::part(&self.graph, units, tests, self.options.seed, self.drawing.progress.clone());
        (keys, drawing, Prior::ALL.map(Worlds::new))
    }

    /// The comparison that would settle a question, in the worlds that answer it.
    fn settling(
        &mut self,
        grounds: &Grounds,
        question: &Question,
        cancel: &Cancel,
    ) -> Result<Option<Settling>, Cancelled> {
        let limit = self.options.component_limit;
        let part = grounds.part(&self.graph, question);
        if grounds.largest(&part) > limit {
            return Ok(None);
        }
        let known = !self.facts.is_empty();
        let questions = std::slice::from_ref(question);
        if known {
            let mut sampler = Sampler::new(&self.graph, grounds, limit, true, questions, vec![0]);
            let worlds = (&mut self.drawing, &mut self.worlds);
            return settling::find(&self.graph, grounds, question, &mut sampler, worlds, cancel);
        }
        let (keys, mut drawing, mut worlds) = self.worlds_of(grounds, &part);
        let mut sampler = Sampler::new(&self.graph, grounds, limit, false, questions, vec![0]);
        let worlds = (&mut drawing, &mut worlds);
        let found = settling::find(&self.graph, grounds, question, &mut sampler, worlds, cancel);
        self.tested.put_back(keys.into_iter().zip(drawing.into_tests()));
        found
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
}
