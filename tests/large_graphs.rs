//! Questions on graphs too large to be looked at whole: bounded, and never without saying so.

use std::fmt::Write as _;

use tempfile::TempDir;

use crate::harness::{Endograph, Outcome};

/// How many entities the tangle has; three steps from each make more than ten thousand edges.
const TANGLE: usize = 4_000;

/// An edge list: a tangle of feedback, and beside it a chain that nothing feeds back on.
fn edges() -> String {
    let mut text = String::from("source\trelation\ttarget\tsign\n");
    for number in 0..TANGLE {
        for (factor, shift, relation, sign) in
            [(7, 1, "activates", "+"), (13, 5, "activates", "+"), (31, 11, "represses", "-")]
        {
            let other = (number * factor + shift) % TANGLE;
            if other != number {
                let _ = writeln!(text, "g{number}\t{relation}\tg{other}\t{sign}");
            }
        }
    }
    text.push_str("agent\trepresses\tenzyme\t-\nenzyme\tactivates\tproduct\t+\nproduct\tactivates\tfever\t+\n");
    text
}

/// A folder with the edge list.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    std::fs::write(folder.path().join("net.tsv"), edges()).expect("a file in a temporary folder");
    folder
}

fn ask(folder: &TempDir, arguments: &[&str]) -> Outcome {
    Endograph::new(arguments).folder(folder.path()).run()
}

#[test]
fn what_lies_within_the_bound_is_decided_as_on_a_small_graph() {
    let folder = folder();
    for (statement, holds) in [("? does agent suppress fever", "determined"), ("? what suppresses fever", "agent")] {
        let answer = ask(&folder, &["--graph", "net.tsv", "-c", statement]);
        answer.check(0, &[holds], &[]);
        assert!(!answer.stdout.contains("entities are looked at"), "{statement}: {}", answer.stdout);
    }
}

#[test]
fn a_bound_is_said_with_how_much_is_looked_at() {
    let folder = folder();
    for statement in ["? what suppresses g5", "? does g1 raise g900", "simulate g7 up show g9", "loops through g3"] {
        let answer = ask(&folder, &["--graph", "net.tsv", "-c", statement]);
        answer.check(0, &["of 4004 entities are looked at: chains of at most"], &[]);
    }
}

#[test]
fn a_snapshot_answers_byte_for_byte_as_its_edge_list() {
    let folder = folder();
    ask(&folder, &["build", "net.tsv", "-o", "net.endo"]).check(0, &[], &[]);
    for statement in [
        "? does agent suppress fever",
        "? what raises g5 limit 5",
        "path g1 -> g900",
        "stats",
        "show fever",
        "find g39",
    ] {
        let [text, snapshot] =
            ["net.tsv", "net.endo"].map(|file| ask(&folder, &["--graph", file, "--format", "json", "-c", statement]));
        text.check(0, &["\"statement\""], &[]);
        assert_eq!(text.stdout, snapshot.stdout, "{statement}");
    }
}
