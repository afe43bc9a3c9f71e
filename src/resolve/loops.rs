//! `loops`: what they pass through looked up.

use crate::diagnostic::Diagnostic;
use crate::syntax::{ClauseKind, LoopsStatement};

use super::{LoopQuestion, Scope};

impl Scope<'_> {
    pub(super) fn loops(&self, statement: &LoopsStatement) -> Result<LoopQuestion, Diagnostic> {
        let mut clauses = self.clauses(&statement.clauses)?;
        let through = std::mem::take(&mut clauses.via);
        let feedback = statement.clauses.iter().find_map(|clause| match clause.kind {
            ClauseKind::Feedback(sign) => Some(sign),
            _ => None,
        });
        Ok(LoopQuestion { through, feedback, clauses })
    }
}
