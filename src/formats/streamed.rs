//! The formats that are read as a stream of records, and which of them a file is.

use std::io;

use super::input::Input;
use super::intake::Intake;
use super::{bel, edge_list, graphml, kgx, rdf, sif};

/// A format whose files are read from beginning to end, each record pushed into an [`Intake`].
pub struct Format {
    /// As messages call it.
    pub name: &'static str,
    /// Whether a file is of this format, by its ending (lower case, `.gz` left out) and its first bytes.
    pub recognises: fn(ending: &str, start: &[u8]) -> bool,
    /// Reads a file. An error is one of reading; what is wrong with the text goes to the intake.
    pub read: fn(Input, &mut Intake) -> io::Result<()>,
}

/// How much of a file is looked at to tell its format.
pub(super) const START: usize = 4096;

/// Every format, the pickiest first. A new one is a line here.
const FORMATS: &[Format] = &[
    Format { name: "KGX", recognises: kgx::recognises, read: kgx::read },
    Format { name: "N-Triples", recognises: rdf::recognises_n_triples, read: rdf::read_n_triples },
    Format { name: "Turtle", recognises: rdf::recognises_turtle, read: rdf::read_turtle },
    Format { name: "BEL node-link JSON", recognises: bel::recognises, read: bel::read },
    Format { name: "GraphML", recognises: graphml::recognises, read: graphml::read },
    Format { name: "edge list", recognises: edge_list::recognises, read: edge_list::read },
    Format { name: "SIF", recognises: sif::recognises, read: sif::read },
];

/// The format of a file.
pub(super) fn format_of(ending: &str, start: &[u8]) -> Option<&'static Format> {
    FORMATS.iter().find(|format| (format.recognises)(ending, start))
}

/// The names of all formats.
pub(super) fn names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}
