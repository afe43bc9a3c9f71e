//! Stand-ins for parts of the library that are being built.

use std::path::{Path, PathBuf};

use endograph::answer::Answer;
use endograph::diagnostic::{Code, Diagnostic};
use endograph::graph::Graph;
use endograph::syntax::Statement;

#[derive(Clone, Debug)]
pub struct Source {
    pub name: String,
    pub text: String,
}

pub fn render(diagnostic: &Diagnostic, _source: Option<&Source>, _colour: bool) -> String {
    format!("error[{}]: {}", diagnostic.code, diagnostic.message)
}

pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    (before.matches('\n').count() + 1, before.chars().rev().take_while(|c| *c != '\n').count() + 1)
}

pub fn parse_script(_text: &str) -> Vec<Result<Statement, Diagnostic>> {
    Vec::new()
}

pub fn decode(bytes: &[u8]) -> Result<String, Diagnostic> {
    String::from_utf8(bytes.to_vec()).map_err(|error| Diagnostic::new(Code::NotText, error.to_string()))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Table,
    Json,
    Csv,
    Tsv,
    Markdown,
}

impl Format {
    pub const ALL: &[Self] = &[Self::Table, Self::Json, Self::Csv, Self::Tsv, Self::Markdown];
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Markdown => "markdown",
        }
    }
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.as_str() == name)
    }
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    pub colour: bool,
}

pub fn render_answer(answer: &Answer, _format: Format, _style: &Style) -> String {
    format!("{:?}", answer.rows)
}

pub fn render_error(error: &Diagnostic, statement: &str, _source: Option<&Source>) -> String {
    serde_json::json!({"statement": statement, "error": {"code": error.code.as_str(), "message": error.message}})
        .to_string()
}

#[derive(Clone, Debug)]
pub struct Fault {
    pub file: PathBuf,
    pub diagnostic: Diagnostic,
}

pub mod formats {
    use super::{Fault, Graph, Path, PathBuf};
    use endograph::diagnostic::{Code, Diagnostic};

    pub fn embedded() -> Result<Graph, Vec<Fault>> {
        Ok(Graph { name: "hpg".to_owned(), ..Graph::default() })
    }

    pub fn open(paths: &[PathBuf]) -> Result<Graph, Vec<Fault>> {
        let fault = |path: &Path| Fault {
            file: path.to_owned(),
            diagnostic: Diagnostic::new(Code::Io, format!("cannot read `{}`", path.display())),
        };
        Err(paths.iter().map(|path| fault(path)).collect())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    Complete,
    Incomplete,
}

pub fn completeness(text: &str) -> Completeness {
    if text.trim_end().ends_with(',') { Completeness::Incomplete } else { Completeness::Complete }
}

pub const STATEMENT_KEYWORDS: &[&str] =
    &["path", "show", "list", "find", "evidence", "figures", "schema", "stats", "let", "expect", "explain", "profile"];
pub const CLAUSE_KEYWORDS: &[&str] =
    &["via", "avoiding", "through", "not", "max", "min", "net", "given", "where", "limit", "including", "holding"];

pub fn complete_names(graph: &Graph, typed: &str, most: usize) -> Vec<(String, String)> {
    let typed = typed.to_lowercase();
    graph
        .entities
        .values()
        .filter(|entity| entity.name.to_lowercase().starts_with(&typed))
        .take(most)
        .map(|entity| (entity.name.clone(), String::new()))
        .collect()
}
