//! A session: an open graph, its settings and the results bound in it. What the library offers to programs.

use std::path::PathBuf;
use std::sync::Arc;

use crate::answer::Answer;
use crate::cancel::Cancel;
use crate::diagnostic::Diagnostic;
use crate::graph::Graph;
use crate::syntax::Statement;

/// An open graph and what has been bound so far.
pub struct Session {
    graph: Arc<Graph>,
    options: Options,
}

/// What a session may use and how it samples.
#[derive(Clone, Debug)]
pub struct Options {
    /// Seeds the press model. Same graph, same statement, same seed: the same bytes.
    pub seed: u64,
    /// Seconds that one statement may take.
    pub timeout: Option<f64>,
    /// Bytes that one statement may use, roughly.
    pub memory_limit: Option<u64>,
    /// Threads that one statement may use; changes no answer.
    pub threads: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: 1, timeout: None, memory_limit: None, threads: 1 }
    }
}

/// Where a graph is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GraphLocation {
    /// `hpg`: the one in the binary.
    Embedded,
    /// A file or a folder.
    Path(PathBuf),
}

impl Session {
    /// A session on a graph.
    pub fn new(graph: Arc<Graph>, options: Options) -> Self {
        Self { graph, options }
    }

    /// The open graph.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The open graph, to keep beside the session.
    pub fn shared_graph(&self) -> Arc<Graph> {
        Arc::clone(&self.graph)
    }

    /// The settings, to change between statements.
    pub fn options_mut(&mut self) -> &mut Options {
        &mut self.options
    }

    /// Names bound so far, without `$`, in order.
    pub fn bound_names(&self) -> Vec<String> {
        Vec::new()
    }

    /// Everything wrong with a statement that can be known before it runs: unknown names, verbs, unbound results.
    ///
    /// # Errors
    /// The faults, at their places in the script.
    pub fn check(&self, _statement: &Statement) -> Result<(), Vec<Diagnostic>> {
        Ok(())
    }

    /// Runs one statement.
    ///
    /// # Errors
    /// What is wrong with it, at its place in the script; a failed expectation; a time-out.
    pub fn execute(&mut self, _statement: &Statement, _cancel: &Cancel) -> Result<Answer, Diagnostic> {
        Err(Diagnostic::new(crate::diagnostic::Code::NotApplicable, "not built yet"))
    }
}
