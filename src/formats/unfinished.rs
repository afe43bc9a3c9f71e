//! Files that are being written, for a program that is told to end: no destructor runs then.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// A file that is to be gone when the program is, unless it is finished before.
#[derive(Debug)]
pub struct Unfinished(PathBuf);

impl Unfinished {
    /// Such a file, from now until this is dropped.
    pub fn new(path: PathBuf) -> Self {
        files().insert(path.clone());
        Self(path)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        files().remove(&self.0);
    }
}

/// Removes every file that is being written: for a program that ends at once. What they would have replaced stays as it is.
pub fn remove_unfinished() {
    for path in std::mem::take(&mut *files()) {
        let _ = fs::remove_file(path); // it may have taken its name just now
    }
}

fn files() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}
