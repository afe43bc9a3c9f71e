//! Every script of `tests/scripts` runs; its output, errors and status stand in files beside it.
//!
//! `ENDOGRAPH_ACCEPT=1` rewrites those files. A missing one means: empty, or status 0. A first line such as
//! `# args: --format json` adds arguments.

use std::fs;
use std::path::{Path, PathBuf};

use endograph::syntax::{Statement, parse_script};
use serde_json::Value;

use crate::harness::{Endograph, Outcome, tests_folder};
use crate::support::schema;

#[test]
fn scripts_answer_as_written_beside_them() {
    let accept = std::env::var_os("ENDOGRAPH_ACCEPT").is_some_and(|value| value == "1");
    let mut wrong = Vec::new();
    for script in scripts() {
        let outcome = run(&script, script.file_name().expect("a file").as_ref(), &[]);
        let recorded = Outcome {
            status: recorded(&script, "status").trim().parse().unwrap_or(0),
            stdout: recorded(&script, "stdout"),
            stderr: recorded(&script, "stderr"),
        };
        if outcome != recorded {
            if accept {
                record(&script, &outcome);
            } else {
                wrong.push(format!("{}:\n{}", script.display(), difference(&recorded, &outcome)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\nENDOGRAPH_ACCEPT=1 takes the new ones.", wrong.join("\n"));
}

#[test]
fn json_answers_keep_their_contract() {
    let mut wrong = Vec::new();
    for script in scripts() {
        let outcome = run(&script, script.file_name().expect("a file").as_ref(), &["--format", "json"]);
        for line in outcome.stdout.lines() {
            if let Err(why) = schema::validate(line) {
                let beginning: String = line.chars().take(300).collect();
                wrong.push(format!("{}: {why}\n{beginning}", script.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn scripts_answer_the_same_once_parsed_and_printed() {
    let mut wrong = Vec::new();
    for script in scripts() {
        let text = fs::read(&script).expect("a script");
        let Ok(text) = String::from_utf8(text) else { continue };
        let statements: Result<Vec<Statement>, _> = parse_script(&text).into_iter().collect();
        let Ok(statements) = statements else { continue }; // a script of syntax errors
        let first_line = text.lines().next().filter(|line| line.starts_with("# args:")).unwrap_or("#");
        let printed: Vec<String> = statements.iter().map(Statement::to_string).collect();
        let folder = tempfile::tempdir().expect("a temporary folder");
        let copy = folder.path().join("printed.endo");
        fs::write(&copy, format!("{first_line}\n{}\n", printed.join("\n"))).expect("a file in a temporary folder");
        // Confirmations repeat the statement as it was written, which is what differs.
        let as_written = run(&script, script.file_name().expect("a file").as_ref(), &["--quiet"]);
        let as_printed = run(&script, &copy, &["--quiet"]);
        let same = as_written.status == as_printed.status
            && without_places(&as_written.stdout) == without_places(&as_printed.stdout);
        if !same {
            wrong.push(format!("{}:\n{}", script.display(), difference(&as_written, &as_printed)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn scripts() -> Vec<PathBuf> {
    let mut folders = vec![tests_folder("scripts")];
    let mut scripts = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of scripts") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "endo") {
                scripts.push(path);
            }
        }
    }
    scripts.sort();
    assert!(!scripts.is_empty(), "no scripts found");
    scripts
}

/// Runs a file in the folder of a script, with the arguments that the script's first line asks for.
fn run(script: &Path, file: &Path, more: &[&str]) -> Outcome {
    let text = String::from_utf8_lossy(&fs::read(script).expect("a script")).into_owned();
    let first_line = text.lines().next().unwrap_or_default();
    // An option may stand only once: what is asked for here takes the place of the script's own.
    let own = if more.is_empty() { first_line.strip_prefix("# args:").unwrap_or_default() } else { "--keep-going" };
    let arguments = own.split_whitespace().chain(more.iter().copied()).map(AsRef::as_ref);
    let all = ["run".as_ref(), file.as_os_str()].into_iter().chain(arguments);
    Endograph::new(all).folder(script.parent().expect("a folder")).run()
}

fn recorded(script: &Path, extension: &str) -> String {
    fs::read_to_string(script.with_extension(extension)).unwrap_or_default()
}

fn record(script: &Path, outcome: &Outcome) {
    let status = if outcome.status == 0 { String::new() } else { format!("{}\n", outcome.status) };
    for (extension, text) in [("status", &status), ("stdout", &outcome.stdout), ("stderr", &outcome.stderr)] {
        let path = script.with_extension(extension);
        if text.is_empty() {
            let _ = fs::remove_file(path); // most often there is none
        } else {
            fs::write(path, text).expect("a file beside the script");
        }
    }
}

/// The lines that differ, those of the expected text after `-`, of the actual one after `+`.
fn difference(expected: &Outcome, actual: &Outcome) -> String {
    let mut text = Vec::new();
    let streams = [
        ("status", expected.status.to_string(), actual.status.to_string()),
        ("stdout", expected.stdout.clone(), actual.stdout.clone()),
        ("stderr", expected.stderr.clone(), actual.stderr.clone()),
    ];
    for (name, expected, actual) in streams.iter().filter(|(_, expected, actual)| expected != actual) {
        text.push(format!("  {name}"));
        let (expected, actual): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), actual.lines().collect());
        let same = expected.iter().zip(&actual).take_while(|(left, right)| left == right).count();
        expected[same..].iter().take(20).for_each(|line| text.push(format!("  - {line}")));
        actual[same..].iter().take(20).for_each(|line| text.push(format!("  + {line}")));
    }
    text.join("\n")
}

/// Printing a script moves its statements, so the lines and columns of JSON errors move too.
fn without_places(stdout: &str) -> Vec<String> {
    let placeless = |line: &str| match serde_json::from_str::<Value>(line) {
        Ok(mut value) if value["error"].is_object() => {
            value["error"]["line"] = Value::Null;
            value["error"]["column"] = Value::Null;
            value["statement"] = Value::Null;
            value.to_string()
        }
        _ => line.to_owned(),
    };
    stdout.lines().map(placeless).collect()
}
