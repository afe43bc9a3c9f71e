//! `endograph build`: a graph as one snapshot, which opens in no time.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use endograph::cancel::Cancel;
use endograph::diagnostic::{Code, Diagnostic};
use endograph::formats::snapshot;

use super::arguments::Options;
use super::console::picture;
use super::graphs;
use super::output::Output;
use super::status::Status;

/// Builds a snapshot of the graph in these files.
///
/// # Errors
/// Where the answers' stream cannot be written.
pub fn run(options: &Options, inputs: &[PathBuf], output: &Path) -> io::Result<Status> {
    let begun = Instant::now();
    if let Some(input) = inputs.iter().find(|input| is_same(input, output)) {
        let message = format!("`{}` would replace what it is built from", input.display());
        picture(&Diagnostic::new(Code::Io, message).help("give the snapshot a name of its own"), None);
        return Ok(Status::Usage);
    }
    let graph = match graphs::open(inputs, options, Cancel::never()) {
        Ok(graph) => graph,
        Err(faults) => {
            let unreadable = faults.iter().any(|fault| fault.diagnostic.code == Code::Io);
            graphs::report(&faults);
            return Ok(if unreadable { Status::Unreadable } else { Status::Failed });
        }
    };
    let written = match snapshot::write(&graph, output) {
        Ok(written) => written,
        Err(error) => {
            picture(&Diagnostic::new(Code::Io, format!("cannot write `{}`: {error}", output.display())), None);
            return Ok(Status::Unreadable);
        }
    };
    if !options.quiet {
        let (entities, edges) = (graph.entity_count(), graph.edge_count());
        let text = format!("{}: {entities} entities, {edges} edges, {} bytes\n", output.display(), written.bytes);
        Output::Standard.write(&text)?;
    }
    if options.timer {
        eprintln!("built in {:.3} s", begun.elapsed().as_secs_f64());
    }
    Ok(Status::Success)
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}
