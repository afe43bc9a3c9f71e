//! `endograph build`: a graph as one snapshot, which opens in no time.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use endograph::diagnostic::{Code, Diagnostic};
use endograph::formats::snapshot;

use super::arguments::Options;
use super::console::picture;
use super::files::{Files, cannot_write};
use super::graphs;
use super::interrupt::Interrupt;
use super::output::Output;
use super::progress::ProgressLine;
use super::status::Status;

/// Builds a snapshot of the graph in these files.
///
/// # Errors
/// Where the answers' stream cannot be written.
pub fn run(options: &Options, inputs: &[PathBuf], output: &Path, interrupt: &Interrupt) -> io::Result<Status> {
    let begun = Instant::now();
    if let Some(input) = inputs.iter().find(|input| is_same(input, output)) {
        let message = format!("`{}` would replace what it is built from", input.display());
        picture(&Diagnostic::new(Code::Io, message).help("give the snapshot a name of its own"), None);
        return Ok(Status::Usage);
    }
    // An earlier snapshot is what a new one is to replace; anything else, a script of the same ending too, was hardly meant.
    if !snapshot::begins_as_snapshot(output)
        && let Err(refusal) = Files::of_command_line(options).may_write(output)
    {
        picture(&refusal, None);
        return Ok(Status::Unreadable);
    }
    let graph = match graphs::open(inputs, options, &interrupt.cancel(options.limits())) {
        Ok(graph) => graph,
        Err(faults) => {
            let unreadable = faults.iter().any(|fault| fault.diagnostic.code == Code::Io);
            graphs::report(&faults);
            let status = graphs::status(&faults);
            return Ok(if status == Status::Unreadable && !unreadable { Status::Failed } else { status });
        }
    };
    let line = ProgressLine::default();
    let written = match line.during(|| snapshot::write_watched(&graph, output, &line.of_graph())) {
        Ok(written) => written,
        Err(error) => {
            picture(&cannot_write(output, &error), None);
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
