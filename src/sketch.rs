//! Small graphs for the tests of every layer.

use crate::formats::{TextFile, embedded_schema, toml};
use crate::graph::Graph;

#[path = "../tests/support/sketch.rs"]
mod text;

/// The graph of a sketch.
#[track_caller]
pub fn graph(sketch: &str) -> Graph {
    let file = TextFile::new("sketch.toml", text::toml(sketch));
    let schema = embedded_schema().expect("the schema is sound");
    toml::load(vec![file], Some(schema)).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", faults.join("\n"))
    })
}
