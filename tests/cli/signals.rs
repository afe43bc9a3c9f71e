//! Ctrl-C, time limits and being told to end, while a graph is read and while an answer is printed. A pipe that nobody
//! writes to is a graph that takes for ever.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::harness::{BINARY, isolate};

const MOMENT: Duration = Duration::from_millis(20);
const PATIENCE: Duration = Duration::from_mins(1);

/// A folder with a graph that is never read to its end.
fn endless() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    let made = Command::new("mkfifo").arg(folder.path().join("graph.tsv")).status().expect("mkfifo runs");
    assert!(made.success());
    folder
}

fn start(folder: &Path, arguments: &[&str]) -> Child {
    let mut command = Command::new(BINARY);
    isolate(&mut command, folder);
    command.args(arguments).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs")
}

fn send(signal: &str, child: &Child) {
    let sent = Command::new("kill").args([signal, &child.id().to_string()]).status().expect("kill runs");
    assert!(sent.success());
}

/// Waits until the program has ended, whose output nobody reads.
fn end(child: &mut Child) -> ExitStatus {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait().expect("it is our own child") {
            return status;
        }
        sleep(MOMENT);
    }
    let _ = child.kill();
    panic!("it did not end");
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn whatever_ends_the_program_leaves_no_half_written_file() {
    let check = |signal: &str, expected: fn(ExitStatus) -> bool| {
        let folder = endless();
        let mut child = start(folder.path(), &["--graph", "graph.tsv", "--output", "answers", "-c", "stats"]);
        let started = Instant::now();
        while !names(folder.path()).iter().any(|name| name.starts_with(".endograph-")) {
            assert!(started.elapsed() < PATIENCE, "no output was begun");
            sleep(MOMENT);
        }
        send(signal, &child);
        let status = end(&mut child);
        assert!(expected(status), "{signal}: {status}");
        assert_eq!(names(folder.path()), ["graph.tsv"], "{signal}");
    };
    check("-INT", |status| status.code() == Some(130));
    check("-TERM", |status| status.signal() == Some(15));
    check("-HUP", |status| status.signal() == Some(1));
}

#[test]
fn a_time_limit_holds_while_a_graph_is_read() {
    for arguments in [&["-c", "stats"][..], &["build", "graph.tsv", "-o", "x.endo"], &["convert", "graph.tsv", "x.sif"]]
    {
        let folder = endless();
        let options = ["--timeout", "0.1", "--graph", "graph.tsv"];
        let child = start(folder.path(), &[arguments, &options].concat());
        let output = child.wait_with_output().expect("it ends");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains("the time limit was reached while the graph was read"), "{arguments:?}: {told}");
        assert_eq!(output.status.code(), Some(124), "{arguments:?}");
        assert_eq!(names(folder.path()), ["graph.tsv"], "{arguments:?}");
    }
}

#[test]
fn ctrl_c_stops_an_answer_that_nobody_reads() {
    let folder = TempDir::new().expect("a temporary folder");
    // More than any pipe holds.
    fs::write(folder.path().join("long.endo"), "stats\nlist drugs\nschema\n".repeat(200)).expect("a script");
    let mut child = start(folder.path(), &["run", "long.endo", "--format", "json"]);
    // It fills the pipe and waits. Should it not have come so far, what is tried is a Ctrl-C a little earlier.
    sleep(Duration::from_secs(2));
    send("-INT", &child);
    assert_eq!(end(&mut child).code(), Some(130));
}
