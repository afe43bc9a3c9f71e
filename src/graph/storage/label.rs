//! What stands beside a neighbour: relation, sign and aspect in 32 bits.

use bytemuck::{Pod, Zeroable};

use crate::graph::{Aspect, RelationId, Sign};

/// The relation of an edge with its sign, the aspect that it changes, how it is stated and what may be done with it, packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Pod, Zeroable)]
#[repr(transparent)]
pub struct Label(u32);

const SIGN: u32 = 0b11;
const POSITIVE: u32 = 0b01;
const NEGATIVE: u32 = 0b10;
const ACTIVITY: u32 = 1 << 2;
const STEP: u32 = 1 << 3;
const LINK: u32 = 1 << 4;
const DOCUMENTED: u32 = 1 << 5;
const NEGATED: u32 = 1 << 6;
const RELATION_SHIFT: u32 = 7;

impl Label {
    /// How many relations a label can tell apart.
    pub const RELATIONS: usize = 1 << (32 - RELATION_SHIFT);

    /// A label of a relation and its sign; it changes abundance, and is no mechanism step.
    pub const fn new(relation: RelationId, sign: Option<Sign>) -> Self {
        let sign = match sign {
            None => 0,
            Some(Sign::Positive) => POSITIVE,
            Some(Sign::Negative) => NEGATIVE,
        };
        Self((relation.0 << RELATION_SHIFT) | sign)
    }

    /// The link from an entity's abundance to its activity: positive, and no edge of the data.
    pub const fn link() -> Self {
        Self(LINK | ACTIVITY | STEP | POSITIVE)
    }

    /// The same of this aspect.
    #[must_use]
    pub const fn of_aspect(self, aspect: Aspect) -> Self {
        match aspect {
            Aspect::Abundance => Self(self.0 & !ACTIVITY),
            Aspect::Activity => Self(self.0 | ACTIVITY),
        }
    }

    /// The same as a mechanism step: direct, signed, followed, not negated.
    #[must_use]
    pub const fn as_step(self, is_step: bool) -> Self {
        if is_step { Self(self.0 | STEP) } else { Self(self.0 & !STEP) }
    }

    /// The same as a stated net effect.
    #[must_use]
    pub const fn as_documented(self, is_documented: bool) -> Self {
        if is_documented { Self(self.0 | DOCUMENTED) } else { Self(self.0 & !DOCUMENTED) }
    }

    /// The same as a stated absence.
    #[must_use]
    pub const fn as_negated(self, is_negated: bool) -> Self {
        if is_negated { Self(self.0 | NEGATED) } else { Self(self.0 & !NEGATED) }
    }

    /// The same as a link between the two nodes of one entity, and so no edge of the data.
    #[must_use]
    pub const fn as_link(self, is_link: bool) -> Self {
        if is_link { Self(self.0 | LINK) } else { Self(self.0 & !LINK) }
    }

    /// The relation.
    pub const fn relation(self) -> RelationId {
        RelationId(self.0 >> RELATION_SHIFT)
    }

    /// The sign, where it carries an effect.
    pub const fn sign(self) -> Option<Sign> {
        match self.0 & SIGN {
            POSITIVE => Some(Sign::Positive),
            NEGATIVE => Some(Sign::Negative),
            _ => None,
        }
    }

    /// What a table holds for its sign: none, +, -; the last entry is for what no sound label says. Takes no branch, which a
    /// processor could not foresee where signs are mixed.
    pub const fn by_sign<T: Copy>(self, table: &[T; 4]) -> T {
        table[(self.0 & SIGN) as usize]
    }

    /// The aspect of the object that it changes.
    pub const fn aspect(self) -> Aspect {
        if self.0 & ACTIVITY == 0 { Aspect::Abundance } else { Aspect::Activity }
    }

    /// Whether paths of mechanism steps may take it.
    pub const fn is_step(self) -> bool {
        self.0 & STEP != 0
    }

    /// Whether a source states it as a net effect, without its being a step.
    pub const fn is_documented(self) -> bool {
        self.0 & DOCUMENTED != 0
    }

    /// Whether the source says that it is absent.
    pub const fn is_negated(self) -> bool {
        self.0 & NEGATED != 0
    }

    /// Whether it joins the two nodes of one entity, and so is no edge of the data.
    pub const fn is_link(self) -> bool {
        self.0 & LINK != 0
    }
}
