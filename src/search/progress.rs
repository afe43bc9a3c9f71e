//! How far a search has come, for whoever waits for it.

use crate::observer::Observer;

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Searched {
    /// Paths found so far.
    pub found: usize,
    /// Steps looked at.
    pub steps: u64,
    /// Steps that it may look at.
    pub most: u64,
}

/// Told how far a search has come.
pub type Progress = Observer<Searched>;
