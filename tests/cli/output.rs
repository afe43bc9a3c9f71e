//! Where answers go, and what happens when they cannot.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};

use crate::harness::{BINARY, Endograph, isolate};

#[test]
fn an_output_file_is_whole_or_not_there() {
    let (outcome, folder) = Endograph::new(["--output", "answers", "-c", "show LH"]).run_and_keep();
    outcome.check(0, &[], &[]);
    assert_eq!(outcome.stdout, "");
    assert!(fs::read_to_string(folder.path().join("answers")).expect("the file").contains("LH"));

    let run = Endograph::new(["--output", "answers", "--force", "-c", "show LH", "-c", "show Nobody"])
        .file("answers", "as it was");
    let (outcome, folder) = run.run_and_keep();
    outcome.check(1, &[], &["Nobody"]);
    assert_eq!(fs::read_to_string(folder.path().join("answers")).expect("the file"), "as it was");
    let names: Vec<_> = fs::read_dir(folder.path()).expect("the folder").collect();
    assert_eq!(names.len(), 1, "nothing half-written is left: {names:?}");
}

#[test]
fn a_file_is_overwritten_only_where_that_is_said() {
    let run = |more: &[&str]| {
        let arguments = ["--output", "answers", "-c", "show LH"].iter().chain(more);
        Endograph::new(arguments).file("answers", "as it was").run_and_keep()
    };
    let (outcome, folder) = run(&[]);
    outcome.check(3, &[], &["error[file-exists]", "`answers` is there already", "--force"]);
    assert_eq!(fs::read_to_string(folder.path().join("answers")).expect("the file"), "as it was");
    let (outcome, folder) = run(&["--force"]);
    outcome.check(0, &[], &[]);
    assert!(fs::read_to_string(folder.path().join("answers")).expect("the file").contains("LH"));
    Endograph::new(["--output", "-", "-c", "show LH"]).run().check(0, &["LH"], &[]);
    let build = |name: &str, text: &str| Endograph::new(["build", "hpg", "-o", name]).file(name, text).run();
    build("there", "no snapshot").check(3, &[], &["error[file-exists]"]);
    build("script.endo", "show LH").check(3, &[], &["error[file-exists]"]);
}

#[test]
fn places_that_take_no_output() {
    let check = |path: &str| Endograph::new(["--output", path, "-c", "show LH"]).run().check(3, &[], &[path]);
    check("missing/folder/answers");
    check(".");
}

#[cfg(target_os = "linux")]
#[test]
fn devices_are_written_in_place() {
    Endograph::new(["--output", "/dev/stdout", "-c", "show LH"]).run().check(0, &["LH"], &[]);
    Endograph::new(["--output", "/dev/null", "-c", "show LH"]).run().check(0, &[], &[]);
    Endograph::new(["--output", "/dev/full", "-c", "show LH"]).run().check(3, &[], &["cannot write"]);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut command = Command::new(BINARY);
    isolate(&mut command, home.path());
    let script = "show LH\n".repeat(2000);
    fs::write(home.path().join("long.endo"), script).expect("a script");
    command.arg("run").arg(home.path().join("long.endo")).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary runs");
    let mut beginning = [0; 10];
    child.stdout.take().expect("a pipe").read_exact(&mut beginning).expect("an answer begins");
    let output = child.wait_with_output().expect("the binary ends"); // its standard output is closed by now
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}
