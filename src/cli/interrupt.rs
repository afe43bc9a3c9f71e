//! Ctrl-C: it ends the program while there is nothing to keep, and asks a running statement to stop once there is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::Duration;

use endograph::cancel::Cancel;
use endograph::formats;

use super::console::say;
use super::progress;
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
    manner: Arc<AtomicU8>,
}

/// What Ctrl-C does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Ends the program: while a graph is read, checked or written.
    Ends,
    /// Asks the running statement to stop; a second one, while that is still to do so, ends the program: a batch run.
    Asks,
    /// Asks the running statement to stop, however often: a shell is left with Ctrl-D.
    OnlyAsks,
}

impl Interrupt {
    /// Starts listening. Where Ctrl-C is to be ignored (a job in the background of a script), it stays so.
    pub fn listen(manner: Manner) -> Self {
        let interrupt = Self::default();
        interrupt.change_to(manner);
        let listener = interrupt.clone();
        let _ = ctrlc::try_set_handler(move || listener.press());
        interrupt
    }

    /// What Ctrl-C does from now on.
    pub fn change_to(&self, manner: Manner) {
        self.manner.store(manner as u8, Ordering::Relaxed);
    }

    fn press(&self) {
        let pressed_before = self.flag.swap(true, Ordering::Relaxed);
        let manner = self.manner.load(Ordering::Relaxed);
        let ends = manner == Manner::Ends as u8 || (manner == Manner::Asks as u8 && pressed_before);
        if ends {
            formats::remove_unfinished();
            progress::wipe();
            say("interrupted");
            std::process::exit(i32::from(Status::Interrupted.number()));
        }
    }

    /// Whether Ctrl-C was pressed.
    pub fn pressed(&self) -> bool {
        self.flag.load(Ordering::Relaxed)
    }

    /// Forgets earlier presses, and says whether there were any.
    pub fn reset(&self) -> bool {
        self.flag.swap(false, Ordering::Relaxed)
    }

    /// As if Ctrl-C had just been pressed: for one that was forgotten to print what was found.
    pub fn remember(&self) {
        self.flag.store(true, Ordering::Relaxed);
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
