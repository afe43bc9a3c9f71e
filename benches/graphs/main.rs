//! Path questions on graphs of Hetionet's size and beyond, side by side with a naive reference and, where they are
//! installed, with the peers. See `benches/README.md`.

mod arguments;
mod generate;
mod peer;
mod process;
mod reference;
mod table;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use arguments::Arguments;
use peer::Peer;
use reference::Reference;
use table::Table;

/// How many pairs each question is asked of.
const PAIRS: usize = 100;

/// The questions: how the table names them, the operation, and its bound.
const QUESTIONS: [(&str, &str, u32); 8] = [
    ("shortest", "shortest", 0),
    ("all shortest", "allshortest", 0),
    ("simple paths of at most 3 edges", "simple", 3),
    ("simple paths of at most 4 edges", "simple", 4),
    ("reached within 3 edges", "reach", 3),
    ("net-negative within 4 edges (walks)", "neg", 4),
    ("simple paths of at most 5 edges: first 20, all counted", "first20", 5),
    ("20 shortest simple paths", "k20", 0),
];

/// What is enumerated one by one: how the table names it, the operation, and its bound. Asked of endograph alone.
const ENUMERATIONS: [(&str, &str, u32); 2] = [
    ("simple paths of at most 5 edges, handed over", "stream", 5),
    ("simple paths of at most 5 edges, as lines of names", "text", 5),
];

/// The longest cycle that is counted.
const LONGEST_CYCLE: u32 = 5;

fn main() -> io::Result<()> {
    let arguments = Arguments::read();
    if let Some(edges) = &arguments.serve_reference {
        let start = Instant::now();
        return Reference::load(edges)?.serve(start.elapsed().as_secs_f64());
    }
    if arguments.only_compile {
        return Ok(());
    }
    for edges in graphs(&arguments)? {
        measure(&edges, &arguments)?;
    }
    Ok(())
}

/// The edge lists to measure: the generated one of each size asked for, and the real ones of a folder.
fn graphs(arguments: &Arguments) -> io::Result<Vec<PathBuf>> {
    let store = Arguments::store();
    fs::create_dir_all(&store)?;
    let mut graphs = Vec::new();
    for &scale in &arguments.scales {
        let path = store.join(format!("hetionet-times-{scale}.edges.tsv"));
        if !path.exists() {
            let start = Instant::now();
            let unfinished = path.with_extension("unfinished");
            generate::write(&unfinished, scale)?;
            fs::rename(&unfinished, &path)?;
            eprintln!("generated {} in {:.1} s", path.display(), start.elapsed().as_secs_f64());
        }
        graphs.push(path);
    }
    if let Some(folder) = &arguments.folder {
        let mut real: Vec<PathBuf> = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        real.retain(|path| path.to_string_lossy().ends_with(".edges.tsv"));
        real.sort();
        graphs.extend(real);
    }
    Ok(graphs)
}

fn measure(edges: &Path, arguments: &Arguments) -> io::Result<()> {
    let pairs = pairs(edges)?;
    let mut table = Table::new(edges, pairs.len());
    for (name, figure) in process::whole_processes(edges, &pairs) {
        table.figure(&name, &figure);
    }
    let mut peers = peers(edges, arguments);
    for peer in &peers {
        table.load(&peer.name, peer.load, peer.peak());
    }
    for (title, operation, bound) in QUESTIONS {
        table.question(title);
        let mut known = Vec::new();
        for peer in &mut peers {
            table.answers(peer, operation, bound, &pairs, arguments.seconds, &mut known);
        }
    }
    if let Some(own) = peers.first_mut() {
        table.question("endograph alone");
        for (title, operation, bound) in ENUMERATIONS {
            table.rate(title, own, operation, bound, &pairs, arguments.seconds);
        }
        let busiest = Reference::load(edges)?.busiest();
        let title = format!("cycles of at most {LONGEST_CYCLE} edges through {busiest}");
        table.alone(&title, own, "cycles", LONGEST_CYCLE, &busiest);
    }
    println!("{table}");
    Ok(())
}

/// The pairs beside a real graph, or drawn from a fixed seed.
fn pairs(edges: &Path) -> io::Result<Vec<(String, String)>> {
    let name = edges.file_name().unwrap_or_default().to_string_lossy().replace(".edges.", ".pairs.");
    let beside = edges.with_file_name(&name);
    if !beside.exists() {
        let drawn = Reference::load(edges)?.pairs(PAIRS);
        let lines: Vec<String> = drawn.iter().map(|(source, target)| format!("{source}\t{target}\n")).collect();
        fs::write(Arguments::store().join(&name), format!("source\ttarget\n{}", lines.concat()))?;
        return Ok(drawn);
    }
    let text = fs::read_to_string(beside)?;
    let pair = |line: &str| line.split_once('\t').map(|(source, target)| (source.to_owned(), target.to_owned()));
    Ok(text.lines().skip(1).filter_map(pair).take(PAIRS).collect())
}

/// endograph first: the others are measured against it.
fn peers(edges: &Path, arguments: &Arguments) -> Vec<Peer> {
    let mut peers = Vec::new();
    peers.extend(served("bench_serve").and_then(|program| Peer::lines("endograph", &program, &[], edges)));
    let reference = std::env::current_exe().ok();
    peers.extend(reference.and_then(|program| Peer::lines("naive reference", &program, &["--serve-reference"], edges)));
    if let Some(adapters) = &arguments.adapters {
        for name in &arguments.peers {
            let store = Arguments::store().join(format!("store-{name}"));
            match Peer::adapter(name, &arguments.python, adapters, edges, &store) {
                Some(peer) => peers.push(peer),
                None => eprintln!("{name} does not run here"),
            }
        }
    }
    peers
}

/// An example, built as this benchmark is.
fn served(example: &str) -> Option<PathBuf> {
    let built =
        Command::new(env!("CARGO")).args(["build", "--quiet", "--release", "--example", example]).status().ok()?;
    let target = Path::new(env!("CARGO_BIN_EXE_endograph")).parent()?;
    built.success().then(|| target.join("examples").join(example))
}
