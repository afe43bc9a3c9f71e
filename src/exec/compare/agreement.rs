//! How agents stand to each other in one effect.

use crate::answer::{Agreement, Verdict};

/// The agreement of the agents' verdicts on one object, each in its default context.
pub(super) fn agreement(verdicts: &[Verdict]) -> Agreement {
    let undecided = verdicts.contains(&Verdict::Mixed);
    let mut decided = verdicts.iter().filter(|verdict| !matches!(verdict, Verdict::Mixed | Verdict::NoKnownEffect));
    let Some(first) = decided.next() else {
        return if undecided { Agreement::Open } else { Agreement::Agree };
    };
    if decided.any(|verdict| verdict != first) {
        Agreement::Differ
    } else if undecided {
        Agreement::Open
    } else if verdicts.contains(&Verdict::NoKnownEffect) {
        Agreement::OnlySome
    } else {
        Agreement::Agree
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Verdict::{Mixed, NoKnownEffect, Raises, Suppresses};

    #[test]
    fn agreement_is_of_decided_verdicts() {
        for (verdicts, expected) in [
            (&[Raises, Raises][..], Agreement::Agree),
            (&[NoKnownEffect, NoKnownEffect], Agreement::Agree),
            (&[Raises, Suppresses], Agreement::Differ),
            (&[Raises, Mixed, Suppresses], Agreement::Differ),
            (&[Raises, NoKnownEffect], Agreement::OnlySome),
            (&[Raises, Mixed], Agreement::Open),
            (&[Mixed, Mixed], Agreement::Open),
            (&[Raises, Mixed, NoKnownEffect], Agreement::Open),
        ] {
            assert_eq!(agreement(verdicts), expected, "{verdicts:?}");
        }
    }
}
