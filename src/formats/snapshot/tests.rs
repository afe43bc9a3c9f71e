//! Whatever happens to a snapshot: it is refused, or what is wrong is noticed, and nothing panics.

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use tempfile::TempDir;

use super::{header, open, verify, write};
use crate::diagnostic::Code;
use crate::graph::Graph;
use crate::session::{Options, Session};
use crate::sketch;

/// A folder with the snapshot of a small graph, and its bytes.
struct Snapshot {
    folder: TempDir,
    bytes: Vec<u8>,
}

impl Snapshot {
    fn of(graph: &Graph) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let path = folder.path().join("graph.endo");
        let written = write(graph, &path).expect("the folder can be written");
        let bytes = fs::read(path).expect("it was written");
        assert_eq!(written.bytes, bytes.len() as u64);
        Self { folder, bytes }
    }

    fn small() -> Self {
        Self::of(&graph())
    }

    fn with(&self, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join("other.endo");
        fs::write(&path, bytes).expect("a file in a temporary folder");
        path
    }

    /// Why it is not opened.
    fn refusal(&self, bytes: &[u8]) -> Option<Code> {
        open(&self.with(bytes)).err().map(|faults| faults[0].diagnostic.code)
    }
}

fn graph() -> Graph {
    sketch::graph(
        "hormone: LH, FSH, testosterone\ncell: Leydig_cells\nLH stimulates Leydig_cells\n\
         Leydig_cells produces testosterone\ntestosterone inhibits LH\nLH stimulates FSH",
    )
}

/// Asks a graph about everything that it has a table for.
fn ask(graph: Graph) -> Vec<String> {
    let mut session = Session::new(std::sync::Arc::new(graph), Options::default());
    let statements = [
        "? what raises LH",
        "path LH -> testosterone",
        "show LH",
        "list hormones",
        "list sources",
        "find test",
        "evidence testosterone -> LH",
        "stats",
    ];
    let answers = statements.map(|statement| match session.ask(statement) {
        Ok(answer) => format!("{answer:?}"),
        Err(error) => error.code.to_string(),
    });
    answers.to_vec()
}

#[test]
fn a_snapshot_answers_as_its_graph_does() {
    let snapshot = Snapshot::small();
    let path = snapshot.with(&snapshot.bytes);
    assert_eq!(ask(open(&path).expect("a sound snapshot")), ask(graph()));
    assert!(verify(&path).is_ok());
}

#[test]
fn the_same_graph_is_the_same_bytes() {
    let once = Snapshot::small();
    assert_eq!(once.bytes, Snapshot::small().bytes);
    let again = open(&once.with(&once.bytes)).expect("a sound snapshot");
    assert_eq!(Snapshot::of(&again).bytes, once.bytes);
}

#[test]
fn a_graph_without_anything_has_a_snapshot() {
    let snapshot = Snapshot::of(&Graph::default());
    let graph = open(&snapshot.with(&snapshot.bytes)).expect("a sound snapshot");
    assert_eq!((graph.entity_count(), graph.edge_count()), (0, 0));
}

#[test]
fn every_length_but_its_own_is_refused() {
    let snapshot = Snapshot::small();
    assert_eq!(snapshot.refusal(&[]), Some(Code::ForeignFile));
    for length in (1..header::LENGTH).chain((header::LENGTH..snapshot.bytes.len()).step_by(61)) {
        assert_eq!(snapshot.refusal(&snapshot.bytes[..length]), Some(Code::Truncated), "{length}");
    }
    let longer = [snapshot.bytes.as_slice(), b"\0"].concat();
    assert_eq!(snapshot.refusal(&longer), Some(Code::Damaged));
}

#[test]
fn every_byte_of_header_and_table_counts() {
    let snapshot = Snapshot::small();
    let sections = header::Header::decode(&snapshot.bytes).expect("a sound header").sections as usize;
    for position in 0..super::section::table_end(sections) {
        for flip in [0x01, 0x80, 0xff] {
            let mut bytes = snapshot.bytes.clone();
            bytes[position] ^= flip;
            assert!(snapshot.refusal(&bytes).is_some(), "byte {position} with {flip:#x}");
        }
    }
}

#[test]
fn a_newer_and_a_foreign_file_are_told_apart() {
    let snapshot = Snapshot::small();
    let mut newer = snapshot.bytes.clone();
    newer[8] = 9;
    let faults = open(&snapshot.with(&newer)).expect_err("it is newer");
    assert_eq!(faults[0].diagnostic.code, Code::NewerVersion);
    assert_eq!(faults[0].diagnostic.message, "made by a newer endograph: version 9, this one reads 3");
    let mut older = snapshot.bytes.clone();
    older[8] = 1;
    assert_eq!(snapshot.refusal(&older), Some(Code::OlderVersion));
    for foreign in [b"PK\x03\x04".as_slice(), b"? what raises LH\n", &[0; 4096], &[0xff; 64]] {
        assert_eq!(snapshot.refusal(foreign), Some(Code::ForeignFile), "{foreign:?}");
    }
}

/// The bytes with header, table and sections made to agree with each other again.
fn with_right_checksums(mut bytes: Vec<u8>) -> Vec<u8> {
    let header = header::Header::decode(&bytes).expect("a sound header");
    let mut sections = super::section::decode(&header, &bytes).expect("a sound table");
    for section in &mut sections {
        let range = section.range().expect("a place in the file");
        section.checksum = xxhash_rust::xxh3::xxh3_64(&bytes[range]);
    }
    let table = super::section::encode(&sections);
    bytes[header::LENGTH..header::LENGTH + table.len()].copy_from_slice(&table);
    let header = header::Header { table_checksum: xxhash_rust::xxh3::xxh3_64(&table), ..header };
    bytes[..header::LENGTH].copy_from_slice(&header.encode());
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_damaged_is_noticed_by_a_check(
        damage in prop::collection::vec((any::<prop::sample::Index>(), 1..=255_u8), 1..4),
    ) {
        let snapshot = Snapshot::small();
        let mut bytes = snapshot.bytes.clone();
        for (position, flip) in &damage {
            let position = position.index(bytes.len());
            bytes[position] ^= flip;
        }
        prop_assume!(bytes != snapshot.bytes);
        let path = snapshot.with(&bytes);
        prop_assert!(verify(&path).is_err());
        if let Ok(graph) = open(&path) {
            ask(graph);
        }
    }

    #[test]
    fn what_is_damaged_before_checksums_are_made_does_no_harm(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let snapshot = Snapshot::small();
        let mut bytes = snapshot.bytes.clone();
        let sections = header::Header::decode(&bytes).expect("a sound header").sections as usize;
        let begin = super::section::table_end(sections);
        for (position, value) in &damage {
            let position = begin + position.index(bytes.len() - begin);
            bytes[position] = *value;
        }
        let path = snapshot.with(&with_right_checksums(bytes));
        if let Ok(graph) = open(&path) {
            ask(graph);
        }
        let _ = verify(&path); // no panic there either
    }
}
