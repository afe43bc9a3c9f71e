//! What a name stands for, as one number in a column.

use super::{Named, VerbForm};
use crate::graph::storage::Bounds;
use crate::graph::{EntityId, KindId, RelationId};

/// Below it stands the id, above it what it is an id of. Numbers are in the order of what they stand for.
const SORT_SHIFT: u32 = 56;
const ENTITY: u64 = 0;
const VARIANT: u64 = 1;
const KIND: u64 = 2;
const VERB: u64 = 3;
/// Below it stands the form of a verb, above it the relation.
const FORM_BITS: u32 = 3;

/// The forms, by number.
const FORMS: [VerbForm; 5] = [VerbForm::Base, VerbForm::Third, VerbForm::Passive, VerbForm::Inverse, VerbForm::Id];

impl Named {
    /// The number of this meaning.
    pub(super) fn number(self) -> u64 {
        let (sort, id) = match self {
            Self::Entity(id) => (ENTITY, u64::from(id.0)),
            Self::Variant(position) => (VARIANT, u64::from(position)),
            Self::Kind(id) => (KIND, u64::from(id.0)),
            Self::Verb(id, form) => (VERB, u64::from(id.0) << FORM_BITS | form as u64),
        };
        sort << SORT_SHIFT | id
    }

    /// The meaning of a number; none, and noted, where it has none in this graph.
    pub(super) fn of_number(number: u64, bounds: &Bounds) -> Option<Self> {
        let id = number & ((1 << SORT_SHIFT) - 1);
        let small = u32::try_from(id).ok();
        let named = match number >> SORT_SHIFT {
            ENTITY => small.map(EntityId).filter(|&id| bounds.holds_entity(id)).map(Self::Entity),
            VARIANT => small.filter(|&position| bounds.holds_variant(position)).map(Self::Variant),
            KIND => small.map(KindId).map(Self::Kind),
            VERB => {
                let form = usize::try_from(id & ((1 << FORM_BITS) - 1)).ok().and_then(|form| FORMS.get(form));
                let relation = u32::try_from(id >> FORM_BITS).ok().map(RelationId);
                relation.zip(form).map(|(relation, &form)| Self::Verb(relation, form))
            }
            _ => None,
        };
        if named.is_none() {
            bounds.note_damage();
        }
        named
    }
}
