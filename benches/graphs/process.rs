//! What a user waits for: the program from its start to its exit.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::arguments::Arguments;
use super::peer::peak;

/// How often a short process is run; the median counts.
const RUNS: usize = 7;

/// What takes so many seconds is run once.
const SLOW: f64 = 1.0;

/// Builds a snapshot and asks it, each in a process of its own: what was done, and its figure.
pub fn whole_processes(edges: &Path, pairs: &[(String, String)]) -> Vec<(String, String)> {
    let name = edges.file_name().unwrap_or_default().to_string_lossy().replace(".edges.tsv", ".endo");
    let snapshot = Arguments::store().join(name);
    let Some((source, target)) = pairs.first() else { return Vec::new() };
    let (file, stored) = (edges.to_string_lossy(), snapshot.to_string_lossy());
    let mut figures = Vec::new();
    let mut run = |title: &str, times: usize, words: &[&str]| {
        let mut seconds = Vec::new();
        let mut most = None;
        for _ in 0..times {
            let Some((took, memory)) = process(words) else { return };
            seconds.push(took);
            most = most.max(memory);
            if took > SLOW {
                break;
            }
        }
        seconds.sort_by(f64::total_cmp);
        let memory = most.map_or_else(String::new, |most| format!("   {most} MB peak"));
        figures.push((title.to_owned(), format!("{:>9.1} ms{memory}", seconds[seconds.len() / 2] * 1e3)));
    };
    let any = format!("path any \"{source}\" -> \"{target}\" through {ALL}");
    run("edge list to the first answer, whole process", 3, &["--graph", &file, "-c", &any]);
    run("build a snapshot, whole process", 1, &["build", &file, "-o", &stored]);
    let asked = |statement: &str| format!("{statement} \"{source}\" -> \"{target}\" through {ALL}");
    for (title, statement) in [
        ("snapshot to `path any`, whole process", asked("path any")),
        ("snapshot to `path all shortest`, whole process", asked("path all shortest")),
        ("snapshot to `path all … max 4 limit 20`, whole process", asked("path all") + " max 4 limit 20"),
        ("snapshot to `path all … max 5 limit 20`, whole process", asked("path all") + " max 5 limit 20"),
        ("snapshot to `path shortest 20`, whole process", asked("path shortest 20")),
    ] {
        run(title, RUNS, &["--graph", &stored, "-c", &statement]);
    }
    figures
}

/// Every relation: paths take only signed steps where nothing is said.
const ALL: &str = "anything";

/// Runs the program: how many seconds it took, and the most memory it was seen to use.
fn process(words: &[&str]) -> Option<(f64, Option<u64>)> {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_endograph"))
        .args(words)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut most = None;
    loop {
        most = most.max(peak(child.id()));
        match child.try_wait().ok()? {
            Some(status) => return status.success().then(|| (start.elapsed().as_secs_f64(), most)),
            None => thread::sleep(Duration::from_micros(200)),
        }
    }
}
