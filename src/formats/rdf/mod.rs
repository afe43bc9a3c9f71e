//! RDF: N-Triples and Turtle.
//!
//! A triple whose object is an IRI is an edge; what is called `rdfs:label`, a synonym, a definition or a type says more of
//! the entity; other literals are counted and told. IRIs become CURIEs by the prefixes of the file or the usual ones, and
//! predicates mean what the mappings `ontology` and `biolink` or the vocabulary say of these; those that nothing explains
//! are listed and never followed. A reified statement (`rdf:subject`, `rdf:predicate`, `rdf:object`) is an edge with its
//! sign, context and evidence: so endograph writes its own graphs, in `urn:endograph:`, and so KGX does.
//!
//! The text is read line by line and parsed by oxttl as it comes; held are the descriptions of the entities, and one
//! statement.

mod description;
mod names;
mod reading;
mod sequences;
mod statement;
mod subject;
#[cfg(test)]
mod tests;
mod vocabulary;

use std::io;

use oxttl::{NTriplesParser, TurtleParser};

use self::reading::Parser;
use super::input::Input;
use super::intake::Intake;

/// Whether a file is N-Triples, by its ending.
pub(super) fn recognises_n_triples(ending: &str, _start: &[u8]) -> bool {
    matches!(ending, "nt" | "ntriples")
}

/// Whether a file is Turtle, by its ending.
pub(super) fn recognises_turtle(ending: &str, _start: &[u8]) -> bool {
    matches!(ending, "ttl" | "turtle")
}

/// Takes the triples of an N-Triples file in.
pub(super) fn read_n_triples(input: Input, intake: &mut Intake) -> io::Result<()> {
    reading::read(input, Parser::NTriples(NTriplesParser::new().low_level()), intake)
}

/// Takes the triples of a Turtle file in.
pub(super) fn read_turtle(input: Input, intake: &mut Intake) -> io::Result<()> {
    reading::read(input, Parser::Turtle(TurtleParser::new().low_level()), intake)
}
