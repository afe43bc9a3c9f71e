//! What about an entity an effect changes.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The aspect of an object that a causal edge changes: how much of it there is, or how active it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Aspect {
    /// How much of it there is (hormones, drugs, measurements).
    Abundance,
    /// How active it is (every entity has this one).
    Activity,
}

impl Aspect {
    /// `"abundance"` or `"activity"`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Abundance => "abundance",
            Self::Activity => "activity",
        }
    }
}

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
