//! The ready mappings: sound, complete, and without two meanings for a word.

use std::collections::BTreeSet;

use super::Mapping;
use crate::formats::embedded_schema;
use crate::formats::intake::{EdgeRecord, EntityRecord, Intake};
use crate::formats::mappings::{READY_MAPPINGS, ready};
use crate::formats::options::OpenOptions;
use crate::graph::{Graph, Named, Namespace, Sign};

/// A graph that uses every relation and every kind of a mapping.
fn graph_of(name: &str) -> Graph {
    let file = ready(name).expect("a ready mapping");
    let document: toml::Table = file.text.parse().expect("TOML");
    let words = |table: &str| document.get(table).and_then(toml::Value::as_table).cloned().unwrap_or_default();
    let mut intake = Intake::new(&OpenOptions::default(), embedded_schema().expect("a sound vocabulary"));
    assert!(intake.imply(name));
    for (position, (kind, _)) in words("kind").iter().enumerate() {
        intake.entity(&EntityRecord { id: &format!("e{position}"), kinds: &[kind], ..EntityRecord::default() });
    }
    intake.nodes_may_follow();
    for (position, (relation, _)) in words("relation").iter().enumerate() {
        let (subject, object) = (format!("s{position}"), format!("o{position}"));
        intake.edge(&EdgeRecord { subject: &subject, relation, object: &object, ..EdgeRecord::default() });
    }
    let loaded = intake.finish().unwrap_or_else(|faults| panic!("{name}: {}", faults[0]));
    assert!(loaded.warnings.is_empty(), "{name}: {}", loaded.warnings[0]);
    Graph::clone(&loaded.graph)
}

#[test]
fn every_ready_mapping_is_sound() {
    let vocabulary = embedded_schema().expect("a sound vocabulary");
    for (name, _) in READY_MAPPINGS {
        let faults = Mapping::default().read(&ready(name).expect("a ready mapping"), &vocabulary);
        assert!(faults.is_empty(), "{name}: {}", faults[0]);
    }
    let names: Vec<&str> = READY_MAPPINGS.iter().map(|(name, _)| *name).collect();
    assert!(names.is_sorted());
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("graph-data/mappings");
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let file = entry.expect("an entry").path();
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(names.contains(&name.as_str()), "{name} is not in the binary");
    }
}

#[test]
fn no_word_of_a_ready_mapping_means_two_things() {
    for (name, _) in READY_MAPPINGS {
        let graph = graph_of(name);
        let relations = graph.schema.relations.values().flat_map(|relation| relation.spellings());
        let mut twice = BTreeSet::new();
        for (word, _) in relations {
            let meant: BTreeSet<_> =
                graph.names().lookup(Namespace::Verbs, word).into_iter().filter_map(relation_of).collect();
            if meant.len() != 1 {
                twice.insert(word);
            }
        }
        for kind in graph.schema.kinds.values() {
            twice.extend(kind.spellings().filter(|word| graph.names().lookup(Namespace::Kinds, word).len() != 1));
        }
        assert!(twice.is_empty(), "{name}: {twice:?}");
    }
}

fn relation_of(named: Named) -> Option<crate::graph::RelationId> {
    match named {
        Named::Verb(relation, _) => Some(relation),
        _ => None,
    }
}

/// The signs and aspects that each word of a mapping has, in the order of the words given.
fn signs(name: &str, words: &[&str]) -> String {
    let mut intake = Intake::new(&OpenOptions::default(), embedded_schema().expect("a sound vocabulary"));
    assert!(intake.imply(name));
    let signs = words.iter().map(|word| {
        let meaning = intake.meaning_of(word).unwrap_or_else(|| panic!("{name}: {word}"));
        meaning.sign.map_or("0", Sign::as_str).to_owned()
    });
    signs.collect()
}

#[test]
fn signs_arrive_right() {
    let metaedges = [
        "AdG", "AeG", "AuG", "CbG", "CcSE", "CdG", "CpD", "CrC", "CtD", "CuG", "DaG", "DdG", "DlA", "DpS", "DrD",
        "DuG", "GcG", "GiG", "GpBP", "GpCC", "GpMF", "GpPW", "Gr>G", "PCiC",
    ];
    assert_eq!(signs("hetionet", &metaedges), "-0+0+-000+0-000+00000000");
    let effects = [
        "up-regulates",
        "up-regulates activity",
        "up-regulates quantity",
        "up-regulates quantity by expression",
        "up-regulates quantity by stabilization",
        "down-regulates",
        "down-regulates activity",
        "down-regulates quantity",
        "down-regulates quantity by repression",
        "down-regulates quantity by destabilization",
        "form complex",
        "unknown",
    ];
    assert_eq!(signs("signor", &effects), "+++++-----00");
    let steps = [
        "positively_regulates",
        "negatively_correlated_with",
        "increases_degradation_of",
        "decreases_uptake_of",
        "treats",
        "disrupts",
        "ameliorates",
        "correlated_with",
        "contributes_to",
    ];
    assert_eq!(signs("drugmechdb", &steps), "+--+0--0+");
    let statements = ["increases", "directlyDecreases", "regulates", "positiveCorrelation", "hasVariant", "isA"];
    assert_eq!(signs("bel", &statements), "+-0000");
}
