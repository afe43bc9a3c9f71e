//! Whoever is told now and again how far long work has come.

use std::fmt;
use std::sync::Arc;

/// Someone to tell of each `Event`, or nobody. Being told changes no answer. It is called often, on the thread that works,
/// and should return at once.
///
/// ```
/// use endograph::observer::Observer;
/// use std::sync::{Arc, Mutex};
///
/// let heard = Arc::new(Mutex::new(Vec::new()));
/// let ear = Arc::clone(&heard);
/// let observer = Observer::new(move |event: u32| ear.lock().expect("one thread").push(event));
/// observer.tell(7);
/// Observer::default().tell(8); // nobody
/// assert_eq!(*heard.lock().expect("one thread"), [7]);
/// ```
pub struct Observer<Event>(Option<Arc<dyn Fn(Event) + Send + Sync>>);

impl<Event> Observer<Event> {
    /// Tells `observer`.
    pub fn new(observer: impl Fn(Event) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(observer)))
    }

    /// Tells them, if anybody is there.
    pub fn tell(&self, event: Event) {
        if let Some(observer) = &self.0 {
            observer(event);
        }
    }
}

impl<Event> Clone for Observer<Event> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<Event> Default for Observer<Event> {
    fn default() -> Self {
        Self(None)
    }
}

impl<Event> fmt::Debug for Observer<Event> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.0.is_some() { "Observer(observed)" } else { "Observer(unobserved)" })
    }
}
