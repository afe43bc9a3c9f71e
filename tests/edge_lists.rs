//! Edge lists through the program: good ones, one bad one a mistake, companions, several together.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::harness::{Endograph, Outcome, tests_folder};

/// Every file of `tests/graphs/bad-edge-lists/`, and each fault as file, line, column, code.
const BAD: &[(&str, &str)] = &[
    ("column-twice.tsv", "column-twice.tsv:1:1 duplicate-name"),
    ("contradiction.tsv", "contradiction.tsv:2:4 wrong-value, contradiction.tsv:3:4 wrong-value"),
    ("empty.tsv", "empty.tsv:1:1 no-rows"),
    (
        "empty-names.tsv",
        "empty-names.tsv:2:1 wrong-value, empty-names.tsv:3:6 wrong-value, empty-names.tsv:4:1 wrong-value",
    ),
    ("header-only.tsv", "header-only.tsv:1:1 no-rows"),
    ("latin-1.tsv", "latin-1.tsv:2:5 not-text"),
    (
        "mapping.tsv",
        "mapping.tsv:2:4 unknown-relation, mapping.mapping.toml:2:8 wrong-value, \
        mapping.mapping.toml:5:6 unknown-relation, mapping.mapping.toml:7:1 wrong-value, \
        mapping.mapping.toml:11:1 missing-key, mapping.mapping.toml:14:2 unknown-key",
    ),
    ("missing-object.tsv", "missing-object.tsv:1:1 missing-column"),
    ("missing-sign.tsv", "missing-sign.tsv:1:1 missing-column"),
    ("no-header.tsv", "no-header.tsv:1:1 missing-column"),
    (
        "nodes.tsv",
        "nodes.tsv:2:1 ambiguous, nodes.nodes.tsv:3:1 duplicate-id, nodes.nodes.tsv:4:16 wrong-value, \
        nodes.nodes.tsv:6:1 ragged-row",
    ),
    ("open-quote.csv", "open-quote.csv:3:1 ragged-row"),
    ("ragged.csv", "ragged.csv:3:1 ragged-row, ragged.csv:4:1 ragged-row"),
    ("unknown-context.tsv", "unknown-context.tsv:2:8 unknown-context, unknown-context.tsv:3:9 wrong-value"),
    (
        "unknown-relation.tsv",
        "unknown-relation.tsv:3:6 unknown-relation, unknown-relation.tsv:5:6 unknown-relation, \
        unknown-relation.tsv:6:4 wrong-value, unknown-relation.tsv:7:6 unknown-relation",
    ),
    (
        "unknown-sign.tsv",
        "unknown-sign.tsv:2:17 wrong-value, unknown-sign.tsv:4:10 wrong-value, \
        unknown-sign.tsv:5:9 wrong-value",
    ),
    ("utf-16.tsv", "utf-16.tsv not-text"),
];

fn bad(file: &str, format: &str) -> Outcome {
    Endograph::new(["check", file, "--format", format]).folder(&tests_folder("graphs/bad-edge-lists")).run()
}

#[test]
fn every_fault_is_found_at_its_place() {
    for (file, expected) in BAD {
        let outcome = bad(file, "json");
        assert_eq!(outcome.status, 1, "{file}: {outcome:?}");
        let answer: Value = serde_json::from_str(&outcome.stdout).expect("JSON");
        let faults = answer["rows"].as_array().expect("rows").iter().map(|row| {
            let place =
                if row["line"].is_null() { String::new() } else { format!(":{}:{}", row["line"], row["column"]) };
            format!("{}{place} {}", row["file"].as_str().expect("a file"), row["code"].as_str().expect("a code"))
        });
        assert_eq!(faults.collect::<Vec<_>>().join(", "), *expected, "{file}");
    }
}

#[test]
fn every_bad_edge_list_is_in_the_table() {
    let mut files: Vec<String> = names("graphs/bad-edge-lists");
    files.retain(|name| !name.contains(".nodes.") && !name.contains(".mapping.") && name != "many.tsv");
    let mut listed: Vec<&str> = BAD.iter().map(|(file, _)| *file).collect();
    listed.sort_unstable();
    assert_eq!(files, listed);
}

fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(tests_folder(folder)).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn faults_say_what_to_do() {
    for (file, parts) in [
        (
            "unknown-relation.tsv",
            &[
                "(2 rows)",
                "`unknown-relation.mapping.toml`",
                "= help: [relation.\"positively regulates\"]",
                "= help: sign = \"+\" or \"-\"",
                "= help: aspect = \"abundance\"",
                "did you mean `stimulates`?",
            ][..],
        ),
        ("unknown-sign.tsv", &["empty or `0` for an edge without sign", "`relation` column"]),
        ("contradiction.tsv", &["`raises` means `+`, the sign column says `-`", "so in 2 rows"]),
        ("no-header.tsv", &["no column is called `subject`, none `object`, none `sign` or `relation`"]),
        ("open-quote.csv", &["a quote that opens in it"]),
        ("utf-16.tsv", &["save the file as UTF-8"]),
        ("many.tsv", &["many.tsv:21:7", "40 more faults like that in line 2, the last in line 61"]),
    ] {
        bad(file, "table").check(1, parts, &[]);
    }
}

#[test]
fn good_edge_lists_have_no_fault() {
    for (file, summary) in [
        ("letters.csv", "letters 0: 4 entities, 4 edges: no faults"),
        ("male-axis.tsv", "male-axis 0: 12 entities, 17 edges: no faults"),
        ("odd-names.csv", "odd-names 0: 9 entities, 8 edges: no faults"),
        ("thyroid.tsv", "thyroid 0: 5 entities, 6 edges: no faults"),
    ] {
        Endograph::new(["check", file]).folder(&tests_folder("graphs/good")).run().check(0, &[summary], &[]);
    }
}

#[test]
fn what_refuses_no_graph_is_told_beside_it() {
    let graphs = tests_folder("graphs/good");
    let check = |arguments: &[&str]| Endograph::new(arguments.iter().copied()).folder(&graphs).run();
    let cycle = &["cyclic-class", "a class is a member of itself: `lh`, `hormone`", "1 warning"][..];
    check(&["check", "cyclic-class.tsv"]).check(0, cycle, &[]);
    check(&["check", "cyclic-class.tsv", "--deny", "warnings"]).check(1, &["1 warning (1 denied)"], &[]);
    check(&["--graph", "cyclic-class.tsv", "-c", "stats"]).check(0, &[], &["a class is a member of itself"]);
}

#[test]
fn lenient_reading_leaves_faulty_rows_out_and_says_so() {
    let outcome = Endograph::new(["--lenient", "--graph", "some.tsv", "-c", "? what raises b"])
        .file("some.tsv", "subject\tobject\tsign\na\tb\t+\nc\tb\tperhaps\nd\tb\n")
        .run();
    let told = ["warning[wrong-value]: 1 row is left out: `perhaps` is no sign", "some.tsv:3:5", "some.tsv:4:1"];
    outcome.check(0, &["a"], &told);
}

const UP: &str = "subject,object,sign\nsalt,volume,+\nvolume,pressure,+\n";
const DOWN: &str = "subject\trelation\tobject\tsign\npressure\tdamps\trenin\t-\nrenin\traises\tsalt\t+\n";

fn asked(graphs: &[&str], statement: &str) -> Outcome {
    let graphs = graphs.iter().flat_map(|graph| ["--graph", graph]);
    let arguments = graphs.chain(["-c", statement]).map(str::to_owned).collect::<Vec<_>>();
    Endograph::new(arguments)
        .file("up.csv", UP)
        .file("down.tsv", DOWN)
        .file("words.tsv", "subject\trelation\tobject\nsalt\tretains\tvolume\n")
        .file("more.mapping.toml", "[relation.retains]\nsign = \"+\"\n")
        .file("toy.toml", "[graph]\nname = \"toy\"\n")
        .run()
}

#[test]
fn several_lists_are_one_graph() {
    asked(&["up.csv", "down.tsv"], "? does salt suppress renin").check(
        0,
        &["Yes: salt suppresses renin", "determined"],
        &[],
    );
    asked(&["up.csv", "down.tsv"], "stats").check(0, &["up + down", "4"], &[]);
    asked(&["up.csv"], "show renin").check(1, &[], &["unknown-name"]);
}

#[test]
fn mapping_files_may_stand_beside_a_list_or_be_named() {
    asked(&["words.tsv", "more.mapping.toml"], "? what does salt retain").check(0, &["volume"], &[]);
    asked(&["words.tsv"], "stats").check(3, &[], &["unknown-relation", "`words.mapping.toml`"]);
    asked(&["more.mapping.toml"], "stats").check(3, &[], &["no edge list is given"]);
}

#[test]
fn formats_are_not_mixed() {
    for other in ["toy.toml", "hpg"] {
        asked(&["up.csv", other], "stats").check(3, &[], &[other, "cannot be read together"]);
    }
}

#[test]
fn a_program_opens_an_edge_list_as_any_graph() {
    let mut session = endograph::session::Session::open(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/graphs/good/male-axis.tsv"),
    )
    .expect("a good edge list");
    let answer = session.ask("? does sT raise GnRH").expect("a question of its names");
    assert_eq!(answer.graph.name, "male-axis");
}

#[test]
fn the_readme_shows_the_example_as_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(root.join(file)).expect("a file of the repository");
    assert!(read("README.md").contains(&format!("```text\n{}```", read("examples/renin.tsv"))));
}
