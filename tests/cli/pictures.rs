//! Pictures in files, and on standard output.

use std::fs;

use crate::harness::Endograph;

const WHY: &str = "? why does exogenous testosterone suppress spermatogenesis";

#[test]
fn the_ending_says_how_a_picture_is_written() {
    for (file, begins, holds) in [
        ("why.svg", "<svg ", "exogenous testosterone"),
        ("why.html", "<!DOCTYPE html>", "<svg "),
        ("WHY.HTM", "<!DOCTYPE html>", "<svg "),
        ("why.dot", "digraph ", "arrowhead=tee"),
        ("why.gv", "digraph ", "arrowhead=tee"),
        ("why.mmd", "---\ntitle: ", "flowchart TB"),
        ("\"my why.mermaid\"", "---\ntitle: ", "==x"),
    ] {
        let statement = format!("draw {WHY} to {file}");
        let (outcome, folder) = Endograph::new(["-c", &statement]).run_and_keep();
        outcome.check(0, &["drawn: ", " nodes, ", " arrows"], &[]);
        let text = fs::read_to_string(folder.path().join(file.trim_matches('"'))).expect("a picture");
        assert!(text.starts_with(begins) && text.contains(holds) && text.ends_with('\n'), "{file}: {text}");
    }
}

#[test]
fn a_picture_stands_where_the_statement_says() {
    let (outcome, folder) =
        Endograph::new(["-c", "draw show LH to ./lh.dot", "--quiet"]).file("lh.txt", "").run_and_keep();
    outcome.check(0, &[], &[]);
    assert_eq!(outcome.stdout, "");
    assert!(folder.path().join("lh.dot").is_file());
    let absolute = folder.path().join("other.svg");
    let statement = format!("draw show LH to {}", absolute.display());
    Endograph::new(["run", "-"]).stdin(statement).run().check(0, &["drawn: /"], &[]);
    assert!(absolute.is_file());
    Endograph::new(["-c", "draw show LH to nowhere/lh.svg"]).run().check(3, &[], &["error[io]", "nowhere/lh.svg"]);
}

#[test]
fn nothing_is_overwritten_unless_that_is_asked_for() {
    let draw = |arguments: &[&str]| {
        let all = ["-c", "draw show LH to lh.dot"].iter().chain(arguments);
        let (outcome, folder) = Endograph::new(all).file("lh.dot", "mine").run_and_keep();
        (outcome, fs::read_to_string(folder.path().join("lh.dot")).expect("a file"))
    };
    let (outcome, text) = draw(&[]);
    outcome.check(3, &[], &["error[file-exists]", "--> -c:1:17", "--force"]);
    assert_eq!(text, "mine");
    let (outcome, text) = draw(&["--safe"]);
    outcome.check(3, &[], &["error[not-allowed]"]);
    assert_eq!(text, "mine");
    let (outcome, text) = draw(&["--force"]);
    outcome.check(0, &["drawn: lh.dot"], &[]);
    assert!(text.starts_with("digraph"), "{text}");
    let forced = Endograph::new(["-c", "draw show LH to lh.dot --force"]).file("lh.dot", "mine");
    let (outcome, folder) = forced.run_and_keep();
    outcome.check(0, &["drawn: lh.dot"], &[]);
    let text = fs::read_to_string(folder.path().join("lh.dot")).expect("a file");
    assert!(text.starts_with("digraph"), "{text}");
    let (outcome, text) = draw(&["--safe", "-c", "draw show LH to lh.dot --force"]);
    outcome.check(3, &[], &["error[not-allowed]"]);
    assert_eq!(text, "mine");
}

#[test]
fn what_cannot_be_drawn_leaves_no_file() {
    for (statement, code) in [
        ("draw list drugs to x.svg", "no-picture"),
        ("draw stats to x.svg", "no-picture"),
        ("draw ? how many drugs block the estrogen receptor to x.svg", "no-picture"),
        ("draw path LH -> aromatase max 1 to x.svg", "no-picture"),
        ("draw show nothing at all to x.svg", "unknown-name"),
        ("draw show LH to x.png", "unknown-ending"),
        ("draw show LH to x", "unknown-ending"),
    ] {
        let (outcome, folder) = Endograph::new(["-c", statement]).run_and_keep();
        outcome.check(1, &[], &[&format!("error[{code}]")]);
        let left = fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(left, 0, "{statement}");
    }
}

#[test]
fn one_stream_holds_one_picture() {
    Endograph::new(["--format", "svg", "-c", "show LH"]).run().check(0, &["<svg "], &[]);
    let both = Endograph::new(["--format", "svg", "-c", "show LH; show FSH", "--keep-going"]).run();
    both.check(1, &["<svg "], &["error[no-picture]", "a file of its own"]);
    assert_eq!(both.stdout.matches("<svg ").count(), 1);
    // What is no picture stands beside it.
    let confirmed = Endograph::new(["--format", "dot", "-c", "let x = ? which drugs raise LH; path $x -> LH"]).run();
    confirmed.check(0, &["digraph"], &["bound: $x"]);
    let (outcome, folder) =
        Endograph::new(["--format", "mermaid", "--output", "x.mmd", "-c", "show LH; show FSH"]).run_and_keep();
    outcome.check(1, &[], &["x.mmd", "holds an answer already"]);
    assert!(!folder.path().join("x.mmd").exists(), "half of what was asked for");
}

#[test]
fn the_same_picture_has_the_same_bytes() {
    for format in ["svg", "html", "dot", "mermaid"] {
        let draw = || Endograph::new(["--format", format, "-c", "? what suppresses LH"]).run();
        let first = draw();
        first.check(0, &["LH"], &[]);
        assert_eq!(first, draw(), "{format}");
    }
}
