//! How far the sampling has come, for whoever waits for it.

use super::Prior;
use crate::observer::Observer;

/// How far the sampling under one prior has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sampled {
    /// The prior.
    pub prior: Prior,
    /// Stable worlds found so far.
    pub kept: usize,
    /// Stable worlds wanted at the next look.
    pub wanted: usize,
}

/// Told about each world that is found.
pub type Progress = Observer<Sampled>;
