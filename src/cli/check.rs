//! `endograph check`: every fault of a graph, and what looks wrong with its meaning, each with its place.

use std::io;
use std::path::Path;
use std::sync::Arc;

use endograph::answer::{Answer, Glossary, GraphStamp, Rows, Table};
use endograph::cancel::Cancel;
use endograph::diagnostic::{Code, Diagnostic, Severity, Source, render};
use endograph::exec::{self, Stopped};
use endograph::formats::{Fault, Loaded, snapshot};
use endograph::graph::Graph;
use endograph::lint::{self, Finding, Report};
use serde_json::{Value, json};

use super::arguments::{Deny, Options};
use super::console::{Console, colour_on, picture};
use super::graphs;
use super::interrupt::Interrupt;
use super::output::Output;
use super::status::Status;
use super::waiting;

/// The columns of a check's rows.
const COLUMNS: [&str; 7] = ["severity", "code", "file", "line", "column", "message", "explained"];

/// Checks the graph at a path and prints what is wrong with it.
///
/// # Errors
/// Where the answers' stream cannot be written.
pub fn run(options: &Options, path: &Path, deny: &[Deny], interrupt: &Interrupt) -> io::Result<Status> {
    let cancel = interrupt.cancel(options.limits());
    if snapshot::is_snapshot(path) {
        let snapshot = path.to_owned();
        return match waiting::wait(&cancel, move || snapshot::verify(&snapshot))? {
            Some(Ok(graph)) => report_snapshot(options, path, &graph),
            Some(Err(faults)) => report_faults(options, path, &faults),
            None => Ok(report_stopped(Stopped::Cancelled, &cancel)),
        };
    }
    match graphs::load(&[path.to_owned()], options, &cancel) {
        Ok(loaded) => report_findings(options, path, deny, &Arc::new(loaded), &cancel),
        Err(faults) if graphs::status(&faults) != Status::Unreadable => {
            graphs::report(&faults);
            Ok(graphs::status(&faults))
        }
        Err(faults) => report_faults(options, path, &faults),
    }
}

/// A graph that cannot be read, or has faults: nothing is said of its meaning.
fn report_faults(options: &Options, path: &Path, faults: &[Fault]) -> io::Result<Status> {
    let unreadable = faults.iter().any(|fault| fault.diagnostic.code == Code::Io);
    if unreadable && options.format.is_for_terminals() {
        graphs::report(faults); // nothing was checked, so there is nothing to count
        return Ok(Status::Unreadable);
    }
    let mut console = match Output::of(options) {
        Ok(output) => Console::new(options, output),
        Err(status) => return Ok(status),
    };
    if options.format.is_for_terminals() {
        for fault in faults {
            let (diagnostic, source) = graphs::with_source(fault);
            print_picture(&mut console, &diagnostic, Some(&source))?;
        }
        console.output.write(&format!("{}\n", counted(faults.len(), "fault")))?;
    } else {
        let rows = faults.iter().map(fault_row).collect();
        console.answer(&answer(path, GraphStamp::default(), rows).into(), &Interrupt::default())?;
    }
    console.output.finish()?;
    Ok(if unreadable { Status::Unreadable } else { Status::Failed })
}

/// A snapshot that is what was written. Its meaning is checked where it is built from: only there it has places.
fn report_snapshot(options: &Options, path: &Path, graph: &Graph) -> io::Result<Status> {
    let mut console = match Output::of(options) {
        Ok(output) => Console::new(options, output),
        Err(status) => return Ok(status),
    };
    if !options.format.is_for_terminals() {
        console.answer(&answer(path, exec::stamp(graph), Vec::new()).into(), &Interrupt::default())?;
    } else if !console.quiet {
        console.output.write(&format!("{} {}: {}: no faults\n", graph.name, graph.version, size(graph)))?;
    }
    console.output.finish()?;
    Ok(Status::Success)
}

fn size(graph: &Graph) -> String {
    format!("{} entities, {} edges", graph.entity_count(), graph.edge_count())
}

fn report_stopped(stopped: Stopped, cancel: &Cancel) -> Status {
    picture(&exec::stopped(stopped, cancel), None);
    cancel.cause().map_or(Status::Failed, Status::from)
}

fn report_findings(
    options: &Options,
    path: &Path,
    deny: &[Deny],
    loaded: &Arc<Loaded>,
    cancel: &Cancel,
) -> io::Result<Status> {
    let (checked, seed, token) = (Arc::clone(loaded), options.seed, cancel.clone());
    let report = waiting::wait(cancel, move || lint::check(&checked, seed, &token))?;
    let report = match report.unwrap_or(Err(Stopped::Cancelled)) {
        Ok(report) => report,
        Err(stopped) => return Ok(report_stopped(stopped, cancel)),
    };
    let denied = report.open().filter(|finding| is_denied(finding.severity, finding.code, deny)).count()
        + loaded.warnings.iter().filter(|warning| is_denied(Severity::Warning, warning.diagnostic.code, deny)).count();
    let mut console = match Output::of(options) {
        Ok(output) => Console::new(options, output),
        Err(status) => return Ok(status),
    };
    if options.format.is_for_terminals() {
        print_findings(&mut console, path, loaded, &report, denied)?;
    } else {
        let findings = report.findings.iter().map(|finding| finding_row(path, finding));
        let rows = loaded.warnings.iter().map(fault_row).chain(findings).collect();
        console.answer(&answer(path, exec::stamp(&loaded.graph), rows).into(), &Interrupt::default())?;
    }
    console.output.finish()?;
    Ok(if denied == 0 { Status::Success } else { Status::Failed })
}

/// Whether a check fails on a finding: errors always, warnings where it was told to.
fn is_denied(severity: Severity, code: Code, deny: &[Deny]) -> bool {
    severity == Severity::Error
        || deny.iter().any(|deny| match deny {
            Deny::Warnings => true,
            Deny::Code(denied) => *denied == code,
        })
}

fn print_findings(
    console: &mut Console,
    path: &Path,
    loaded: &Loaded,
    report: &Report,
    denied: usize,
) -> io::Result<()> {
    for warning in &loaded.warnings {
        let (diagnostic, source) = graphs::with_source(warning);
        print_picture(console, &diagnostic, Some(&source))?;
    }
    for finding in report.open() {
        let (mut diagnostic, source) = finding.diagnostic();
        if source.is_none() {
            diagnostic.message = format!("`{}`: {}", path.display(), diagnostic.message);
        }
        print_picture(console, &diagnostic, source.as_ref())?;
    }
    if console.quiet && report.open().next().is_none() && loaded.warnings.is_empty() {
        return Ok(());
    }
    let graph = &loaded.graph;
    let summary = summary(report, loaded.warnings.len(), denied);
    console.output.write(&format!("{} {}: {}: {summary}\n", graph.name, graph.version, size(graph)))
}

/// `no faults`, `3 warnings, 2 explained`
fn summary(report: &Report, of_reading: usize, denied: usize) -> String {
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning) + of_reading);
    let mut parts = Vec::new();
    if errors > 0 {
        parts.push(counted(errors, "error"));
    }
    if warnings > 0 {
        let denied = denied.saturating_sub(errors);
        let of_them = if denied > 0 { format!(" ({denied} denied)") } else { String::new() };
        parts.push(format!("{}{of_them}", counted(warnings, "warning")));
    }
    if parts.is_empty() {
        parts.push("no faults".to_owned());
    }
    if report.explained() > 0 {
        parts.push(format!("{} explained", report.explained()));
    }
    parts.join(", ")
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn print_picture(console: &mut Console, diagnostic: &Diagnostic, source: Option<&Source>) -> io::Result<()> {
    let colour = matches!(console.output, Output::Standard) && colour_on(&io::stdout());
    console.output.write(&format!("{}\n\n", render(diagnostic, source, colour).trim_end()))
}

fn answer(path: &Path, graph: GraphStamp, rows: Vec<Vec<Value>>) -> Answer {
    Answer {
        statement: format!("check {}", path.display()),
        rows: Rows::Check(Table { columns: COLUMNS.map(str::to_owned).to_vec(), rows }),
        complete: true,
        notes: Vec::new(),
        graph,
        glossary: Glossary::default(),
    }
}

fn fault_row(fault: &Fault) -> Vec<Value> {
    let Diagnostic { code, message, span, severity, .. } = &fault.diagnostic;
    let place = span.map(|span| fault.file.line_and_column(span.start));
    row(*severity, *code, &fault.file.name, place, message, None)
}

fn finding_row(path: &Path, finding: &Finding) -> Vec<Value> {
    let file =
        finding.location.as_ref().map_or_else(|| path.display().to_string(), |location| location.file.name.clone());
    let place = finding.location.as_ref().map(endograph::formats::Location::line_and_column);
    row(finding.severity, finding.code, &file, place, &finding.message, finding.explained.as_deref())
}

fn row(
    severity: Severity,
    code: Code,
    file: &str,
    place: Option<(usize, usize)>,
    message: &str,
    explained: Option<&str>,
) -> Vec<Value> {
    let (line, column) = place.map_or((Value::Null, Value::Null), |(line, column)| (json!(line), json!(column)));
    vec![json!(severity.as_str()), json!(code.as_str()), json!(file), line, column, json!(message), json!(explained)]
}
