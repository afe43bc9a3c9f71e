//! What is derived for one question.

use super::{Prior, Undetermined};
use crate::graph::Sign;

/// The net effect derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing the scenario does reaches the target: there is no path, or each path passes a held level or the relief of
    /// a condition that is absent at rest.
    NoPath,
    /// This sign whatever the strengths, wherever there is a stable steady state in the scenario.
    Determined(Sign),
    /// This sign in at least nine of ten worlds under every prior.
    Likely(Sign),
    /// Neither sign prevails under every prior.
    Ambiguous,
    /// The structure does not decide, and a component between scenario and target is too large to sample.
    TooLarge,
    /// The structure does not decide, and stable worlds are too rare under some prior.
    NoStableWorld,
}

impl Outcome {
    /// The sign, where there is one.
    pub const fn sign(self) -> Option<Sign> {
        match self {
            Self::Determined(sign) | Self::Likely(sign) => Some(sign),
            Self::NoPath | Self::Ambiguous | Self::TooLarge | Self::NoStableWorld => None,
        }
    }
}

/// How many worlds of one prior an answer rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorldCount {
    /// The prior.
    pub prior: Prior,
    /// Candidates drawn.
    pub tried: u32,
    /// Stable ones among them.
    pub kept: u32,
    /// Those that counted: they contradict no fact that may be used, and have a steady state in the scenario.
    pub used: u32,
}

/// A derived net effect and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    /// The net effect.
    pub outcome: Outcome,
    /// The range over the priors of the share of worlds in which the target rises, each within [0, 1]. None where no world
    /// was needed and none of the two signs is determined.
    pub likelihood: Option<(f64, f64)>,
    /// The worlds it rests on, one entry a prior; empty where none was needed.
    pub worlds: Vec<WorldCount>,
    /// Whether worlds that contradict a known fact were left out. False where too few would have remained: then nothing
    /// is better than likely, and `conflicts` says why.
    pub calibrated: bool,
    /// The facts, by position, that contradict so many worlds that too few remain. Empty where calibrated.
    pub conflicts: Vec<usize>,
    /// Why the structure alone does not decide, where it does not.
    pub undetermined: Option<Undetermined>,
}

impl Derivation {
    /// An answer for which no world was sampled.
    pub(super) fn structural(outcome: Outcome) -> Self {
        let likelihood = match outcome {
            Outcome::Determined(Sign::Positive) => Some((1.0, 1.0)),
            Outcome::Determined(Sign::Negative) => Some((0.0, 0.0)),
            _ => None,
        };
        Self { outcome, likelihood, worlds: Vec::new(), calibrated: true, conflicts: Vec::new(), undetermined: None }
    }
}
