//! `endograph build`, and snapshots as the program meets them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::harness::{BINARY, Endograph, Outcome, isolate, tests_folder};

const LIST: &str = "subject\tsign\tobject\nLH\t+\ttestosterone\ntestosterone\t-\tLH\n";

/// A folder with a small edge list and its snapshot.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("axis.tsv"), LIST).expect("a file in a temporary folder");
    let built = run(folder.path(), &["build", "axis.tsv", "-o", "axis.endo"]);
    built.check(0, &["axis.endo: 2 entities, 2 edges, "], &[]);
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Outcome {
    Endograph::new(arguments).folder(folder).run()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn scripts_answer_from_a_snapshot_as_from_the_graph() {
    let folder = TempDir::new().expect("a temporary folder");
    let snapshot = folder.path().join("hpg.endo");
    let snapshot = snapshot.to_str().expect("a path in plain letters");
    run(folder.path(), &["build", "hpg", "-o", snapshot, "--quiet"]).check(0, &[], &[]);
    let scripts: Vec<PathBuf> = ["questions", "knowledge", "errors", "traps"].map(scripts_in).concat();
    assert!(scripts.len() > 20, "{scripts:?}");
    for script in scripts {
        let of = |extension| fs::read_to_string(script.with_extension(extension)).unwrap_or_default();
        let file = script.file_name().and_then(|name| name.to_str()).expect("a name in plain letters");
        let outcome = run(script.parent().expect("a folder"), &["run", file, "--graph", snapshot]);
        assert_eq!((outcome.stdout, outcome.stderr), (of("stdout"), of("stderr")), "{}", script.display());
    }
}

/// The scripts of a folder that ask for no arguments of their own.
fn scripts_in(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(tests_folder("scripts").join(folder)).expect("a folder of scripts");
    let mut scripts: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    scripts.retain(|path| {
        path.extension().is_some_and(|extension| extension == "endo")
            && !fs::read(path).expect("a script").starts_with(b"# args:")
    });
    scripts.sort();
    scripts
}

#[test]
fn a_snapshot_is_a_graph_whatever_its_name() {
    let folder = folder();
    fs::copy(folder.path().join("axis.endo"), folder.path().join("axis.bin")).expect("a copy");
    for name in ["axis.endo", "axis.bin"] {
        let answer = run(folder.path(), &["--graph", name, "-c", "path LH -> testosterone"]);
        answer.check(0, &["LH ─[stimulates]─▶ testosterone"], &[]);
    }
    let switched = Endograph::new(["--graph", "axis.endo", "-c", "show LH"]).folder(folder.path()).run();
    let original = Endograph::new(["--graph", "axis.tsv", "-c", "show LH"]).folder(folder.path()).run();
    assert_eq!(switched, original);
    run(folder.path(), &["check", "axis.bin"]).check(0, &["axis 0: 2 entities, 2 edges: no faults"], &[]);
    run(folder.path(), &["--graph", "axis.bin", "--graph", "hpg", "-c", "stats"]).check(3, &[], &["a whole graph"]);
}

#[test]
fn a_snapshot_can_be_built_of_a_snapshot() {
    let folder = folder();
    run(folder.path(), &["build", "axis.endo", "-o", "again.endo"]).check(0, &["2 edges"], &[]);
    let read = |name: &str| fs::read(folder.path().join(name)).expect("a snapshot");
    assert_eq!(read("axis.endo"), read("again.endo"));
}

#[test]
fn what_cannot_be_built_leaves_everything_as_it_was() {
    let folder = folder();
    let before = fs::read(folder.path().join("axis.endo")).expect("a snapshot");
    fs::create_dir(folder.path().join("taken")).expect("a folder in a folder");
    fs::write(folder.path().join("bad.tsv"), "subject\tsign\tobject\nLH\tperhaps\tFSH\n").expect("a file");
    for (arguments, status, message) in [
        (&["build", "axis.tsv", "-o", "taken"][..], 3, "cannot write `taken`"),
        (&["build", "axis.tsv", "-o", "nowhere/axis.endo"], 3, "cannot write `nowhere/axis.endo`"),
        (&["build", "axis.tsv", "-o", "axis.tsv"], 2, "would replace what it is built from"),
        (&["build", "axis.endo", "-o", "./axis.endo"], 2, "would replace what it is built from"),
        (&["build", "bad.tsv", "-o", "axis.endo"], 1, "is no sign"),
        (&["build", "absent.tsv", "-o", "axis.endo"], 3, "cannot be read"),
        (&["build", "axis.tsv"], 2, "the snapshot needs a name"),
        (&["build", "-o", "axis.endo"], 2, "required"),
    ] {
        run(folder.path(), arguments).check(status, &[], &[message]);
    }
    assert_eq!(fs::read(folder.path().join("axis.endo")).expect("a snapshot"), before);
    assert_eq!(names(folder.path()), ["axis.endo", "axis.tsv", "bad.tsv", "taken"]);
}

#[test]
fn output_names_a_snapshot_too() {
    let folder = folder();
    run(folder.path(), &["build", "axis.tsv", "--output", "other.endo", "--quiet"]).check(0, &[], &[]);
    run(folder.path(), &["check", "other.endo"]).check(0, &["no faults"], &[]);
}

#[test]
fn what_is_no_sound_snapshot_is_refused() {
    let folder = folder();
    let bytes = fs::read(folder.path().join("axis.endo")).expect("a snapshot");
    let spoilt = |position: usize, value: u8| {
        let mut bytes = bytes.clone();
        bytes[position] = value;
        bytes
    };
    for (contents, message) in [
        (bytes[..100].to_vec(), format!("the snapshot was cut short: it holds 100 of {} bytes", bytes.len())),
        (bytes[..20].to_vec(), "it ends in its header, after 20 bytes".to_owned()),
        (spoilt(8, 9), "made by a newer endograph: version 9, this one reads 3".to_owned()),
        (spoilt(30, 9), "its header is not what was written".to_owned()),
        (b"? what raises LH".to_vec(), "this is no snapshot of a graph".to_owned()),
        (Vec::new(), "this is no snapshot of a graph".to_owned()),
    ] {
        fs::write(folder.path().join("spoilt.endo"), contents).expect("a file");
        run(folder.path(), &["--graph", "spoilt.endo", "-c", "stats"]).check(3, &[], &["`spoilt.endo`", &message]);
        run(folder.path(), &["check", "spoilt.endo"]).check(1, &[&message], &[]);
    }
}

#[test]
fn damage_is_refused_and_named_by_a_check() {
    let folder = folder();
    let bytes = fs::read(folder.path().join("axis.endo")).expect("a snapshot");
    let find = |text: &[u8]| bytes.windows(text.len()).position(|window| window == text).expect("a text of the graph");
    // The record of an entity begins with the length of its id.
    let mut spoilt = bytes.clone();
    spoilt[find(b"\x0ctestosterone\x0ctestosterone")] = 0xff;
    fs::write(folder.path().join("spoilt.endo"), spoilt).expect("a file");
    // A small snapshot is looked through when it is opened.
    let asked = run(folder.path(), &["--graph", "spoilt.endo", "-c", "show testosterone"]);
    asked.check(3, &[], &["the snapshot is damaged"]);
    assert_eq!(asked.stdout, "");
    let checked = run(folder.path(), &["check", "spoilt.endo"]);
    checked.check(1, &["its section of the entities is not what was written", "1 fault\n"], &[]);
    let rows = run(folder.path(), &["check", "spoilt.endo", "--format", "csv"]);
    rows.check(1, &["error,damaged,spoilt.endo"], &[]);
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_snapshot() {
    let folder = folder();
    let before = fs::read(folder.path().join("axis.endo")).expect("a snapshot");
    let mut shell = Command::new("sh");
    // Files may grow to 512 bytes only, and the program is told so instead of being killed.
    shell.args(["-c", &format!("trap '' XFSZ; ulimit -f 1; exec '{BINARY}' build axis.tsv -o axis.endo")]);
    isolate(&mut shell, folder.path());
    let output = shell.current_dir(folder.path()).output().expect("a shell");
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write `axis.endo`"), "{output:?}");
    assert_eq!(fs::read(folder.path().join("axis.endo")).expect("a snapshot"), before);
    assert_eq!(names(folder.path()), ["axis.endo", "axis.tsv"]);
}

#[cfg(unix)]
#[test]
fn a_build_that_is_killed_leaves_the_old_snapshot() {
    use std::fmt::Write as _;
    let folder = folder();
    let before = fs::read(folder.path().join("axis.endo")).expect("a snapshot");
    let mut large = "subject\tsign\tobject\n".to_owned();
    for edge in 0..50_000 {
        writeln!(large, "entity {}\t+\tentity {}", edge % 20_000, edge % 19_997).expect("a string takes everything");
    }
    fs::write(folder.path().join("large.tsv"), large).expect("a file");
    for milliseconds in [0, 20, 80, 200, 400] {
        let mut command = Command::new(BINARY);
        isolate(&mut command, folder.path());
        command.args(["build", "large.tsv", "-o", "axis.endo"]).current_dir(folder.path());
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the binary runs");
        std::thread::sleep(std::time::Duration::from_millis(milliseconds));
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let now = fs::read(folder.path().join("axis.endo")).expect("a snapshot");
        // Either the old one, to the byte, or a whole new one.
        if now != before {
            run(folder.path(), &["check", "axis.endo"]).check(0, &["50000 edges: no faults"], &[]);
            fs::write(folder.path().join("axis.endo"), &before).expect("a file");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_snapshot_stays_a_link() {
    let folder = folder();
    std::os::unix::fs::symlink("axis.endo", folder.path().join("newest.endo")).expect("a link");
    run(folder.path(), &["build", "hpg", "-o", "newest.endo"]).check(0, &["150 entities"], &[]);
    assert!(folder.path().join("newest.endo").is_symlink());
    run(folder.path(), &["check", "axis.endo"]).check(0, &["hpg", "no faults"], &[]);
}
