//! `endograph check`: every fault of a graph, with its place.

use std::io;
use std::path::{Path, PathBuf};

use endograph::answer::{Answer, Format, GraphStamp, Rows, Table};
use endograph::diagnostic::{Code, Diagnostic, render};
use endograph::formats::Fault;
use endograph::graph::Graph;
use serde_json::{Value, json};

use super::arguments::Options;
use super::console::{Console, colour_on};
use super::graphs;
use super::interrupt::Interrupt;
use super::output::Output;
use super::status::Status;

/// Checks the graph at a path and prints what is wrong with it.
///
/// # Errors
/// Where the answers' stream cannot be written.
pub fn run(options: &Options, path: &Path) -> io::Result<Status> {
    let (stamp, faults, summary) = match graphs::open(&[PathBuf::from(path)]) {
        Ok(graph) => (stamp_of(&graph), Vec::new(), summary_of(&graph)),
        Err(faults) => (GraphStamp::default(), faults, String::new()),
    };
    let unreadable = faults.iter().any(|fault| fault.diagnostic.code == Code::Io);
    if unreadable && options.format == Format::Table {
        graphs::report(&faults); // nothing was checked, so there is nothing to count
        return Ok(Status::Unreadable);
    }
    let mut console = Console::new(options, Output::open(options.output.as_deref())?);
    if options.format == Format::Table {
        print_pictures(&mut console, &faults, &summary)?;
    } else {
        console.answer(&answer(path, stamp, &faults), &Interrupt::default())?;
    }
    console.output.finish()?;
    Ok(if unreadable {
        Status::Unreadable
    } else if faults.is_empty() {
        Status::Success
    } else {
        Status::Failed
    })
}

fn print_pictures(console: &mut Console, faults: &[Fault], summary: &str) -> io::Result<()> {
    let colour = matches!(console.output, Output::Standard) && colour_on(&io::stdout());
    for fault in faults {
        let (diagnostic, source) = graphs::with_source(fault);
        let picture = render(&diagnostic, Some(&source), colour);
        console.output.write(&format!("{}\n\n", picture.trim_end()))?;
    }
    match faults.len() {
        0 if console.quiet => Ok(()),
        0 => console.output.write(&format!("{summary}: no faults\n")),
        1 => console.output.write("1 fault\n"),
        count => console.output.write(&format!("{count} faults\n")),
    }
}

fn answer(path: &Path, graph: GraphStamp, faults: &[Fault]) -> Answer {
    let columns = ["file", "line", "column", "code", "message"].map(str::to_owned).to_vec();
    let rows = faults.iter().map(row).collect();
    Answer {
        statement: format!("check {}", path.display()),
        rows: Rows::Check(Table { columns, rows }),
        complete: true,
        notes: Vec::new(),
        graph,
    }
}

fn row(fault: &Fault) -> Vec<Value> {
    let Diagnostic { code, message, span, .. } = &fault.diagnostic;
    let place = span.map(|span| fault.file.line_and_column(span.start));
    let (line, column) = place.map_or((Value::Null, Value::Null), |(line, column)| (json!(line), json!(column)));
    vec![json!(fault.file.name), line, column, json!(code.as_str()), json!(message)]
}

fn stamp_of(graph: &Graph) -> GraphStamp {
    GraphStamp { name: graph.name.clone(), version: graph.version.clone() }
}

fn summary_of(graph: &Graph) -> String {
    format!("{} {}: {} entities, {} edges", graph.name, graph.version, graph.entities.len(), graph.edges.len())
}
