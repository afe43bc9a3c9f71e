//! Which net signs walks to a node can have: a breadth-first sweep that carries both signs at once.

use super::view::View;
use crate::graph::Sign;
use crate::graph::storage::Label;
use crate::search::budget::{Budget, Stop};

/// What is known of a node: two bits for the signs that reach it, two for those that are new, one for a start.
#[derive(Clone, Copy, Debug, Default)]
struct Known(u8);

const POSITIVE: u8 = 0b01;
const NEGATIVE: u8 = 0b10;
const NEW: u8 = 2;
const START: u8 = 1 << 4;

/// Steps that are paid for together: rows are short, and their number is large.
const PAID_AT_ONCE: u64 = 1024;

/// The working memory of the sweep.
#[derive(Debug, Default)]
pub(in crate::search) struct SignSweep {
    known: Vec<Known>,
    /// Every node that is known, each once.
    touched: Vec<u32>,
    /// The nodes of the last level, with the signs that are new there.
    level: Vec<(u32, u8)>,
    next: Vec<u32>,
}

impl SignSweep {
    /// Sweeps over signed arcs, as many levels as asked for, and tells of each sign that reaches a node: the node, the
    /// sign, the hops, and whether it is a start. The empty walk reaches a start with `+`.
    pub(in crate::search) fn run(
        &mut self,
        view: &View,
        nodes: usize,
        from: impl Iterator<Item = u32>,
        most: u32,
        budget: &mut Budget,
        mut tell: impl FnMut(u32, Sign, u32, bool),
    ) -> Result<(), Stop> {
        self.start(nodes, from);
        for &(node, _) in &self.level {
            tell(node, Sign::Positive, 0, true);
        }
        let mut hops = 0;
        while hops < most && !self.level.is_empty() {
            hops += 1;
            self.expand(view, budget)?;
            self.level.clear();
            for node in self.next.drain(..) {
                let Some(known) = self.known.get_mut(node as usize) else { continue };
                let new = known.0 >> NEW & (POSITIVE | NEGATIVE);
                let is_start = known.0 & START != 0;
                known.0 = (known.0 | new) & (POSITIVE | NEGATIVE | START);
                self.level.push((node, new));
                for (bit, sign) in [(POSITIVE, Sign::Positive), (NEGATIVE, Sign::Negative)] {
                    if new & bit != 0 {
                        tell(node, sign, hops, is_start);
                    }
                }
            }
        }
        Ok(())
    }

    fn start(&mut self, nodes: usize, from: impl Iterator<Item = u32>) {
        if self.known.len() == nodes {
            for node in self.touched.drain(..) {
                self.known[node as usize] = Known(0);
            }
        } else {
            self.known = vec![Known(0); nodes];
            self.touched.clear();
        }
        self.level.clear();
        self.next.clear();
        for node in from {
            let Some(known) = self.known.get_mut(node as usize).filter(|known| known.0 == 0) else { continue };
            known.0 = POSITIVE | START;
            self.touched.push(node);
            self.level.push((node, POSITIVE));
        }
    }

    fn expand(&mut self, view: &View, budget: &mut Budget) -> Result<(), Stop> {
        let Self { known, touched, level, next } = self;
        let known = known.as_mut_slice();
        let mut unpaid = 0;
        for &(node, signs) in level.iter() {
            unpaid += view.degree(node) + 1;
            if unpaid > PAID_AT_ONCE {
                budget.spend_many(std::mem::take(&mut unpaid))?;
            }
            let turned = signs >> 1 | (signs & POSITIVE) << 1;
            let by_sign = [0, signs, turned, 0];
            let mut arrive = |neighbour: u32, label: Label| {
                let arriving = label.by_sign(&by_sign);
                let Some(there) = known.get_mut(neighbour as usize) else { return };
                let new = arriving & !(there.0 | there.0 >> NEW);
                if new != 0 {
                    if there.0 == 0 {
                        touched.push(neighbour);
                    }
                    if there.0 & (POSITIVE | NEGATIVE) << NEW == 0 {
                        next.push(neighbour);
                    }
                    there.0 |= new << NEW;
                }
            };
            match view.open_row(node) {
                Some((neighbours, labels)) => neighbours.iter().zip(labels).for_each(|(to, label)| arrive(*to, *label)),
                None => view.each(node, |neighbour, label, _| arrive(neighbour, label)),
            }
        }
        budget.spend_many(unpaid)
    }
}
