//! How strong an edge is, where the sources say: an input of the press model, never an answer.

use serde::{Deserialize, Serialize};

/// A rough size class of an edge. Only the press model reads it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Strength {
    /// A tenth of a medium edge.
    Weak,
    /// Nothing is said.
    #[default]
    Medium,
    /// At least half of the largest.
    Strong,
}

impl Strength {
    /// The word of the data files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Medium => "medium",
            Self::Strong => "strong",
        }
    }
}
