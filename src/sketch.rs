//! Small graphs for the tests of every layer.

use crate::diagnostic::Span;
use crate::formats::{TextFile, embedded_schema, toml};
use crate::graph::{Context, Graph};
use crate::resolve::{Mention, NamedAs, Target};

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

/// What a statement means by the name of the entity with this id.
pub fn target(graph: &Graph, id: &str) -> Target {
    let entity = graph.entity_id(id).expect("an id of the graph");
    Target {
        text: graph.entity(entity).name.clone(),
        span: Span::new(0, 0),
        mentions: vec![Mention { entity, context: Context::default() }],
        aspect: None,
        named: NamedAs::Name,
    }
}
