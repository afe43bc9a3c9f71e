//! Opening the graph that the command line names.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use endograph::graph::Graph;
use endograph::session::{self, Session};

use super::arguments::Options;
use super::console::picture;
use super::progress::ProgressLine;
use super::status::Status;
use super::waiting;
use endograph::cancel::{Cancel, Cause};
use endograph::diagnostic::{Code, Diagnostic, Source, io_reason};
use endograph::formats::intake::Strictness;
use endograph::formats::{self, Fault, Loaded, OpenOptions, TextFile};

/// The word that names the embedded graph.
const EMBEDDED: &str = "hpg";

/// The graph of these paths, read together; of none: the embedded one. What is wrong with it and does not refuse it is
/// told on standard error.
///
/// # Errors
/// Every fault of its files.
pub fn open(paths: &[PathBuf], options: &Options, cancel: &Cancel) -> Result<Arc<Graph>, Vec<Fault>> {
    let loaded = load(paths, options, cancel)?;
    if !options.quiet {
        report(&loaded.warnings);
    }
    Ok(loaded.graph)
}

/// The graph of these paths as [`open`] reads it, with what only its curators need.
///
/// # Errors
/// Every fault of its files.
pub fn load(paths: &[PathBuf], options: &Options, cancel: &Cancel) -> Result<Loaded, Vec<Fault>> {
    if paths.iter().all(|path| is_embedded(path)) {
        return read(paths, &OpenOptions::default());
    }
    let line = ProgressLine::default();
    let reading = open_options(options, cancel.clone(), &line);
    let work = (paths.to_vec(), reading);
    let loaded = line.during(|| waiting::wait(cancel, move || read(&work.0, &work.1)));
    match loaded {
        Ok(Some(loaded)) => loaded,
        Ok(None) => Err(vec![stopped(paths, cancel)]),
        Err(error) => Err(vec![broken_off(paths, &error)]),
    }
}

fn read(paths: &[PathBuf], options: &OpenOptions) -> Result<Loaded, Vec<Fault>> {
    let files_of = |path: &PathBuf| {
        if is_embedded(path) { Ok(formats::embedded_files()) } else { formats::read_files(path) }
    };
    match paths {
        [] => formats::embedded().map(Loaded::from),
        [path] if is_embedded(path) => formats::toml::load_whole(formats::embedded_files(), None),
        paths if paths.iter().all(|path| is_embedded(path) || formats::is_toml(path)) => {
            let files: Vec<Vec<TextFile>> = paths.iter().map(files_of).collect::<Result<_, _>>()?;
            formats::toml::load_whole(files.concat(), Some(formats::embedded_schema()?))
        }
        paths => formats::open_with(paths, options),
    }
}

/// Opening took too long for whoever waits.
fn stopped(paths: &[PathBuf], cancel: &Cancel) -> Fault {
    fault(paths, formats::stopped_reading(cancel.cause().unwrap_or(Cause::Asked)))
}

fn broken_off(paths: &[PathBuf], error: &std::io::Error) -> Fault {
    fault(paths, Diagnostic::new(Code::Io, format!("cannot be read: {}", io_reason(error))))
}

fn fault(paths: &[PathBuf], diagnostic: Diagnostic) -> Fault {
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    Fault { file: Arc::new(TextFile::new(names.join(", "), "")), diagnostic }
}

/// What a run ends with that cannot open its graph.
pub fn status(faults: &[Fault]) -> Status {
    let has = |code: Code| faults.iter().any(|fault| fault.diagnostic.code == code);
    if has(Code::TimedOut) {
        Status::TimedOut
    } else if has(Code::OutOfMemory) {
        Status::Failed
    } else if has(Code::Interrupted) {
        Status::Interrupted
    } else {
        Status::Unreadable
    }
}

fn open_options(options: &Options, cancel: Cancel, line: &ProgressLine) -> OpenOptions {
    OpenOptions {
        strictness: if options.lenient { Strictness::Lenient } else { Strictness::Strict },
        columns: options.column.clone(),
        mappings: options.mapping.clone(),
        threads: options.threads.map_or(0, usize::from),
        cancel,
        progress: line.of_graph(),
    }
}

/// Whether a path is the word for the embedded graph.
pub fn is_embedded(path: &Path) -> bool {
    path.as_os_str() == EMBEDDED
}

/// A session on a graph, as the options say.
pub fn session(graph: Arc<Graph>, options: &Options) -> Session {
    let mut of_session = session::Options::default();
    apply(&mut of_session, options);
    Session::new(graph, of_session)
}

/// Has a session do as the options say.
pub fn apply(session: &mut session::Options, options: &Options) {
    session.seed = options.seed;
    session.threads = options.threads.map_or(session::Options::default().threads, usize::from);
}

/// Draws every fault on standard error.
pub fn report(faults: &[Fault]) {
    for fault in faults {
        let (diagnostic, source) = with_source(fault);
        picture(&diagnostic, Some(&source));
    }
}

/// What is wrong, and the text to point into. Where there is no place to point at, the message names the file.
pub fn with_source(fault: &Fault) -> (Diagnostic, Source) {
    let mut diagnostic = fault.diagnostic.clone();
    if diagnostic.span.is_none() {
        diagnostic.message = format!("`{}`: {}", fault.file.name, diagnostic.message);
    }
    (diagnostic, Source::new(&fault.file.name, &fault.file.text).beginning_at(fault.file.begins))
}
