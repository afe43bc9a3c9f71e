//! Who is told how far a statement has come.

use crate::{causal, search};

/// Who is told how far a statement has come, in each kind of work that may take long. Being told changes no answer.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// Sampling worlds.
    pub sampling: causal::Progress,
    /// Searching for paths.
    pub searching: search::Progress,
}
