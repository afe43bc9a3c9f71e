//! The formats that a graph can be written in.

use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

/// A format that a graph can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// endograph's own: all that a graph says, in one file or a folder.
    Toml,
    /// An edge list with tabs, its nodes file and its mapping file.
    Tsv,
    /// The same with commas.
    Csv,
    /// Knowledge Graph Exchange, two tables with Biolink terms.
    KgxTsv,
    /// Knowledge Graph Exchange, two files with one JSON object a line.
    KgxJsonLines,
    /// Simple interaction format, as Cytoscape reads it.
    Sif,
    /// The table of metaedges and the table of nodes that Hetionet comes in.
    Hetnet,
    /// RDF, one triple a line.
    NTriples,
    /// RDF with prefixes.
    Turtle,
    /// GraphML, as Cytoscape, yEd, igraph and `NetworkX` read it.
    GraphMl,
    /// Graphviz.
    Dot,
    /// Two CSV files, and the Cypher that loads them into Neo4j and into Memgraph.
    Cypher,
}

/// Each format with its word for `--to`, what messages call it, and its usual ending.
const NAMES: &[(Format, &str, &str, &str)] = &[
    (Format::Toml, "toml", "endograph TOML", "toml"),
    (Format::Tsv, "tsv", "a TSV edge list", "tsv"),
    (Format::Csv, "csv", "a CSV edge list", "csv"),
    (Format::KgxTsv, "kgx-tsv", "KGX TSV", "tsv"),
    (Format::KgxJsonLines, "kgx-jsonl", "KGX JSON Lines", "jsonl"),
    (Format::Sif, "sif", "SIF", "sif"),
    (Format::Hetnet, "hetnet", "hetnet SIF", "sif"),
    (Format::NTriples, "ntriples", "N-Triples", "nt"),
    (Format::Turtle, "turtle", "Turtle", "ttl"),
    (Format::GraphMl, "graphml", "GraphML", "graphml"),
    (Format::Dot, "dot", "DOT", "dot"),
    (Format::Cypher, "cypher", "CSV with Cypher", "csv"),
];

/// Endings that tell a format.
const ENDINGS: &[(&str, Format)] = &[
    ("toml", Format::Toml),
    ("tsv", Format::Tsv),
    ("tab", Format::Tsv),
    ("txt", Format::Tsv),
    ("csv", Format::Csv),
    ("jsonl", Format::KgxJsonLines),
    ("ndjson", Format::KgxJsonLines),
    ("sif", Format::Sif),
    ("nt", Format::NTriples),
    ("ttl", Format::Turtle),
    ("graphml", Format::GraphMl),
    ("dot", Format::Dot),
    ("gv", Format::Dot),
];

impl Format {
    /// Every format, in the order that help lists them.
    pub const ALL: &[Self] = &[
        Self::Toml,
        Self::Tsv,
        Self::Csv,
        Self::KgxTsv,
        Self::KgxJsonLines,
        Self::Sif,
        Self::Hetnet,
        Self::NTriples,
        Self::Turtle,
        Self::GraphMl,
        Self::Dot,
        Self::Cypher,
    ];

    /// The word of the command line.
    pub fn as_str(self) -> &'static str {
        self.names().0
    }

    /// What messages call it: `SIF`, `a TSV edge list`.
    pub fn title(self) -> &'static str {
        self.names().1
    }

    /// The usual ending of its main file, without the dot.
    pub fn ending(self) -> &'static str {
        self.names().2
    }

    fn names(self) -> (&'static str, &'static str, &'static str) {
        let found = NAMES.iter().find(|(format, ..)| *format == self);
        found.map_or(("", "", ""), |&(_, word, title, ending)| (word, title, ending))
    }

    /// The format that a file's name tells: by its ending, before `.gz`; `x_edges.tsv` is KGX. None where the name tells
    /// nothing.
    pub fn of(path: &Path) -> Option<Self> {
        let plain = without_gz(path);
        let ending = plain.extension().map(OsStr::to_ascii_lowercase)?;
        let stem = plain.file_stem()?.to_string_lossy().to_lowercase();
        let format = ENDINGS.iter().find(|(known, _)| ending == *known).map(|&(_, format)| format)?;
        let kgx = stem.ends_with("_edges") || stem.ends_with("_nodes");
        Some(if format == Self::Tsv && kgx { Self::KgxTsv } else { format })
    }

    /// Whether the format is one file, which can go to standard output.
    pub const fn is_one_file(self) -> bool {
        matches!(self, Self::Toml | Self::Sif | Self::NTriples | Self::Turtle | Self::GraphMl | Self::Dot)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let found = NAMES.iter().find(|(_, known, ..)| *known == word);
        found.map(|&(format, ..)| format).ok_or_else(|| format!("no format is called `{word}`"))
    }
}

/// A path without the ending of a compressed file.
pub(super) fn without_gz(path: &Path) -> &Path {
    match (path.extension(), path.to_str()) {
        (Some(ending), Some(text)) if ending.eq_ignore_ascii_case("gz") => {
            text.get(..text.len() - ".gz".len()).map_or(path, Path::new)
        }
        _ => path,
    }
}

/// Whether a path's ending says that its file is compressed.
pub(super) fn is_gz(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"))
}
