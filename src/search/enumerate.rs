//! Enumeration of the sequences of nodes that paths of one exact length run along, in lexicographic order.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use super::admissible::{Admissible, Groups};
use super::budget::{Budget, Stop};
use super::passage::Direction;
use super::query::{Mode, PathQuery};
use crate::graph::Sign;

/// Why an enumeration ends before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Halt {
    /// All that was asked for has been found.
    Enough,
    /// Something stopped it.
    Stopped(Stop),
}

impl From<Stop> for Halt {
    fn from(stop: Stop) -> Self {
        Self::Stopped(stop)
    }
}

/// A sequence of nodes and the bundles of parallel arcs between them. At least one choice of arcs has the length and
/// the sign asked for; for trails it may still take an edge twice.
pub(super) struct Sequence<'a> {
    pub(super) admissible: &'a Admissible,
    /// Local numbers of the nodes.
    pub(super) nodes: &'a [usize],
    /// The bundle into each node but the first.
    pub(super) bundles: &'a [usize],
    pub(super) hops: u32,
    pub(super) sign: Option<Sign>,
    pub(super) mode: Mode,
    /// Whether arcs are taken the way they point, so that a path has a net sign.
    pub(super) has_direction: bool,
}

/// What becomes of the sequences.
pub(super) trait Consumer {
    /// Takes one sequence, which is the next in the total order.
    fn take(&mut self, sequence: &Sequence, budget: &mut Budget) -> Result<(), Halt>;

    /// Whether sequences of this length are wanted, after all shorter ones.
    fn wants_length(&self, length: u32) -> bool;
}

/// What a choice of arcs along the sequence so far may amount to.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Reading {
    hops: u32,
    /// Positive throughout where no sign is asked for.
    sign: Sign,
    /// How many links it ends with, which bounds runs of links; zero throughout in simple paths.
    links: usize,
}

/// A node of the sequence, and what is left to do from it.
struct Frame {
    bundles: Range<usize>,
    first_reading: usize,
    left: Groups,
}

/// Depth-first search over sequences with an explicit stack, so that depth is bounded by memory alone.
pub(super) struct Enumeration<'a> {
    admissible: &'a Admissible,
    query: &'a PathQuery,
    nodes: Vec<usize>,
    bundles: Vec<usize>,
    frames: Vec<Frame>,
    /// The readings of all frames, one stack.
    readings: Vec<Reading>,
    on_path: FixedBitSet,
    length: u32,
    next_length: Option<u32>,
}

impl<'a> Enumeration<'a> {
    pub(super) fn new(admissible: &'a Admissible, query: &'a PathQuery) -> Self {
        Self {
            admissible,
            query,
            nodes: Vec::new(),
            bundles: Vec::new(),
            frames: Vec::new(),
            readings: Vec::new(),
            on_path: FixedBitSet::with_capacity(admissible.nodes.len()),
            length: 0,
            next_length: None,
        }
    }

    /// Hands every sequence of this length to the consumer, and returns the least greater length that can have any.
    pub(super) fn at_length(
        &mut self,
        length: u32,
        budget: &mut Budget,
        consumer: &mut dyn Consumer,
    ) -> Result<Option<u32>, Halt> {
        self.length = length;
        self.next_length = None;
        for &source in &self.admissible.sources {
            self.start(source);
            while let Some(frame) = self.frames.last_mut() {
                budget.spend()?;
                match frame.bundles.next() {
                    Some(bundle) => self.take(bundle, budget, consumer)?,
                    None => self.leave(),
                }
            }
        }
        Ok(self.next_length)
    }

    fn start(&mut self, source: usize) {
        let left = self.admissible.groups_from(source);
        let reading = Reading { hops: 0, sign: Sign::Positive, links: 0 };
        if self.fits(reading, source, left) {
            self.readings.push(reading);
            self.enter(source, 0, left);
        }
    }

    fn enter(&mut self, node: usize, first_reading: usize, left: Groups) {
        self.frames.push(Frame { bundles: self.admissible.bundles_from(node), first_reading, left });
        self.nodes.push(node);
        self.on_path.insert(node);
    }

    fn leave(&mut self) {
        if let Some(frame) = self.frames.pop() {
            self.readings.truncate(frame.first_reading);
        }
        if let Some(node) = self.nodes.pop() {
            self.on_path.set(node, false);
        }
        self.bundles.pop();
    }

    /// Goes along one bundle: hands over the sequence where it ends there, and goes on from it where it may.
    fn take(&mut self, bundle: usize, budget: &mut Budget, consumer: &mut dyn Consumer) -> Result<(), Halt> {
        let to = self.admissible.bundle(bundle).to;
        let Some(&Frame { left: before, first_reading: first_before, .. }) = self.frames.last() else { return Ok(()) };
        if self.repeats(to, bundle) {
            return Ok(());
        }
        let left = self.admissible.groups_after(before, to);
        let first_reading = self.readings.len();
        self.read_on(first_before..first_reading, bundle, left, budget)?;
        if self.readings.len() == first_reading {
            return Ok(());
        }
        self.bundles.push(bundle);
        self.enter(to, first_reading, left);
        if self.admissible.is_end(before, to) {
            if left.via_done() && self.readings[first_reading..].iter().any(|reading| self.is_answer(*reading)) {
                consumer.take(&self.sequence(), budget)?;
            }
            if self.query.stops_at_target() {
                self.leave();
            }
        }
        Ok(())
    }

    /// Pushes the readings that the bundle's arcs give, as far as they can still become an answer.
    fn read_on(&mut self, before: Range<usize>, bundle: usize, left: Groups, budget: &mut Budget) -> Result<(), Stop> {
        let admissible = self.admissible;
        let to = admissible.bundle(bundle).to;
        let first_reading = before.end;
        for index in before {
            let Reading { hops, sign, links } = self.readings[index];
            for arc in admissible.arcs(bundle) {
                budget.spend()?;
                let bounds_links = arc.is_link() && self.query.mode != Mode::Simple;
                if bounds_links && self.nodes.iter().rev().take(links + 1).any(|&node| node == to) {
                    continue;
                }
                let reading = Reading {
                    hops: hops.saturating_add(u32::from(arc.hops)),
                    sign: arc.sign.filter(|_| self.query.sign.is_some()).map_or(sign, |step| sign * step),
                    links: if bounds_links { links + 1 } else { 0 },
                };
                if self.fits(reading, to, left) && !self.readings[first_reading..].contains(&reading) {
                    self.readings.push(reading);
                }
            }
        }
        Ok(())
    }

    /// Whether a reading can become an answer of this length. Notes the length of one that it is too long for.
    fn fits(&mut self, reading: Reading, node: usize, left: Groups) -> bool {
        let sign = self.query.sign.map_or(Sign::Positive, |asked| asked * reading.sign);
        let Some(remaining) = self.admissible.remaining(node, sign, left) else { return false };
        let least = reading.hops.saturating_add(remaining);
        if least > self.length {
            self.next_length = Some(self.next_length.map_or(least, |next| next.min(least)));
        }
        least <= self.length
    }

    fn is_answer(&self, reading: Reading) -> bool {
        reading.hops == self.length && self.query.sign.is_none_or(|asked| asked == reading.sign)
    }

    /// Whether the mode forbids going along this bundle now.
    fn repeats(&self, to: usize, bundle: usize) -> bool {
        match self.query.mode {
            Mode::Simple | Mode::Cycle => self.on_path.contains(to),
            Mode::Trail => self.is_used_up(to, bundle),
            Mode::Walk => false,
        }
    }

    /// Whether the trail has gone between these two nodes as often as there are edges between them.
    fn is_used_up(&self, to: usize, bundle: usize) -> bool {
        let arcs = self.admissible.arcs(bundle);
        let Some(&from) = self.nodes.last() else { return false };
        let same =
            |pair: &[usize]| pair == [from, to] || self.query.direction == Direction::Either && pair == [to, from];
        let uses = self.nodes.windows(2).filter(|pair| same(pair)).count();
        uses >= arcs.len() && !arcs.iter().any(super::graph::Step::is_link)
    }

    fn sequence(&self) -> Sequence<'_> {
        Sequence {
            admissible: self.admissible,
            nodes: &self.nodes,
            bundles: &self.bundles,
            hops: self.length,
            sign: self.query.sign,
            mode: self.query.mode,
            has_direction: self.query.direction != Direction::Either,
        }
    }
}
