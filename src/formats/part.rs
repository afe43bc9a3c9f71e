//! Which part of a graph a file is, by its name.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What a file is to a graph that is read from several files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `model.tsv`, `model.sif.gz`: holds edges.
    Edges,
    /// `model.nodes.tsv` (or another ending of tables), `model_nodes.jsonl`, `nodes.tsv`: what is known of the entities.
    Nodes,
    /// `model.mapping.toml`: what relations mean, and what columns are called.
    Mapping,
    /// A file or folder of the TOML format.
    Toml,
}

/// The endings of tables.
pub(super) const TABLES: &[&str] = &["tsv", "tab", "txt", "csv"];

/// The endings of files of KGX, of which `model_edges` belongs to `model_nodes`.
const KGX: &[&str] = &["tsv", "jsonl"];

/// The ending of SIF and of hetnet's edges.
const SIF: &str = "sif";

/// What stands before the ending of a nodes file, of a mapping file, and, if it is wanted, of an edge list.
const NODES: &str = "nodes";
const MAPPING: &str = "mapping";
const EDGES: &str = "edges";

impl Part {
    /// The part that a file of this name is. Endings are read in any case.
    pub fn of(path: &Path) -> Self {
        let (stem, ending) = stem_and_ending(path);
        let inner = Path::new(&stem).extension().map(OsStr::to_ascii_lowercase).unwrap_or_default();
        match ending.as_str() {
            "toml" if inner == MAPPING => Self::Mapping,
            "toml" | "" => Self::Toml,
            table if TABLES.contains(&table) && inner == NODES => Self::Nodes,
            // A table of the bare name may as well be an edge list; what it holds tells.
            "tsv" if stem.eq_ignore_ascii_case(NODES) => Self::Edges,
            "tsv" if after_hyphen(&stem) == NODES => Self::Nodes,
            ending if KGX.contains(&ending) && last_word(&stem) == NODES => Self::Nodes,
            _ => Self::Edges,
        }
    }

    /// The nodes files and the mapping file that may stand beside a file with edges: the same stem, another ending.
    pub fn companions(edges: &Path) -> Vec<PathBuf> {
        let stem = stem(edges);
        let with = |ending: String| edges.with_file_name(format!("{stem}.{ending}"));
        let ending = stem_and_ending(edges).1;
        let tables = TABLES.contains(&ending.as_str()) || ending == SIF;
        let nodes = TABLES
            .iter()
            .filter(|_| tables)
            .flat_map(|table| [with(format!("{NODES}.{table}")), with(format!("{NODES}.{table}.gz"))]);
        nodes.chain(of_kgx(edges)).chain(of_hetnet(edges)).chain([Self::mapping_beside(edges)]).collect()
    }

    /// Where the mapping file of a file with edges is looked for.
    pub fn mapping_beside(edges: &Path) -> PathBuf {
        edges.with_file_name(format!("{}.{MAPPING}.toml", stem(edges)))
    }
}

/// The nodes files that belong to `model_edges.tsv`: `model_nodes.tsv`, `model_nodes.tsv.gz`.
fn of_kgx(edges: &Path) -> Vec<PathBuf> {
    let (stem, ending) = stem_and_ending(edges);
    if !KGX.contains(&ending.as_str()) || last_word(&stem) != EDGES {
        return Vec::new();
    }
    let begin = stem.get(..stem.len() - EDGES.len()).unwrap_or_default();
    ["", ".gz"].map(|packed| edges.with_file_name(format!("{begin}{NODES}.{ending}{packed}"))).to_vec()
}

/// The nodes files that belong to `hetionet-v1.0-edges.sif`: `hetionet-v1.0-nodes.tsv`, gzipped or not.
fn of_hetnet(edges: &Path) -> Vec<PathBuf> {
    let (stem, ending) = stem_and_ending(edges);
    if ending != SIF || after_hyphen(&stem) != EDGES {
        return Vec::new();
    }
    let begin = stem.get(..stem.len() - EDGES.len()).unwrap_or_default();
    ["", ".gz"].map(|packed| edges.with_file_name(format!("{begin}{NODES}.tsv{packed}"))).to_vec()
}

/// What stands after the last hyphen, in lower case: `edges` of `hetionet-v1.0-edges`; nothing where there is none.
fn after_hyphen(stem: &str) -> String {
    stem.rsplit_once('-').map_or_else(String::new, |(_, word)| word.to_lowercase())
}

/// What stands after the last underscore, in lower case: `edges` of `model_edges` and of `edges`.
fn last_word(stem: &str) -> String {
    stem.rsplit('_').next().unwrap_or(stem).to_lowercase()
}

/// What a graph is called that is read from a file: `model` of `model.tsv`, `model.edges.tsv.gz`, `model_edges.jsonl`,
/// `model-edges.sif.gz`.
pub(super) fn stem(path: &Path) -> String {
    let (stem, ending) = stem_and_ending(path);
    let begin = stem.len().checked_sub(EDGES.len() + 1).and_then(|end| stem.get(..end));
    let names_part = match ending.as_str() {
        SIF => after_hyphen(&stem) == EDGES,
        ending => KGX.contains(&ending) && last_word(&stem) == EDGES,
    };
    if let (Some(begin), true) = (begin, names_part) {
        return begin.to_owned();
    }
    match Path::new(&stem).extension() {
        Some(inner) if inner.eq_ignore_ascii_case(EDGES) => {
            Path::new(&stem).file_stem().unwrap_or_default().to_string_lossy().into_owned()
        }
        _ => stem,
    }
}

/// The name without its folder and its ending, and the ending in lower case; `.gz` counts for neither.
pub(super) fn stem_and_ending(path: &Path) -> (String, String) {
    let mut path = Path::new(path.file_name().unwrap_or_default());
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz")) {
        path = Path::new(path.file_stem().unwrap_or_default());
    }
    let text = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    (text(path.file_stem()), text(path.extension()).to_lowercase())
}
