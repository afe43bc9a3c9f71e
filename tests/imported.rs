//! Graphs of other formats through the program: one bad file a mistake, and what is told of good ones.

use std::fs;

use serde_json::Value;

use crate::harness::{Endograph, Outcome, tests_folder};

/// Every file of `tests/graphs/bad-formats/`, and each fault as line, column, code.
const BAD: &[(&str, &str)] = &[
    ("broken.nt", "2:40 wrong-value"),
    ("broken.ttl", "2:16 wrong-value"),
    ("broken_edges.jsonl", "2:65 wrong-value"),
    ("dangling.graphml", "4:5 unknown-name"),
    ("dangling.json", "5:3 unknown-name"),
    ("direction_edges.tsv", "2:1 wrong-value"),
    ("doctype.graphml", "2:1 wrong-value"),
    ("no-nodes.json", "1:1 wrong-value"),
    ("ragged_edges.tsv", "3:1 ragged-row"),
];

fn check(folder: &str, file: &str, format: &str) -> Outcome {
    Endograph::new(["check", file, "--format", format]).folder(&tests_folder(folder)).run()
}

#[test]
fn every_fault_is_found_at_its_place() {
    for (file, expected) in BAD {
        let outcome = check("graphs/bad-formats", file, "json");
        assert_eq!(outcome.status, 1, "{file}: {outcome:?}");
        let answer: Value = serde_json::from_str(&outcome.stdout).expect("JSON");
        let faults = answer["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .map(|row| format!("{}:{} {}", row["line"], row["column"], row["code"].as_str().expect("a code")));
        assert_eq!(faults.collect::<Vec<_>>().join(", "), *expected, "{file}");
    }
}

#[test]
fn every_bad_file_is_in_the_table() {
    let entries = fs::read_dir(tests_folder("graphs/bad-formats")).expect("a folder");
    let mut files: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    files.sort();
    let mut listed: Vec<&str> = BAD.iter().map(|(file, _)| *file).collect();
    listed.sort_unstable();
    assert_eq!(files, listed);
}

#[test]
fn an_unknown_mapping_names_the_known_ones() {
    let arguments = ["check", "thyroid.graphml", "--mapping", "biolonk"];
    let outcome = Endograph::new(arguments).folder(&tests_folder("graphs/formats")).run();
    outcome.check(3, &[], &["biolonk", "bel, biolink, drugmechdb, hetionet, ontology, signor"]);
}
