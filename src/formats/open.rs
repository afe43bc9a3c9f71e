//! Opening a graph at a path.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::input::{self, Input, Meter};
use super::intake::Intake;
use super::mappings::READY_MAPPINGS;
use super::part::{self, Part};
use super::{Fault, Loaded, OpenOptions, TextFile, edge_list, embedded_schema, kgx, sif, snapshot, streamed, toml};
use crate::cancel::Cancel;
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::Graph;

/// Opens the graph in a file, or in all `*.toml` files of a folder, sorted by name. The format is told by the file's
/// ending and its first bytes.
///
/// # Errors
/// Everything that cannot be read and everything that is wrong in what can, by file and place.
pub fn open(path: &Path) -> Result<Graph, Vec<Fault>> {
    open_with(&[path.to_owned()], &OpenOptions::default()).map(|loaded| Arc::unwrap_or_clone(loaded.graph))
}

/// Opens one graph from files that are read together, with what only its curators need. TOML files and folders make one
/// graph; so do files of the streamed formats (edge lists …), with the nodes and mapping files that are among the paths
/// or stand beside them.
///
/// # Errors
/// As [`open`]; and formats that cannot be read together. What has faults in some rows only is opened where the options
/// are lenient.
pub fn open_with(paths: &[PathBuf], options: &OpenOptions) -> Result<Loaded, Vec<Fault>> {
    if paths.iter().any(|path| snapshot::is_snapshot(path)) {
        let [path] = paths else { return Err(snapshot::among_others(paths)) };
        return snapshot::open(path).map(|graph| Loaded::from(Arc::new(graph)));
    }
    if let [path] = paths
        && is_nameless(path)
    {
        return open_nameless(path, options);
    }
    let is_toml = |path: &&PathBuf| is_toml(path) || is_nameless(path);
    let (toml, streamed): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(is_toml);
    if streamed.is_empty() {
        let mut files = Vec::new();
        for path in toml {
            files.extend(read_files(path)?);
        }
        return toml::load_whole(files, Some(embedded_schema()?));
    }
    if !toml.is_empty() {
        return Err(toml.into_iter().map(|path| of_another_format(path)).collect());
    }
    stream(&with_companions(paths), options, |path| Ok(Box::new(File::open(path)?)))
}

/// Whether a path is a file or folder of the TOML format, by its name.
pub fn is_toml(path: &Path) -> bool {
    path.is_dir() || (Part::of(path) == Part::Toml && !is_nameless(path))
}

/// Whether a path is a file whose name does not tell its format: `/dev/stdin`, say.
fn is_nameless(path: &Path) -> bool {
    part::stem_and_ending(path).1.is_empty() && !path.is_dir()
}

/// Opens a file whose name does not tell its format; it may be a pipe, which is read but once.
fn open_nameless(path: &Path, options: &OpenOptions) -> Result<Loaded, Vec<Fault>> {
    let opened = File::open(path)
        .and_then(|file| Input::new(path.display().to_string(), file, &Meter::default(), &options.cancel))
        .and_then(|mut input| Ok((input.peek(streamed::START)?, input)));
    let (start, input) = opened.map_err(|error| vec![unreadable(path, &error)])?;
    if streamed::format_of("", &start).is_none() {
        let file = text(path, input).map_err(|fault| vec![*fault])?;
        return toml::load_whole(vec![file], Some(embedded_schema()?));
    }
    let input = Cell::new(Some(input));
    let take =
        |_: &Path| input.take().map_or_else(|| Ok(Box::new(io::empty()) as Raw), |input| Ok(Box::new(input) as Raw));
    stream(&[path.to_owned()], options, take)
}

/// Opens a graph as [`open`] does, with what its curators need: where its parts stand, and which warnings are explained.
///
/// # Errors
/// As [`open`].
pub fn load(path: &Path) -> Result<Loaded, Vec<Fault>> {
    open_with(&[path.to_owned()], &OpenOptions::default())
}

/// The paths, each file with edges followed by what stands beside it.
fn with_companions(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut parts: Vec<PathBuf> = Vec::with_capacity(paths.len());
    for path in paths {
        let companions = if Part::of(path) == Part::Edges { Part::companions(path) } else { Vec::new() };
        for part in [path.clone()].into_iter().chain(companions.into_iter().filter(|companion| companion.is_file())) {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
    }
    parts
}

/// Opens one graph from texts of streamed formats, told apart by their names as files are: see [`open_with`].
///
/// # Errors
/// As [`open_with`].
pub fn open_texts(files: &[TextFile], options: &OpenOptions) -> Result<Loaded, Vec<Fault>> {
    let parts: Vec<PathBuf> = files.iter().map(|file| PathBuf::from(&file.name)).collect();
    let text_of = |path: &Path| files.iter().find(|file| Path::new(&file.name) == path).map(|file| file.text.clone());
    stream(&parts, options, |path| Ok(Box::new(Cursor::new(text_of(path).unwrap_or_default()))))
}

/// Bytes of a file, to be read on any thread.
type Raw = Box<dyn Read + Send>;

fn stream(
    parts: &[PathBuf],
    options: &OpenOptions,
    raw: impl Fn(&Path) -> io::Result<Raw>,
) -> Result<Loaded, Vec<Fault>> {
    let part_of = |path: &Path| match Part::of(path) {
        Part::Toml => Part::Edges, // a file without a name that tells
        part => part,
    };
    let of_part = |part: Part| parts.iter().filter(move |path| part_of(path) == part);
    let Some(first) = of_part(Part::Edges).next() else {
        return Err(parts.first().map(|path| without_edges(path)).into_iter().collect());
    };
    let mut intake = Intake::new(options, embedded_schema()?);
    for path in parts {
        intake.begin(&path.display().to_string());
    }
    let read = |path: &Path| {
        let input = raw(path).and_then(|raw| whole_input(path, raw));
        input.map_err(|error| Box::new(unreadable(path, &error))).and_then(|input| text(path, input))
    };
    for path in of_part(Part::Mapping) {
        intake.map(&read(path).map_err(|fault| vec![*fault])?);
    }
    for mapping in &options.mappings {
        if !intake.imply(mapping) {
            intake.map(&read(Path::new(mapping)).map_err(|fault| vec![unknown_mapping(*fault)])?);
        }
    }
    intake.mapping_would_be(Part::mapping_beside(first).display().to_string());
    let meter = Meter::default();
    intake.meter(&meter, parts.iter().filter_map(|path| fs::metadata(path).ok()).map(|file| file.len()).sum());
    for path in of_part(Part::Nodes).chain(of_part(Part::Edges)) {
        intake.begin(&path.display().to_string());
        let name = path.display().to_string();
        let input = raw(path).and_then(|raw| Input::new(name, raw, &meter, &options.cancel));
        if let Err(error) = input.and_then(|input| read_part(path, input, &mut intake)) {
            intake.unreadable(&error);
        }
    }
    intake.finish()
}

fn read_part(path: &Path, mut input: Input, intake: &mut Intake) -> io::Result<()> {
    let (_, ending) = part::stem_and_ending(path);
    let start = input.peek(streamed::START)?;
    if Part::of(path) == Part::Nodes {
        let is_kgx = kgx::recognises(&ending, &start);
        if sif::recognises_nodes(&start) {
            sif::imply(intake);
        }
        return if is_kgx { kgx::read(input, intake) } else { edge_list::read_nodes(input, intake) };
    }
    let Some(format) = streamed::format_of(&ending, &start) else {
        intake.unknown_format(&streamed::names());
        return Ok(());
    };
    intake.name(&part::stem(path));
    (format.read)(input, intake)
}

/// A mapping that is neither a file nor one of the ready ones.
fn unknown_mapping(fault: Fault) -> Fault {
    let ready: Vec<&str> = READY_MAPPINGS.iter().map(|(name, _)| *name).collect();
    let help = format!("a mapping is a file or one of these: {}", ready.join(", "));
    Fault { diagnostic: fault.diagnostic.help(help), ..fault }
}

fn of_another_format(path: &Path) -> Fault {
    let message = "an edge list and a graph of another format cannot be read together";
    let help = "open them one at a time, or write the edges as `[[edge]]` tables";
    Fault::of_file(path, Diagnostic::new(Code::Io, message).help(help))
}

fn without_edges(path: &Path) -> Fault {
    let message = "this file says more of an edge list, but no edge list is given";
    Fault::of_file(path, Diagnostic::new(Code::Io, message).help("name the edge list too: `--graph model.tsv`"))
}

/// Reads the files of a graph without loading them: several of them may be one graph.
///
/// # Errors
/// Every file that cannot be read. What an unread file declares would be missing everywhere else, so its absence is all
/// there is to show.
pub fn read_files(path: &Path) -> Result<Vec<TextFile>, Vec<Fault>> {
    let paths = files_of(path).map_err(|error| vec![unreadable(path, &error)])?;
    if paths.is_empty() {
        return Err(vec![Fault::of_file(path, Diagnostic::new(Code::Io, "no `*.toml` file in this folder"))]);
    }
    read_all(&paths)
}

fn read_all(paths: &[PathBuf]) -> Result<Vec<TextFile>, Vec<Fault>> {
    let mut files = Vec::with_capacity(paths.len());
    let mut faults = Vec::new();
    for path in paths {
        match read(path) {
            Ok(file) => files.push(file),
            Err(fault) => faults.push(*fault),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

fn files_of(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "toml") && file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// How many bytes a file may have that is held whole, as TOML is.
const LARGEST_TEXT: u64 = 256 << 20;

fn read(path: &Path) -> Result<TextFile, Box<Fault>> {
    let input = File::open(path).and_then(|file| whole_input(path, file));
    input.map_err(|error| Box::new(unreadable(path, &error))).and_then(|input| text(path, input))
}

/// A file that is read whole, of which no progress is told.
fn whole_input(path: &Path, raw: impl Read + Send + 'static) -> io::Result<Input> {
    Input::new(path.display().to_string(), raw, &Meter::default(), &Cancel::never())
}

fn text(path: &Path, input: Input) -> Result<TextFile, Box<Fault>> {
    let mut bytes = Vec::new();
    let read = input.take(LARGEST_TEXT + 1).read_to_end(&mut bytes);
    read.map_err(|error| Box::new(unreadable(path, &error)))?;
    if bytes.len() as u64 > LARGEST_TEXT {
        let message = format!("TOML of more than {} MB is not read", LARGEST_TEXT >> 20);
        let fault = Diagnostic::new(Code::TooLong, message).help("write so many edges as an edge list, or as KGX");
        return Err(Box::new(Fault::of_file(path, fault)));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let line =
            String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).lines().count().max(1);
        Box::new(Fault::of_file(path, Diagnostic::new(Code::NotText, format!("line {line} is no UTF-8 text"))))
    })?;
    Ok(TextFile::new(path.display().to_string(), text))
}

fn unreadable(path: &Path, error: &io::Error) -> Fault {
    Fault::of_file(path, input::explained(error))
}
