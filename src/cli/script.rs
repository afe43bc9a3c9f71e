//! The texts of a run: code on the command line, files, standard input; and the blocks of Markdown files.

use std::ffi::OsStr;
use std::io::{self, Read};
use std::path::Path;

use endograph::diagnostic::{Code, Diagnostic, Place, Source, io_reason};
use endograph::graph::Graph;
use endograph::syntax::decode;

use super::markdown::{self, Block};

/// A text of statements.
#[derive(Clone, Debug)]
pub struct Text {
    /// What it says, and what errors call it.
    pub source: Source,
    /// What its questions were asked of, where a transcript tells.
    pub asked_of: AskedOf,
}

/// What the questions of a transcript were asked of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedOf {
    /// The graph's name.
    pub graph: Option<String>,
    /// The graph's version.
    pub version: Option<String>,
    /// How large the graph was, as [`size_of`] writes it.
    pub size: Option<String>,
    /// The seed.
    pub seed: Option<u64>,
}

/// How large a graph is, to tell graphs of one name and version apart: `150+409` entities and edges.
pub fn size_of(graph: &Graph) -> String {
    format!("{}+{}", graph.entity_count(), graph.edge_count())
}

/// The language of blocks that are run.
pub const LANGUAGE: &str = "endo";

impl From<Source> for Text {
    fn from(source: Source) -> Self {
        Self { source, asked_of: AskedOf::default() }
    }
}

/// The pieces given with `-c`.
pub fn from_command_line(pieces: &[String]) -> Vec<Text> {
    let name = |position: usize| if pieces.len() == 1 { "-c".to_owned() } else { format!("-c {}", position + 1) };
    pieces.iter().enumerate().map(|(position, text)| Source::new(name(position), text).into()).collect()
}

/// A script file, or the blocks of statements of a Markdown file; `-` is standard input.
///
/// # Errors
/// A file that cannot be read (`io`), holds no text (`not-text`), or is Markdown without statements (`syntax`).
pub fn from_file(path: &Path) -> Result<Vec<Text>, Box<Diagnostic>> {
    if path == Path::new("-") {
        return from_standard_input();
    }
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| unreadable(&name, &error))?;
    let text = text(&name, &bytes)?;
    if !is_markdown(path) {
        return Ok(vec![Source::new(name, text).into()]);
    }
    let blocks = markdown::blocks(&text);
    let texts: Vec<Text> = blocks.iter().filter(|it| it.language() == LANGUAGE).map(|it| of_block(&name, it)).collect();
    if texts.is_empty() {
        let message = format!("`{name}` holds no statements to run");
        let help = format!("of a Markdown file the blocks that begin with ```{LANGUAGE} are run");
        return Err(Box::new(Diagnostic::new(Code::Syntax, message).help(help)));
    }
    Ok(texts)
}

/// All of standard input.
///
/// # Errors
/// Where it cannot be read (`io`) or holds no text (`not-text`).
pub fn from_standard_input() -> Result<Vec<Text>, Box<Diagnostic>> {
    let name = "standard input";
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(|error| unreadable(name, &error))?;
    Ok(vec![Source::new(name, text(name, &bytes)?).into()])
}

/// Whether a file is Markdown, by its name.
pub fn is_markdown(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    ["md", "markdown"].iter().any(|markdown| ending.eq_ignore_ascii_case(markdown))
}

fn of_block(name: &str, block: &Block) -> Text {
    let begins = Place { line: block.line, column: 1 };
    Text {
        source: Source::new(name, block.text.as_str()).beginning_at(begins),
        asked_of: AskedOf {
            graph: block.value("graph").map(str::to_owned),
            version: block.value("version").map(str::to_owned),
            size: block.value("size").map(str::to_owned),
            seed: block.value("seed").and_then(|seed| seed.parse().ok()),
        },
    }
}

fn text(name: &str, bytes: &[u8]) -> Result<String, Box<Diagnostic>> {
    decode(bytes).map(|text| text.to_string()).map_err(|mut diagnostic| {
        diagnostic.message = format!("`{name}` is no script: {}", diagnostic.message);
        Box::new(diagnostic)
    })
}

fn unreadable(name: &str, error: &io::Error) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::Io, format!("`{name}`: cannot be read: {}", io_reason(error))))
}
