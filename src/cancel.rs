//! Stopping a query from outside: Ctrl-C and time limits.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// A token that every long loop polls.
#[derive(Clone, Debug, Default)]
pub struct Cancel {
    flag: Option<Arc<AtomicBool>>,
    deadline: Option<Instant>,
}

impl Cancel {
    /// Never cancelled.
    pub const fn never() -> Self {
        Self { flag: None, deadline: None }
    }

    /// Cancelled once the flag is set.
    pub const fn with_flag(flag: Arc<AtomicBool>) -> Self {
        Self { flag: Some(flag), deadline: None }
    }

    /// The same, cancelled at that moment too.
    #[must_use]
    pub fn with_deadline(mut self, deadline: Instant) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Whether to stop now. Reads the clock: poll it once every few thousand steps, not at each.
    pub fn is_cancelled(&self) -> bool {
        self.flag.as_ref().is_some_and(|flag| flag.load(Ordering::Relaxed)) || self.timed_out()
    }

    /// Whether it is the deadline that has passed.
    pub fn timed_out(&self) -> bool {
        self.deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }
}

/// A loop was told to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;
