//! `endograph convert`: files in, files out, whole or not at all.

use std::fs;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;

use crate::harness::{Endograph, Outcome};

const LIST: &str = "subject\trelation\tobject\tsign\tevidence\nsalt\tretains\tvolume\t+\tbook § 1\nvolume\traises\tpressure\t+\t\npressure\tdamps\tsalt\t-\tbook § 2\n";

fn convert(arguments: &[&str]) -> Endograph {
    Endograph::new(["convert"].iter().chain(arguments)).file("model.tsv", LIST)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn asked(folder: &Path, graph: &str, statement: &str) -> Outcome {
    Endograph::new(["--graph", graph, "-c", statement]).folder(folder).run()
}

#[test]
fn every_format_is_written_and_those_that_can_be_read_answer_alike() {
    for (to, format, files) in [
        ("out.toml", "toml", "out.toml"),
        ("out/", "toml", "out"),
        ("out.tsv", "tsv", "out.mapping.toml out.nodes.tsv out.tsv"),
        ("out.csv", "csv", "out.csv out.mapping.toml out.nodes.csv"),
        ("out.tsv", "kgx-tsv", "out_edges.tsv out_nodes.tsv"),
        ("out.jsonl", "kgx-jsonl", "out_edges.jsonl out_nodes.jsonl"),
        ("out.sif", "sif", "out.sif"),
        ("out.sif", "hetnet", "out.nodes.tsv out.sif"),
        ("out.nt", "ntriples", "out.nt"),
        ("out.ttl", "turtle", "out.ttl"),
        ("out.graphml", "graphml", "out.graphml"),
        ("out.dot", "dot", "out.dot"),
        ("out", "cypher", "out"),
    ] {
        let (outcome, folder) = convert(&["model.tsv", to, "--to", format]).run_and_keep();
        outcome.check(0, &[], &["model 0: 3 entities, 3 edges, written to "]);
        let mut written = names(folder.path());
        written.retain(|name| name != "model.tsv");
        assert_eq!(written.join(" "), files, "{format}");
        if matches!(format, "toml" | "tsv" | "csv") {
            asked(folder.path(), to, "? does salt raise pressure").check(0, &["Yes: salt raises pressure"], &[]);
            asked(folder.path(), to, "? what does salt retain").check(0, &["volume"], &[]);
        }
    }
}

#[test]
fn a_graph_comes_back_from_toml() {
    let (outcome, folder) = convert(&["hpg", "hpg/"]).run_and_keep();
    outcome.check(0, &[], &["hpg 1.0.0: 150 entities, 420 edges, written to hpg/graph.toml, hpg/schema.toml"]);
    assert!(!outcome.stderr.contains("lossy"), "{outcome:?}");
    for statement in ["? does hCG raise LH", "path shortest gonadorelin -> spermatogenesis", "figures for hCG"] {
        let original = Endograph::new(["-c", statement]).run();
        assert_eq!(asked(folder.path(), "hpg", statement).stdout, original.stdout, "{statement}");
    }
}

#[test]
fn losses_are_said_and_can_be_refused() {
    let (outcome, folder) = convert(&["model.tsv", "out.sif"]).run_and_keep();
    let said = ["warning[lossy]: SIF cannot hold all of `model`", "the signs of 3 edges", "the evidence of 3 edges"];
    outcome.check(0, &[], &said);
    assert!(folder.path().join("out.sif").exists());

    let (outcome, folder) = convert(&["model.tsv", "out.sif", "--strict"]).run_and_keep();
    outcome.check(1, &[], &["error[lossy]: SIF cannot hold all of `model`", "nothing was written"]);
    assert_eq!(names(folder.path()), ["model.tsv"]);
    convert(&["model.tsv", "out.ttl", "--strict"]).run().check(0, &[], &[]);
}

#[test]
fn standard_output_takes_one_file() {
    let outcome = convert(&["model.tsv", "-", "--to", "sif"]).run();
    outcome.check(0, &["salt\tretains\tvolume\n"], &["the signs of 3 edges"]);
    assert!(!outcome.stderr.contains("written to"), "{outcome:?}");
    convert(&["model.tsv", "-", "--to", "tsv"]).run().check(2, &[], &["several files"]);
    convert(&["model.tsv", "-"]).run().check(2, &[], &["nothing says in which format", "--to FORMAT"]);
}

#[test]
fn nothing_is_overwritten_unless_that_is_asked_for() {
    for (there, to) in [("out.tsv", "out.tsv"), ("out.nodes.tsv", "out.tsv"), ("out.ttl", "out.ttl")] {
        let (outcome, folder) = convert(&["model.tsv", to]).file(there, "as it was").run_and_keep();
        outcome.check(3, &[], &[there, "is there already", "`--force`"]);
        assert_eq!(names(folder.path()), ["model.tsv", there]);
        assert_eq!(fs::read_to_string(folder.path().join(there)).expect("the file"), "as it was");
        let (outcome, folder) = convert(&["model.tsv", to, "--force"]).file(there, "as it was").run_and_keep();
        outcome.check(0, &[], &[]);
        assert_ne!(fs::read_to_string(folder.path().join(there)).expect("the file"), "as it was");
    }
}

#[test]
fn a_folder_of_toml_keeps_out_what_would_be_read_with_it() {
    let outcome = convert(&["model.tsv", ".", "--force"]).file("other.toml", "").run();
    outcome.check(3, &[], &["other.toml", "would be read as part of the graph"]);
}

#[test]
fn places_and_formats_that_do_not_work() {
    convert(&["model.tsv", "out.csv", "--to", "cypher"]).run().check(2, &[], &["must be a folder"]);
    convert(&["model.tsv", "out.xyz"]).run().check(2, &[], &["nothing says in which format"]);
    convert(&["model.tsv", "model.tsv/out.nt"]).run().check(3, &[], &["cannot write"]);
    convert(&["missing.toml", "out.nt"]).run().check(3, &[], &["missing.toml"]);
    convert(&["model.tsv", "out.nt", "--to", "yaml"]).run().check(2, &[], &["yaml", "ntriples"]);
    convert(&["model.tsv", "out.nt", "--from", "graphml"]).run().check(2, &[], &["`model.tsv` is not called"]);
    let broken = Endograph::new(["convert", "bad.tsv", "out.nt"]).file("bad.tsv", "subject\tobject\n");
    let (outcome, folder) = broken.run_and_keep();
    outcome.check(3, &[], &["missing-column"]);
    assert_eq!(names(folder.path()), ["bad.tsv"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_nothing() {
    convert(&["model.tsv", "/dev/full", "--to", "ntriples"]).run().check(3, &[], &["cannot write"]);
    convert(&["model.tsv", "/dev/null", "--to", "ntriples"]).run().check(0, &[], &[]);
}

#[test]
fn compressed_files_are_those_of_the_same_bytes() {
    let (outcome, folder) = convert(&["model.tsv", "out.nt.gz"]).run_and_keep();
    outcome.check(0, &[], &["out.nt.gz"]);
    let compressed = fs::read(folder.path().join("out.nt.gz")).expect("the file");
    let mut text = String::new();
    GzDecoder::new(compressed.as_slice()).read_to_string(&mut text).expect("gzip");
    let plain = convert(&["model.tsv", "-", "--to", "ntriples", "--quiet"]).run();
    assert_eq!(plain.stdout, text);
    assert_eq!(plain.stderr, "");
    let (_, again) = convert(&["model.tsv", "out.nt.gz"]).run_and_keep();
    assert_eq!(fs::read(again.path().join("out.nt.gz")).expect("the file"), compressed);
}
