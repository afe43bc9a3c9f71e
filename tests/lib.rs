//! Tests of the library on whole graphs, and of the program as its users meet it: the binary with arguments, input,
//! files and a terminal.

mod adjacency;
mod answers;
mod bad_graphs;
mod cli;
mod coverage;
mod edge_lists;
mod embedded;
mod engine;
mod gallery;
mod graph_names;
mod harness;
mod imported;
mod large_graphs;
mod lints;
mod models;
mod outside_oracle;
mod pictures;
mod readme;
mod rooms;
mod scripts;
mod sitting;
mod snapshot;
mod support {
    pub mod schema;
    pub mod sketch;
}
mod terminal;
