//! What the known facts make of the worlds, for those who want to see on what an answer rests.

use super::WorldCount;

/// The worlds of an ensemble against its facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    /// One entry a prior; `used` counts the worlds that contradict no fact that may be used.
    pub worlds: Vec<WorldCount>,
    /// By fact: in how many of the stable worlds of all priors it is contradicted.
    pub contradicted: Vec<u32>,
    /// The facts, by position, without which enough worlds of every prior would remain. Empty where enough do.
    pub conflicts: Vec<usize>,
}
