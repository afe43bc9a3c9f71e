//! The endograph binary: the command line and the shell, both thin over the library.

mod cli;
mod shell;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
