//! Files to graphs.
//!
//! A graph is read whole or not at all: every fault of every file comes in one run, each with its place.

mod bel;
mod cited;
mod cycles;
mod edge_list;
mod embedded;
mod fault;
mod graphml;
pub mod input;
pub mod intake;
mod kgx;
mod loaded;
mod log;
pub mod mappings;
mod open;
mod options;
mod part;
mod places;
mod position;
mod rdf;
#[cfg(test)]
mod sample;
mod sif;
pub mod snapshot;
mod streamed;
pub mod toml;
mod unfinished;
mod whole_file;
mod words;
pub mod write;

pub use embedded::{EMBEDDED_FILES, embedded, embedded_files, embedded_schema};
pub use fault::{Fault, TextFile};
pub use input::stopped_reading;
pub use loaded::{Acceptance, Loaded};
pub use open::{is_toml, load, open, open_texts, open_with, read_files};
pub use options::{Advance, OpenOptions, Progress, Stage};
pub use places::{Location, Places};
pub use unfinished::{Unfinished, remove_unfinished};
pub use whole_file::WholeFile;
