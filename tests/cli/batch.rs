//! Scripts from the command line, from files and from standard input.

use crate::harness::{Endograph, Outcome};

const QUESTION: &str = "? does hCG raise testosterone";

#[track_caller]
fn check(arguments: &[&str], stdin: &str, status: i32, stdout: &[&str], stderr: &[&str]) -> Outcome {
    let outcome = Endograph::new(arguments).stdin(stdin).run();
    outcome.check(status, stdout, stderr);
    outcome
}

#[test]
fn the_three_ways_to_give_a_script_answer_the_same() {
    let code = check(&["-c", QUESTION], "", 0, &["raises"], &[]);
    let stdin = check(&[], QUESTION, 0, &[], &[]);
    let dash = check(&["run", "-"], QUESTION, 0, &[], &[]);
    let file = Endograph::new(["run", "a.endo"]).file("a.endo", QUESTION).run();
    assert_eq!(code, stdin);
    assert_eq!(code, dash);
    assert_eq!(code, file);
}

#[test]
fn pieces_and_files_are_one_script() {
    let bound = "let boosters = ? which drugs raise testosterone";
    check(&["-c", bound, "-c", "expect contains {hCG}: $boosters"], "", 0, &[], &["1 of 1 expectation held"]);
    let files = Endograph::new(["run", "a.endo", "b.endo"]).file("a.endo", bound).file("b.endo", "$boosters").run();
    files.check(0, &["hCG"], &[]);
}

#[test]
fn nothing_to_run_is_fine() {
    for script in ["", "\n\n", "# only a comment", "  \n\t# another\n", "\u{feff}", ";"] {
        let outcome = check(&[], script, 0, &[], &[]);
        assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str()), ("", ""), "{script:?}");
    }
    check(&["-c", ""], "ignored", 0, &[], &[]);
}

#[test]
fn nothing_runs_before_everything_parses() {
    let outcome = check(&[], "show LH\npath hCG - > LH\nshow FSH\npath ->\n", 2, &[], &["2:", "4:"]);
    assert_eq!(outcome.stdout, "");
    let outcome = check(&["-c", "show LH", "-c", "path hCG - > LH"], "", 2, &[], &["-c 2:1"]);
    assert_eq!(outcome.stdout, "");
}

#[test]
fn an_unbound_name_is_found_before_anything_runs() {
    let outcome = check(&[], "show LH\n$nowhere\nlet nowhere = list drugs\n", 2, &[], &["nowhere", "2:1"]);
    assert_eq!(outcome.stdout, "");
    check(&[], "let drugs_known = list drugs\n$drugs_known\n", 0, &["hCG"], &[]);
}

#[test]
fn the_first_failure_ends_a_run() {
    let script = "show LH\nshow Nobody\nshow FSH\n";
    let outcome = check(&[], script, 1, &["LH"], &["Nobody", "2:6"]);
    assert!(!outcome.stdout.contains("follicle"), "{outcome:#?}");
    check(&["--keep-going"], script, 1, &["LH", "follicle"], &["Nobody"]);
}

#[test]
fn failed_expectations_are_reported() {
    let script = "expect no: ? does hCG raise testosterone\nexpect yes: ? does hCG raise testosterone\n";
    check(&[], script, 1, &[], &["1:1", "1 of 2 expectations failed, 1 not run"]);
    check(&["--keep-going"], script, 1, &[], &["1:1", "1 of 2 expectations failed"]);
    check(&["--quiet"], "expect yes: ? does hCG raise testosterone", 0, &[], &[]);
}

#[test]
fn files_that_cannot_be_read() {
    check(&["run", "missing.endo"], "", 3, &[], &["error[io]: `missing.endo`: cannot be read: "]);
    check(&["run", "."], "", 3, &[], &["`.`"]);
    check(&["--graph", "missing.toml", "-c", "show LH"], "", 3, &[], &["error[io]: `missing.toml`: cannot be read: "]);
    let binary = Endograph::new(["run", "binary"]).file("binary", b"show LH\n\xff\xfe\x00").run();
    binary.check(2, &[], &["not-text", "binary"]);
    let binary = Endograph::new([] as [&str; 0]).stdin(b"\x7fELF\x02\x01\xff".to_vec()).run();
    binary.check(2, &[], &["not-text"]);
}

#[test]
fn commands_of_the_shell_are_no_statements() {
    for script in ["help", ".help", "show LH\n.mode json\nshow FSH", "quit;"] {
        check(&[], script, 2, &[], &["command of the shell", "script"]);
    }
    check(&["-c", "help me"], "", 2, &[], &["`help` is a command of the shell"]);
}

#[test]
fn an_empty_line_stands_between_errors() {
    let outcome = check(&[], "path ->\npath <-\n", 2, &[], &[]);
    assert_eq!(outcome.stderr.matches("\n\nerror[").count(), 1, "{outcome:#?}");
    assert!(!outcome.stderr.starts_with('\n') && !outcome.stderr.ends_with("\n\n"), "{outcome:#?}");
}

#[test]
fn expectations_that_hold_stand_together() {
    let script = "expect empty: path LH -> hCG\nexpect yes: ? does hCG raise testosterone\nlet x = show LH\nshow LH\n";
    let outcome = check(&[], script, 0, &[], &["2 of 2 expectations held"]);
    let start = "held: path LH -> hCG\nheld: ? does hCG raise testosterone\nbound: $x, 1 entity\n\nLH";
    assert!(outcome.stdout.starts_with(start), "{outcome:#?}");
}

#[test]
fn errors_stand_on_stdout_in_json_mode() {
    let outcome = check(&["--format", "json"], "show Nobody", 1, &["\"code\":\"unknown-name\""], &["Nobody"]);
    assert_eq!(outcome.stdout.lines().count(), 1);
    check(&["--format", "json"], "path ->", 2, &["\"error\"", "\"line\":1"], &["error"]);
}

#[test]
fn time_limits() {
    let slow = "path all anything -> anything max 12";
    check(&["--timeout", "0.001"], slow, 124, &[], &[]);
}

#[test]
fn the_timer_stays_off_standard_output() {
    let plain = check(&["-c", QUESTION], "", 0, &[], &[]);
    let timed = check(&["--timer", "-c", QUESTION], "", 0, &[], &[" ms"]);
    assert_eq!(plain.stdout, timed.stdout);
}

#[test]
fn colour() {
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut run = Endograph::new(arguments.iter().chain(&["-c", "show LH; show Nobody"]));
        for (name, value) in variables {
            run = run.env(name, value);
        }
        let outcome = run.run();
        (outcome.stdout.contains('\u{1b}'), outcome.stderr.contains('\u{1b}'))
    };
    assert_eq!(coloured(&[], &[]), (false, false));
    assert_eq!(coloured(&["--color", "always"], &[]), (true, true));
    assert_eq!(coloured(&[], &[("CLICOLOR_FORCE", "1")]), (true, true));
    assert_eq!(coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]), (false, false));
    assert_eq!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]), (true, true));
}
