//! How bad it is.

use std::fmt;

/// Whether something must be mended, or only looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It must be mended.
    #[default]
    Error,
    /// It may be right, and somebody should look.
    Warning,
}

impl Severity {
    /// The word of messages and JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
