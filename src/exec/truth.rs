//! Whether a candidate satisfies a condition: yes, no, or undecided.

use crate::resolve::{Condition, Predicate};

/// Kleene's three values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    Yes,
    No,
    /// The verdict is mixed: the candidate goes to a note, whatever the condition wants.
    Undecided,
}

/// The truth of a condition, given that of each of its predicates in the order written.
pub(super) fn truth(condition: &Condition, predicates: &mut impl Iterator<Item = Truth>) -> Truth {
    match condition {
        Condition::Is(Predicate { .. }) => predicates.next().unwrap_or(Truth::No),
        Condition::Not(inner) => match truth(inner, predicates) {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Undecided => Truth::Undecided,
        },
        Condition::And(members) => {
            let values: Vec<Truth> = members.iter().map(|member| truth(member, predicates)).collect();
            strongest(&values, Truth::No, Truth::Yes)
        }
        Condition::Or(members) => {
            let values: Vec<Truth> = members.iter().map(|member| truth(member, predicates)).collect();
            strongest(&values, Truth::Yes, Truth::No)
        }
    }
}

fn strongest(values: &[Truth], decisive: Truth, otherwise: Truth) -> Truth {
    if values.contains(&decisive) {
        decisive
    } else if values.contains(&Truth::Undecided) {
        Truth::Undecided
    } else {
        otherwise
    }
}
