//! The endograph binary: the command line and the shell, both thin over the library.

mod cli;
mod shell;

use std::alloc::System;
use std::process::ExitCode;

use cap::Cap;

/// Counts the memory in use, which `--memory-limit` bounds.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

fn main() -> ExitCode {
    cli::main()
}

/// Bytes of memory in use.
fn memory_in_use() -> u64 {
    MEMORY.allocated() as u64
}
