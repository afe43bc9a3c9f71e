//! Distances to the targets, where they can matter: a light form of the index of `PathEnum` (SIGMOD 2021).
//!
//! Both ends grow, always the cheaper one, until together they are as deep as the longest path. What the targets' sweep
//! then does not reach but a path may still pass lies close to the sources, so its distances are found among what the
//! sources reached, and the expensive outer levels of the targets' sweep are never made.

use super::front::{Front, State, place};
use super::view::View;
use crate::graph::Sign;
use crate::search::budget::{Budget, Stop};
use crate::search::figures::{End, Figures};
use crate::search::marks::Marks;

/// The arcs of a query, from its sources and from its targets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ways<'g> {
    pub(super) forward: View<'g>,
    pub(super) backward: View<'g>,
}

/// Distances from both ends.
#[derive(Debug, Default)]
pub(super) struct Index {
    sources: Front,
    targets: Front,
    /// Distances found from the side of the sources, by net sign.
    completed: [Marks; 2],
    completed_count: u64,
    /// Paths up to this length are told apart from what is none.
    bound: u32,
    /// Whether paths may end anywhere: then nothing is swept, and every distance is 0.
    everywhere: bool,
    nodes: u32,
    signed: bool,
    first: Option<End>,
}

impl Index {
    /// Begins anew between these ends. Without targets, paths end anywhere.
    pub(super) fn start(
        &mut self,
        nodes: usize,
        signed: bool,
        sources: impl Iterator<Item = u32>,
        targets: Option<impl Iterator<Item = u32>>,
    ) {
        self.everywhere = targets.is_none();
        self.nodes = u32::try_from(nodes).unwrap_or(u32::MAX);
        self.signed = signed;
        self.sources.start(nodes, false, sources);
        self.targets.start(nodes, signed, targets.into_iter().flatten());
        self.first = None;
        self.forget_completed(nodes);
    }

    fn forget_completed(&mut self, nodes: usize) {
        self.completed.iter_mut().for_each(|marks| marks.begin(nodes));
        self.completed_count = 0;
        self.bound = 0;
    }

    /// Whether a node is a target.
    #[inline]
    pub(super) fn is_target(&self, node: u32) -> bool {
        if self.everywhere { node < self.nodes } else { self.targets.get(node, Sign::Positive) == Some(0) }
    }

    /// At least this many hops lie between a node and a target, on walks of this net sign; `None` where none is short
    /// enough to be part of a path within the bound.
    #[inline]
    pub(super) fn remaining(&self, node: u32, sign: Sign) -> Option<u32> {
        if self.everywhere {
            return (node < self.nodes).then_some(0);
        }
        let swept = self.targets.get(node, sign);
        swept.or_else(|| self.completed[if self.signed { place(sign) } else { 0 }].get(node))
    }

    /// Up to which length the index is complete.
    pub(super) const fn bound(&self) -> u32 {
        self.bound
    }

    /// Grows the cheaper end by a level. Whether `met` has seen what it wants.
    fn grow(&mut self, ways: &Ways, budget: &mut Budget, early: bool) -> Result<bool, Stop> {
        let from_targets = self.targets.cost(&ways.backward) < self.sources.cost(&ways.forward);
        self.first.get_or_insert(if from_targets { End::Targets } else { End::Sources });
        let mut met = false;
        let Self { sources, targets, .. } = self;
        let mut note = |seen: bool| {
            met |= seen;
            met && early
        };
        if from_targets {
            targets.expand(&ways.backward, budget, |node| note(sources.least(node).is_some()))?;
        } else {
            sources.expand(&ways.forward, budget, |node| note(targets.least(node).is_some()))?;
        }
        Ok(met)
    }

    /// The least hops from a source to a target, if there are at most `bound`: exact where signs are not told apart, else
    /// a lower bound. With `early`, the last level is left unfinished, and the index is good for nothing else.
    pub(super) fn meet(
        &mut self,
        ways: &Ways,
        bound: u32,
        early: bool,
        budget: &mut Budget,
    ) -> Result<Option<u32>, Stop> {
        if self.everywhere || self.sources.level(0).iter().any(|state| self.targets.least(state.node).is_some()) {
            return Ok(Some(0));
        }
        while self.hops() < bound && !self.sources.is_exhausted() && !self.targets.is_exhausted() {
            if self.grow(ways, budget, early)? {
                return Ok(Some(self.hops()));
            }
        }
        Ok(None)
    }

    fn hops(&self) -> u32 {
        self.sources.depth().saturating_add(self.targets.depth())
    }

    /// Completes the distances for paths up to this length.
    pub(super) fn complete(&mut self, ways: &Ways, bound: u32, nodes: usize, budget: &mut Budget) -> Result<(), Stop> {
        if self.everywhere || bound <= self.bound {
            self.bound = self.bound.max(bound);
            return Ok(());
        }
        while self.hops() < bound && !self.targets.is_exhausted() && !self.sources.is_exhausted() {
            self.grow(ways, budget, false)?;
        }
        self.forget_completed(nodes);
        self.bound = bound;
        if !self.targets.is_exhausted() {
            self.complete_near_sources(ways, budget)?;
        }
        Ok(())
    }

    /// Gives the nodes that the sources reached, and the targets' sweep did not, their distances, the least first: at
    /// each step from whichever side has fewer arcs.
    fn complete_near_sources(&mut self, ways: &Ways, budget: &mut Budget) -> Result<(), Stop> {
        let depth = self.targets.depth();
        let mut last: Vec<State> = self.targets.level(depth).to_vec();
        let mut hops = depth;
        while hops < self.bound && !last.is_empty() {
            hops += 1;
            let near = self.sources.down_to(self.bound - hops);
            let open = |state: &&State| self.is_open(state.node);
            let from_last: u64 = last.iter().map(|state| ways.backward.degree(state.node)).sum();
            let arcs_near = || near.iter().filter(open).map(|state| ways.forward.degree(state.node)).sum();
            let mut next: Vec<State> = Vec::new();
            if from_last <= near.len() as u64 || from_last < arcs_near() {
                budget.spend_many(from_last + 1)?;
                for state in &last {
                    self.step_back(ways, *state, hops, &mut next);
                }
            } else {
                for state in near.iter().filter(open) {
                    budget.spend_many(ways.forward.degree(state.node) + 1)?;
                    self.look_ahead(ways, state.node, hops, &mut next);
                }
            }
            next.retain(|state| self.completed[place(state.sign)].put(state.node, hops));
            self.completed_count += next.len() as u64;
            last = next;
        }
        Ok(())
    }

    /// Whether some distance of a node is not known yet.
    fn is_open(&self, node: u32) -> bool {
        self.remaining(node, Sign::Positive).is_none() || self.signed && self.remaining(node, Sign::Negative).is_none()
    }

    /// The states one step before one that is known, as far as the sources reach them in time.
    fn step_back(&self, ways: &Ways, state: State, hops: u32, next: &mut Vec<State>) {
        ways.backward.each(state.node, |node, label, _| {
            let in_time = self.sources.get(node, Sign::Positive).is_some_and(|before| before <= self.bound - hops);
            let sign = if self.signed { label.sign().map(|step| step * state.sign) } else { Some(Sign::Positive) };
            if let Some(sign) = sign.filter(|&sign| in_time && self.remaining(node, sign).is_none()) {
                next.push(State { node, sign });
            }
        });
    }

    /// The states of a node that are one step from one that is known.
    fn look_ahead(&self, ways: &Ways, node: u32, hops: u32, next: &mut Vec<State>) {
        let mut found = [false; 2];
        ways.forward.each(node, |neighbour, label, _| {
            for after in if self.signed { &Sign::BOTH[..] } else { &[Sign::Positive] } {
                if self.remaining(neighbour, *after) == Some(hops - 1) {
                    let sign = if self.signed { label.sign().map(|step| step * *after) } else { Some(Sign::Positive) };
                    if let Some(sign) = sign {
                        found[place(sign)] = true;
                    }
                }
            }
        });
        for sign in Sign::BOTH {
            if found[place(sign)] && self.remaining(node, sign).is_none() {
                next.push(State { node, sign });
            }
        }
    }

    /// Tells the plan what was swept.
    pub(super) fn tell(&self, figures: &mut Figures) {
        figures.first = self.first;
        figures.from_sources = self.sources.reach();
        figures.to_targets = self.targets.reach();
        figures.completed = self.completed_count;
    }
}
