//! Cancelling a running query: from another thread, or when its time is up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A query was stopped before it finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the query was cancelled")]
pub struct Cancelled;

/// A token that every long loop polls. Clones share the flag: cancelling one cancels all.
///
/// ```
/// use endograph::cancel::Cancel;
/// let cancel = Cancel::never();
/// assert!(cancel.check().is_ok());
/// cancel.clone().cancel();
/// assert!(cancel.check().is_err());
/// ```
#[derive(Clone, Debug)]
pub struct Cancel {
    flag: Arc<AtomicBool>,
    deadline: Option<Instant>,
}

impl Cancel {
    /// A token without a deadline; it cancels only when [`Self::cancel`] is called.
    pub fn never() -> Self {
        Self { flag: Arc::default(), deadline: None }
    }

    /// A token that also counts as cancelled once `budget` has passed from now. A budget too long to be a point in time
    /// is no deadline.
    pub fn with_deadline(budget: Duration) -> Self {
        Self { flag: Arc::default(), deadline: Instant::now().checked_add(budget) }
    }

    /// A token over a flag that someone else sets (a signal handler, say), with an optional time budget from now.
    pub fn with_flag(flag: Arc<AtomicBool>, budget: Option<Duration>) -> Self {
        Self { flag, deadline: budget.and_then(|budget| Instant::now().checked_add(budget)) }
    }

    /// The same token with a time budget from now; the earlier deadline wins.
    #[must_use]
    pub fn within(self, budget: Duration) -> Self {
        let deadline = Instant::now().checked_add(budget);
        Self { deadline: self.deadline.into_iter().chain(deadline).min(), ..self }
    }

    /// Stops every loop that polls this token or a clone of it.
    pub fn cancel(&self) {
        self.flag.store(true, Ordering::Relaxed);
    }

    /// Whether the flag is set or the deadline has passed.
    pub fn is_cancelled(&self) -> bool {
        self.flag.load(Ordering::Relaxed) || self.timed_out()
    }

    /// Whether it is the deadline that has passed.
    pub fn timed_out(&self) -> bool {
        self.deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }

    /// `Err(Cancelled)` once cancelled, for use with `?`.
    ///
    /// # Errors
    /// Where [`Self::is_cancelled`] holds.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}

impl Default for Cancel {
    fn default() -> Self {
        Self::never()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_in_the_past_cancels_at_once() {
        assert!(Cancel::with_deadline(Duration::ZERO).is_cancelled());
        assert!(!Cancel::with_deadline(Duration::MAX).is_cancelled());
    }

    #[test]
    fn clones_share_the_flag() {
        let cancel = Cancel::with_deadline(Duration::from_hours(1));
        let clone = cancel.clone();
        clone.cancel();
        assert_eq!(cancel.check(), Err(Cancelled));
    }
}
