//! Ctrl-C: the first asks the running statement to stop; in a batch run a second one ends the program at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use endograph::cancel::Cancel;

use super::console::say;
use super::status::Status;

/// What one statement may take.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// How long.
    pub time: Option<Duration>,
    /// Bytes of memory.
    pub memory: Option<u64>,
}

/// The flag that Ctrl-C sets.
#[derive(Clone, Debug, Default)]
pub struct Interrupt {
    flag: Arc<AtomicBool>,
}

/// What a second Ctrl-C does while the first is still unanswered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// Ends the program: a batch run.
    Ends,
    /// Nothing: a shell is left with Ctrl-D.
    Waits,
}

impl Interrupt {
    /// Starts listening. Without a handler (another one is installed) Ctrl-C keeps its ordinary meaning.
    pub fn listen(second: Second) -> Self {
        let interrupt = Self::default();
        let flag = Arc::clone(&interrupt.flag);
        let handler = move || {
            let pressed_before = flag.swap(true, Ordering::Relaxed);
            if pressed_before && second == Second::Ends {
                say("interrupted");
                std::process::exit(i32::from(Status::Interrupted.number()));
            }
        };
        let _ = ctrlc::set_handler(handler);
        interrupt
    }

    /// Whether Ctrl-C was pressed.
    pub fn pressed(&self) -> bool {
        self.flag.load(Ordering::Relaxed)
    }

    /// Forgets earlier presses.
    pub fn reset(&self) {
        self.flag.store(false, Ordering::Relaxed);
    }

    /// The token for one statement, or for opening a graph.
    pub fn cancel(&self, limits: Limits) -> Cancel {
        let cancel = Cancel::with_flag(Arc::clone(&self.flag), limits.time);
        match limits.memory {
            Some(bytes) => cancel.with_memory(bytes, crate::memory_in_use),
            None => cancel,
        }
    }
}
