//! Clauses.

use std::fmt::{self, Display, Formatter};

use super::phrase::write_list;
use crate::graph::Sign;
use crate::syntax::tree::{Clause, ClauseKind, Comparison, Setting};

/// ` via LH max 3`
pub(super) fn write_clauses(f: &mut Formatter<'_>, clauses: &[Clause]) -> fmt::Result {
    clauses.iter().try_for_each(|clause| write!(f, " {clause}"))
}

impl Display for Clause {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl Display for ClauseKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut list = |opener: &str, members: &[_]| {
            write!(f, "{opener} ")?;
            write_list(f, members)
        };
        match self {
            Self::Holding(members) => list("holding", members),
            Self::Via(members) => list("via", members),
            Self::Avoiding(members) => list("avoiding", members),
            Self::Show(members) => list("show", members),
            Self::On(members) => list("on", members),
            Self::Through { negated: false, relations } => list("through", relations),
            Self::Through { negated: true, relations } => list("not through", relations),
            Self::Given(settings) => {
                f.write_str("given ")?;
                write_list(f, settings)
            }
            Self::Where(comparisons) => {
                f.write_str("where ")?;
                write_list(f, comparisons)
            }
            Self::Max(number) => write!(f, "max {number}"),
            Self::Min(number) => write!(f, "min {number}"),
            Self::Limit(number) => write!(f, "limit {number}"),
            Self::Net(Sign::Positive) => f.write_str("net positive"),
            Self::Net(Sign::Negative) => f.write_str("net negative"),
            Self::Feedback(Sign::Positive) => f.write_str("positive"),
            Self::Feedback(Sign::Negative) => f.write_str("negative"),
            Self::IncludingDocumented => f.write_str("including documented"),
        }
    }
}

impl Display for Setting {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.of {
            Some(of) => write!(f, "{} of {of} = {}", self.key, self.value),
            None => write!(f, "{} = {}", self.key, self.value),
        }
    }
}

impl Display for Comparison {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.field, if self.equal { "=" } else { "<>" }, self.value)
    }
}
