//! BEL graphs as PyBEL writes them: node-link JSON.
//!
//! `{"graph": {…}, "nodes": […], "links": […]}`. A node is a BEL term, a link a statement between two of them; what a
//! relation means, and what a modifier of its ends changes (`act()`, `deg()`), says the mapping `bel`. Nodes and links are
//! taken one by one as they stand in the file; only links that stand before the nodes are held until those are known.
//!
//! Hoyt et al., PyBEL: a computational framework for Biological Expression Language, Bioinformatics 2018.

mod document;
mod link;
mod node;
mod term;
#[cfg(test)]
mod tests;

use std::io::{self, BufReader};

use super::input::Input;
use super::intake::Intake;
use super::position::Positioned;

/// The mapping that says what its words mean.
const MAPPING: &str = "bel";

/// Whether a file is node-link JSON, by its ending.
pub(super) fn recognises(ending: &str, start: &[u8]) -> bool {
    ending == "json" && start.trim_ascii_start().starts_with(b"{")
}

/// Takes a graph in.
pub(super) fn read(input: Input, intake: &mut Intake) -> io::Result<()> {
    intake.imply(MAPPING);
    document::read(Positioned::new(BufReader::new(input)), intake)
}
