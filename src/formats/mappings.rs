//! The mapping files in the binary: what the words of widely used sources mean.

use super::TextFile;

macro_rules! embed {
    ($($name:literal,)*) => {
        /// Every ready mapping, by name, sorted: its name and its text.
        pub const READY_MAPPINGS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../graph-data/mappings/", $name, ".toml"))),)*];
    };
}

embed! {
    "bel",
    "biolink",
    "drugmechdb",
    "hetionet",
    "ontology",
    "signor",
}

/// The ready mapping of this name, as a mapping file.
pub fn ready(name: &str) -> Option<TextFile> {
    let (name, text) = READY_MAPPINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Some(TextFile::new(format!("{name}.mapping.toml"), *text))
}
