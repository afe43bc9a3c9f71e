//! Depth-first along the index: every sequence of nodes of one exact length, in lexicographic order.

use fixedbitset::FixedBitSet;

use super::index::{Index, Ways};
use super::steps::{Bundle, Row, Signs, Steps};
use crate::graph::Sign;
use crate::search::budget::{Budget, Stop};
use crate::search::enumerate::Halt;
use crate::search::graph::{ArcId, Node};
use crate::search::query::Mode;

/// A path in the making: places for its whole length, filled from the front.
#[derive(Debug, Default)]
pub(super) struct Stack {
    pub(super) nodes: Vec<Node>,
    /// The arcs, right where there are no others beside them.
    pub(super) arcs: Vec<ArcId>,
    /// Where the bundles stand among the steps.
    taken: Vec<usize>,
    so_far: Vec<SoFar>,
}

/// What the arcs up to some place amount to.
#[derive(Clone, Copy, Debug)]
struct SoFar {
    /// The product of their signs, right where there are no others beside them.
    net: Option<Sign>,
    /// How many of the bundles have several arcs.
    multiple: u32,
}

impl Stack {
    fn start(&mut self, source: u32, length: u32) {
        let length = length as usize;
        self.nodes.clear();
        self.nodes.resize(length + 1, Node(source));
        self.arcs.clear();
        self.arcs.resize(length, SEVERAL);
        self.taken.clear();
        self.taken.resize(length, 0);
        self.so_far.clear();
        self.so_far.resize(length + 1, SoFar { net: Some(Sign::Positive), multiple: 0 });
    }

    /// Puts the arcs of the bundle that stands there after so many others.
    #[inline]
    fn put(&mut self, place: usize, at: usize, bundle: &Bundle) {
        let SoFar { net, multiple } = self.so_far[place];
        let several = bundle.count > 1;
        self.nodes[place + 1] = Node(bundle.node);
        self.arcs[place] = if several { SEVERAL } else { ArcId(bundle.first) };
        self.taken[place] = at;
        self.so_far[place + 1] =
            SoFar { net: net.zip(bundle.sign).map(|(net, sign)| net * sign), multiple: multiple + u32::from(several) };
    }

    /// The bundle taken after so many others.
    pub(super) fn bundle<'s>(&self, steps: &'s Steps, place: usize) -> Option<&'s Bundle> {
        self.taken.get(place).map(|&at| steps.bundle(at))
    }

    /// The bundles taken.
    pub(super) fn bundles<'s>(
        &'s self,
        steps: &'s Steps,
    ) -> impl DoubleEndedIterator<Item = &'s Bundle> + ExactSizeIterator + 's {
        self.taken.iter().map(|&at| steps.bundle(at))
    }

    /// The product of the signs of all arcs, right where there are no others beside them.
    #[inline]
    pub(super) fn net(&self) -> Option<Sign> {
        self.so_far.last().and_then(|so_far| so_far.net)
    }

    /// Whether there are others beside some arc.
    #[inline]
    pub(super) fn is_multiple(&self) -> bool {
        self.so_far.last().is_some_and(|so_far| so_far.multiple > 0)
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
            self.start_at(ground, source, length, budget, taker)?;
        }
        Ok(self.slack.map(|slack| length.saturating_add(slack)))
    }

    fn start_at(
        &mut self,
        ground: &mut Ground,
        source: u32,
        length: u32,
        budget: &mut Budget,
        taker: &mut impl Take,
    ) -> Result<(), Halt> {
        self.stack.start(source, length);
        let row = ground.steps.from(&ground.ways.forward, ground.index, source, length - 1)?;
        self.enter(ground, source, row, length - 1, Signs::of(Sign::Positive), budget)?;
        while let Some(frame) = self.frames.last_mut() {
            let (at, signs) = (frame.next, frame.signs);
            if at == frame.end {
                self.leave();
                continue;
            }
            frame.next += 1;
            let place = self.frames.len() - 1;
            #[expect(clippy::cast_possible_truncation, reason = "there are no more frames than the length has edges")]
            let left = length - self.frames.len() as u32;
            let bundle = ground.steps.bundle(at);
            if left == 0 {
                self.last_step(ground, place, at, signs, budget, taker)?;
            } else if !self.repeats(ground.rules, bundle, place) {
                let signs = if ground.rules.sign.is_some() { signs.times(bundle.signs) } else { signs };
                match remaining(ground, bundle, signs) {
                    Some(remaining) if remaining <= left => {
                        self.stack.put(place, at, bundle);
                        let node = bundle.node;
                        let row = ground.steps.onward(&ground.ways.forward, ground.index, at, left)?;
                        if left == 1 {
                            self.last_steps(ground, place + 1, (node, row), signs, budget, taker)?;
                        } else {
                            self.enter(ground, node, row, left - 1, signs, budget)?;
                        }
                    }
                    Some(remaining) => self.note_longer(remaining - left),
                    None => {}
                }
            }
        }
        Ok(())
    }

    /// Stands at the last node, before a row of steps with so many edges left behind each.
    #[inline]
    fn enter(
        &mut self,
        ground: &Ground,
        node: u32,
        row: Row,
        left: u32,
        signs: Signs,
        budget: &mut Budget,
    ) -> Result<(), Halt> {
        self.look_at(ground, row, left, budget)?;
        self.on_path.insert(node as usize);
        self.frames.push(Frame { next: row.range().start, end: row.range().end, signs });
        Ok(())
    }

    /// Pays for a row, and notes what lies beyond it.
    #[inline]
    fn look_at(&mut self, ground: &Ground, row: Row, left: u32, budget: &mut Budget) -> Result<(), Stop> {
        if let Some(excess) = row.excess() {
            self.note_longer(excess);
        }
        if left == 0 && !row.range().is_empty() && !ground.steps.stops_at_target {
            self.note_longer(1);
        }
        budget.spend_many(row.range().len() as u64 + 1)
    }

    #[inline]
    fn leave(&mut self) {
        self.frames.pop();
        // Where nodes may repeat, nobody asks who is on the path.
        if let Some(node) = self.stack.nodes.get(self.frames.len()) {
            self.on_path.set(node.index(), false);
        }
    }

    /// Takes every last step from where the path has come to by so many arcs.
    #[inline]
    fn last_steps(
        &mut self,
        ground: &Ground,
        place: usize,
        (node, row): (u32, Row),
        signs: Signs,
        budget: &mut Budget,
        taker: &mut impl Take,
    ) -> Result<(), Halt> {
        self.look_at(ground, row, 0, budget)?;
        for at in row.range() {
            if ground.steps.bundle(at).node != node || matches!(ground.rules.mode, Mode::Trail | Mode::Walk) {
                self.last_step(ground, place, at, signs, budget, taker)?;
            }
        }
        Ok(())
    }

    /// Takes a last step after so many arcs.
    #[inline]
    fn last_step(
        &mut self,
        ground: &Ground,
        place: usize,
        at: usize,
        signs: Signs,
        budget: &mut Budget,
        taker: &mut impl Take,
    ) -> Result<(), Halt> {
        let bundle = ground.steps.bundle(at);
        let closes = ground.rules.mode == Mode::Cycle;
        let fits = ground.rules.sign.is_none_or(|asked| signs.times(bundle.signs).has(asked));
        if fits && (closes || !self.repeats(ground.rules, bundle, place)) {
            self.stack.put(place, at, bundle);
            taker.take(&self.stack, ground.steps, budget)?;
        }
        Ok(())
    }

    /// There may be a path that is so much longer.
    fn note_longer(&mut self, excess: u32) {
        self.slack = Some(self.slack.map_or(excess, |least| least.min(excess)));
    }

    /// Whether the path may not go along this bundle after so many arcs.
    #[inline]
    fn repeats(&self, rules: Rules, bundle: &Bundle, place: usize) -> bool {
        match rules.mode {
            Mode::Simple | Mode::Cycle => self.on_path.contains(bundle.node as usize),
            Mode::Trail => bundle.count == 1 && self.stack.arcs[..place].contains(&ArcId(bundle.first)),
            Mode::Walk => false,
        }
    }
}

/// The least edges to a target, for a path that comes along a bundle with one of these net signs.
#[inline]
fn remaining(ground: &Ground, bundle: &Bundle, signs: Signs) -> Option<u32> {
    let Some(asked) = ground.rules.sign else { return Some(bundle.distance) };
    let nets = Sign::BOTH.into_iter().filter(|&net| signs.has(net));
    nets.filter_map(|net| ground.index.remaining(bundle.node, asked * net)).min()
}
