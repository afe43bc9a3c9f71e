//! The TOML format: one file or several, read together; any table may stand in any file.
//!
//! Reading is one walk over the files' spanned trees, table by table: vocabulary, sources, entities, edges, figures.
//! What concerns several tables at once (names used twice, chains, class cycles) is checked when all are read.

mod acceptances;
mod chains;
mod edges;
mod entities;
mod figures;
mod hierarchy;
mod names;
mod references;
mod row;
mod schema;
mod sections;
mod sources;
mod table;
mod vocabulary;

use std::sync::Arc;

use self::edges::EdgePlaces;
use self::entities::EntityPlaces;
use self::references::References;
use self::sections::Sections;
use super::log::{Log, Place};
use super::{Fault, Loaded, Places, TextFile};
use crate::graph::{Frame, Graph, Schema};

pub(super) use self::row::{Row, Text};
pub(super) use self::schema::{GROUPS, ROLES, keys_of_mapped_kind, read_look};

/// Reads a graph from files. `fallback` is the vocabulary of a graph that declares none of its own.
///
/// # Errors
/// Every fault of every file, by file, then by place.
pub fn load(files: Vec<TextFile>, fallback: Option<Schema>) -> Result<Graph, Vec<Fault>> {
    load_whole(files, fallback).map(|loaded| Arc::unwrap_or_clone(loaded.graph))
}

/// Reads a graph as [`load`] does, with what its curators need: where its parts stand, and which warnings are explained.
///
/// # Errors
/// As [`load`].
pub fn load_whole(files: Vec<TextFile>, fallback: Option<Schema>) -> Result<Loaded, Vec<Fault>> {
    let files: Vec<Arc<TextFile>> = files.into_iter().map(Arc::new).collect();
    let log = Log::new(&files);
    let loaded = read(&files, fallback, &log);
    let faults = log.into_faults();
    if faults.is_empty() { Ok(loaded) } else { Err(faults) }
}

fn read(files: &[Arc<TextFile>], fallback: Option<Schema>, log: &Log<'_>) -> Loaded {
    let documents = sections::parse(files, log);
    let sections = Sections::of(&documents, log);
    let mut frame = Frame::default();
    sections::read_header(&sections.graph, files, &mut frame);
    frame.schema = schema::read(&sections, fallback);
    vocabulary::check(&sections, log);
    let sources = sources::read(&sections.sources);
    let (mut entities, places) = entities::read(&sections.entities, &frame.schema);
    entities::read_pools(&places, log, &mut entities);

    let references = References::new(&frame.schema, &sources, &entities, log);
    let variants = entities::read_variants(&sections.variants, &references);
    let edges = edges::read(&sections.edges, &references);
    let figures = figures::read(&sections.figures, &references);
    let disagreements = sources::read_disagreements(&sections.disagreements, &references);
    let acceptances = acceptances::read(&sections.acceptances, &references, log);
    names::check(&places, &sections.variants, log);

    (frame.variants, frame.figures, frame.disagreements) = (variants, figures, disagreements);
    let (edges, edge_places): (_, Vec<EdgePlaces>) = edges.into_iter().unzip();
    let graph = Graph::whole(frame, sources.into_values().collect(), entities.into_values().collect(), edges);
    edges::check_duplicates(&graph, &edge_places, log);
    hierarchy::check(&graph, &places, &edge_places, log);
    chains::check(&graph, &edge_places, log);
    let entities = places.iter().map(EntityPlaces::declaration).map(Place::parts).collect();
    let edges = edge_places.iter().map(|place| place.statement.parts()).collect();
    let places = Places::new(files.to_vec(), entities, edges);
    Loaded { graph: Arc::new(graph), places, acceptances, warnings: Vec::new() }
}
