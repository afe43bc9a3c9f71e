//! One end of a search: a breadth-first sweep that grows a level at a time.

use super::view::View;
use crate::graph::Sign;
use crate::search::budget::{Budget, Stop};
use crate::search::figures::Reach;
use crate::search::marks::Marks;

/// A node, with the net sign of the walks between it and the end where signs are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) struct State {
    pub(in crate::search) node: u32,
    pub(in crate::search) sign: Sign,
}

/// Least hops from one end, level by level.
#[derive(Debug, Default)]
pub(in crate::search) struct Front {
    /// By net sign; only the first is used where signs are not told apart.
    distance: [Marks; 2],
    queue: Vec<State>,
    /// Where each level begins in the queue.
    levels: Vec<usize>,
    signed: bool,
    /// The arcs of the nodes of the last level, once added up.
    ahead: Option<u64>,
    arcs: u64,
}

/// The place of a sign in tables by sign.
pub(in crate::search) const fn place(sign: Sign) -> usize {
    match sign {
        Sign::Positive => 0,
        Sign::Negative => 1,
    }
}

impl Front {
    /// Begins anew at some nodes, those to be avoided left out.
    pub(in crate::search) fn start(&mut self, nodes: usize, signed: bool, seeds: impl Iterator<Item = u32>) {
        self.distance[0].begin(nodes);
        if signed {
            self.distance[1].begin(nodes);
        }
        self.signed = signed;
        self.queue.clear();
        self.levels.clear();
        self.levels.push(0);
        (self.ahead, self.arcs) = (None, 0);
        for node in seeds {
            if self.distance[0].put(node, 0) {
                self.queue.push(State { node, sign: Sign::Positive });
            }
        }
    }

    /// How many levels lie behind the first.
    pub(in crate::search) fn depth(&self) -> u32 {
        u32::try_from(self.levels.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// The states of a level.
    pub(in crate::search) fn level(&self, depth: u32) -> &[State] {
        let begin = self.levels.get(depth as usize).copied().unwrap_or(self.queue.len());
        let end = self.levels.get(depth as usize + 1).copied().unwrap_or(self.queue.len());
        &self.queue[begin..end]
    }

    /// The states of all levels down to this one.
    pub(in crate::search) fn down_to(&self, depth: u32) -> &[State] {
        let end = self.levels.get(depth as usize + 1).copied().unwrap_or(self.queue.len());
        &self.queue[..end]
    }

    /// Whether the last level is empty: nothing more will be reached.
    pub(in crate::search) fn is_exhausted(&self) -> bool {
        self.levels.last() == Some(&self.queue.len())
    }

    /// The least hops to a node, whatever the sign.
    #[inline]
    pub(in crate::search) fn least(&self, node: u32) -> Option<u32> {
        let first = self.distance[0].get(node);
        if self.signed { first.into_iter().chain(self.distance[1].get(node)).min() } else { first }
    }

    /// The least hops with a net sign.
    #[inline]
    pub(in crate::search) fn get(&self, node: u32, sign: Sign) -> Option<u32> {
        self.distance[if self.signed { place(sign) } else { 0 }].get(node)
    }

    /// The arcs that the next level costs.
    pub(in crate::search) fn cost(&mut self, view: &View) -> u64 {
        if let Some(ahead) = self.ahead {
            return ahead;
        }
        let ahead = self.level(self.depth()).iter().map(|state| view.degree(state.node)).sum();
        self.ahead = Some(ahead);
        ahead
    }

    /// Adds a level. `found` looks at each node that is reached first; where it says so, the level is left unfinished.
    /// Whether it said so.
    pub(in crate::search) fn expand(
        &mut self,
        view: &View,
        budget: &mut Budget,
        mut found: impl FnMut(u32) -> bool,
    ) -> Result<bool, Stop> {
        let begin = self.levels.last().copied().unwrap_or(0);
        let hops = u32::try_from(self.levels.len()).unwrap_or(u32::MAX);
        let end = self.queue.len();
        self.levels.push(end);
        self.ahead = None;
        let mut enough = false;
        for at in begin..end {
            let state = self.queue[at];
            let degree = view.degree(state.node);
            budget.spend_many(degree + 1)?;
            self.arcs += degree;
            let Self { distance: [positive, negative], queue, .. } = self;
            if self.signed {
                view.each(state.node, |node, label, _| {
                    let Some(step) = label.sign() else { return };
                    let sign = state.sign * step;
                    let marks = if sign == Sign::Positive { &mut *positive } else { &mut *negative };
                    if marks.put(node, hops) {
                        queue.push(State { node, sign });
                        enough |= found(node);
                    }
                });
            } else {
                view.each(state.node, |node, _, _| {
                    if positive.put(node, hops) {
                        queue.push(State { node, sign: Sign::Positive });
                        enough |= found(node);
                    }
                });
            }
            if enough {
                break;
            }
        }
        Ok(enough)
    }

    /// What was reached, for the plan.
    pub(in crate::search) fn reach(&self) -> Reach {
        Reach { hops: self.depth(), nodes: self.queue.len() as u64, arcs: self.arcs }
    }
}
