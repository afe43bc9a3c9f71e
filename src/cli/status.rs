//! Exit statuses: what a script or a CI job learns from a run.

use std::process::ExitCode;

use endograph::cancel::Cause;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// All went well.
    Success,
    /// A statement or an expectation failed, or a graph has faults.
    Failed,
    /// Wrong usage or script syntax.
    Usage,
    /// A file or a graph cannot be read, or an output file not be written.
    Unreadable,
    /// A statement reached its time limit.
    TimedOut,
    /// Ctrl-C.
    Interrupted,
    /// What `.quit CODE` said.
    Chosen(u8),
}

impl Status {
    /// The number that the process ends with.
    pub const fn number(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Unreadable => 3,
            Self::TimedOut => 124,
            Self::Interrupted => 130,
            Self::Chosen(number) => number,
        }
    }

    /// The first thing that went wrong is what a run reports.
    #[must_use]
    pub const fn or(self, later: Self) -> Self {
        match self {
            Self::Success => later,
            _ => self,
        }
    }
}

impl From<Cause> for Status {
    fn from(cause: Cause) -> Self {
        match cause {
            Cause::Asked => Self::Interrupted,
            Cause::TimedOut => Self::TimedOut,
            Cause::OutOfMemory => Self::Failed,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status.number())
    }
}
