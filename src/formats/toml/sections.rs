//! The files as rows, gathered by table whatever file they stand in.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use toml::Spanned;
use toml::de::DeTable;

use super::row::Row;
use crate::diagnostic::Code;
use crate::formats::TextFile;
use crate::formats::log::{Log, Place};
use crate::graph::Frame;

/// The top-level tables of the format.
const TABLES: &[&str] = &[
    "graph",
    "kind",
    "relation",
    "context",
    "source",
    "entity",
    "variant",
    "edge",
    "figure",
    "disagreement",
    "accepted",
];

/// Parses every file as far as it goes; several at once, since a graph is not open before.
pub(super) fn parse<'a>(files: &'a [Arc<TextFile>], log: &Log<'_>) -> Vec<Spanned<DeTable<'a>>> {
    let parsed: Vec<_> = files.par_iter().map(|file| DeTable::parse_recoverable(&file.text)).collect();
    let told = |(position, (document, errors)): (usize, (Spanned<DeTable<'a>>, Vec<toml::de::Error>))| {
        for error in errors {
            let end = files[position].text.len();
            let span = error.span().unwrap_or(end..end);
            log.add(Place::new(position, span), Code::Toml, error.message().to_lowercase());
        }
        document
    };
    parsed.into_iter().enumerate().map(told).collect()
}

/// The rows of every table, in the order of the files.
#[derive(Default)]
pub(super) struct Sections<'a> {
    pub(super) graph: Vec<Row<'a>>,
    pub(super) kinds: Vec<Row<'a>>,
    pub(super) relations: Vec<Row<'a>>,
    pub(super) contexts: Vec<Row<'a>>,
    pub(super) sources: Vec<Row<'a>>,
    pub(super) entities: Vec<Row<'a>>,
    pub(super) variants: Vec<Row<'a>>,
    pub(super) edges: Vec<Row<'a>>,
    pub(super) figures: Vec<Row<'a>>,
    pub(super) disagreements: Vec<Row<'a>>,
    pub(super) acceptances: Vec<Row<'a>>,
}

impl<'a> Sections<'a> {
    pub(super) fn of(documents: &'a [Spanned<DeTable<'a>>], log: &'a Log<'a>) -> Self {
        let mut sections = Self::default();
        for (file, document) in documents.iter().enumerate() {
            let top = Row::new(document.get_ref(), Place::new(file, 0..0), log);
            top.only(TABLES);
            sections.graph.extend(top.row("graph"));
            sections.kinds.extend(top.rows("kind"));
            sections.relations.extend(top.rows("relation"));
            sections.contexts.extend(top.rows("context"));
            sections.sources.extend(top.rows("source"));
            sections.entities.extend(top.rows("entity"));
            sections.variants.extend(top.rows("variant"));
            sections.edges.extend(top.rows("edge"));
            sections.figures.extend(top.rows("figure"));
            sections.disagreements.extend(top.rows("disagreement"));
            sections.acceptances.extend(top.rows("accepted"));
        }
        sections
    }
}

/// Reads `[graph]`; a graph without one is called as its first file is. Graphs that are read together each have their own:
/// their names, titles and versions are joined.
pub(super) fn read_header(rows: &[Row<'_>], files: &[Arc<TextFile>], frame: &mut Frame) {
    if rows.is_empty() {
        let stem = files.first().and_then(|file| Path::new(&file.name).file_stem());
        frame.name = stem.map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    }
    for header in rows {
        header.only(&["name", "title", "version"]);
        let name = header.required("name").map_or_else(String::new, |name| name.value.to_owned());
        let (title, version) = (header.string("title"), header.string("version"));
        for (known, more) in [(&mut frame.name, name), (&mut frame.title, title), (&mut frame.version, version)] {
            if !known.is_empty() && !more.is_empty() {
                known.push_str(" + ");
            }
            known.push_str(&more);
        }
    }
}
