//! Opening a graph at a path.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Fault, Loaded, TextFile, embedded_schema, toml};
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::Graph;

/// Opens the graph in a file, or in all `*.toml` files of a folder, sorted by name.
///
/// # Errors
/// Everything that cannot be read and everything that is wrong in what can, by file and place.
pub fn open(path: &Path) -> Result<Graph, Vec<Fault>> {
    toml::load(read_files(path)?, Some(embedded_schema()?))
}

/// Opens a graph as [`open`] does, with what its curators need: where its parts stand, and which warnings are explained.
///
/// # Errors
/// As [`open`].
pub fn load(path: &Path) -> Result<Loaded, Vec<Fault>> {
    toml::load_whole(read_files(path)?, Some(embedded_schema()?))
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
    let mut files = Vec::with_capacity(paths.len());
    let mut faults = Vec::new();
    for path in &paths {
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
