//! Which part of a graph a file is, by its name.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What a file is to a graph that is read from edge lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `model.tsv`, `.tab`, `.txt`, `.csv`: one edge a row.
    Edges,
    /// `model.nodes.tsv` (or another of these endings): what is known of the entities.
    Nodes,
    /// `model.mapping.toml`: what relations mean.
    Mapping,
    /// No part of an edge list.
    None,
}

/// The endings of tables.
const TABLES: &[&str] = &["tsv", "tab", "txt", "csv"];

/// What stands before the ending of a nodes file and of a mapping file.
const NODES: &str = "nodes";
const MAPPING: &str = "mapping";

impl Part {
    /// The part that a file of this name is. Endings are read in any case.
    pub fn of(path: &Path) -> Self {
        let ending = path.extension().map(OsStr::to_ascii_lowercase).unwrap_or_default();
        let inner = path.file_stem().and_then(|stem| Path::new(stem).extension()).map(OsStr::to_ascii_lowercase);
        let inner = inner.unwrap_or_default();
        if TABLES.iter().any(|table| ending == *table) {
            if inner == NODES { Self::Nodes } else { Self::Edges }
        } else if ending == "toml" && inner == MAPPING {
            Self::Mapping
        } else {
            Self::None
        }
    }

    /// The nodes files and the mapping file that may stand beside an edge list: the same stem, another ending.
    pub fn companions(edges: &Path) -> Vec<PathBuf> {
        let nodes = TABLES.iter().map(|table| edges.with_extension(format!("{NODES}.{table}")));
        nodes.chain([Self::mapping_beside(edges)]).collect()
    }

    /// Where the mapping file of an edge list is looked for.
    pub fn mapping_beside(edges: &Path) -> PathBuf {
        edges.with_extension(format!("{MAPPING}.toml"))
    }
}
