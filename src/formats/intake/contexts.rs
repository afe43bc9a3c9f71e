//! The contexts of edges: keys that the vocabulary has take its values only, others become annotations.

use super::{Intake, Place};
use crate::diagnostic::Code;
use crate::graph::{ContextKey, ContextScope};

impl Intake {
    /// Whether a pair can stand in a context; else a fault.
    pub(super) fn allows(&mut self, key: &str, value: &str, place: Place<'_>) -> bool {
        if let Some(known) = self.schema.contexts.get(key) {
            if known.values.is_empty() || known.values.iter().any(|allowed| allowed == value) {
                return true;
            }
            let near = self.ledger.nearest(value, known.values.iter().map(String::as_str));
            let help = format!("known values: {}", known.values.join(", "));
            let message = format!("`{key}` has no value `{value}`");
            self.report(place, Code::UnknownContext, message, |fault| fault.help(help).suggest(near));
            return false;
        }
        self.schema.contexts.insert(key.to_owned(), annotation(key));
        true
    }
}

fn annotation(key: &str) -> ContextKey {
    ContextKey { key: key.to_owned(), values: Vec::new(), default: None, scope: ContextScope::Annotation }
}
