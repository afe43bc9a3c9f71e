//! GraphML, as networkx, igraph, Gephi, Neo4j and yEd write it.
//!
//! `<key>` elements name the attributes of nodes and edges; which of them say a name, a kind, a relation, a sign is told by
//! their names (`attributes.rs`), all others are counted and told. Elements are taken one by one as they stand in the file.
//! An edge that is not directed says nothing of who acts on whom: it is listed, and never followed. A document type
//! declaration is refused, since it can name other files and make small files large.
//!
//! Brandes et al., GraphML progress report, Graph Drawing 2001.

mod attributes;
mod element;
mod reading;
#[cfg(test)]
mod tests;

use std::io::{self, BufReader};

use super::input::Input;
use super::intake::Intake;

/// Whether a file is GraphML, by its ending and its first element.
pub(super) fn recognises(ending: &str, start: &[u8]) -> bool {
    let start = start.trim_ascii_start();
    ending == "graphml"
        || (ending == "xml" && start.starts_with(b"<") && memchr::memmem::find(start, b"graphml").is_some())
}

/// Takes a graph in.
pub(super) fn read(input: Input, intake: &mut Intake) -> io::Result<()> {
    reading::read(BufReader::new(input), intake)
}
