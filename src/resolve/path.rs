//! Path statements: their ends and waypoints looked up.

use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::{Endpoint, PathStatement, Repeat, Selection};

use super::fitting::fits_path;
use super::phrase::Slot;
use super::{NamedAs, PathQuestion, Scope, Target, everything};

impl Scope<'_> {
    pub(super) fn path(&self, path: &PathStatement) -> Result<PathQuestion, Diagnostic> {
        let clauses = self.clauses(&path.clauses)?;
        fits_path(&path.clauses)?;
        if path.repeat != Repeat::Simple && clauses.max.is_none() {
            return Err(Diagnostic::new(Code::Incomplete, "a trail or walk can go on for ever: say how far")
                .help("add `max 6`"));
        }
        if path.selection == Selection::Shortest(Some(0)) || clauses.limit == Some(0) || clauses.max == Some(0) {
            return Err(Diagnostic::new(
                Code::ClauseConflict,
                "no path is asked for: a number here must be at least 1",
            ));
        }
        let endpoints = path.endpoints.iter().map(|endpoint| self.endpoint(endpoint)).collect::<Result<Vec<_>, _>>()?;
        Ok(PathQuestion { selection: path.selection, repeat: path.repeat, endpoints, arrow: path.arrow, clauses })
    }

    fn endpoint(&self, endpoint: &Endpoint) -> Result<Target, Diagnostic> {
        match endpoint {
            Endpoint::Phrase(phrase) => self.target(phrase, Slot::NameOrKind),
            Endpoint::Anything(span) => Ok(Target {
                text: "anything".to_owned(),
                span: *span,
                mentions: everything(self.graph),
                aspect: None,
                named: NamedAs::Anything,
            }),
        }
    }
}
