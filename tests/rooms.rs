//! The rooms of the library, and which of them each may use. ARCHITECTURE.md tells why.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room, and all that it may use besides itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("answer", &["diagnostic", "graph", "picture"]),
    ("cancel", &[]),
    ("causal", &["cancel", "graph", "observer"]),
    ("diagnostic", &["cancel"]),
    ("exec", &["answer", "cancel", "causal", "diagnostic", "graph", "resolve", "search", "syntax"]),
    ("formats", &["cancel", "diagnostic", "graph", "observer", "picture"]),
    ("graph", &["cancel", "diagnostic"]),
    ("lint", &["cancel", "causal", "diagnostic", "exec", "formats", "graph"]),
    ("observer", &[]),
    ("picture", &["graph"]),
    ("resolve", &["answer", "cancel", "diagnostic", "graph", "picture", "syntax"]),
    ("search", &["cancel", "graph", "observer"]),
    ("session", &["answer", "cancel", "diagnostic", "exec", "formats", "graph", "resolve", "syntax"]),
    ("syntax", &["diagnostic", "graph"]),
];

/// Outside crates, and the rooms that may use them. `cli` and `shell` are those of the binary, `main` is its allocator.
const CRATES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostic"]),
    ("anstream", &["cli"]),
    ("bytemuck", &["formats", "graph"]),
    ("cap", &["main"]),
    ("clap", &["cli", "shell"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("csv", &["answer", "formats"]),
    ("ctrlc", &["cli"]),
    ("etcetera", &["shell"]),
    ("fixedbitset", &["causal", "exec", "graph", "search"]),
    ("flate2", &["cli", "formats"]),
    ("memchr", &["formats", "graph"]),
    ("memmap2", &["formats"]),
    ("num_complex", &["causal"]),
    ("oxrdf", &["formats"]),
    ("oxttl", &["formats"]),
    ("pest", &["syntax"]),
    ("pest_derive", &["syntax"]),
    ("petgraph", &["causal", "formats", "graph", "picture"]),
    ("postcard", &["formats", "graph"]),
    ("quick_xml", &["formats"]),
    ("rayon", &["formats", "search"]),
    ("rustix", &["cli"]),
    ("rustyline", &["shell"]),
    ("signal_hook", &["cli"]),
    ("strsim", &["diagnostic"]),
    ("tempfile", &["formats", "shell"]),
    ("terminal_size", &["cli"]),
    ("toml", &["formats", "shell"]),
    ("unicode_width", &["answer", "cli", "diagnostic", "picture", "shell"]),
    ("xxhash_rust", &["formats", "graph"]),
];

/// Crates for data that every room may use.
const COMMON_CRATES: &[&str] = &["indexmap", "rustc_hash", "serde", "serde_json", "thiserror"];

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
fn outside_crates_are_known_only_where_they_may_be() {
    let mut rooms: Vec<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    rooms.extend(["cli", "shell", "main"]);
    for (name, owners) in CRATES {
        for owner in *owners {
            let used = files(owner).iter().any(|file| mentions(&text(file), name));
            assert!(used, "`{owner}` may use `{name}` and does not: take it out of the table");
        }
        for room in rooms.iter().filter(|room| !owners.contains(room)) {
            for file in files(room) {
                let used = mentions(&text(&file), name);
                assert!(!used, "{} uses `{name}`, which is the business of {owners:?}", file.display());
            }
        }
    }
}

#[test]
fn the_table_names_every_outside_crate() {
    let manifest = text(&Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"));
    let manifest: toml::Table = toml::from_str(&manifest).expect("a manifest");
    let of_unix = &manifest["target"]["cfg(unix)"]["dependencies"];
    let tables = [&manifest["dependencies"], of_unix].map(|table| table.as_table().expect("a table of crates"));
    let declared: BTreeSet<String> =
        tables.into_iter().flat_map(toml::Table::keys).map(|name| name.replace('-', "_")).collect();
    let known = CRATES.iter().map(|(name, _)| *name).chain(COMMON_CRATES.iter().copied());
    assert_eq!(declared, known.map(str::to_owned).collect());
}

/// Whether a source names an outside crate, before its tests begin: `csv::Writer`, and not `formats::csv::Writer`.
fn mentions(text: &str, name: &str) -> bool {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut paths = lines.flat_map(|line| {
        let part_of_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | ':');
        line.match_indices(name).map(move |(at, _)| (line[..at].ends_with(part_of_word), &line[at + name.len()..]))
    });
    paths.any(|(goes_on, rest)| !goes_on && rest.starts_with("::"))
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
