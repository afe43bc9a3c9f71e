//! Every fault that a graph file can have, each in a small graph of its own under `tests/graphs/bad/`.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use endograph::formats::{Fault, TextFile, embedded_schema, open, toml};

fn graphs(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/graphs").join(folder)
}

/// One line a fault: file, line and column, code, and the suggestions where there are any.
fn summary(faults: &[Fault]) -> String {
    let mut lines = String::new();
    for fault in faults {
        let file = Path::new(&fault.file.name).file_name().unwrap_or_default().to_string_lossy();
        let place = fault.diagnostic.span.map(|span| fault.file.line_and_column(span.start));
        let (line, column) = place.unwrap_or_default();
        write!(lines, "{file}:{line}:{column} {}", fault.diagnostic.code).expect("a string takes everything");
        if !fault.diagnostic.suggestions.is_empty() {
            write!(lines, " -> {}", fault.diagnostic.suggestions.join(", ")).expect("a string takes everything");
        }
        lines.push('\n');
    }
    lines
}

const BAD: &[(&str, &str)] = &[
    (
        "broken-chain",
        "graph.toml:59:12 broken-chain\n\
         graph.toml:66:12 broken-chain",
    ),
    (
        "cyclic-class",
        "graph.toml:4:1 cyclic-class\n\
         graph.toml:26:1 cyclic-class",
    ),
    (
        "dangling",
        "entities.toml:19:10 unknown-name\n\
         entities.toml:23:10 unknown-name\n\
         links.toml:2:11 unknown-name -> lh\n\
         links.toml:4:10 unknown-name -> lh\n\
         links.toml:11:12 unknown-name\n\
         links.toml:15:10 unknown-name -> testis, testosterone\n\
         links.toml:15:20 unknown-name\n\
         links.toml:22:10 unknown-name -> testis\n\
         links.toml:23:22 unknown-source -> book",
    ),
    (
        "duplicate-edge",
        "graph.toml:43:1 duplicate-edge\n\
         graph.toml:56:1 duplicate-edge",
    ),
    (
        "duplicate-id",
        "b.toml:5:6 duplicate-id\n\
         b.toml:10:6 duplicate-id",
    ),
    (
        "duplicate-name",
        "a.toml:16:8 duplicate-name\n\
         b.toml:6:8 duplicate-name\n\
         b.toml:16:6 duplicate-name",
    ),
    (
        "missing-evidence",
        "graph.toml:15:1 missing-evidence\n\
         graph.toml:20:1 missing-evidence\n\
         graph.toml:26:1 missing-evidence",
    ),
    (
        "missing-key",
        "graph.toml:4:1 missing-key\n\
         graph.toml:8:1 missing-key\n\
         graph.toml:12:1 missing-key\n\
         graph.toml:16:1 missing-key",
    ),
    (
        "reserved-verb",
        "graph.toml:11:10 duplicate-name\n\
         graph.toml:22:12 reserved-verb\n\
         graph.toml:22:29 reserved-verb\n\
         graph.toml:22:49 reserved-verb\n\
         graph.toml:28:19 reserved-verb\n\
         graph.toml:28:77 reserved-verb",
    ),
    (
        "toml-syntax",
        "graph.toml:2:15 toml\n\
         graph.toml:6:6 toml\n\
         graph.toml:10:1 unknown-key -> title",
    ),
    (
        "unknown-context",
        "graph.toml:19:13 unknown-context\n\
         graph.toml:19:37 unknown-context -> continuous\n\
         graph.toml:25:19 unknown-context -> female",
    ),
    (
        "unknown-key",
        "graph.toml:19:1 unknown-key -> directness\n\
         graph.toml:22:3 unknown-key -> entity",
    ),
    (
        "unknown-kind",
        "graph.toml:7:8 unknown-kind -> hormone, hormone class\n\
         graph.toml:13:9 unknown-kind",
    ),
    (
        "unknown-relation",
        "graph.toml:17:12 unknown-relation -> stimulates\n\
         graph.toml:23:12 unknown-relation -> stimulates\n\
         graph.toml:29:12 unknown-relation",
    ),
    (
        "unknown-source",
        "graph.toml:19:24 unknown-source -> book\n\
         graph.toml:19:70 unknown-source",
    ),
    (
        "wrong-kinds",
        "graph.toml:16:11 wrong-kinds\n\
         graph.toml:18:10 wrong-kinds",
    ),
    (
        "wrong-type",
        "graph.toml:6:8 wrong-type\n\
         graph.toml:16:9 wrong-type\n\
         graph.toml:18:7 wrong-type\n\
         graph.toml:25:12 wrong-type\n\
         graph.toml:26:11 wrong-type",
    ),
    (
        "wrong-value",
        "graph.toml:9:9 wrong-value -> hormone\n\
         graph.toml:13:8 wrong-value\n\
         graph.toml:14:10 wrong-value\n\
         graph.toml:17:8 wrong-value -> membership\n\
         graph.toml:22:11 wrong-value -> male, female\n\
         graph.toml:23:9 wrong-value -> graph\n\
         graph.toml:26:6 wrong-value -> luteinizing-hormone\n\
         graph.toml:29:9 wrong-value\n\
         graph.toml:33:8 wrong-value\n\
         graph.toml:40:14 wrong-value -> direct\n\
         graph.toml:42:12 wrong-value -> strong\n\
         graph.toml:43:13 wrong-value\n\
         graph.toml:43:77 wrong-value\n\
         graph.toml:45:1 wrong-value",
    ),
];

#[test]
fn every_fault_is_found_at_its_place() {
    let mut differences = String::new();
    for &(folder, expected) in BAD {
        let found = match open(&graphs("bad").join(folder)) {
            Ok(_) => "no fault".to_owned(),
            Err(faults) => summary(&faults),
        };
        if found.trim() != expected.trim() {
            write!(differences, "{folder}:\n{found}").expect("a string takes everything");
        }
    }
    assert!(differences.is_empty(), "found otherwise than expected:\n{differences}");
}

#[test]
fn every_bad_graph_is_in_the_table() {
    let mut folders: Vec<String> = std::fs::read_dir(graphs("bad"))
        .expect("a folder")
        .map(|entry| entry.expect("a readable entry").file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let listed: Vec<&str> = BAD.iter().map(|(folder, _)| *folder).collect();
    assert_eq!(listed, folders);
}

#[test]
fn good_graphs_have_no_fault() {
    for folder in ["minimal", "chains"] {
        if let Err(faults) = open(&graphs("good").join(folder)) {
            panic!("{folder}:\n{}", summary(&faults));
        }
    }
}

#[test]
fn faults_of_several_files_come_in_the_order_given_and_every_time_the_same() {
    let files = || vec![TextFile::new("b", "[[entiti]]\nid = 1\n"), TextFile::new("a", "x = 1\ny =\n")];
    let load = || {
        toml::load(files(), embedded_schema().ok())
            .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<String>>())
    };
    let faults = load().expect_err("three faults");
    assert_eq!(
        faults,
        [
            "b:1:3: unknown key `entiti` [unknown-key]",
            "a:2:4: string values must be quoted, expected literal string [toml]"
        ]
    );
    assert_eq!(load().expect_err("three faults"), faults);
}

#[test]
fn what_cannot_be_read_is_a_fault() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let faults_at = |name: &str| {
        let faults = open(&folder.path().join(name)).expect_err("a fault");
        faults.iter().map(|fault| fault.diagnostic.code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(faults_at("absent.toml"), ["io"]);
    assert_eq!(faults_at(""), ["io"]);
    std::fs::write(folder.path().join("bytes.toml"), b"name = \"\xff\"\n").expect("written");
    assert_eq!(faults_at("bytes.toml"), ["not-text"]);
    assert_eq!(faults_at(""), ["not-text"]);
}
