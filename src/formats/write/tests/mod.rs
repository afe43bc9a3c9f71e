//! Each writer against an independent reader, and against endograph's own.

mod graphs;
mod losses;
mod markup;
mod read_back;
mod tables;
mod toml;
mod triples;

use std::path::Path;
use std::sync::Arc;

use super::{Format, Part, Target, Writing, files};
use crate::formats::{Loaded, embedded_schema};
use crate::graph::{Graph, Schema};

fn vocabulary() -> Schema {
    embedded_schema().expect("the embedded vocabulary is sound")
}

fn loaded(graph: Graph) -> Loaded {
    Loaded::from(Arc::new(graph))
}

/// One part of a graph in a format.
fn part(loaded: &Loaded, format: Format, part: Part) -> String {
    let vocabulary = vocabulary();
    let mut bytes = Vec::new();
    Writing::new(loaded, format, &vocabulary).write(part, &mut bytes).expect("memory takes everything");
    String::from_utf8(bytes).expect("every format is text")
}

#[test]
fn names_of_files_tell_formats() {
    for (name, expected) in [
        ("a.toml", Some(Format::Toml)),
        ("a.TSV", Some(Format::Tsv)),
        ("a.csv.gz", Some(Format::Csv)),
        ("a_edges.tsv", Some(Format::KgxTsv)),
        ("a_nodes.tsv.gz", Some(Format::KgxTsv)),
        ("a.b.jsonl", Some(Format::KgxJsonLines)),
        ("a.sif.gz", Some(Format::Sif)),
        ("a.nt", Some(Format::NTriples)),
        ("a.gv", Some(Format::Dot)),
        ("a", None),
        ("a.gz", None),
        ("a.xml", None),
        (".tsv", None),
    ] {
        assert_eq!(Format::of(Path::new(name)), expected, "{name}");
    }
    for &format in Format::ALL {
        assert_eq!(format.as_str().parse(), Ok(format));
        let told = Format::of(Path::new(&format!("a.{}", format.ending())));
        let is_told_otherwise = matches!(format, Format::KgxTsv | Format::Hetnet | Format::Cypher);
        assert!(told == Some(format) || is_told_otherwise, "{format}");
    }
}

#[test]
fn files_are_called_after_the_target() {
    let toy = loaded(graphs::toy());
    for (format, target, expected) in [
        (Format::Tsv, Target::File(Path::new("o/a.tab")), "o/a.tab o/a.nodes.tab o/a.mapping.toml"),
        (Format::Csv, Target::File(Path::new("a.csv.gz")), "a.csv.gz a.nodes.csv.gz a.mapping.toml"),
        (Format::Csv, Target::Folder(Path::new("o")), "o/toy-1.csv o/toy-1.nodes.csv o/toy-1.mapping.toml"),
        (Format::KgxTsv, Target::File(Path::new("a_edges.tsv")), "a_nodes.tsv a_edges.tsv"),
        (Format::KgxJsonLines, Target::File(Path::new("a.jsonl.gz")), "a_nodes.jsonl.gz a_edges.jsonl.gz"),
        (Format::Hetnet, Target::File(Path::new("a.sif")), "a.sif a.nodes.tsv"),
        (Format::Turtle, Target::File(Path::new("a")), "a"),
        (Format::Turtle, Target::Folder(Path::new("o")), "o/toy-1.ttl"),
        (Format::Toml, Target::File(Path::new("a.toml")), "a.toml"),
        (
            Format::Toml,
            Target::Folder(Path::new("o")),
            "o/graph.toml o/schema.toml o/sources.toml o/entities.toml o/edges.toml",
        ),
        (
            Format::Cypher,
            Target::Folder(Path::new("o")),
            "o/nodes.csv o/edges.csv o/load.neo4j.cypher o/load.memgraph.cypher",
        ),
    ] {
        let files = files(format, target, &toy).expect("a target of this kind");
        let paths: Vec<String> = files.iter().map(|file| file.path.display().to_string()).collect();
        assert_eq!(paths.join(" "), expected);
        for file in files {
            let is_gz = file.path.extension().is_some_and(|ending| ending == "gz");
            assert_eq!(file.compressed, is_gz, "{file:?}");
        }
    }
    assert_eq!(files(Format::Cypher, Target::File(Path::new("a.csv")), &toy), None);
}

#[test]
fn the_same_graph_gives_the_same_bytes() {
    for &format in Format::ALL {
        for file in files(format, Target::Folder(Path::new("o")), &loaded(graphs::toy())).expect("a folder") {
            let once = part(&loaded(graphs::toy()), format, file.part);
            assert_eq!(once, part(&loaded(graphs::toy()), format, file.part), "{format}");
        }
    }
}
