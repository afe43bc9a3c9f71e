//! Opening the graph that the command line names.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use endograph::graph::Graph;
use endograph::session::{self, Session};

use super::arguments::Options;
use super::console::picture;
use super::progress::ProgressLine;
use endograph::cancel::Cancel;
use endograph::diagnostic::{Diagnostic, Source};
use endograph::formats::intake::Strictness;
use endograph::formats::{self, Fault, Loaded, OpenOptions, TextFile};

/// The word that names the embedded graph.
const EMBEDDED: &str = "hpg";

/// The graph of these paths, read together; of none: the embedded one. What is wrong with it and does not refuse it is
/// told on standard error.
///
/// # Errors
/// Every fault of its files.
pub fn open(paths: &[PathBuf], options: &Options, cancel: Cancel) -> Result<Arc<Graph>, Vec<Fault>> {
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
pub fn load(paths: &[PathBuf], options: &Options, cancel: Cancel) -> Result<Loaded, Vec<Fault>> {
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
        paths => {
            let line = ProgressLine::default();
            line.begin();
            let loaded = formats::open_with(paths, &open_options(options, cancel, &line));
            line.end();
            loaded
        }
    }
}

fn open_options(options: &Options, cancel: Cancel, line: &ProgressLine) -> OpenOptions {
    OpenOptions {
        strictness: if options.lenient { Strictness::Lenient } else { Strictness::Strict },
        columns: options.column.clone(),
        mappings: options.mapping.clone(),
        threads: options.threads.map_or(0, usize::from),
        cancel,
        progress: line.of_opening(),
    }
}

/// Whether a path is the word for the embedded graph.
pub fn is_embedded(path: &Path) -> bool {
    path.as_os_str() == EMBEDDED
}

/// A session on a graph with the options' budget.
pub fn session(graph: Arc<Graph>, options: &Options) -> Session {
    let defaults = session::Options::default();
    let options = session::Options {
        seed: options.seed,
        threads: options.threads.map_or(defaults.threads, usize::from),
        ..defaults
    };
    Session::new(graph, options)
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
