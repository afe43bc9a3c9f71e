//! The graph and the schema in the binary.

use std::sync::{Arc, LazyLock};

use super::{Fault, TextFile, toml};
use crate::graph::{Graph, Schema};

macro_rules! embed {
    ($($name:literal,)*) => {
        /// The files of `graph-data/`, sorted by name: their names and their texts.
        pub const EMBEDDED_FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../graph-data/", $name))),)*];
    };
}

embed! {
    "accepted.toml",
    "disagreements.toml",
    "documented-anastrozole.toml",
    "documented-gonadotropins.toml",
    "documented-metabolic.toml",
    "documented-physiology.toml",
    "documented-protocols.toml",
    "documented-restoring.toml",
    "documented-serms.toml",
    "documented-testosterone.toml",
    "entities-axis.toml",
    "entities-conditions.toml",
    "entities-drug-classes.toml",
    "entities-drugs.toml",
    "entities-hormones.toml",
    "entities-measurements.toml",
    "entities-populations.toml",
    "entities-processes.toml",
    "entities-receptors.toml",
    "entities-therapies.toml",
    "figures.toml",
    "graph.toml",
    "mechanism-cascade.toml",
    "mechanism-conditions.toml",
    "mechanism-desensitization.toml",
    "mechanism-drugs.toml",
    "mechanism-feedback.toml",
    "protocols.toml",
    "schema.toml",
    "sources.toml",
    "structure-agents.toml",
    "structure-anatomy.toml",
    "structure-classes.toml",
    "structure-influences.toml",
    "structure-measurement.toml",
    "structure-uses.toml",
    "variants.toml",
}

/// The file that holds the vocabulary.
const SCHEMA_FILE: &str = "schema.toml";

/// The files of the embedded graph, as a loader takes them.
pub fn embedded_files() -> Vec<TextFile> {
    EMBEDDED_FILES.iter().map(|&(name, text)| TextFile::new(name, text)).collect()
}

/// The embedded HPG graph, built at the first call.
///
/// # Errors
/// The faults of `graph-data/`; a released binary has none, as a test makes sure.
pub fn embedded() -> Result<Arc<Graph>, Vec<Fault>> {
    static GRAPH: LazyLock<Result<Arc<Graph>, Vec<Fault>>> =
        LazyLock::new(|| toml::load(embedded_files(), None).map(Arc::new));
    GRAPH.clone()
}

/// The embedded vocabulary: that of any graph which declares none of its own.
///
/// # Errors
/// As [`embedded`].
pub fn embedded_schema() -> Result<Schema, Vec<Fault>> {
    let files = embedded_files().into_iter().filter(|file| file.name == SCHEMA_FILE).collect();
    toml::load(files, None).map(|graph| graph.schema)
}
