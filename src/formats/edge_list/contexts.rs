//! The context column: `dosing = continuous; tissue = liver`.

use indexmap::IndexMap;

use crate::diagnostic::Code;
use crate::formats::log::{Log, Place};
use crate::graph::{Context, ContextKey, ContextScope};

/// The key of what stands in the column without one.
const UNNAMED: &str = "context";

/// Reads the pairs of a field. A key that the vocabulary lacks becomes an annotation; one that it has takes its values
/// only.
pub(super) fn read(field: &str, keys: &mut IndexMap<String, ContextKey>, place: Place, log: &Log<'_>) -> Context {
    let mut context = Context::default();
    for pair in field.split(';').map(str::trim).filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((UNNAMED, pair));
        let (key, value) = (key.trim(), value.trim());
        if key.is_empty() || value.is_empty() {
            log.report(place, Code::WrongValue, format!("`{pair}` is no context"), |fault| {
                fault.help("write `key = value`, with `;` between several")
            });
            continue;
        }
        let known = keys.entry(key.to_owned()).or_insert_with(|| annotation(key));
        if known.values.is_empty() || known.values.iter().any(|allowed| allowed == value) {
            context.0.insert(key.to_owned(), value.to_owned());
        } else {
            log.report(place, Code::UnknownContext, format!("`{key}` has no value `{value}`"), |fault| {
                fault
                    .help(format!("known values: {}", known.values.join(", ")))
                    .suggest(log.nearest(value, known.values.iter().map(String::as_str)))
            });
        }
    }
    context
}

fn annotation(key: &str) -> ContextKey {
    ContextKey { key: key.to_owned(), values: Vec::new(), default: None, scope: ContextScope::Annotation }
}
