//! How a graph is opened: what becomes of faulty rows, who is told how far it has come, and who may stop it.

use super::intake::Strictness;
use crate::cancel::Cancel;
use crate::observer::Observer;

/// How a graph is opened.
#[derive(Clone, Debug, Default)]
pub struct OpenOptions {
    /// What becomes of a graph with faulty rows.
    pub strictness: Strictness,
    /// What words mean, besides the mapping files that are read with the graph: names of ready mappings (`biolink`) or
    /// paths. Where two say something of a word, a file goes before a ready one.
    pub mappings: Vec<String>,
    /// What columns of tables are called: `subject`, and the title of the column that holds it. They go before those of
    /// mapping files.
    pub columns: Vec<(String, String)>,
    /// How many threads may work at it; 0 for as many as there are cores. Changes nothing in the graph.
    pub threads: usize,
    /// Polled while reading.
    pub cancel: Cancel,
    /// Told how far reading has come.
    pub progress: Progress,
}

/// How far opening a graph has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Advance {
    /// Bytes read, compressed as they stand in the files.
    pub bytes: u64,
    /// Bytes that the files have; 0 where that is not known.
    pub total: u64,
    /// Rows taken in.
    pub rows: u64,
    /// What is being done.
    pub stage: Stage,
}

/// What is being done with a graph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Its files are read.
    #[default]
    Reading,
    /// All is read, and the graph is being built.
    Building,
    /// A file of it is written: the bytes are those written, and those to be written.
    Writing,
}

/// Told how far opening a graph has come, or writing it.
pub type Progress = Observer<Advance>;
