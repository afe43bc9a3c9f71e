//! Tests of the program as its users meet it: the binary with arguments, input, files and a terminal.

mod cli;
mod embedded;
mod harness;
mod scripts;
mod terminal;
