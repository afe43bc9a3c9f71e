//! What-if, loops, comparison.

use std::fmt::{self, Display, Formatter};

use super::clause::write_clauses;
use super::phrase::write_list;
use crate::syntax::tree::{ClauseKind, CompareStatement, Intervention, LoopsStatement, SimulateStatement};

impl Display for SimulateStatement {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("simulate ")?;
        write_list(f, &self.scenario)?;
        if let Some(versus) = &self.versus {
            f.write_str(" versus ")?;
            write_list(f, versus)?;
        }
        write_clauses(f, &self.clauses)
    }
}

impl Display for Intervention {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.phrase.fmt(f)?;
        self.action.map_or(Ok(()), |action| write!(f, " {}", action.as_str()))
    }
}

impl Display for LoopsStatement {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("loops")?;
        self.clauses.iter().try_for_each(|clause| match &clause.kind {
            ClauseKind::Via(members) => {
                f.write_str(" through ")?;
                write_list(f, members)
            }
            kind => write!(f, " {kind}"),
        })
    }
}

impl Display for CompareStatement {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("compare ")?;
        write_list(f, &self.agents)?;
        write_clauses(f, &self.clauses)
    }
}
