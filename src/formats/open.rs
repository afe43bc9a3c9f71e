//! Opening a graph at a path.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::edge_list::{self, Part};
use super::{Fault, Loaded, TextFile, embedded_schema, snapshot, toml};
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::Graph;

/// Opens the graph in a file, or in all `*.toml` files of a folder, sorted by name. The format is told by the file's
/// ending.
///
/// # Errors
/// Everything that cannot be read and everything that is wrong in what can, by file and place.
pub fn open(path: &Path) -> Result<Graph, Vec<Fault>> {
    if snapshot::is_snapshot(path) {
        return snapshot::open(path);
    }
    if is_edge_list(path) {
        return open_edge_lists(&[path.to_owned()]);
    }
    toml::load(read_files(path)?, Some(embedded_schema()?))
}

/// Opens a graph as [`open`] does, with what its curators need: where its parts stand, and which warnings are explained.
///
/// # Errors
/// As [`open`].
pub fn load(path: &Path) -> Result<Loaded, Vec<Fault>> {
    toml::load_whole(read_files(path)?, Some(embedded_schema()?))
}

/// Whether a path is an edge list or belongs to one, by its name: `model.tsv`, `model.nodes.csv`, `model.mapping.toml`.
pub fn is_edge_list(path: &Path) -> bool {
    Part::of(path) != Part::None
}

/// Opens one graph from edge lists, and from the nodes and mapping files that are among the paths or stand beside a list.
///
/// # Errors
/// As [`open`]; and a path of another format, because nothing says which of its entities the list means.
pub fn open_edge_lists(paths: &[PathBuf]) -> Result<Graph, Vec<Fault>> {
    let others: Vec<Fault> =
        paths.iter().filter(|path| !is_edge_list(path)).map(|path| of_another_format(path)).collect();
    if !others.is_empty() {
        return Err(others);
    }
    let mut parts: Vec<PathBuf> = Vec::with_capacity(paths.len());
    for path in paths {
        let companions = if Part::of(path) == Part::Edges { Part::companions(path) } else { Vec::new() };
        for part in [path.clone()].into_iter().chain(companions.into_iter().filter(|companion| companion.is_file())) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
    }
    if let (Some(first), false) = (parts.first(), parts.iter().any(|part| Part::of(part) == Part::Edges)) {
        return Err(vec![without_edges(first)]);
    }
    edge_list::load(read_all(&parts)?, embedded_schema()?)
}

fn of_another_format(path: &Path) -> Fault {
    let message = "an edge list and a graph of another format cannot be read together";
    let help = "open them one at a time, or write the edges as `[[edge]]` tables";
    fault(path, Diagnostic::new(Code::Io, message).help(help))
}

fn without_edges(path: &Path) -> Fault {
    let message = "this file says more of an edge list, but no edge list is given";
    fault(path, Diagnostic::new(Code::Io, message).help("name the edge list too: `--graph model.tsv`"))
}

/// Reads the files of a graph without loading them: several of them may be one graph.
///
/// # Errors
/// Every file that cannot be read. What an unread file declares would be missing everywhere else, so its absence is all
/// there is to show.
pub fn read_files(path: &Path) -> Result<Vec<TextFile>, Vec<Fault>> {
    let paths = files_of(path).map_err(|error| vec![unreadable(path, &error)])?;
    if paths.is_empty() {
        return Err(vec![fault(path, Diagnostic::new(Code::Io, "no `*.toml` file in this folder"))]);
    }
    read_all(&paths)
}

fn read_all(paths: &[PathBuf]) -> Result<Vec<TextFile>, Vec<Fault>> {
    let mut files = Vec::with_capacity(paths.len());
    let mut faults = Vec::new();
    for path in paths {
        match read(path) {
            Ok(file) => files.push(file),
            Err(fault) => faults.push(*fault),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

fn files_of(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "toml") && file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<TextFile, Box<Fault>> {
    let bytes = fs::read(path).map_err(|error| Box::new(unreadable(path, &error)))?;
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        let message = Diagnostic::new(Code::NotText, "this is UTF-16 text, or no text").help("save the file as UTF-8");
        return Err(Box::new(fault(path, message)));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let line =
            String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).lines().count().max(1);
        Box::new(fault(path, Diagnostic::new(Code::NotText, format!("line {line} is no UTF-8 text"))))
    })?;
    Ok(TextFile::new(path.display().to_string(), text))
}

fn unreadable(path: &Path, error: &io::Error) -> Fault {
    fault(path, Diagnostic::new(Code::Io, format!("cannot be read: {error}")))
}

fn fault(path: &Path, diagnostic: Diagnostic) -> Fault {
    Fault { file: Arc::new(TextFile::new(path.display().to_string(), "")), diagnostic }
}
