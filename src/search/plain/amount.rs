//! How many walks there are, by what is asked of their signs.

use crate::graph::Sign;
use crate::graph::storage::Label;
use crate::search::lengths::{BySign, LengthCount};

/// A number of walks that adds up over ways and multiplies along them.
pub(super) trait Amount: Copy + Default + Send + Sync {
    /// One arc.
    fn of(label: Label) -> Self;

    /// No walk.
    fn is_none(self) -> bool;

    /// One or the other.
    #[must_use]
    fn plus(self, other: Self) -> Self;

    /// This without the other.
    #[must_use]
    fn minus(self, other: Self) -> Self;

    /// One after the other.
    #[must_use]
    fn times(self, other: Self) -> Self;

    /// This, then one arc.
    #[must_use]
    fn along(self, label: Label) -> Self {
        self.times(Self::of(label))
    }

    /// Adds it to a count, of one sign only where one is asked for.
    fn add_to(self, count: &mut LengthCount, sign: Option<Sign>);
}

/// Walks, whatever their sign.
impl Amount for i128 {
    #[inline]
    fn of(_: Label) -> Self {
        1
    }

    #[inline]
    fn is_none(self) -> bool {
        self == 0
    }

    #[inline]
    fn plus(self, other: Self) -> Self {
        self.saturating_add(other)
    }

    #[inline]
    fn minus(self, other: Self) -> Self {
        self.saturating_sub(other)
    }

    #[inline]
    fn times(self, other: Self) -> Self {
        self.saturating_mul(other)
    }

    #[inline]
    fn along(self, _: Label) -> Self {
        self
    }

    fn add_to(self, count: &mut LengthCount, _: Option<Sign>) {
        count.add(None, natural(self));
    }
}

/// Walks by sign. Each number multiplies along a walk by itself: all walks, those of signed arcs alone, and among these
/// the positive less the negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signed {
    all: i128,
    with_sign: i128,
    balance: i128,
}

impl Signed {
    fn zip(self, other: Self, work: impl Fn(i128, i128) -> i128) -> Self {
        Self {
            all: work(self.all, other.all),
            with_sign: work(self.with_sign, other.with_sign),
            balance: work(self.balance, other.balance),
        }
    }
}

impl Amount for Signed {
    fn of(label: Label) -> Self {
        let balance = match label.sign() {
            Some(Sign::Positive) => 1,
            Some(Sign::Negative) => -1,
            None => 0,
        };
        Self { all: 1, with_sign: i128::from(label.sign().is_some()), balance }
    }

    fn is_none(self) -> bool {
        self.all == 0
    }

    fn plus(self, other: Self) -> Self {
        self.zip(other, i128::saturating_add)
    }

    fn minus(self, other: Self) -> Self {
        self.zip(other, i128::saturating_sub)
    }

    fn times(self, other: Self) -> Self {
        self.zip(other, i128::saturating_mul)
    }

    fn add_to(self, count: &mut LengthCount, sign: Option<Sign>) {
        let half = |sum: i128| natural(sum) / 2;
        let found = BySign {
            positive: half(self.with_sign.saturating_add(self.balance)),
            negative: half(self.with_sign.saturating_sub(self.balance)),
            unsigned: natural(self.all.saturating_sub(self.with_sign)),
        };
        match sign {
            None => count.add_all(found),
            Some(Sign::Positive) => count.add_all(BySign { positive: found.positive, ..BySign::default() }),
            Some(Sign::Negative) => count.add_all(BySign { negative: found.negative, ..BySign::default() }),
        }
    }
}

/// A number that is below zero in damaged columns alone.
fn natural(number: i128) -> u128 {
    u128::try_from(number).unwrap_or(0)
}
