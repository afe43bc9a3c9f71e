//! Snapshots: a graph in one file that opens in no time, whatever its size.
//!
//! | bytes | what |
//! |---|---|
//! | 64 | header: magic, version, byte order, how many sections, how long the file is, checksums of table and header |
//! | 40 a section | section table: number, width of its numbers, place, length, checksum (XXH3) |
//! | the rest | sections, each at a multiple of 64 bytes, zeros between them: the preamble (postcard), then columns |
//!
//! Header and table are little-endian; columns are in the byte order of the machine, which the header states, because they
//! are used as they lie. Which columns there are is told by [`crate::graph::parts::Columns`]. Opening looks at header, table
//! and preamble only; what a column says is checked when it is followed, and `endograph check` looks through all of it.

mod header;
mod map;
mod read;
mod refusal;
mod section;
#[cfg(test)]
mod tests;
mod verify;
mod write;

/// What names of snapshots end in.
pub const ENDING: &str = "endo";

pub use read::{among_others, begins_as_snapshot, is_snapshot, open};
pub use verify::verify;
pub use write::{Written, write, write_watched};
