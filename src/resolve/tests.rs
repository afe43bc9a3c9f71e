//! What words are read as: every form, clause and error, on the embedded graph and on small ones.

mod described;
mod errors;
mod forms;
mod small;

use std::sync::{Arc, LazyLock};

use indexmap::IndexMap;

use super::{Bindings, resolve};
use crate::diagnostic::Diagnostic;
use crate::formats::embedded;
use crate::graph::Graph;
use crate::syntax::parse_statement;

static EMBEDDED: LazyLock<Arc<Graph>> = LazyLock::new(|| embedded().expect("the embedded graph is sound"));

/// The result that every test has: `$boosters`.
fn bindings(graph: &Graph) -> Bindings {
    let entities = graph.entity_ids().take(2).map(super::phrase::bare).collect();
    IndexMap::from([("boosters".to_owned(), entities)])
}

/// A statement, read and described on one line; or its error: `code at "words": suggestions`.
fn read(text: &str, graph: &Graph) -> String {
    let read = parse_statement(text).and_then(|statement| resolve(&statement, graph, &bindings(graph)));
    match read {
        Ok(resolved) => described::statement(&resolved, graph),
        Err(error) => error_told(text, &error),
    }
}

fn error_told(text: &str, error: &Diagnostic) -> String {
    let place = error.span.map(|span| text.get(span.start..span.end).unwrap_or("?"));
    let mut told = format!("{} at `{}`", error.code, place.unwrap_or("nothing"));
    if !error.suggestions.is_empty() {
        told.extend([format!(": {}", error.suggestions.join(", "))]);
    }
    if let Some(mended) = &error.mended {
        told.extend([format!(" => {mended}")]);
    }
    told
}

/// Every statement of a table must be read as the table says; all that are not are shown at once.
#[track_caller]
fn check(graph: &Graph, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, read(text, graph)))
        .filter(|(_, expected, got)| *expected != got)
        .map(|(text, expected, got)| format!("{text}\n  expected {expected}\n  got      {got}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
