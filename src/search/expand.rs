//! From a sequence of nodes to its paths: every choice among parallel arcs that has the length and sign asked for.

use super::budget::Budget;
use super::enumerate::{Halt, Sequence};
use super::graph::{ArcId, Node, Step};
use super::path::PathRef;
use super::query::Mode;
use crate::graph::Sign;

impl Sequence<'_> {
    /// Hands every path along the sequence to `found`, ordered by arc ids.
    pub(super) fn expand(
        &self,
        budget: &mut Budget,
        found: &mut dyn FnMut(PathRef) -> Result<(), Halt>,
    ) -> Result<(), Halt> {
        let ahead = self.amounts_ahead();
        let mut chosen: Vec<Step> = Vec::with_capacity(self.bundles.len());
        // For each arc chosen, and for the start: how many arcs have been tried next, and what they have to amount to.
        let mut open = vec![(0, (self.hops, self.sign.unwrap_or(Sign::Positive)))];
        while let Some((tried, (hops, sign))) = open.last_mut() {
            let place = chosen.len();
            let step = self.bundles.get(place).and_then(|&bundle| self.admissible.arcs(bundle).get(*tried).copied());
            let Some(step) = step else {
                if place == self.bundles.len() {
                    let (nodes, arcs, sign) = self.told(&chosen);
                    found(PathRef { hops: self.hops as usize, nodes: &nodes, arcs: &arcs, sign })?;
                }
                open.pop();
                chosen.pop();
                continue;
            };
            *tried += 1;
            budget.spend()?;
            let Some(hops) = hops.checked_sub(u32::from(step.hops)) else { continue };
            let missing = (hops, *sign * self.sign_of(&step));
            if ahead[place + 1].contains(&missing) && self.may_take(&chosen, &step) {
                chosen.push(step);
                open.push((0, missing));
            }
        }
        Ok(())
    }

    /// What the arcs from each place to the end can amount to, in hops and sign.
    fn amounts_ahead(&self) -> Vec<Vec<(u32, Sign)>> {
        let mut ahead = vec![vec![(0, Sign::Positive)]];
        for &bundle in self.bundles.iter().rev() {
            let mut amounts = Vec::new();
            for &(hops, sign) in ahead.last().into_iter().flatten() {
                for step in self.admissible.arcs(bundle) {
                    let amount = (hops + u32::from(step.hops), sign * self.sign_of(step));
                    if amount.0 <= self.hops && !amounts.contains(&amount) {
                        amounts.push(amount);
                    }
                }
            }
            ahead.push(amounts);
        }
        ahead.reverse();
        ahead
    }

    /// The sign of a step as far as the query asks for signs.
    fn sign_of(&self, step: &Step) -> Sign {
        step.sign.filter(|_| self.sign.is_some()).unwrap_or(Sign::Positive)
    }

    /// Whether the mode lets the next step follow the chosen ones.
    fn may_take(&self, chosen: &[Step], step: &Step) -> bool {
        if self.mode == Mode::Simple {
            true
        } else if step.is_link() {
            let place = chosen.len();
            let run = chosen.iter().rev().take_while(|step| step.is_link()).count();
            !self.nodes[place - run..=place].contains(&self.nodes[place + 1])
        } else {
            self.mode == Mode::Walk || chosen.iter().all(|taken| taken.arc != step.arc)
        }
    }

    /// The nodes, the arcs and the net sign of a choice.
    fn told(&self, chosen: &[Step]) -> (Vec<Node>, Vec<ArcId>, Option<Sign>) {
        let nodes = self.nodes.iter().map(|&node| self.admissible.nodes[node]).collect();
        let product = |net: Option<Sign>, step: &Step| Some(net? * step.sign?);
        let sign = chosen.iter().fold(Some(Sign::Positive), product).filter(|_| self.has_direction);
        (nodes, chosen.iter().map(|step| step.arc).collect(), sign)
    }
}
