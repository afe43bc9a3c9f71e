//! Which signs the terms of a response's numerator have.

use std::ops::{BitOr, BitOrAssign, Mul};

use crate::graph::Sign;

/// The signs found among a set of terms. A *possible* term may be zero: it passes a condition that may fail to appear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TermSet(u8);

impl TermSet {
    pub const EMPTY: Self = Self(0);
    /// Terms that were not examined for lack of budget: of any sign, or none.
    pub const UNEXAMINED: Self = Self(16);
    pub const BOTH: Self = Self(3);

    /// A term of this sign that cannot be zero.
    pub const fn certain(sign: Sign) -> Self {
        match sign {
            Sign::Positive => Self(1),
            Sign::Negative => Self(2),
        }
    }

    /// A term of this sign, or zero.
    pub const fn possible(sign: Sign) -> Self {
        Self(Self::certain(sign).0 << 2)
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether some term, certain or possible, has this sign.
    pub const fn has(self, sign: Sign) -> bool {
        self.contains(Self::certain(sign)) || self.contains(Self::possible(sign))
    }

    /// What leaves a condition that is absent at rest, when this arrives: its appearance, never its relief.
    pub fn appearing(self) -> Self {
        let (up, down) = (self.has(Sign::Positive), self.has(Sign::Negative));
        if self.contains(Self::UNEXAMINED) || (up && down) {
            return Self::possible(Sign::Positive);
        }
        // Only one sign, or nothing, arrives; a fall to below nothing passes nothing on.
        if up { self } else { Self::EMPTY }
    }

    /// The same terms, each of which may be zero.
    pub fn uncertain(self) -> Self {
        Self(self.0 & !Self::BOTH.0 | (self.0 & Self::BOTH.0) << 2)
    }

    pub fn conclusion(self) -> Conclusion {
        let (up, down) = (self.has(Sign::Positive), self.has(Sign::Negative));
        if up && down {
            return Conclusion::Undetermined(Undetermined::MixedTerms);
        }
        if self.contains(Self::UNEXAMINED) {
            return Conclusion::Undetermined(Undetermined::TermBudget);
        }
        let certain = |sign| self.contains(Self::certain(sign));
        match Sign::BOTH.into_iter().find(|&sign| certain(sign)) {
            Some(sign) => Conclusion::Determined(sign),
            None if self.is_empty() => Conclusion::NoEffect,
            None => Conclusion::Undetermined(Undetermined::MayVanish),
        }
    }
}

impl BitOr for TermSet {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for TermSet {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl Mul for TermSet {
    type Output = Self;

    /// Every product of a term of one with a term of the other.
    fn mul(self, other: Self) -> Self {
        let mut product = Self::EMPTY;
        for one in Sign::BOTH {
            for two in Sign::BOTH {
                let sign = one * two;
                if self.contains(Self::certain(one)) && other.contains(Self::certain(two)) {
                    product |= Self::certain(sign);
                }
                let possible = self.contains(Self::possible(one)) && other.has(two);
                if possible || (self.has(one) && other.contains(Self::possible(two))) {
                    product |= Self::possible(sign);
                }
            }
        }
        let unexamined = |a: Self, b: Self| a.contains(Self::UNEXAMINED) && !b.is_empty();
        if unexamined(self, other) || unexamined(other, self) {
            product |= Self::UNEXAMINED;
        }
        product
    }
}

/// What the structure alone says of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conclusion {
    /// Nothing the scenario does reaches the target.
    NoEffect,
    /// The response has this sign whatever the strengths.
    Determined(Sign),
    /// Strengths decide, or too much would have to be examined.
    Undetermined(Undetermined),
}

/// Why the structure alone does not decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undetermined {
    /// Terms of both signs.
    MixedTerms,
    /// More terms than the budget allows to examine.
    TermBudget,
    /// One sign, but every term passes a condition that may or may not appear.
    MayVanish,
}
