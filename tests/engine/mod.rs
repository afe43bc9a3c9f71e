//! What statements answer, on graphs of a few lines: one rule of the engine a test.

mod conditions;
mod contexts;
mod expectations;
mod paths;
mod relations;
mod removal;
mod stopping;
mod verdicts;

use std::sync::Arc;

use endograph::answer::{Answer, EntityRow, PathRole, PathRow, Rows, VerdictRow};
use endograph::cancel::Cancel;
use endograph::diagnostic::Diagnostic;
use endograph::formats::{TextFile, embedded_schema, toml};
use endograph::session::{Options, Session};
use endograph::syntax::parse_statement;

use crate::support::sketch;

/// A session on a sketched graph.
struct Small(Session);

impl Small {
    #[track_caller]
    fn new(text: &str) -> Self {
        let file = TextFile::new("sketch.toml", sketch::toml(text));
        let schema = embedded_schema().expect("the schema is sound");
        let graph = toml::load(vec![file], Some(schema)).unwrap_or_else(|faults| {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            panic!("{}", faults.join("\n"))
        });
        Self(Session::new(Arc::new(graph), Options::default()))
    }

    fn try_ask(&mut self, statement: &str) -> Result<Answer, Diagnostic> {
        self.0.execute(&parse_statement(statement)?, &Cancel::never())
    }

    #[track_caller]
    fn ask(&mut self, statement: &str) -> Answer {
        self.try_ask(statement).unwrap_or_else(|error| panic!("{statement}: {error:?}"))
    }

    /// Every statement of a table must answer so, a row a line.
    #[track_caller]
    fn check(&mut self, table: &[(&str, &[&str])]) {
        let mut wrong = String::new();
        for (statement, expected) in table {
            let told = rows(&self.ask(statement));
            if told != *expected {
                wrong.extend([format!("{statement}\n  expected {expected:#?}\n  got {told:#?}\n")]);
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }

    /// The codes of the remarks that an answer makes, and the text of one.
    #[track_caller]
    fn note(&mut self, statement: &str, code: &str) -> Option<String> {
        self.ask(statement).notes.into_iter().find(|note| note.code == code).map(|note| note.text)
    }
}

/// The rows of an answer, a line each.
fn rows(answer: &Answer) -> Vec<String> {
    match &answer.rows {
        Rows::Entities(rows) => rows.iter().map(entity).collect(),
        Rows::Verdicts(rows) => rows.iter().map(verdict).collect(),
        Rows::Paths(rows) => rows.iter().map(path).collect(),
        Rows::Count(count) => vec![format!("{}: {}", count.count, count.entities.join(", "))],
        Rows::Ok(row) => vec![row.what.clone()],
        other => panic!("rows of another kind: {other:?}"),
    }
}

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// `gonadorelin (continuous): suppresses determined direct, via class`
fn entity(row: &EntityRow) -> String {
    let mut told = row.entity.clone();
    let Some(effect) = &row.effect else { return told };
    for context in &effect.contexts {
        let values: Vec<&str> = context.values().map(String::as_str).collect();
        told.extend([format!(" ({})", values.join(", "))]);
    }
    told.extend([format!(": {}", word(effect.verdict))]);
    if let Some(certainty) = effect.certainty {
        told.extend([format!(" {}", word(certainty))]);
    }
    told.extend([format!(" {}", word(effect.directness))]);
    if let Some(class) = &row.via_class {
        told.extend([format!(", via {class}")]);
    }
    told
}

/// `GnRH on LH: yes, raises determined; continuous suppresses`
fn verdict(row: &VerdictRow) -> String {
    let mut told = format!("{} on {}: {}, {}", row.subject, row.object, word(row.answer), word(row.verdict));
    if let Some(certainty) = row.certainty {
        told.extend([format!(" {}", word(certainty))]);
    }
    if row.theoretical {
        told += " in theory";
    }
    for context in &row.contexts {
        let values: Vec<&str> = context.context.values().map(String::as_str).collect();
        told.extend([format!("; {} {}", values.join(", "), word(context.verdict))]);
    }
    told
}

/// `+ A > B > C, supporting`
fn path(row: &PathRow) -> String {
    let net = row.net.map_or("?", endograph::graph::Sign::as_str);
    let role = row.role.map_or("no role", |role| match role {
        PathRole::Supporting => "supporting",
        PathRole::Opposing => "opposing",
        PathRole::Sparing => "sparing",
        PathRole::Damping => "damping",
    });
    format!("{net} {}, {role}", row.entities.join(" > "))
}
