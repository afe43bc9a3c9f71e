//! Every choice among parallel arcs along a sequence, in the order of the arcs.

use super::steps::{Choice, Signs, Steps};
use super::walker::{Rules, Stack};
use crate::graph::Sign;
use crate::search::budget::Budget;
use crate::search::enumerate::Halt;
use crate::search::graph::ArcId;

/// Working memory for choosing.
#[derive(Debug, Default)]
pub(super) struct Choosing {
    /// What the arcs from each place to the end can amount to.
    ahead: Vec<Signs>,
    arcs: Vec<ArcId>,
    /// For each place: which arc is tried next, and the net sign before it.
    open: Vec<(usize, Option<Sign>)>,
}

impl Choosing {
    /// Hands over the arcs and the net sign of every path along the sequence.
    pub(super) fn expand(
        &mut self,
        stack: &Stack,
        steps: &Steps,
        rules: Rules,
        budget: &mut Budget,
        mut found: impl FnMut(&[ArcId], Option<Sign>) -> Result<(), Halt>,
    ) -> Result<(), Halt> {
        self.look_ahead(stack, steps, rules);
        self.arcs.clear();
        self.open.clear();
        self.open.push((0, Some(Sign::Positive)));
        while let Some((tried, net)) = self.open.last_mut() {
            let place = self.arcs.len();
            let bundle = stack.bundle(steps, place);
            let Some(choice) = bundle.and_then(|bundle| steps.choice(bundle, *tried)) else {
                if bundle.is_none() {
                    found(&self.arcs, *net)?;
                }
                self.open.pop();
                self.arcs.pop();
                continue;
            };
            *tried += 1;
            budget.spend()?;
            let net = net.zip(choice.sign).map(|(net, sign)| net * sign);
            if self.may_take(rules, choice, net, place) {
                self.arcs.push(ArcId(choice.arc));
                self.open.push((0, net));
            }
        }
        Ok(())
    }

    fn look_ahead(&mut self, stack: &Stack, steps: &Steps, rules: Rules) {
        self.ahead.clear();
        self.ahead.resize(stack.bundles(steps).len() + 1, Signs::of(Sign::Positive));
        if rules.sign.is_some() {
            for (place, bundle) in stack.bundles(steps).enumerate().rev() {
                self.ahead[place] = self.ahead[place + 1].times(bundle.signs);
            }
        }
    }

    fn may_take(&self, rules: Rules, choice: Choice, net: Option<Sign>, place: usize) -> bool {
        let fits = rules.sign.is_none_or(|asked| net.is_some_and(|net| self.ahead[place + 1].has(asked * net)));
        fits && !(rules.distinct_arcs && self.arcs.contains(&ArcId(choice.arc)))
    }
}
