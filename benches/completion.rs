//! How long the shell takes at each key on a graph of a million entities: completion, hint and colours of every beginning of
//! some statements. Prints the median and the slowest of each. `cargo bench --bench completion -- [ENTITIES]`

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use endograph::session::Session;

#[path = "../src/shell/typing/mod.rs"]
#[allow(unused, reason = "the shell uses more of it")]
mod typing;

use typing::Vocabulary;

/// Statements as somebody types them, with slips, initials, and names that nothing is called.
const STATEMENTS: [&str; 9] = [
    "path serotonin receptor 17 -> melatonin kinase 4711 max 3",
    "? what raises serotonin receptor 99 and melatonin kinase 12",
    "? does serotonin receptor 17 suppress melatonin kinase 4711 holding insulin factor 1",
    "simulate serotonin receptor 17 up, melatonin kinase 4711 down show insulin factor 1",
    "show receptor 999",
    "show serotnoin receptor 1",
    "show sr5",
    "show qwertyuiop",
    "compare serotonin receptor 1, serotonin receptor 2 on melatonin kinase 3",
];

const FIRST: [&str; 10] = [
    "serotonin",
    "melatonin",
    "insulin",
    "glucagon",
    "cortisol",
    "thyroxine",
    "leptin",
    "ghrelin",
    "relaxin",
    "prolactin",
];
const SECOND: [&str; 10] = [
    "receptor",
    "kinase",
    "factor",
    "synthase",
    "channel",
    "antagonist",
    "transporter",
    "ligase",
    "precursor",
    "inhibitor",
];

fn main() -> io::Result<()> {
    let entities = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(1_000_000);
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("graph.tsv");
    write(&path, entities)?;
    let started = Instant::now();
    let session = Session::open(&path).map_err(|faults| io::Error::other(format!("{} faults", faults.len())))?;
    println!("{} entities, read in {:.1?}", session.graph().entity_count(), started.elapsed());
    let started = Instant::now();
    session.graph().names();
    println!("names catalogued in {:.1?}, which the shell does meanwhile", started.elapsed());
    let vocabulary = Vocabulary { graph: session.graph(), bound: &[], earlier: "" };
    report("completion", |text| drop(typing::complete(text, &vocabulary)));
    report("hint", |text| drop(typing::rest_of_name(text, &vocabulary)));
    report("colours", |text| drop(typing::coloured(text, Some(text.len()), &vocabulary)));
    Ok(())
}

/// Does it at every key of every statement.
fn report(what: &str, does: impl Fn(&str)) {
    let mut times: Vec<(Duration, &str)> = Vec::new();
    for statement in STATEMENTS {
        for end in 0..=statement.len() {
            let started = Instant::now();
            does(&statement[..end]);
            times.push((started.elapsed(), &statement[..end]));
        }
    }
    times.sort_unstable();
    if let (Some((median, _)), Some((slowest, text))) = (times.get(times.len() / 2), times.last()) {
        println!("{what:<11} median {median:>8.2?}  slowest {slowest:>8.2?} at `{text}`");
    }
}

/// A ring of so many entities with chords; the first is a hub.
fn write(path: &Path, entities: u64) -> io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "source\trelation\ttarget\tsign")?;
    let name = |number: u64| {
        let word = |words: &'static [&'static str; 10], digit: u64| words[usize::try_from(digit % 10).unwrap_or(0)];
        format!("{} {} {}", word(&FIRST, number), word(&SECOND, number / 10), number / 100)
    };
    for number in 0..entities {
        let sign = if number % 3 == 0 { "-1" } else { "1" };
        writeln!(file, "{}\tacts on\t{}\t{sign}", name(number), name((number + 1) % entities))?;
        writeln!(file, "{}\tacts on\t{}\t{sign}", name(number % 7), name(number * 31 % entities))?;
    }
    file.flush()
}
