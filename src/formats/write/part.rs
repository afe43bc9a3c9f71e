//! The files that a format consists of, and where they go.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::Format;
use super::format::{is_gz, without_gz};
use crate::formats::Loaded;

/// What one of a format's files holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Everything: the format is one file.
    Whole,
    /// One edge a row or line.
    Edges,
    /// One entity a row or line.
    Nodes,
    /// What the relations of an edge list mean.
    Mapping,
    /// How Neo4j loads the two tables.
    Neo4j,
    /// How Memgraph loads the two tables.
    Memgraph,
    /// The name, title and version of a graph.
    Header,
    /// Kinds, relations and context keys.
    Schema,
    /// Sources.
    Sources,
    /// Entities.
    Entities,
    /// Names for an entity in a context.
    Variants,
    /// Figures that belong to no edge.
    Figures,
    /// What the sources disagree on.
    Disagreements,
    /// Warnings that the curators have explained.
    Acceptances,
}

impl Part {
    /// The parts of a folder of TOML files, in the order that one file has them, and the stems of their files.
    pub(super) const OF_TOML: &[(Self, &str)] = &[
        (Self::Header, "graph"),
        (Self::Schema, "schema"),
        (Self::Sources, "sources"),
        (Self::Entities, "entities"),
        (Self::Variants, "variants"),
        (Self::Edges, "edges"),
        (Self::Figures, "figures"),
        (Self::Disagreements, "disagreements"),
        (Self::Acceptances, "accepted"),
    ];

    /// Whether a graph has anything for this part of a TOML folder.
    fn is_used(self, loaded: &Loaded) -> bool {
        let graph = &loaded.graph;
        match self {
            Self::Sources => graph.source_count() > 0,
            Self::Entities => graph.entity_count() > 0,
            Self::Variants => !graph.variants.is_empty(),
            Self::Edges => graph.edge_count() > 0,
            Self::Figures => !graph.figures.is_empty(),
            Self::Disagreements => !graph.disagreements.is_empty(),
            Self::Acceptances => !loaded.acceptances.is_empty(),
            _ => true,
        }
    }
}

/// Where a graph is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'p> {
    /// A file; companions stand beside it.
    File(&'p Path),
    /// A folder; its files are called after the graph.
    Folder(&'p Path),
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartFile {
    /// What it holds.
    pub part: Part,
    /// Where it goes.
    pub path: PathBuf,
    /// Whether it is compressed (gzip).
    pub compressed: bool,
}

/// The files of a format at a target, in the order in which they are written. None where the format is a folder's only
/// and the target is a file.
pub fn files(format: Format, target: Target<'_>, loaded: &Loaded) -> Option<Vec<PartFile>> {
    if let (Format::Toml, Target::Folder(folder)) = (format, target) {
        let parts = Part::OF_TOML.iter().filter(|(part, _)| part.is_used(loaded));
        return Some(parts.map(|&(part, stem)| plain(part, folder.join(format!("{stem}.toml")))).collect());
    }
    if format == Format::Cypher {
        let Target::Folder(folder) = target else { return None };
        let names = [
            (Part::Nodes, "nodes.csv"),
            (Part::Edges, "edges.csv"),
            (Part::Neo4j, "load.neo4j.cypher"),
            (Part::Memgraph, "load.memgraph.cypher"),
        ];
        return Some(names.map(|(part, name)| plain(part, folder.join(name))).to_vec());
    }
    let base = Base::of(format, target, loaded);
    let ending = base.ending.as_str();
    Some(match format {
        Format::Tsv | Format::Csv => vec![
            base.file(Part::Edges, "", ending),
            base.file(Part::Nodes, ".nodes", ending),
            plain(Part::Mapping, base.path(".mapping.toml")),
        ],
        Format::KgxTsv | Format::KgxJsonLines => {
            vec![base.file(Part::Nodes, "_nodes", ending), base.file(Part::Edges, "_edges", ending)]
        }
        Format::Hetnet => vec![base.file(Part::Edges, "", ending), base.file(Part::Nodes, ".nodes", "tsv")],
        _ => vec![base.file(Part::Whole, "", ending)],
    })
}

fn plain(part: Part, path: PathBuf) -> PartFile {
    PartFile { part, path, compressed: false }
}

/// What the files of one graph have in common.
struct Base {
    /// The path without any ending.
    stem: PathBuf,
    ending: String,
    compressed: bool,
}

impl Base {
    fn of(format: Format, target: Target<'_>, loaded: &Loaded) -> Self {
        match target {
            Target::Folder(folder) => Self {
                stem: folder.join(file_name(&loaded.graph.name)),
                ending: format.ending().to_owned(),
                compressed: false,
            },
            Target::File(path) => {
                let bare = without_gz(path);
                let ending = bare.extension().map(|ending| ending.to_string_lossy().into_owned());
                let mut stem = bare.with_extension("");
                if let (Some(name), true) = (stem.file_name().and_then(|name| name.to_str()), format.names_parts()) {
                    let bare = name.strip_suffix("_edges").or_else(|| name.strip_suffix("_nodes"));
                    let name = bare.unwrap_or(name).to_owned();
                    stem.set_file_name(name);
                }
                Self { stem, ending: ending.unwrap_or_default(), compressed: is_gz(path) }
            }
        }
    }

    /// The path with something after its stem.
    fn path(&self, after: &str) -> PathBuf {
        let mut path = OsString::from(&self.stem);
        path.push(after);
        PathBuf::from(path)
    }

    fn file(&self, part: Part, mark: &str, ending: &str) -> PartFile {
        let dot = if ending.is_empty() { "" } else { "." };
        let gz = if self.compressed { ".gz" } else { "" };
        PartFile { part, path: self.path(&format!("{mark}{dot}{ending}{gz}")), compressed: self.compressed }
    }
}

impl Format {
    /// Whether the names of its files say which part they are.
    fn names_parts(self) -> bool {
        matches!(self, Self::KgxTsv | Self::KgxJsonLines)
    }
}

/// A graph's name as that of a file: what no file system takes, and dots, become hyphens.
fn file_name(graph: &str) -> String {
    let plain = |character: char| if character.is_alphanumeric() || character == '_' { character } else { '-' };
    let name: String = graph.chars().map(plain).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "graph".to_owned() } else { name.to_owned() }
}
