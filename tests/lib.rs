//! Tests of the program as its users meet it: the binary with arguments, input, files and a terminal.

mod bad_graphs;
mod cli;
mod embedded;
mod graph_names;
mod harness;
#[path = "support/schema.rs"]
mod schema;
mod scripts;
mod terminal;
