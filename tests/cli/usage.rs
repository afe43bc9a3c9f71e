//! Options, help and what is generated from their definition.

use crate::harness::Endograph;

#[test]
fn usage() {
    let check = |arguments: &[&str], status: i32, stdout: &[&str], stderr: &[&str]| {
        Endograph::new(arguments).run().check(status, stdout, stderr);
    };
    check(&["--help"], 0, &["ot medical advice", "Examples:", "Usage: endograph", "130"], &[]);
    check(&["--version"], 0, &[concat!("endograph ", env!("CARGO_PKG_VERSION"))], &[]);
    check(&["--no-such-option"], 2, &[], &["--no-such-option"]);
    check(&["no-such-command"], 2, &[], &["no-such-command"]);
    check(&["run"], 2, &[], &["FILE"]);
    check(&["-c"], 2, &[], &["CODE"]);
    check(&["-c", "schema", "run", "x.endo"], 2, &[], &["-c"]);
    check(&["--format", "yaml", "-c", ""], 2, &[], &["yaml", "json"]);
    check(&["--timeout", "0", "-c", ""], 2, &[], &["seconds"]);
    check(&["--timeout", "soon", "-c", ""], 2, &[], &["seconds"]);
    check(&["--memory-limit", "much", "-c", ""], 2, &[], &["512M"]);
    check(&["--threads", "0", "-c", ""], 2, &[], &["--threads"]);
    check(&["--seed", "x", "-c", ""], 2, &[], &["--seed"]);
    check(&["completions", "bash"], 0, &["_endograph"], &[]);
    check(&["completions", "tcsh"], 2, &[], &["tcsh"]);
    check(&["man"], 0, &[".TH endograph", "medical advice"], &[]);
}

#[test]
fn a_file_or_statement_in_the_place_of_a_command() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(file("checks.endo"), "show LH\n").expect("a script");
    let built = file("model.endo");
    Endograph::new(["build", "hpg", "-o", &built]).run().check(0, &[], &[]);
    for (word, tip) in [
        ("model.toml", "endograph --graph model.toml"),
        (&file("checks.endo"), "endograph run "),
        (&built, "endograph --graph "),
        ("missing.endo", "endograph run missing.endo"),
        ("supplement.md", "endograph run supplement.md"),
        (&file("."), "endograph --graph "),
        ("? what suppresses LH", "-c '? what suppresses LH'"),
        ("show", "endograph -c"),
    ] {
        Endograph::new([word]).run().check(2, &[], &["unrecognized subcommand", tip]);
    }
    let outcome = Endograph::new(["chekc"]).run();
    outcome.check(2, &[], &["'check'"]);
    assert!(!outcome.stderr.contains("--graph"), "{}", outcome.stderr);
}

#[test]
fn options_stand_before_or_after_the_command() {
    for arguments in [["--format", "json", "run", "-"], ["run", "-", "--format", "json"]] {
        Endograph::new(arguments).stdin("schema").run().check(0, &["{\"statement\""], &[]);
    }
}
