//! Plain edge lists: TSV or CSV with a header, one signed edge a row.
//!
//! The columns are subject, relation, object, sign, evidence and context, by name; further columns are not read. An edge
//! list with a sign column needs nothing else. Without one, each relation gets its sign from the vocabulary or from a
//! mapping file; a nodes file may say more of the entities. Several lists are read together, joined by names.
//!
//! Reading goes row by row; what a relation is depends on the signs of all its rows, so edges are made at the end.

mod columns;
mod contexts;
mod delimiter;
mod edges;
mod entities;
mod identifiers;
mod kinds;
mod mapping;
mod nodes;
mod part;
mod records;
mod relations;
mod rows;
mod sign;
mod sources;
#[cfg(test)]
mod tests;
mod uses;
mod verbs;

use std::path::Path;
use std::sync::Arc;

use self::entities::Entities;
use self::mapping::Mapping;
use self::rows::Rows;
use super::log::Log;
use super::{Fault, TextFile};
use crate::diagnostic::Diagnostic;
use crate::graph::{Frame, Graph, Schema};

pub use part::Part;

/// How many faults are listed: a file of a million rows that is wrong throughout needs no million of them.
const MOST_FAULTS: usize = 50;

/// The version of a graph whose format has no place for one.
const VERSION: &str = "0";

/// Reads one graph from edge lists, nodes files and mapping files, told apart by their names (see [`Part`]). `vocabulary`
/// holds the kinds and relations that the files may use without saying what they mean.
///
/// Entities of the same name are the same entity, in whatever list they stand. O(n log n) in the size of the files.
///
/// # Errors
/// The faults of all files, by file, then by place: the first fifty, and how many more there are.
pub fn load(files: Vec<TextFile>, vocabulary: Schema) -> Result<Graph, Vec<Fault>> {
    let files: Vec<Arc<TextFile>> = files.into_iter().map(without_byte_order_mark).map(Arc::new).collect();
    let log = Log::new(&files);
    let graph = read(&files, vocabulary, &log);
    let mut faults = log.into_faults();
    if faults.is_empty() {
        return Ok(graph);
    }
    let hidden = faults.split_off(MOST_FAULTS.min(faults.len()));
    if let Some(first) = hidden.first() {
        let text = format!("{} more faults are not listed", hidden.len());
        faults.push(Fault { file: Arc::clone(&first.file), diagnostic: Diagnostic::new(first.diagnostic.code, text) });
    }
    Err(faults)
}

fn read(files: &[Arc<TextFile>], vocabulary: Schema, log: &Log<'_>) -> Graph {
    let of_part =
        |part: Part| files.iter().enumerate().filter(move |(_, file)| Part::of(Path::new(&file.name)) == part);
    let mut frame =
        Frame { schema: relations::for_any_kind(vocabulary), version: VERSION.to_owned(), ..Frame::default() };
    let first = of_part(Part::Edges).next().map(|(_, file)| Path::new(&file.name));
    let mapping = Mapping::read(of_part(Part::Mapping), first, &frame.schema, log);
    let mut entities = Entities::new(kinds::quantity(&mut frame.schema));
    for (file, text) in of_part(Part::Nodes) {
        nodes::read(file, text, &mut frame.schema, &mut entities, log);
    }
    let mut rows = Rows::default();
    for (file, text) in of_part(Part::Edges) {
        rows.read(file, text, &mut entities, &mut frame.schema.contexts, log);
    }
    let readings = relations::settle(&rows.uses, &mapping, &mut frame.schema, log);

    frame.name = name(of_part(Part::Edges).map(|(_, file)| file.as_ref()));
    let (edges, places) = edges::join(rows.statements, &readings);
    let graph = Graph::whole(
        frame,
        rows.sources.into_table().into_values().collect(),
        entities.into_table().into_values().collect(),
        edges,
    );
    super::toml::check_classes(&graph, |edge| places.get(edge.index()).copied(), log);
    graph
}

/// The stems of the edge lists.
fn name<'a>(files: impl Iterator<Item = &'a TextFile>) -> String {
    let stems = files.filter_map(|file| Some(Path::new(&file.name).file_stem()?.to_string_lossy().into_owned()));
    stems.collect::<Vec<_>>().join(" + ")
}

/// Spreadsheets put one before UTF-8 text; columns are counted after it.
fn without_byte_order_mark(file: TextFile) -> TextFile {
    match file.text.strip_prefix('\u{feff}') {
        Some(text) => TextFile { text: text.to_owned(), ..file },
        None => file,
    }
}
