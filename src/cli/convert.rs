//! `endograph convert`: a graph in another format, whole or not at all, and what that format cannot hold.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use endograph::cancel::Cancel;
use endograph::diagnostic::{Code, Diagnostic, Severity};
use endograph::exec;
use endograph::formats::write::{Format, Loss, PartFile, Target, Writing, files};
use endograph::formats::{self, Fault, Loaded, embedded_schema};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::arguments::Options;
use super::console::{picture, say};
use super::files::{self, Files};
use super::graphs;
use super::interrupt::Interrupt;
use super::output::{Output, STANDARD};
use super::status::Status;
use super::waiting;

/// How long a conversion that is stopped may take to say where that was.
const PATIENCE: Duration = Duration::from_millis(200);

/// From where to where.
#[derive(Clone, Copy, Debug)]
pub struct Paths<'p> {
    /// The graph.
    pub from: &'p Path,
    /// A file, a folder, or `-`.
    pub to: &'p Path,
}

/// How to convert.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// The format to read, where the name does not tell.
    pub from: Option<Format>,
    /// The format to write, where the name does not tell.
    pub to: Option<Format>,
    /// Whether any loss is an error.
    pub strict: bool,
}

/// Why nothing was written.
enum Refusal {
    /// The command makes no sense.
    Usage(Diagnostic),
    /// Files cannot be read or written.
    Files(Diagnostic),
    /// The graph has faults.
    Faults(Vec<Fault>),
    /// The format cannot hold the graph, and that was not to be; it is said already.
    Loss,
    /// Whoever read has seen enough.
    Closed,
    /// Interrupted, or out of time.
    Stopped(Cancel),
}

impl From<Vec<Fault>> for Refusal {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Faults(faults)
    }
}

impl From<Box<Diagnostic>> for Refusal {
    fn from(refusal: Box<Diagnostic>) -> Self {
        Self::Files(*refusal)
    }
}

/// Converts a graph; nothing is written where anything is wrong.
pub fn run(options: &Options, paths: Paths<'_>, wish: Wish, interrupt: &Interrupt) -> Status {
    let cancel = interrupt.cancel(options.limits());
    let (from, to) = (paths.from.to_owned(), paths.to.to_owned());
    let (given, token) = (options.clone(), cancel.clone());
    let converted = waiting::wait_and_listen(
        &cancel,
        |_| PATIENCE,
        move || convert(&given, Paths { from: &from, to: &to }, wish, &token),
    );
    let converted = converted.unwrap_or_else(|error| Some(Err(cannot_write(paths.to, &error))));
    let converted = converted.unwrap_or_else(|| {
        formats::remove_unfinished();
        Err(Refusal::Stopped(cancel))
    });
    match converted {
        Ok(()) | Err(Refusal::Closed) => Status::Success,
        Err(Refusal::Loss) => Status::Failed,
        Err(Refusal::Usage(diagnostic)) => {
            picture(&diagnostic, None);
            Status::Usage
        }
        Err(Refusal::Files(diagnostic)) => {
            picture(&diagnostic, None);
            Status::Unreadable
        }
        Err(Refusal::Stopped(cancel)) => {
            picture(&exec::stopped(exec::Stopped::Cancelled, &cancel), None);
            cancel.cause().map_or(Status::Failed, Status::from)
        }
        Err(Refusal::Faults(faults)) => {
            graphs::report(&faults);
            graphs::status(&faults)
        }
    }
}

fn convert(options: &Options, paths: Paths<'_>, wish: Wish, cancel: &Cancel) -> Result<(), Refusal> {
    let format = format_of(paths.to, wish.to)?;
    let loaded = load(options, paths.from, wish.from, cancel)?;
    let vocabulary = embedded_schema()?;
    let writing = Writing::new(&loaded, format, &vocabulary);
    let destinations = destinations(format, paths.to, &loaded)?;
    let files = Files::of_command_line(options);
    refuse_overwriting(&destinations, paths.to, format, files)?;
    let losses = writing.losses();
    cancel.check().map_err(|_| Refusal::Stopped(cancel.clone()))?;
    if !losses.is_empty() && wish.strict {
        report_losses(format, &loaded, &losses, Severity::Error);
        say("nothing was written; without `--strict` it is");
        return Err(Refusal::Loss);
    }
    write(&writing, &destinations, files, cancel)?;
    if !losses.is_empty() {
        report_losses(format, &loaded, &losses, Severity::Warning);
    }
    if !options.quiet && destinations.iter().all(|destination| destination.path.as_os_str() != STANDARD) {
        say(&summary(&loaded, &destinations));
    }
    Ok(())
}

/// Reads the graph. Readers tell formats by the endings of names, and the folder of a TOML graph needs none.
fn load(options: &Options, path: &Path, wished: Option<Format>, cancel: &Cancel) -> Result<Loaded, Refusal> {
    let read = || Ok(graphs::load(&[path.to_owned()], options, cancel)?);
    let Some(format) = wished else { return read() };
    if format == Format::Toml && !graphs::is_embedded(path) {
        return Ok(formats::load(path)?);
    }
    let told = Format::of(path).map(Format::ending);
    if told.is_some_and(|ending| ending != format.ending()) || (told.is_none() && format != Format::Toml) {
        let message = format!("`{}` is not called as {format} is", path.display());
        let help = format!("give its name the ending `.{}`", format.ending());
        return Err(Refusal::Usage(Diagnostic::new(Code::Io, message).help(help)));
    }
    read()
}

fn format_of(to: &Path, wished: Option<Format>) -> Result<Format, Refusal> {
    let is_standard = to.as_os_str() == STANDARD;
    let format = match wished.or_else(|| Format::of(to)) {
        Some(format) => format,
        None if !is_standard && is_folder(to) => Format::Toml,
        None => {
            let message = format!("nothing says in which format to write `{}`", to.display());
            let words: Vec<&str> = Format::ALL.iter().map(|format| format.as_str()).collect();
            let help = format!("say it: `--to FORMAT`, one of {}", words.join(", "));
            return Err(Refusal::Usage(Diagnostic::new(Code::Io, message).help(help)));
        }
    };
    if is_standard && !format.is_one_file() {
        let message = format!("{format} is several files, which cannot go to standard output");
        return Err(Refusal::Usage(Diagnostic::new(Code::Io, message).help("name a file or a folder")));
    }
    Ok(format)
}

/// Whether a path is a folder, or is written as one: `out/`.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().to_string_lossy().ends_with(std::path::MAIN_SEPARATOR)
}

fn destinations(format: Format, to: &Path, loaded: &Loaded) -> Result<Vec<PartFile>, Refusal> {
    // Cypher is always a folder.
    let as_folder = is_folder(to) || (format == Format::Cypher && to.extension().is_none());
    let target = if as_folder { Target::Folder(to) } else { Target::File(to) };
    files(format, target, loaded).ok_or_else(|| {
        let message = format!("{format} is several files: `{}` must be a folder", to.display());
        Refusal::Usage(Diagnostic::new(Code::Io, message).help("end its name with `/`"))
    })
}

/// Files that are there are replaced only where that was asked for; other TOML files in the folder of a graph would be read
/// with it, and are never touched.
fn refuse_overwriting(destinations: &[PartFile], to: &Path, format: Format, allowed: Files) -> Result<(), Refusal> {
    for destination in destinations {
        allowed.may_write(&destination.path)?;
    }
    let is_toml_folder = format == Format::Toml && to.is_dir();
    if let (true, Ok(entries)) = (is_toml_folder, fs::read_dir(to)) {
        let mut others: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        others.retain(|path| {
            path.extension() == Some(OsStr::new("toml")) && !destinations.iter().any(|it| it.path == *path)
        });
        others.sort();
        if let Some(other) = others.first() {
            let message = format!("`{}` would be read as part of the graph", other.display());
            let help = "write to another folder, or take that file away";
            return Err(Refusal::Files(Diagnostic::new(Code::Io, message).help(help)));
        }
    }
    Ok(())
}

/// Writes every file under a name of its own; only when all are whole do they take their names.
fn write(writing: &Writing<'_>, destinations: &[PartFile], allowed: Files, cancel: &Cancel) -> Result<(), Refusal> {
    let mut outputs = Vec::with_capacity(destinations.len());
    for destination in destinations {
        let path = &destination.path;
        let unwritable = |error| match cancel.check() {
            Ok(()) => cannot_write(path, &error),
            Err(_) => Refusal::Stopped(cancel.clone()),
        };
        make_folder(path).map_err(unwritable)?;
        let mut output = allowed.create(path)?;
        write_part(writing, destination, &mut output, cancel).map_err(unwritable)?;
        outputs.push((path, output));
    }
    for (path, output) in outputs {
        output.finish().map_err(|error| cannot_write(path, &error))?;
    }
    Ok(())
}

fn make_folder(of_file: &Path) -> io::Result<()> {
    let folder = of_file.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.map_or(Ok(()), fs::create_dir_all)
}

fn write_part(writing: &Writing<'_>, destination: &PartFile, output: &mut Output, cancel: &Cancel) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(BUFFER, Stoppable { out: output.stream(), cancel });
    if destination.compressed {
        let mut compressed = GzEncoder::new(&mut out, Compression::default());
        writing.write(destination.part, &mut compressed)?;
        compressed.finish()?;
    } else {
        writing.write(destination.part, &mut out)?;
    }
    out.flush()
}

/// A stream that is written no further once that is cancelled.
struct Stoppable<'c, W> {
    out: W,
    cancel: &'c Cancel,
}

impl<W: Write> Write for Stoppable<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.cancel.check().map_err(io::Error::other)?;
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Bytes that are gathered before they are written.
const BUFFER: usize = 1 << 16;

fn cannot_write(path: &Path, error: &io::Error) -> Refusal {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Refusal::Closed;
    }
    Refusal::from(files::cannot_write(path, error))
}

/// Says what is lost, a line for each kind of thing.
fn report_losses(format: Format, loaded: &Loaded, losses: &[Loss], severity: Severity) {
    let lost = if severity == Severity::Error { "lost would be" } else { "lost are" };
    let message = format!("{format} cannot hold all of `{}`; {lost}:", loaded.graph.name);
    picture(&Diagnostic::new(Code::Lossy, message).with_severity(severity), None);
    for loss in losses {
        say(&format!("  {loss}"));
    }
}

/// `hpg 1.0.0: 150 entities, 409 edges, written to out.nt`
fn summary(loaded: &Loaded, destinations: &[PartFile]) -> String {
    let graph = &loaded.graph;
    let paths: Vec<String> = destinations.iter().map(|it| it.path.display().to_string()).collect();
    let (entities, edges) = (graph.entity_count(), graph.edge_count());
    format!("{} {}: {entities} entities, {edges} edges, written to {}", graph.name, graph.version, paths.join(", "))
}
