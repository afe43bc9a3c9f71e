//! The sign of an effect.

use std::fmt;
use std::ops::{Mul, Neg};

use serde::{Deserialize, Serialize};

/// Which way the object moves when there is more of the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sign {
    /// `+`: more subject, more object.
    Positive,
    /// `-`: more subject, less object.
    Negative,
}

impl Sign {
    /// Both signs, positive first.
    pub const BOTH: [Self; 2] = [Self::Positive, Self::Negative];

    /// `1.0` or `-1.0`.
    pub const fn factor(self) -> f64 {
        match self {
            Self::Positive => 1.0,
            Self::Negative => -1.0,
        }
    }

    /// `"+"` or `"-"`, as data files and answers write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Positive => "+",
            Self::Negative => "-",
        }
    }
}

impl Mul for Sign {
    type Output = Self;

    /// The sign of two steps taken one after the other.
    fn mul(self, other: Self) -> Self {
        if self == other { Self::Positive } else { Self::Negative }
    }
}

impl Neg for Sign {
    type Output = Self;

    fn neg(self) -> Self {
        self * Self::Negative
    }
}

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
