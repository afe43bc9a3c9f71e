//! The command line: arguments and input in; status, answers and messages out.

mod batch;
mod check;
mod convert;
mod output;
mod pictures;
#[cfg(unix)]
mod signals;
mod usage;
