//! Files to graphs.
//!
//! A graph is read whole or not at all: every fault of every file comes in one run, each with its place.

pub mod edge_list;
mod embedded;
mod fault;
mod loaded;
mod log;
mod open;
mod places;
pub mod toml;
pub mod write;

pub use embedded::{EMBEDDED_FILES, embedded, embedded_files, embedded_schema};
pub use fault::{Fault, TextFile};
pub use loaded::{Acceptance, Loaded};
pub use open::{is_edge_list, load, open, open_edge_lists, read_files};
pub use places::{Location, Places};
