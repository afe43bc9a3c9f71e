//! Counting worlds, and when the count decides.

use super::{Outcome, wilson};
use crate::graph::Sign;

/// The share of worlds that makes an effect likely, under every prior.
const LIKELY_SHARE: f64 = 0.9;

/// What the target does in the worlds of one prior.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub worlds: u32,
    rising: u32,
    falling: u32,
}

impl Tally {
    pub fn count(&mut self, response: Option<Sign>) {
        self.worlds += 1;
        match response {
            Some(Sign::Positive) => self.rising += 1,
            Some(Sign::Negative) => self.falling += 1,
            None => {}
        }
    }

    /// In how many of them it moves this way.
    pub fn hits(self, sign: Sign) -> u32 {
        match sign {
            Sign::Positive => self.rising,
            Sign::Negative => self.falling,
        }
    }

    fn share(self, sign: Sign) -> f64 {
        f64::from(self.hits(sign)) / f64::from(self.worlds.max(1))
    }

    /// Whether the share is at least nine tenths; None while its interval leaves that open.
    fn settled(self, sign: Sign) -> Option<bool> {
        let (low, high) = wilson::interval(self.hits(sign), self.worlds);
        if low >= LIKELY_SHARE {
            Some(true)
        } else if high < LIKELY_SHARE {
            Some(false)
        } else {
            None
        }
    }
}

/// The outcome once the intervals of all priors decide it, None while more worlds are needed.
pub(super) fn early_outcome(tallies: &[Tally; 3]) -> Option<Outcome> {
    let mut open = false;
    for sign in Sign::BOTH {
        let settled = tallies.map(|tally| tally.settled(sign));
        if settled == [Some(true); 3] {
            return Some(Outcome::Likely(sign));
        }
        open |= !settled.contains(&Some(false));
    }
    (!open).then_some(Outcome::Ambiguous)
}

/// The outcome by the plain shares.
pub(super) fn final_outcome(tallies: &[Tally; 3]) -> Outcome {
    let prevails = |sign: &Sign| tallies.iter().all(|tally| tally.worlds > 0 && tally.share(*sign) >= LIKELY_SHARE);
    Sign::BOTH.into_iter().find(prevails).map_or(Outcome::Ambiguous, Outcome::Likely)
}

/// The range over the priors of the share of worlds in which the target rises.
pub(super) fn likelihood(tallies: &[Tally; 3]) -> (f64, f64) {
    shares(tallies, Sign::Positive)
}

/// The range over the priors of the share of worlds in which the target moves this way.
pub(super) fn shares(tallies: &[Tally; 3], sign: Sign) -> (f64, f64) {
    let shares = || tallies.iter().filter(|tally| tally.worlds > 0).map(|tally| tally.share(sign));
    (shares().fold(1.0, f64::min), shares().fold(0.0, f64::max))
}
