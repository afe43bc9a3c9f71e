//! The rooms of the library, and which of them each may use. ARCHITECTURE.md tells why.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room, and all that it may use besides itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("answer", &["graph", "picture"]),
    ("cancel", &[]),
    ("causal", &["cancel", "graph", "observer"]),
    ("diagnostic", &[]),
    ("exec", &["answer", "cancel", "causal", "diagnostic", "graph", "resolve", "search", "syntax"]),
    ("formats", &["cancel", "diagnostic", "graph", "observer", "picture"]),
    ("graph", &["diagnostic"]),
    ("lint", &["cancel", "causal", "diagnostic", "exec", "formats", "graph"]),
    ("observer", &[]),
    ("picture", &["graph"]),
    ("resolve", &["answer", "diagnostic", "graph", "picture", "syntax"]),
    ("search", &["cancel", "graph", "observer"]),
    ("session", &["answer", "cancel", "diagnostic", "exec", "formats", "graph", "resolve", "syntax"]),
    ("syntax", &["diagnostic", "graph"]),
];

/// Crates that only one room knows.
const CRATES: &[(&str, &str)] = &[("annotate_snippets", "diagnostic"), ("pest", "syntax"), ("toml", "formats")];

#[test]
fn each_room_uses_only_those_below_it() {
    for (room, may_use) in ROOMS {
        for file in files(room) {
            for used in names_after(&text(&file), "crate::") {
                let known = ROOMS.iter().any(|(other, _)| *other == used);
                let allowed = used == *room || may_use.contains(&used.as_str());
                assert!(!known || allowed, "{} uses `{used}`, which `{room}` may not", file.display());
            }
        }
    }
}

#[test]
fn the_table_names_every_room() {
    let library = text(&source().join("lib.rs"));
    let modules: BTreeSet<String> = names_after(&library, "pub mod ").into_iter().collect();
    let rooms: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(modules, rooms);
}

#[test]
fn some_crates_are_known_to_one_room_only() {
    for (name, owner) in CRATES {
        for (room, _) in ROOMS.iter().filter(|(room, _)| room != owner) {
            for file in files(room) {
                let imports = text(&file).lines().any(|line| line.trim_start().starts_with(&format!("use {name}")));
                assert!(!imports, "{} imports `{name}`, which is the business of `{owner}`", file.display());
            }
        }
    }
}

#[test]
fn syntax_takes_nothing_from_the_graph_but_signs() {
    for file in files("syntax") {
        let text = text(&file);
        let uses: Vec<&str> = text.lines().filter(|line| line.starts_with("use crate::graph")).collect();
        assert!(uses.iter().all(|line| *line == "use crate::graph::Sign;"), "{}: {uses:?}", file.display());
    }
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).expect("a source file")
}

/// The sources of a room without its tests, which may look at more.
fn files(room: &str) -> Vec<PathBuf> {
    let single = source().join(format!("{room}.rs"));
    if single.exists() {
        return vec![single];
    }
    let mut folders = vec![source().join(room)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            let stem = path.file_stem().unwrap_or_default();
            if path.is_dir() && stem != "tests" {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && stem != "tests" {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The words that follow a marker, before the tests of a file begin.
fn names_after(text: &str, marker: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let after = code.split(marker).skip(1);
    after.map(|rest| rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()).collect()
}
