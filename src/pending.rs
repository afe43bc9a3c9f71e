//! Stand-ins for parts of the library that are being built.

use std::path::Path;
use std::sync::Arc;

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

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Table,
    Json,
    Csv,
    Tsv,
    Markdown,
}

impl Format {
    pub const ALL: [Self; 5] = [Self::Table, Self::Json, Self::Csv, Self::Tsv, Self::Markdown];
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Markdown => "markdown",
        }
    }
}

impl std::str::FromStr for Format {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.iter().copied().find(|format| format.as_str() == name).ok_or_else(|| format!("no format {name}"))
    }
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    pub color: bool,
    pub width: Option<usize>,
    pub ascii: bool,
}

pub mod answer {
    use super::*;
    pub fn render(answer: &Answer, _format: Format, _style: Style) -> String {
        format!("{:?}", answer.rows)
    }

    pub fn render_error(statement: &str, error: &ErrorView<'_>, format: Format) -> Option<String> {
        (format == Format::Json).then(|| {
            serde_json::json!({"statement": statement, "error": {"code": error.code, "message": error.message}})
                .to_string()
                + "\n"
        })
    }
}

pub struct ErrorView<'a> {
    pub code: &'a str,
    pub message: &'a str,
    pub line: Option<usize>,
    pub column: Option<usize>,
    pub suggestions: &'a [String],
    pub mended: Option<&'a str>,
}

#[derive(Clone, Debug)]
pub struct TextFile {
    pub name: String,
    pub text: String,
}

impl TextFile {
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        position(&self.text, byte)
    }
}

#[derive(Clone, Debug)]
pub struct Fault {
    pub file: Arc<TextFile>,
    pub diagnostic: Diagnostic,
}

pub mod formats {
    use super::*;

    pub fn embedded() -> Result<Arc<Graph>, Vec<Fault>> {
        Ok(Arc::new(Graph { name: "hpg".to_owned(), ..Graph::default() }))
    }

    pub fn open(path: &Path) -> Result<Graph, Vec<Fault>> {
        Err(vec![Fault {
            file: Arc::new(TextFile { name: path.display().to_string(), text: String::new() }),
            diagnostic: Diagnostic::new(Code::Io, format!("cannot read `{}`", path.display())),
        }])
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
