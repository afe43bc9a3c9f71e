//! Mapping a file into memory: the one place of the crate that needs `unsafe`.

use std::fs::File;
use std::io;
use std::sync::Arc;

use crate::graph::storage::Mapped;

/// The bytes of a file, read by the operating system when they are first touched.
///
/// # Errors
/// Where the operating system cannot map it.
pub(super) fn map(file: &File) -> io::Result<Mapped> {
    // SAFETY: the bytes of a mapping must not change while it lives, or a reader sees them change under its eyes (and
    // gets a bus error where the file becomes shorter). Nothing in this program changes a snapshot in place: it is
    // written under another name and renamed, and whoever has the old one open keeps the old bytes. Another program
    // that writes into an open snapshot does what no reader of mapped files can guard against; that its bytes may be
    // anything is guarded against, because every number and record is checked when it is followed.
    #[expect(unsafe_code, reason = "a snapshot opens in no time, whatever its size, only where it is mapped")]
    let map = unsafe { memmap2::Mmap::map(file) }?;
    Ok(Arc::new(map))
}
