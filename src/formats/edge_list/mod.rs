//! Plain edge lists: TSV or CSV with a header, one signed edge a row.
//!
//! The columns are subject, relation, object, sign, evidence and context, by name; further columns are not read. An edge
//! list with a sign column needs nothing else. Without one, each relation gets its sign from the vocabulary or from a
//! mapping file; a nodes file may say more of the entities. Several lists are read together, joined by names.
//!
//! A table is read in blocks ([`blocks`]), which several readers split into fields ([`split`]) while the rows of those before
//! are taken in, in order ([`pipeline`], [`rows`]). A reader also numbers the names that it meets, so that whoever takes the
//! rows in looks each up once a reader and not once a row. What a relation means depends on the signs of all its rows, so the
//! intake decides it at the end.

mod blocks;
mod columns;
mod delimiter;
mod layout;
mod marks;
mod nodes;
mod pipeline;
mod rows;
mod sheet;
mod split;
#[cfg(test)]
mod tests;

use std::io;

use self::blocks::{BLOCK, Blocks};
use super::input::{Input, Lines};
use super::intake::Intake;
use super::part::TABLES;

/// Whether a file is a table, by its ending.
pub(super) fn recognises(ending: &str, _start: &[u8]) -> bool {
    TABLES.contains(&ending)
}

/// Takes the rows of an edge list in.
pub(super) fn read(input: Input, intake: &mut Intake) -> io::Result<()> {
    rows::read(Blocks::new(input, BLOCK, Lines::LONGEST), intake)
}

/// Takes the entities of a nodes file in.
pub(super) fn read_nodes(input: Input, intake: &mut Intake) -> io::Result<()> {
    nodes::read(Blocks::new(input, BLOCK, Lines::LONGEST), intake)
}
