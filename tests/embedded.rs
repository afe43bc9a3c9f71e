//! The graph in the binary: complete, sound, and the same however it is opened.

use std::path::Path;

use endograph::formats::{EMBEDDED_FILES, embedded, open};
use endograph::graph::Namespace;

fn graph_data() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("graph-data")
}

#[test]
fn every_file_of_graph_data_is_embedded() {
    let mut on_disk: Vec<String> = std::fs::read_dir(graph_data())
        .expect("graph-data is a folder")
        .map(|entry| entry.expect("a readable entry").file_name().to_string_lossy().into_owned())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "toml"))
        .collect();
    on_disk.sort();
    let embedded: Vec<&str> = EMBEDDED_FILES.iter().map(|&(name, _)| name).collect();
    assert_eq!(embedded, on_disk);
}

#[test]
fn the_embedded_graph_has_no_fault() {
    if let Err(faults) = embedded() {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{} faults:\n{}", faults.len(), faults.join("\n"));
    }
}

#[test]
fn the_folder_opens_as_the_embedded_graph() {
    let (from_folder, embedded) = (open(&graph_data()).expect("no fault"), embedded().expect("no fault"));
    // Catalogues of names are made when they are first asked.
    assert!(from_folder.names().longest(Namespace::Names) == embedded.names().longest(Namespace::Names));
    assert_eq!(format!("{from_folder:?}"), format!("{embedded:?}"));
}
