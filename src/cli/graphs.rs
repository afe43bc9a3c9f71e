//! Opening the graph that the command line names.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use endograph::graph::Graph;
use endograph::session::{self, Session};

use super::arguments::Options;
use super::console::picture;
use endograph::diagnostic::{Diagnostic, Source};
use endograph::formats::{self, Fault, Loaded};

/// The word that names the embedded graph.
const EMBEDDED: &str = "hpg";

/// The graph of these paths, read together; of none: the embedded one.
///
/// # Errors
/// Every fault of its files.
pub fn open(paths: &[PathBuf]) -> Result<Arc<Graph>, Vec<Fault>> {
    match paths {
        [] => formats::embedded(),
        [path] if is_embedded(path) => formats::embedded(),
        paths if paths.iter().any(|path| formats::is_edge_list(path)) => formats::open_edge_lists(paths).map(Arc::new),
        paths => {
            let mut files = Vec::new();
            for path in paths {
                files.extend(if is_embedded(path) { formats::embedded_files() } else { formats::read_files(path)? });
            }
            formats::toml::load(files, Some(formats::embedded_schema()?)).map(Arc::new)
        }
    }
}

/// The graph at a path, with what only its curators need.
///
/// # Errors
/// Every fault of its files.
pub fn load(path: &Path) -> Result<Loaded, Vec<Fault>> {
    if is_embedded(path) {
        return formats::toml::load_whole(formats::embedded_files(), None);
    }
    let is_toml = path.is_dir() || path.extension().is_none_or(|extension| extension == "toml");
    // Other formats keep no places.
    if is_toml { formats::load(path) } else { open(&[path.to_owned()]).map(Loaded::from) }
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
        timeout: options.timeout.map(|timeout| timeout.as_secs_f64()),
        memory_limit: options.memory_limit,
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
    (diagnostic, Source::new(&fault.file.name, &fault.file.text))
}
