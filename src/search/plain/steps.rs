//! What can still become a path, step by step: for a node and the edges left behind its next one, where that may lead.
//!
//! A row of the graph is narrowed when the search first stands there, and kept, so that the search itself looks at
//! nothing in vain.

use std::ops::Range;

use super::front::place;
use super::index::Index;
use super::view::View;
use crate::graph::Sign;
use crate::graph::storage::Label;
use crate::search::budget::Stop;
use crate::search::figures::Figures;
use crate::search::marks::Marks;

/// The parallel arcs from one node to another. One lies in one line of the processor's memory, whole.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
pub(super) struct Bundle {
    /// Where they lead.
    pub(super) node: u32,
    /// The arc, where there is one; else where they stand among the parallel arcs.
    pub(super) first: u32,
    pub(super) count: u32,
    /// The least hops from there to a target.
    pub(super) distance: u32,
    /// The row of steps on from there, once it has been asked for; in rows for one number of edges left alone.
    onward: Row,
    /// The signs that the arcs have.
    pub(super) signs: Signs,
    /// The sign of the arc, where there is one.
    pub(super) sign: Option<Sign>,
}

/// An arc and its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) arc: u32,
    pub(super) sign: Option<Sign>,
}

/// A set of net signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u8);

impl Signs {
    /// No sign.
    pub(super) const NONE: Self = Self(0);

    /// One sign.
    pub(super) const fn of(sign: Sign) -> Self {
        Self(1 << place(sign))
    }

    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn has(self, sign: Sign) -> bool {
        self.0 >> place(sign) & 1 == 1
    }

    /// The products of one sign of each.
    pub(super) const fn times(self, other: Self) -> Self {
        let turned = Self((self.0 & 1) << 1 | self.0 >> 1);
        let kept = if other.has(Sign::Positive) { self.0 } else { 0 };
        Self(kept | if other.has(Sign::Negative) { turned.0 } else { 0 })
    }
}

/// Rows narrowed for one query.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// The place of each node that was looked at.
    slots: Marks,
    slot_count: u32,
    /// For each slot the rows of the first few numbers of edges left; the last is for any greater number.
    rows: Vec<Row>,
    bundles: Vec<Bundle>,
    parallel: Vec<Choice>,
    /// A row that is being sorted.
    unsorted: Vec<(u32, u32, Label)>,
    /// Whether a path stops where it enters a target.
    pub(super) stops_at_target: bool,
    narrowed: (u64, u64),
}

/// A narrowed row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    begin: u32,
    end: u32,
    /// How many hops what is nearest of the rest is too far; the greatest number where there is no rest.
    excess: u32,
}

impl Row {
    const UNKNOWN: Self = Self { begin: u32::MAX, end: 0, excess: 0 };

    const fn is_known(self) -> bool {
        self.begin <= self.end
    }

    pub(super) const fn range(self) -> Range<usize> {
        self.begin as usize..self.end as usize
    }

    /// How many hops what is nearest of the rest is too far.
    pub(super) fn excess(self) -> Option<u32> {
        (self.excess != u32::MAX).then_some(self.excess)
    }
}

/// Numbers of edges left that have rows of their own.
const EXACT: u32 = 8;

/// The most bundles kept: above this memory grows too large.
const MOST_BUNDLES: usize = 1 << 26;

impl Steps {
    /// Begins anew.
    pub(super) fn start(&mut self, nodes: usize, stops_at_target: bool) {
        self.slots.begin(nodes);
        self.slot_count = 0;
        self.rows.clear();
        self.bundles.clear();
        self.parallel.clear();
        self.narrowed = (0, 0);
        self.stops_at_target = stops_at_target;
    }

    /// Forgets how far the rest was too far, and what was left out for it.
    pub(super) fn forget(&mut self, nodes: usize) {
        let stops_at_target = self.stops_at_target;
        self.start(nodes, stops_at_target);
    }

    #[inline]
    pub(super) fn bundle(&self, at: usize) -> &Bundle {
        &self.bundles[at]
    }

    /// The arcs of a bundle, ascending.
    pub(super) fn choices(&self, bundle: &Bundle) -> impl ExactSizeIterator<Item = Choice> + Clone + '_ {
        let single = Choice { arc: bundle.first, sign: bundle.sign };
        let (first, count) = (bundle.first as usize, bundle.count as usize);
        (0..count).map(move |at| if count == 1 { single } else { self.parallel[first + at] })
    }

    /// One arc of a bundle.
    #[inline]
    pub(super) fn choice(&self, bundle: &Bundle, at: usize) -> Option<Choice> {
        if bundle.count == 1 && at == 0 {
            Some(Choice { arc: bundle.first, sign: bundle.sign })
        } else if at < bundle.count as usize {
            self.parallel.get(bundle.first as usize + at).copied()
        } else {
            None
        }
    }

    /// Where a path that stands at a node may go next, with so many edges left behind that step.
    #[inline]
    pub(super) fn from(&mut self, view: &View, index: &Index, node: u32, left: u32) -> Result<Row, Stop> {
        let slot = match self.slots.get(node) {
            Some(slot) => slot,
            None => self.add_slot(node),
        };
        let at = (slot * (EXACT + 1) + left.min(EXACT)) as usize;
        match self.rows.get(at) {
            Some(row) if row.is_known() => Ok(*row),
            _ => self.narrow(view, index, node, left, at),
        }
    }

    /// The same for where a bundle leads, found at its place in a row with so many edges left.
    #[inline]
    pub(super) fn onward(&mut self, view: &View, index: &Index, at: usize, left: u32) -> Result<Row, Stop> {
        let Bundle { node, onward, .. } = self.bundles[at];
        if onward.is_known() {
            return Ok(onward);
        }
        let row = self.from(view, index, node, left - 1)?;
        if left < EXACT {
            self.bundles[at].onward = row;
        }
        Ok(row)
    }

    fn add_slot(&mut self, node: u32) -> u32 {
        let slot = self.slot_count;
        self.slots.put(node, slot);
        self.slot_count += 1;
        self.rows.resize(self.rows.len() + EXACT as usize + 1, Row::UNKNOWN);
        slot
    }

    fn narrow(&mut self, view: &View, index: &Index, node: u32, left: u32, at: usize) -> Result<Row, Stop> {
        let begin = self.bundles.len();
        let limit = if left < EXACT { left } else { u32::MAX };
        let mut excess = u32::MAX;
        if view.is_sorted() {
            view.each(node, |neighbour, label, edge| {
                self.admit(index, begin, (left, limit), &mut excess, (neighbour, edge, label));
            });
        } else {
            let mut unsorted = std::mem::take(&mut self.unsorted);
            unsorted.clear();
            view.each(node, |neighbour, label, edge| unsorted.push((neighbour, edge, label)));
            unsorted.sort_unstable();
            for &entry in &unsorted {
                self.admit(index, begin, (left, limit), &mut excess, entry);
            }
            self.unsorted = unsorted;
        }
        if self.bundles.len() > MOST_BUNDLES || self.parallel.len() > MOST_BUNDLES {
            return Err(Stop::Memory);
        }
        self.narrowed.0 += view.degree(node);
        self.narrowed.1 += (self.bundles.len() - begin) as u64;
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let row = Row { begin: number(begin), end: number(self.bundles.len()), excess };
        if let Some(slot) = self.rows.get_mut(at) {
            *slot = row;
        }
        Ok(row)
    }

    #[inline]
    fn admit(
        &mut self,
        index: &Index,
        begin: usize,
        (left, limit): (u32, u32),
        excess: &mut u32,
        (node, edge, label): (u32, u32, Label),
    ) {
        let [positive, negative] = Sign::BOTH.map(|sign| index.remaining(node, sign));
        let Some(distance) = positive.into_iter().chain(negative).min() else { return };
        if left > 0 && self.stops_at_target && index.is_target(node) {
            return;
        }
        if distance > limit {
            *excess = (distance - limit).min(*excess);
            return;
        }
        let sign = label.sign();
        let signs = sign.map_or(Signs::NONE, Signs::of);
        let choice = Choice { arc: edge, sign };
        match self.bundles.get_mut(begin..).and_then(<[Bundle]>::last_mut).filter(|last| last.node == node) {
            Some(last) => {
                if last.count == 1 {
                    let first = Choice { arc: last.first, sign: last.sign };
                    last.first = u32::try_from(self.parallel.len()).unwrap_or(u32::MAX);
                    self.parallel.push(first);
                }
                self.parallel.push(choice);
                last.count += 1;
                last.signs = last.signs.with(signs);
            }
            None => {
                self.bundles.push(Bundle { node, first: edge, count: 1, distance, onward: Row::UNKNOWN, signs, sign });
            }
        }
    }

    /// Tells the plan what was narrowed.
    pub(super) fn tell(&self, figures: &mut Figures) {
        figures.narrowed_rows = self.rows.iter().filter(|row| row.is_known()).count() as u64;
        (figures.narrowed_from, figures.narrowed_to) = self.narrowed;
    }
}
