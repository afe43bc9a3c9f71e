//! Cancelling a running query: from another thread, when its time is up, or when it takes too much memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A query was stopped before it finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the query was cancelled")]
pub struct Cancelled;

/// Why a query is to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Somebody wants it to.
    Asked,
    /// Its time is up.
    TimedOut,
    /// It has taken all the memory that it may.
    OutOfMemory,
}

impl Cause {
    /// What happened, as the beginning of a remark or an error.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "interrupted",
            Self::TimedOut => "the time limit was reached",
            Self::OutOfMemory => "the memory limit was reached",
        }
    }
}

/// Tells how many bytes of memory are in use: an allocator that counts.
pub type MemoryMeter = fn() -> u64;

#[derive(Debug)]
struct MemoryLimit {
    /// Bytes in use at which the query is to stop.
    most: u64,
    meter: MemoryMeter,
    /// Stays once it was reached, since stopping frees memory.
    reached: AtomicBool,
}

impl MemoryLimit {
    fn is_reached(&self) -> bool {
        if (self.meter)() >= self.most {
            self.reached.store(true, Ordering::Relaxed);
        }
        self.reached.load(Ordering::Relaxed)
    }
}

/// Things between two looks at the token: well under a millisecond for what takes a microsecond each.
const POLL_EVERY: usize = 256;

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
    /// Set by someone else, who may take it back: for whoever cancels this token, it stays cancelled.
    request: Option<Arc<AtomicBool>>,
    deadline: Option<Instant>,
    memory: Option<Arc<MemoryLimit>>,
}

impl Cancel {
    /// A token without a deadline; it cancels only when [`Self::cancel`] is called.
    pub fn never() -> Self {
        Self { flag: Arc::default(), request: None, deadline: None, memory: None }
    }

    /// A token that also counts as cancelled once `budget` has passed from now. A budget too long to be a point in time
    /// is no deadline.
    pub fn with_deadline(budget: Duration) -> Self {
        Self { deadline: Instant::now().checked_add(budget), ..Self::never() }
    }

    /// A token over a flag that someone else sets (a signal handler, say), with an optional time budget from now.
    pub fn with_flag(flag: Arc<AtomicBool>, budget: Option<Duration>) -> Self {
        let deadline = budget.and_then(|budget| Instant::now().checked_add(budget));
        Self { request: Some(flag), deadline, ..Self::never() }
    }

    /// The same token with a time budget from now; the earlier deadline wins.
    #[must_use]
    pub fn within(self, budget: Duration) -> Self {
        let deadline = Instant::now().checked_add(budget);
        Self { deadline: self.deadline.into_iter().chain(deadline).min(), ..self }
    }

    /// The same token with so many bytes more than are in use now. How soon an overrun is seen depends on how often the
    /// token is polled: one large table may go over before it is.
    #[must_use]
    pub fn with_memory(self, bytes: u64, meter: MemoryMeter) -> Self {
        let most = meter().saturating_add(bytes);
        Self { memory: Some(Arc::new(MemoryLimit { most, meter, reached: AtomicBool::new(false) })), ..self }
    }

    /// Stops every loop that polls this token or a clone of it.
    pub fn cancel(&self) {
        self.flag.store(true, Ordering::Relaxed);
    }

    /// Whether the flag is set, the deadline has passed, or the memory is used up.
    pub fn is_cancelled(&self) -> bool {
        self.cause().is_some()
    }

    /// Why the query is to stop; none while it may go on.
    pub fn cause(&self) -> Option<Cause> {
        let is_set = |flag: &AtomicBool| flag.load(Ordering::Relaxed);
        if is_set(&self.flag) || self.request.as_deref().is_some_and(is_set) {
            Some(Cause::Asked)
        } else if self.memory.as_deref().is_some_and(MemoryLimit::is_reached) {
            Some(Cause::OutOfMemory)
        } else {
            self.deadline.is_some_and(|deadline| Instant::now() >= deadline).then_some(Cause::TimedOut)
        }
    }

    /// Does something with each of many things, and polls the token now and again.
    ///
    /// # Errors
    /// Once cancelled; what was done by then is done.
    pub fn each<T>(&self, things: impl IntoIterator<Item = T>, mut visit: impl FnMut(T)) -> Result<(), Cancelled> {
        for (position, thing) in things.into_iter().enumerate() {
            if position.is_multiple_of(POLL_EVERY) {
                self.check()?;
            }
            visit(thing);
        }
        Ok(())
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

/// Frees something big while nobody waits: to take a million rows apart takes longer than anyone should wait after Ctrl-C.
pub fn let_go(what: impl Send + 'static) {
    let _ = std::thread::Builder::new().spawn(move || drop(what)); // where no thread can be had, it is gone already
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
    fn memory_that_was_used_up_stays_used_up() {
        static IN_USE: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1000);
        let cancel = Cancel::never().with_memory(500, || IN_USE.load(Ordering::Relaxed));
        assert_eq!(cancel.cause(), None);
        IN_USE.store(1500, Ordering::Relaxed);
        assert_eq!(cancel.clone().cause(), Some(Cause::OutOfMemory));
        IN_USE.store(0, Ordering::Relaxed);
        assert_eq!(cancel.cause(), Some(Cause::OutOfMemory));
    }

    #[test]
    fn a_request_can_be_taken_back_unless_it_was_granted() {
        let request = Arc::new(AtomicBool::new(true));
        let (heard, unheard) =
            (Cancel::with_flag(Arc::clone(&request), None), Cancel::with_flag(Arc::clone(&request), None));
        assert!(heard.is_cancelled() && unheard.is_cancelled());
        heard.cancel();
        request.store(false, Ordering::Relaxed);
        assert!(heard.is_cancelled() && !unheard.is_cancelled());
    }

    #[test]
    fn many_things_are_visited_until_cancelled() {
        let cancel = Cancel::never();
        let mut visited = 0;
        let stopped = cancel.each(0..10_000, |thing| {
            visited += 1;
            if thing == 1_000 {
                cancel.cancel();
            }
        });
        assert_eq!(stopped, Err(Cancelled));
        assert!((1_001..10_000).contains(&visited), "{visited}");
        assert_eq!(Cancel::never().each(0..10_000, |_| ()), Ok(()));
    }

    #[test]
    fn clones_share_the_flag() {
        let cancel = Cancel::with_deadline(Duration::from_hours(1));
        let clone = cancel.clone();
        clone.cancel();
        assert_eq!(cancel.check(), Err(Cancelled));
    }
}
