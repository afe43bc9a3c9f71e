//! What the questions of one group stand on: for each side, the graph without what that side holds or forces.

use fixedbitset::FixedBitSet;
use indexmap::IndexMap;

use super::determined::{PathTerms, TermSearch};
use super::terms::TermSet;
use super::{Conclusion, Condensation, InfluenceGraph, NodeId, Question, Scenario};
use crate::cancel::{Cancel, Cancelled};
use crate::graph::Sign;

/// One condensation and the path signs found on it so far.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    pub condensation: Condensation,
    terms: PathTerms,
}

/// The part of the graph that a question rests on: what its scenarios move and what moves its target.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Part {
    /// The nodes that the scenarios move, and those they force.
    pub moved: FixedBitSet,
    /// By side: the components with feedback between scenario and target, by position.
    pub components: Vec<Vec<usize>>,
}

impl Ground {
    pub fn new(condensation: Condensation) -> Self {
        Self { condensation, terms: PathTerms::default() }
    }

    /// One for each side that takes nodes out of the feedback.
    pub fn held(graph: &InfluenceGraph, removed: &[Vec<NodeId>]) -> Vec<Self> {
        let held = removed.iter().filter(|removed| !removed.is_empty());
        held.map(|removed| Self::new(Condensation::build(graph, removed))).collect()
    }

    /// The terms of the response of each target to a scenario. In a `contrast` the scenario is the difference of two.
    pub fn terms(
        &mut self,
        graph: &InfluenceGraph,
        scenario: &Scenario,
        targets: &[NodeId],
        contrast: bool,
        budget: usize,
        cancel: &Cancel,
    ) -> Result<Vec<TermSet>, Cancelled> {
        let search = TermSearch { graph, condensation: &self.condensation, budget, contrast, cancel };
        let wanted = self.condensation.ancestors(graph, targets);
        let responses = self.terms.responses(search, scenario, &wanted)?;
        let of = |&target: &NodeId| match scenario.forced_sign(target) {
            Some(level) => TermSet::certain(level),
            None => responses[target.index()],
        };
        Ok(targets.iter().map(of).collect())
    }

    /// The nodes that a scenario moves, those it forces among them.
    pub fn moved(&self, graph: &InfluenceGraph, scenario: &Scenario) -> FixedBitSet {
        let mut moved = self.condensation.descendants(graph, &scenario.entries(graph));
        moved.grow(graph.node_count());
        moved.extend(scenario.forced.iter().map(|&(node, _)| node.index()));
        moved
    }

    /// Whether a condition that only one of two scenarios presses is moved by anything else as well: it passes relief on only
    /// where it is pressed, so the two scenarios are not one by linearity.
    fn turns_pressed_condition(&self, graph: &InfluenceGraph, scenarios: [&Scenario; 2]) -> bool {
        let conditions = scenarios.into_iter().flat_map(Scenario::acting).map(|press| press.node);
        let mut of_one = conditions.filter(|&node| {
            graph.is_absent_at_rest(node) && scenarios.iter().any(|scenario| !scenario.presses_on(node))
        });
        of_one.any(|condition| {
            let entries = scenarios.into_iter().flat_map(|scenario| scenario.entries(graph));
            let others: Vec<NodeId> = entries.filter(|&node| node != condition).collect();
            let forced_here = scenarios.into_iter().flat_map(|scenario| scenario.forced_outputs(graph));
            let mut forced_here = forced_here.map(|(id, _)| graph.influence(id).to);
            forced_here.any(|node| node == condition)
                || self.condensation.descendants(graph, &others).contains(condition.index())
        })
    }

    /// The components with feedback between a scenario and a target, by position.
    pub fn components_between(&self, graph: &InfluenceGraph, scenario: &Scenario, target: NodeId) -> Vec<usize> {
        let condensation = &self.condensation;
        let mut between = condensation.descendants(graph, &scenario.entries(graph));
        between.intersect_with(&condensation.ancestors(graph, &[target]));
        let components = condensation.components().iter().enumerate();
        let inside =
            components.filter(|(_, component)| component.cyclic && between.contains(component.nodes[0].index()));
        inside.map(|(position, _)| position).collect()
    }
}

/// The grounds of one group, a side each; one where both sides take the same nodes out.
#[derive(Debug)]
pub(super) struct Grounds<'g>(pub Vec<&'g mut Ground>);

impl<'g> Grounds<'g> {
    /// Of sides that take these nodes out: the whole graph where a side takes none, else the next of `held`.
    pub fn of(whole: &'g mut Ground, held: &'g mut [Ground], removed: &[Vec<NodeId>]) -> Self {
        let mut held = held.iter_mut();
        let mut whole = Some(whole);
        Self(removed.iter().filter_map(|side| if side.is_empty() { whole.take() } else { held.next() }).collect())
    }
}

impl Grounds<'_> {
    /// The number of the ground that a side stands on.
    pub fn of_side(&self, side: usize) -> usize {
        side.min(self.0.len() - 1)
    }

    /// What the structure alone says of each question, as far as it comes before `cancel` fires; those with one scenario
    /// share one pass.
    pub fn conclusions(
        &mut self,
        graph: &InfluenceGraph,
        questions: &[&Question],
        budget: usize,
        cancel: &Cancel,
    ) -> Vec<Option<Conclusion>> {
        let mut by_scenarios: IndexMap<(&Scenario, Option<&Scenario>), Vec<usize>> = IndexMap::new();
        for (place, question) in questions.iter().enumerate() {
            by_scenarios.entry((&question.scenario, question.versus.as_ref())).or_default().push(place);
        }
        let mut conclusions = vec![None; questions.len()];
        for ((scenario, versus), places) in by_scenarios {
            let targets: Vec<NodeId> = places.iter().map(|&place| questions[place].target).collect();
            let Ok(terms) = self.terms_of(graph, (scenario, versus), &targets, budget, cancel) else { break };
            for (place, terms) in places.into_iter().zip(terms) {
                conclusions[place] = Some(terms.conclusion());
            }
        }
        conclusions
    }

    /// The terms of the responses of these targets to a scenario, or to what it adds to another.
    fn terms_of(
        &mut self,
        graph: &InfluenceGraph,
        (scenario, versus): (&Scenario, Option<&Scenario>),
        targets: &[NodeId],
        budget: usize,
        cancel: &Cancel,
    ) -> Result<Vec<TermSet>, Cancelled> {
        cancel.check()?;
        let linear = |versus: &&Scenario| !self.0[0].turns_pressed_condition(graph, [scenario, *versus]);
        let difference = versus.filter(linear).and_then(|versus| scenario.less(versus));
        match (versus, difference) {
            (Some(_), Some(difference)) => self.0[0].terms(graph, &difference, targets, true, budget, cancel),
            (Some(versus), None) => {
                let other = self.of_side(1);
                let one = self.0[0].terms(graph, scenario, targets, false, budget, cancel)?;
                let two = self.0[other].terms(graph, versus, targets, false, budget, cancel)?;
                let negative = TermSet::certain(Sign::Negative);
                Ok(one.into_iter().zip(two).map(|(one, two)| one | (two * negative)).collect())
            }
            (None, _) => self.0[0].terms(graph, scenario, targets, false, budget, cancel),
        }
    }

    /// The part of the graph that a question rests on.
    pub fn part(&self, graph: &InfluenceGraph, question: &Question) -> Part {
        let mut moved = FixedBitSet::with_capacity(graph.node_count());
        let mut components = vec![Vec::new(); self.0.len()];
        for (side, (scenario, _)) in question.sides().enumerate() {
            let place = self.of_side(side);
            moved.union_with(&self.0[place].moved(graph, scenario));
            components[place].extend(self.0[place].components_between(graph, scenario, question.target));
        }
        for list in &mut components {
            list.sort_unstable();
            list.dedup();
        }
        Part { moved, components }
    }

    /// The largest component of a part.
    pub fn largest(&self, part: &Part) -> usize {
        let sides = self.0.iter().zip(&part.components);
        let node_counts = sides.flat_map(|(ground, components)| {
            components.iter().map(|&position| ground.condensation.components()[position].nodes.len())
        });
        node_counts.max().unwrap_or(0)
    }
}
