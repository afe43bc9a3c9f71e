//! What would settle an ambiguous answer: the two influences whose comparison best tells the worlds in which the target
//! rises from those in which it falls.
//!
//! A strength is a gain measured in the units of the node it moves: over that node's self-limitation.

use std::collections::VecDeque;

use fixedbitset::FixedBitSet;

use super::calibrate::{self, MINIMUM_WORLDS};
use super::ground::Grounds;
use super::sample::{LOOKS, Sampler};
use super::tally::{Tally, shares};
use super::worlds::{Drawing, Worlds};
use super::{InfluenceGraph, InfluenceId, NodeId, Question};
use crate::cancel::{Cancel, Cancelled};
use crate::graph::Sign;

/// Worlds of each prior that are compared; the second number where the facts leave too few of the first.
const WANTED: [usize; 2] = [LOOKS[1], LOOKS[2]];

/// A comparison that tells the worlds apart less well than this (half is a coin's worth) settles nothing.
const LEAST_ACCURACY: f64 = 0.6;

/// Among comparisons that are so nearly as good as the best, the plainest is told.
const NEARLY: f64 = 0.02;

/// How many influences are compared with each other; those nearest the target where there are more.
const CANDIDATE_LIMIT: usize = 128;

/// A comparison of two influences that would settle an ambiguous answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settling {
    /// The influence that, where it is the stronger one, gives the target this sign.
    pub stronger: InfluenceId,
    /// What it is compared with.
    pub weaker: InfluenceId,
    /// The sign of the response that then results.
    pub sign: Sign,
    /// The worlds where it is stronger, and the others.
    split: Split,
}

/// By prior: the worlds on the two sides of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Split {
    stronger: [Tally; 3],
    weaker: [Tally; 3],
}

impl Settling {
    /// The share of worlds with this sign among those where `stronger` is stronger: the range over the priors.
    pub fn share(&self) -> (f64, f64) {
        shares(&self.split.stronger, self.sign)
    }

    /// The share of worlds with this sign among the others: the range over the priors.
    pub fn otherwise(&self) -> (f64, f64) {
        shares(&self.split.weaker, self.sign)
    }

    /// How many worlds it rests on.
    pub fn worlds(&self) -> u32 {
        let Split { stronger, weaker } = self.split;
        stronger.iter().chain(&weaker).map(|tally| tally.worlds).sum()
    }

    /// The same comparison told towards the sign in which it leaves less doubt.
    #[must_use]
    pub fn clearest(self) -> Self {
        let [rising, falling] = [Sign::Positive, Sign::Negative].map(|sign| self.clone().towards(sign));
        if falling.share().0 > rising.share().0 { falling } else { rising }
    }

    /// The same comparison told so that it results in this sign.
    #[must_use]
    pub fn towards(self, sign: Sign) -> Self {
        if self.sign == sign {
            return self;
        }
        let Split { stronger, weaker } = self.split;
        let split = Split { stronger: weaker, weaker: stronger };
        Self { stronger: self.weaker, weaker: self.stronger, sign, split }
    }
}

/// An influence that may matter, and how many influences lie between it and the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    distance: usize,
    id: InfluenceId,
}

/// What the target and the candidates do in the worlds that count.
#[derive(Debug)]
struct Observations {
    candidates: Vec<Candidate>,
    /// By world: the number of its prior, and the target's response.
    responses: Vec<(usize, Option<Sign>)>,
    /// By candidate, then world.
    strengths: Vec<Vec<f64>>,
}

/// Looks for the comparison in the worlds that answer `question`, the only one that the sampler holds. None where no
/// comparison tells them apart, or stable worlds are too rare.
pub(super) fn find(
    graph: &InfluenceGraph,
    grounds: &Grounds,
    question: &Question,
    sampler: &mut Sampler,
    (drawing, worlds): (&mut Drawing, &mut [Worlds; 3]),
    cancel: &Cancel,
) -> Result<Option<Settling>, Cancelled> {
    let candidates = candidates(graph, grounds, question, drawing);
    if candidates.len() < 2 {
        return Ok(None);
    }
    let mut all = Observations::of(candidates);
    let mut agreeing = FixedBitSet::new();
    for wanted in WANTED {
        let complete =
            sampler.observe(graph, drawing, worlds, wanted, cancel, &mut |prior, drawing, kept, response| {
                if calibrate::agrees(kept, &question.excluded) {
                    agreeing.grow_and_insert(all.responses.len());
                }
                all.add(graph, prior, drawing, response);
            })?;
        if !complete || all.by_prior(&agreeing).iter().all(|&count| count >= MINIMUM_WORLDS) {
            break;
        }
    }
    if all.by_prior(&agreeing).iter().all(|&count| count >= MINIMUM_WORLDS) {
        all.keep(&agreeing);
    }
    all.best(graph, cancel)
}

/// The influences of free strength on the ways from what is done to the target, their feedback loops included, those
/// nearest the target first.
fn candidates(graph: &InfluenceGraph, grounds: &Grounds, question: &Question, drawing: &Drawing) -> Vec<Candidate> {
    let mut relevant = FixedBitSet::with_capacity(graph.influence_count());
    for (side, (scenario, _)) in question.sides().enumerate() {
        let condensation = &grounds.0[grounds.of_side(side)].condensation;
        let mut between = condensation.descendants(graph, &scenario.entries(graph));
        between.intersect_with(&condensation.ancestors(graph, &[question.target]));
        for (position, influence) in graph.influences().iter().enumerate() {
            let leaves = between.contains(influence.from.index()) || scenario.forced_sign(influence.from).is_some();
            if leaves && between.contains(influence.to.index()) {
                relevant.insert(position);
            }
        }
    }
    let distances = distances(graph, question.target);
    let free = relevant.ones().map(InfluenceId::from_index).filter(|&id| !drawing.units.contains(id));
    let place = |id: InfluenceId| Some(Candidate { distance: distances[graph.influence(id).to.index()]?, id });
    let mut candidates: Vec<Candidate> = free.filter_map(place).collect();
    candidates.sort_unstable();
    candidates.truncate(CANDIDATE_LIMIT);
    candidates
}

/// By node: how many influences lead from it to the target at least.
fn distances(graph: &InfluenceGraph, target: NodeId) -> Vec<Option<usize>> {
    let mut distances = vec![None; graph.node_count()];
    distances[target.index()] = Some(0);
    let mut open = VecDeque::from([(target, 0)]);
    while let Some((node, distance)) = open.pop_front() {
        for &id in graph.incoming(node) {
            let from = graph.influence(id).from;
            if distances[from.index()].is_none() {
                distances[from.index()] = Some(distance + 1);
                open.push_back((from, distance + 1));
            }
        }
    }
    distances
}

impl Observations {
    fn of(candidates: Vec<Candidate>) -> Self {
        let strengths = vec![Vec::new(); candidates.len()];
        Self { candidates, responses: Vec::new(), strengths }
    }

    fn add(&mut self, graph: &InfluenceGraph, prior: usize, drawing: &Drawing, response: Option<Sign>) {
        self.responses.push((prior, response));
        let world = &drawing.world;
        for (candidate, strengths) in self.candidates.iter().zip(&mut self.strengths) {
            let limitation = world.limitations[graph.influence(candidate.id).to.index()];
            strengths.push(world.gains[candidate.id.index()].abs() / limitation);
        }
    }

    /// How many of these worlds each prior has.
    fn by_prior(&self, worlds: &FixedBitSet) -> [u32; 3] {
        let mut counts = [0; 3];
        worlds.ones().for_each(|world| counts[self.responses[world].0] += 1);
        counts
    }

    /// Forgets all but these worlds.
    fn keep(&mut self, worlds: &FixedBitSet) {
        self.responses = worlds.ones().map(|world| self.responses[world]).collect();
        for strengths in &mut self.strengths {
            *strengths = worlds.ones().map(|world| strengths[world]).collect();
        }
    }

    /// The comparison to tell.
    fn best(&self, graph: &InfluenceGraph, cancel: &Cancel) -> Result<Option<Settling>, Cancelled> {
        let occurs = |sign: &Sign| self.responses.iter().any(|&(_, response)| response == Some(*sign));
        let Some(sign) = Sign::BOTH.into_iter().find(occurs) else { return Ok(None) };
        let mut comparisons: Vec<(f64, usize, usize)> = Vec::new();
        for one in 0..self.candidates.len() {
            cancel.check()?;
            for other in one + 1..self.candidates.len() {
                let Some(accuracy) = self.split(one, other).accuracy(sign) else { return Ok(None) };
                if accuracy >= 0.5 {
                    comparisons.push((accuracy, one, other));
                } else {
                    comparisons.push((1.0 - accuracy, other, one));
                }
            }
        }
        let highest = comparisons.iter().map(|&(accuracy, ..)| accuracy).fold(0.0, f64::max);
        let nearly_best = comparisons.into_iter().filter(|&(accuracy, ..)| accuracy >= highest - NEARLY);
        let plainest = nearly_best.min_by(|a, b| {
            let plainness = |&(_, one, other): &(f64, usize, usize)| self.plainness(graph, one, other);
            plainness(a).cmp(&plainness(b)).then_with(|| b.0.total_cmp(&a.0))
        });
        Ok(plainest.filter(|_| highest >= LEAST_ACCURACY).map(|(_, stronger, weaker)| Settling {
            stronger: self.candidates[stronger].id,
            weaker: self.candidates[weaker].id,
            sign,
            split: self.split(stronger, weaker),
        }))
    }

    /// How easily a comparison is understood, the plainest first: two arms into one node before others, then by their
    /// distance from the target.
    fn plainness(&self, graph: &InfluenceGraph, one: usize, other: usize) -> (bool, usize) {
        let [one, other] = [self.candidates[one], self.candidates[other]];
        let apart = graph.influence(one.id).to != graph.influence(other.id).to;
        (apart, one.distance + other.distance)
    }

    fn split(&self, stronger: usize, weaker: usize) -> Split {
        let mut split = Split::default();
        let compared = self.strengths[stronger].iter().zip(&self.strengths[weaker]);
        for ((stronger, weaker), &(prior, response)) in compared.zip(&self.responses) {
            let side = if stronger > weaker { &mut split.stronger } else { &mut split.weaker };
            side[prior].count(response);
        }
        split
    }
}

impl Split {
    /// Balanced accuracy: the mean, over the priors and over worlds with and without this sign, of the share that lies on
    /// its own side. None where no prior has both kinds.
    fn accuracy(&self, sign: Sign) -> Option<f64> {
        let by_prior = self.stronger.iter().zip(&self.weaker).filter_map(|(stronger, weaker)| {
            let [with, without] = [stronger.hits(sign), weaker.worlds - weaker.hits(sign)].map(f64::from);
            let all_with = f64::from(stronger.hits(sign) + weaker.hits(sign));
            let all_without = f64::from(stronger.worlds + weaker.worlds) - all_with;
            (all_with > 0.0 && all_without > 0.0).then(|| f64::midpoint(with / all_with, without / all_without))
        });
        let by_prior: Vec<f64> = by_prior.collect();
        let count = u32::try_from(by_prior.len()).unwrap_or(u32::MAX);
        (count > 0).then(|| by_prior.iter().sum::<f64>() / f64::from(count))
    }
}
