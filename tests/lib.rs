//! Tests of the program as its users meet it: the binary with arguments, input, files and a terminal.

mod answers;
mod cli;
mod embedded;
mod harness;
mod readme;
mod scripts;
mod support {
    pub mod schema;
}
mod terminal;
