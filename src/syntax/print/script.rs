//! What `expect` wants.

use std::fmt::{self, Display, Formatter};

use super::phrase::write_list;
use crate::syntax::tree::{Expectation, ExpectedChange, Phrase};

impl Display for Expectation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer { certainty: None, answer } => f.write_str(&answer.text),
            Self::Answer { certainty: Some(certainty), answer } => write!(f, "{} {}", certainty.text, answer.text),
            Self::Set(members) => write_set(f, members),
            Self::Contains(members) => {
                f.write_str("contains ")?;
                write_set(f, members)
            }
            Self::Lacks(members) => {
                f.write_str("lacks ")?;
                write_set(f, members)
            }
            Self::Empty => f.write_str("empty"),
            Self::AtLeast(number) => write!(f, "at least {number}"),
            Self::Count(number) => write!(f, "{number}"),
            Self::Net(sign) => write!(f, "net {sign}"),
            Self::Error(code) => write!(f, "error {}", code.text),
            Self::Changes(changes) => write_list(f, changes),
        }
    }
}

impl Display for ExpectedChange {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(certainty) = &self.certainty {
            write!(f, "{} ", certainty.text)?;
        }
        write!(f, "{} {}", self.phrase, self.change.text)
    }
}

fn write_set(f: &mut Formatter<'_>, members: &[Phrase]) -> fmt::Result {
    f.write_str("{")?;
    write_list(f, members)?;
    f.write_str("}")
}
