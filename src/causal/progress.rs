//! How far the sampling has come, for whoever waits for it.

use std::fmt;
use std::sync::Arc;

use super::Prior;

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

/// Someone to tell about each world that is found, or nobody. Being told changes no answer. It is called often, on the thread
/// that samples, and should return at once.
#[derive(Clone, Default)]
pub struct Progress(Option<Arc<dyn Fn(Sampled) + Send + Sync>>);

impl Progress {
    /// Tells `observer`.
    pub fn new(observer: impl Fn(Sampled) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(observer)))
    }

    pub(super) fn tell(&self, sampled: Sampled) {
        if let Some(observer) = &self.0 {
            observer(sampled);
        }
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_some() { "Progress(observed)" } else { "Progress(unobserved)" })
    }
}
