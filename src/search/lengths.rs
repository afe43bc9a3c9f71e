//! Numbers of paths, by length.

use super::path::Extent;
use crate::graph::Sign;

/// How many paths there are of each net sign. Counts stop at the greatest number that fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BySign {
    /// Paths of net sign `+`.
    pub positive: u128,
    /// Paths of net sign `-`.
    pub negative: u128,
    /// Paths without a net sign.
    pub unsigned: u128,
}

/// How many paths there are of one length. Counts stop at the greatest number that fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LengthCount {
    /// The length.
    pub hops: usize,
    /// Paths of whatever sign.
    pub total: u128,
    /// The same by sign, where that was asked for.
    pub by_sign: Option<BySign>,
}

impl LengthCount {
    /// No path yet.
    pub(super) fn none(hops: usize, by_sign: bool) -> Self {
        Self { hops, total: 0, by_sign: by_sign.then(BySign::default) }
    }

    pub(super) fn add(&mut self, sign: Option<Sign>, paths: u128) {
        let mut found = BySign::default();
        match sign {
            Some(Sign::Positive) => found.positive = paths,
            Some(Sign::Negative) => found.negative = paths,
            None => found.unsigned = paths,
        }
        self.add_all(found);
    }

    pub(super) fn add_all(&mut self, found: BySign) {
        let BySign { positive, negative, unsigned } = found;
        self.total = self.total.saturating_add(positive).saturating_add(negative).saturating_add(unsigned);
        if let Some(by_sign) = &mut self.by_sign {
            by_sign.positive = by_sign.positive.saturating_add(positive);
            by_sign.negative = by_sign.negative.saturating_add(negative);
            by_sign.unsigned = by_sign.unsigned.saturating_add(unsigned);
        }
    }
}

/// How many paths there are, by length, the shortest first; lengths without a path are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathCount {
    /// The counts.
    pub lengths: Vec<LengthCount>,
    /// How far the search went. A count that was cut holds the lengths that were counted in full.
    pub extent: Extent,
}

impl PathCount {
    /// All paths counted.
    pub fn total(&self) -> u128 {
        self.lengths.iter().fold(0, |total, count| total.saturating_add(count.total))
    }
}
