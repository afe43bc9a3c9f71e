//! How far a search has come, for whoever waits for it.

use std::fmt;
use std::sync::Arc;

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

/// Someone to tell now and again how far a search has come, or nobody. Being told changes no answer. It is called often, on
/// the thread that searches, and should return at once.
#[derive(Clone, Default)]
pub struct Progress(Option<Arc<dyn Fn(Searched) + Send + Sync>>);

impl Progress {
    /// Tells `observer`.
    pub fn new(observer: impl Fn(Searched) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(observer)))
    }

    pub(super) fn tell(&self, searched: Searched) {
        if let Some(observer) = &self.0 {
            observer(searched);
        }
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_some() { "Progress(observed)" } else { "Progress(unobserved)" })
    }
}
