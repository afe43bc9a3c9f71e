//! How long the program takes from its start to its exit, on the embedded graph of the male HPG axis.
//!
//! Each statement runs in a process of its own, as a user's does. `cargo bench --bench verdict` prints a table; see
//! `benches/README.md` for what its columns mean.

use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Enough for a median that a busy machine does not move.
const RUNS: usize = 20;

/// `stats` opens the graph and does nothing else: the floor of all others.
const STATEMENTS: [&str; 5] = [
    "stats",
    "? what suppresses LH",
    "? does obesity lower LH",
    "? which drugs raise testosterone and do not suppress spermatogenesis",
    "path hcg -> spermatogenesis",
];

/// Verdicts that only sampling gives; `explain` tells what they rest on.
const SAMPLED: [&str; 2] = ["? does obesity lower LH", "? does clomiphene raise spermatogenesis"];

fn main() {
    println!("{:<70} {:>9} {:>10} {:>11}", "statement", "median ms", "solving ms", "peak memory");
    let mut floor = None;
    for statement in STATEMENTS {
        let median = median_time(statement);
        let solving = median.saturating_sub(*floor.get_or_insert(median));
        let memory = peak_memory(statement).unwrap_or_else(|| String::from("unknown"));
        println!("{statement:<70} {:>9.1} {:>10.1} {memory:>11}", milliseconds(median), milliseconds(solving));
    }
    for statement in SAMPLED {
        println!("\nexplain {statement}");
        let explained = run(&mut endograph(&format!("explain {statement}"), "table"));
        print!("{}", String::from_utf8_lossy(&explained.stdout));
    }
}

fn endograph(statement: &str, format: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_endograph"));
    command.args(["-c", statement, "--format", format]).stdin(Stdio::null());
    command
}

fn run(command: &mut Command) -> Output {
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn median_time(statement: &str) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run(&mut endograph(statement, "json"));
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn milliseconds(time: Duration) -> f64 {
    1e3 * time.as_secs_f64()
}

/// The high-water mark of resident memory, read again and again while the program runs; it only grows. None where the
/// system does not tell it (elsewhere than on Linux).
fn peak_memory(statement: &str) -> Option<String> {
    let mut child = endograph(statement, "json").stdout(Stdio::null()).spawn().expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().expect("the program can be waited for").is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let mark = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak = mark.map(|mark| mark.trim().to_owned()).or(peak);
        thread::sleep(Duration::from_micros(200));
    }
    peak
}
