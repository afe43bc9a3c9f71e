//! Depth-first along the index: every sequence of nodes of one exact length, in lexicographic order.

use fixedbitset::FixedBitSet;

use super::index::{Index, Ways};
use super::steps::{Bundle, Row, Signs, Steps};
use crate::graph::Sign;
use crate::search::budget::Budget;
use crate::search::enumerate::Halt;
use crate::search::graph::{ArcId, Node};
use crate::search::query::Mode;

/// A path in the making.
#[derive(Debug, Default)]
pub(super) struct Stack {
    pub(super) nodes: Vec<Node>,
    /// The arcs, right where there are no others beside them.
    pub(super) arcs: Vec<ArcId>,
    pub(super) bundles: Vec<Bundle>,
    /// The product of the signs of the first arcs, after each arc.
    nets: Vec<Option<Sign>>,
    /// How many of the bundles have several arcs.
    pub(super) multiple: usize,
}

impl Stack {
    fn start(&mut self, source: u32) {
        self.nodes.clear();
        self.arcs.clear();
        self.bundles.clear();
        self.nets.clear();
        self.multiple = 0;
        self.nodes.push(Node(source));
        self.nets.push(Some(Sign::Positive));
    }

    #[inline]
    fn push(&mut self, bundle: Bundle) {
        let net = self.net();
        self.nodes.push(Node(bundle.node));
        self.arcs.push(if bundle.count == 1 { ArcId(bundle.first) } else { SEVERAL });
        self.bundles.push(bundle);
        self.nets.push(net.zip(bundle.sign).map(|(net, sign)| net * sign));
        self.multiple += usize::from(bundle.count > 1);
    }

    #[inline]
    fn pop(&mut self) {
        if let Some(bundle) = self.bundles.pop() {
            self.nodes.pop();
            self.arcs.pop();
            self.nets.pop();
            self.multiple -= usize::from(bundle.count > 1);
        }
    }

    /// The product of the signs of the arcs, right where there are no others beside them.
    #[inline]
    pub(super) fn net(&self) -> Option<Sign> {
        self.nets.last().copied().flatten()
    }
}

/// Stands for a choice of arcs; no arc has this number, since a graph has fewer.
const SEVERAL: ArcId = ArcId(u32::MAX);

/// What becomes of the sequences.
pub(super) trait Take {
    /// Takes a sequence, which is the next in the total order.
    fn take(&mut self, stack: &Stack, steps: &Steps, budget: &mut Budget) -> Result<(), Halt>;
}

/// A node of the path, and what is left to do from it.
#[derive(Clone, Copy, Debug)]
struct Frame {
    next: usize,
    end: usize,
    /// What the net sign up to here may be.
    signs: Signs,
}

/// What a walker may repeat, and which sign it looks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    pub(super) mode: Mode,
    pub(super) sign: Option<Sign>,
    /// Whether no arc may be taken twice.
    pub(super) distinct_arcs: bool,
}

/// The working memory of a depth-first search.
#[derive(Debug, Default)]
pub(super) struct Walker {
    stack: Stack,
    frames: Vec<Frame>,
    on_path: FixedBitSet,
    /// How much longer the shortest path is that was too long.
    slack: Option<u32>,
}

/// The tables that a walker reads and narrows.
pub(super) struct Ground<'a, 'g> {
    pub(super) ways: &'a Ways<'g>,
    pub(super) index: &'a Index,
    pub(super) steps: &'a mut Steps,
    pub(super) rules: Rules,
}

impl Walker {
    /// Begins anew, also after a search that was broken off.
    pub(super) fn start(&mut self, nodes: usize) {
        for node in &self.stack.nodes {
            if self.on_path.contains(node.index()) {
                self.on_path.remove(node.index());
            }
        }
        self.stack.nodes.clear();
        self.frames.clear();
        if self.on_path.len() != nodes {
            self.on_path = FixedBitSet::with_capacity(nodes);
        }
    }

    /// Hands every sequence of this length to `taker`, and returns the least greater length that may have one.
    pub(super) fn at_length(
        &mut self,
        ground: &mut Ground,
        sources: &[u32],
        length: u32,
        budget: &mut Budget,
        taker: &mut impl Take,
    ) -> Result<Option<u32>, Halt> {
        self.slack = None;
        for &source in sources {
            self.from_source(ground, source, length, budget, taker)?;
        }
        Ok(self.slack.map(|slack| length.saturating_add(slack)))
    }

    fn from_source(
        &mut self,
        ground: &mut Ground,
        source: u32,
        length: u32,
        budget: &mut Budget,
        taker: &mut impl Take,
    ) -> Result<(), Halt> {
        self.stack.start(source);
        self.enter(ground, source, length - 1, Signs::of(Sign::Positive), budget)?;
        loop {
            #[expect(clippy::cast_possible_truncation, reason = "there are no more frames than the length has edges")]
            let left = length - self.frames.len() as u32;
            if left == 0 {
                self.last_steps(ground, budget, taker)?;
                self.leave();
                continue;
            }
            let Some(frame) = self.frames.last_mut() else { return Ok(()) };
            if frame.next == frame.end {
                self.leave();
                continue;
            }
            let bundle = ground.steps.bundle(frame.next);
            let signs = frame.signs;
            frame.next += 1;
            if !self.repeats(&ground.rules, bundle) {
                let signs = if ground.rules.sign.is_some() { signs.times(bundle.signs) } else { signs };
                match remaining(ground, bundle, signs) {
                    Some(remaining) if remaining <= left => {
                        self.stack.push(bundle);
                        self.enter(ground, bundle.node, left - 1, signs, budget)?;
                    }
                    Some(remaining) => self.note_longer(remaining - left),
                    None => {}
                }
            }
        }
    }

    /// Stands at the last node pushed, with so many edges left behind the next step.
    #[inline]
    fn enter(
        &mut self,
        ground: &mut Ground,
        node: u32,
        left: u32,
        signs: Signs,
        budget: &mut Budget,
    ) -> Result<(), Halt> {
        let row: Row = ground.steps.from(&ground.ways.forward, ground.index, node, left)?;
        if let Some(excess) = row.excess {
            self.note_longer(excess);
        }
        let range = row.range();
        budget.spend_many(range.len() as u64 + 1)?;
        self.on_path.set(node as usize, true);
        self.frames.push(Frame { next: range.start, end: range.end, signs });
        Ok(())
    }

    #[inline]
    fn leave(&mut self) {
        self.frames.pop();
        // Where nodes may repeat, nobody asks who is on the path.
        if let Some(node) = self.stack.nodes.last() {
            self.on_path.set(node.index(), false);
        }
        self.stack.pop();
    }

    /// There may be a path that is so much longer.
    fn note_longer(&mut self, excess: u32) {
        self.slack = Some(self.slack.map_or(excess, |least| least.min(excess)));
    }

    /// Takes every last step from where the path stands.
    #[inline]
    fn last_steps(&mut self, ground: &mut Ground, budget: &mut Budget, taker: &mut impl Take) -> Result<(), Halt> {
        let Some(&Frame { next, end, signs }) = self.frames.last() else { return Ok(()) };
        if next < end && !ground.steps.stops_at_target {
            self.note_longer(1);
        }
        for at in next..end {
            let bundle = ground.steps.bundle(at);
            let closes = ground.rules.mode == Mode::Cycle;
            let fits = ground.rules.sign.is_none_or(|asked| signs.times(bundle.signs).has(asked));
            if fits && (closes || !self.repeats(&ground.rules, bundle)) {
                self.stack.push(bundle);
                let taken = taker.take(&self.stack, ground.steps, budget);
                self.stack.pop();
                taken?;
            }
        }
        Ok(())
    }

    /// Whether the path may not go along this bundle.
    #[inline]
    fn repeats(&self, rules: &Rules, bundle: Bundle) -> bool {
        match rules.mode {
            Mode::Simple | Mode::Cycle => self.on_path.contains(bundle.node as usize),
            Mode::Trail => bundle.count == 1 && self.stack.arcs.contains(&ArcId(bundle.first)),
            Mode::Walk => false,
        }
    }
}

/// The least edges to a target, for a path that comes along a bundle with one of these net signs.
#[inline]
fn remaining(ground: &Ground, bundle: Bundle, signs: Signs) -> Option<u32> {
    let Some(asked) = ground.rules.sign else { return Some(bundle.distance) };
    let nets = Sign::BOTH.into_iter().filter(|&net| signs.has(net));
    nets.filter_map(|net| ground.index.remaining(bundle.node, asked * net)).min()
}
