//! What a search may spend, and what it was spent on.

use thiserror::Error;

use super::figures::Figures;
use super::progress::{Progress, Searched};
use crate::cancel::Cancel;

/// Why a search stopped early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Stop {
    /// The query's limit was reached and there is at least one path more.
    #[error("the limit was reached")]
    Limit,
    /// The budget of work is spent.
    #[error("the search grew too large")]
    Budget,
    /// More working memory is needed than a search may take.
    #[error("the search needs more memory than it may take")]
    Memory,
    /// The token was cancelled, or its deadline passed.
    #[error("the search was cancelled")]
    Cancelled,
    /// The caller's visitor wants no more.
    #[error("no more paths were wanted")]
    Visitor,
}

/// A count of expansions (steps looked at) that may still be made, and the token that is polled meanwhile.
#[derive(Debug)]
pub struct Budget<'c> {
    cancel: &'c Cancel,
    left: u64,
    until_poll: u64,
    threads: usize,
    pub(super) figures: Figures,
    most: u64,
    found: usize,
    progress: Progress,
}

impl<'c> Budget<'c> {
    /// At most so many expansions.
    pub fn new(cancel: &'c Cancel, expansions: u64) -> Self {
        Self {
            cancel,
            left: expansions,
            until_poll: 0,
            threads: 0,
            figures: Figures::default(),
            most: expansions,
            found: 0,
            progress: Progress::default(),
        }
    }

    /// The same, and someone is told how far the search has come.
    #[must_use]
    pub fn telling(self, progress: &Progress) -> Self {
        Self { progress: progress.clone(), ..self }
    }

    /// So many paths are found by now.
    #[inline]
    pub(super) const fn note_found(&mut self, paths: usize) {
        self.found = paths;
    }

    /// With so many threads at most; 0, as by default, is as many as there are cores. Answers do not depend on it.
    #[must_use]
    pub fn with_threads(self, threads: usize) -> Self {
        Self { threads, ..self }
    }

    /// How many threads a search may use.
    pub(super) fn threads(&self) -> usize {
        let most = rayon::current_num_threads();
        if self.threads == 0 { most } else { self.threads.min(most) }
    }

    /// Only the token stops the work.
    pub fn unlimited(cancel: &'c Cancel) -> Self {
        Self::new(cancel, u64::MAX)
    }

    /// How many expansions are left.
    pub const fn left(&self) -> u64 {
        self.left
    }

    /// How the last search went about it.
    pub const fn figures(&self) -> &Figures {
        &self.figures
    }

    /// Runs some work on an equal share of what is left among so many parts.
    pub(super) fn share<T>(&mut self, parts: u64, work: impl FnOnce(&mut Self) -> T) -> T {
        let share = self.left.div_ceil(parts.max(1));
        let mut part = Self { until_poll: self.until_poll, threads: self.threads, ..Self::new(self.cancel, share) };
        let result = work(&mut part);
        self.left -= share - part.left;
        self.until_poll = part.until_poll;
        result
    }

    /// Pays for one expansion. Polls the token at the first and then now and again, since a clock is not free.
    #[inline]
    pub(super) fn spend(&mut self) -> Result<(), Stop> {
        self.spend_many(1)
    }

    /// Pays for so many expansions at once.
    #[inline]
    pub(super) fn spend_many(&mut self, expansions: u64) -> Result<(), Stop> {
        if self.until_poll == 0 {
            if self.cancel.is_cancelled() {
                return Err(Stop::Cancelled);
            }
            self.until_poll = POLL_EVERY;
            self.progress.tell(Searched { found: self.found, steps: self.most - self.left, most: self.most });
        }
        self.until_poll = self.until_poll.saturating_sub(expansions);
        let left = self.left.checked_sub(expansions);
        self.left = left.unwrap_or(0);
        left.map(|_| ()).ok_or(Stop::Budget)
    }
}

/// Expansions between two looks at the token: well under a millisecond of work.
const POLL_EVERY: u64 = 4096;
