//! The verdict on a pair: what is derived beside what is documented.

use crate::answer::{Verdict, VerdictCertainty};
use crate::causal::Outcome;
use crate::graph::Sign;

/// What the sources state of a pair in one setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts about a set of statements")]
pub(super) struct Stated {
    /// Some source states a rise.
    pub rises: bool,
    /// Some source states a fall.
    pub falls: bool,
    /// Some source states that there is no such effect.
    pub absent: bool,
    /// Every statement is only theoretical.
    pub theoretical: bool,
}

impl Stated {
    /// What is stated of the opposite.
    pub const fn opposite(self) -> Self {
        Self { rises: self.falls, falls: self.rises, ..self }
    }

    fn sign(self) -> Option<Sign> {
        match (self.rises, self.falls) {
            (true, false) => Some(Sign::Positive),
            (false, true) => Some(Sign::Negative),
            _ => None,
        }
    }
}

/// A verdict and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Judgement {
    pub verdict: Verdict,
    pub certainty: Option<VerdictCertainty>,
    /// Documented and derived contradict each other.
    pub conflict: bool,
    /// Nothing but theory speaks for it.
    pub theoretical: bool,
}

impl Judgement {
    const fn new(verdict: Verdict, certainty: Option<VerdictCertainty>) -> Self {
        Self { verdict, certainty, conflict: false, theoretical: false }
    }

    /// The same where a source says that there is less of it: it does not hold whatever the strengths.
    pub const fn tempered(self) -> Self {
        match self.certainty {
            Some(VerdictCertainty::Determined) => Self { certainty: Some(VerdictCertainty::Likely), ..self },
            _ => self,
        }
    }

    /// Whether the mechanism decides it, whatever sources state beside.
    pub fn is_derived(self) -> bool {
        self.certainty.is_some_and(VerdictCertainty::is_derived)
    }

    /// The sign of the verdict, where it has one.
    pub const fn sign(self) -> Option<Sign> {
        sign_of(self.verdict)
    }
}

/// The sign of a verdict, where it has one.
pub(super) const fn sign_of(verdict: Verdict) -> Option<Sign> {
    match verdict {
        Verdict::Raises => Some(Sign::Positive),
        Verdict::Suppresses => Some(Sign::Negative),
        Verdict::Depends | Verdict::Mixed | Verdict::NoKnownEffect => None,
    }
}

/// The verdict of a sign.
pub(super) const fn verdict_of(sign: Sign) -> Verdict {
    match sign {
        Sign::Positive => Verdict::Raises,
        Sign::Negative => Verdict::Suppresses,
    }
}

/// Puts together what is derived and what is documented, by the table of the design.
///
/// `paths` is the one sign that all signed paths found have, where the press model could not decide for lack of a stable
/// or small enough system.
/// `step` is the sign of the one mechanism step that joins the pair, where there is one: a source states that much, and it
/// stands where feedback leaves the net effect open. It never outweighs a net effect that is decided.
pub(super) fn combine(derived: Outcome, paths: Option<Sign>, stated: Stated, step: Option<Sign>) -> Judgement {
    let derived_certainty = match derived {
        Outcome::Determined(_) => VerdictCertainty::Determined,
        Outcome::Likely(_) => VerdictCertainty::Likely,
        _ => VerdictCertainty::Ambiguous,
    };
    // Theory alone neither outweighs nor disputes what is derived.
    let said = stated.sign().filter(|_| !stated.theoretical || derived.sign().is_none());
    match (said, derived.sign()) {
        (Some(stated), Some(derived)) if stated == derived => {
            Judgement::new(verdict_of(derived), Some(derived_certainty))
        }
        (Some(_), Some(_)) => {
            Judgement { conflict: true, ..Judgement::new(Verdict::Mixed, Some(VerdictCertainty::Ambiguous)) }
        }
        (Some(sign), None) if stated.theoretical => {
            Judgement { theoretical: true, ..Judgement::new(verdict_of(sign), Some(VerdictCertainty::Ambiguous)) }
        }
        (Some(sign), None) => Judgement::new(verdict_of(sign), Some(VerdictCertainty::Documented)),
        (None, _) if stated.rises && !stated.theoretical => {
            Judgement::new(Verdict::Mixed, Some(VerdictCertainty::Documented))
        }
        (None, Some(sign)) => Judgement::new(verdict_of(sign), Some(derived_certainty)),
        (None, None) => match (derived, step.or(paths)) {
            (Outcome::NoPath, _) => Judgement::new(Verdict::NoKnownEffect, None),
            (_, Some(sign)) if step.is_some() => Judgement::new(verdict_of(sign), Some(VerdictCertainty::Documented)),
            (Outcome::TooLarge | Outcome::NoStableWorld, Some(sign)) => {
                Judgement::new(verdict_of(sign), Some(VerdictCertainty::Ambiguous))
            }
            _ => Judgement::new(Verdict::Mixed, Some(VerdictCertainty::Ambiguous)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Judgement, Stated, combine};
    use crate::answer::Verdict::{Mixed, NoKnownEffect, Raises, Suppresses};
    use crate::answer::VerdictCertainty::{Ambiguous, Determined, Documented, Likely};
    use crate::causal::Outcome;
    use crate::graph::Sign::{Negative, Positive};

    const NOTHING: Stated = Stated { rises: false, falls: false, absent: false, theoretical: false };
    const RISES: Stated = Stated { rises: true, ..NOTHING };
    const FALLS: Stated = Stated { falls: true, ..NOTHING };
    const BOTH: Stated = Stated { rises: true, falls: true, ..NOTHING };
    const ABSENT: Stated = Stated { absent: true, ..NOTHING };

    #[test]
    fn the_table_of_the_design() {
        for (derived, stated, verdict, certainty) in [
            (Outcome::Determined(Positive), NOTHING, Raises, Some(Determined)),
            (Outcome::Likely(Negative), NOTHING, Suppresses, Some(Likely)),
            (Outcome::Ambiguous, NOTHING, Mixed, Some(Ambiguous)),
            (Outcome::NoPath, NOTHING, NoKnownEffect, None),
            (Outcome::Likely(Positive), RISES, Raises, Some(Likely)),
            (Outcome::Determined(Negative), FALLS, Suppresses, Some(Determined)),
            (Outcome::Ambiguous, FALLS, Suppresses, Some(Documented)),
            (Outcome::NoPath, RISES, Raises, Some(Documented)),
            (Outcome::Likely(Negative), RISES, Mixed, Some(Ambiguous)),
            (Outcome::Determined(Positive), FALLS, Mixed, Some(Ambiguous)),
            (Outcome::Determined(Positive), BOTH, Mixed, Some(Documented)),
            (Outcome::NoPath, ABSENT, NoKnownEffect, None),
            (Outcome::Likely(Positive), ABSENT, Raises, Some(Likely)),
            (Outcome::TooLarge, NOTHING, Mixed, Some(Ambiguous)),
            (Outcome::NoStableWorld, RISES, Raises, Some(Documented)),
        ] {
            let Judgement { verdict: got, certainty: sure, conflict, .. } = combine(derived, None, stated, None);
            assert_eq!((got, sure), (verdict, certainty), "{derived:?} beside {stated:?}");
            let contradicts = stated.rises != stated.falls && derived.sign().is_some() && got == Mixed;
            assert_eq!(conflict, contradicts, "{derived:?} beside {stated:?}");
        }
    }

    #[test]
    fn a_stated_step_stands_where_feedback_leaves_the_net_effect_open() {
        for (derived, verdict, certainty) in [
            (Outcome::Ambiguous, Suppresses, Some(Documented)),
            (Outcome::Likely(Positive), Raises, Some(Likely)),
            (Outcome::NoStableWorld, Suppresses, Some(Documented)),
        ] {
            let judgement = combine(derived, None, NOTHING, Some(Negative));
            assert_eq!((judgement.verdict, judgement.certainty), (verdict, certainty), "{derived:?}");
        }
    }

    #[test]
    fn paths_of_one_sign_answer_where_the_model_cannot() {
        let judgement = combine(Outcome::TooLarge, Some(Negative), NOTHING, None);
        assert_eq!((judgement.verdict, judgement.certainty), (Suppresses, Some(Ambiguous)));
    }

    #[test]
    fn theory_alone_is_never_more_than_ambiguous() {
        let theory = Stated { theoretical: true, ..RISES };
        let judgement = combine(Outcome::NoPath, None, theory, None);
        assert_eq!((judgement.certainty, judgement.theoretical), (Some(Ambiguous), true));
        let judgement = combine(Outcome::Determined(Negative), None, theory, None);
        assert_eq!((judgement.verdict, judgement.certainty), (Suppresses, Some(Determined)));
    }
}
