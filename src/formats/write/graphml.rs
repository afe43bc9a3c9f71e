//! GraphML: typed keys, then nodes and edges with their data. Lists have `|` between their items.

use std::io::{self, Write};

use quick_xml::escape::escape;

use super::Writing;
use super::flat::{self, Type, Value};
use super::text::xml;

/// What is said of the graph itself.
const GRAPH: &[(&str, Type)] = &[("name", Type::Text), ("title", Type::Text), ("version", Type::Text)];

pub(super) fn write(writing: &Writing<'_>, out: &mut dyn Write) -> io::Result<()> {
    let graph = writing.graph();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
    for (of, letter, keys) in [("graph", 'g', GRAPH), ("node", 'n', flat::ENTITY), ("edge", 'e', flat::EDGE)] {
        for (position, (name, kind)) in keys.iter().enumerate() {
            let kind = if *kind == Type::Flag { "boolean" } else { "string" };
            let id = format!("{letter}{position}");
            writeln!(out, "  <key id=\"{id}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>")?;
        }
    }
    writeln!(out, "  <graph id=\"graph\" edgedefault=\"directed\">")?;
    let about = [&graph.name, &graph.title, &graph.version].map(|text| Value::Text(text.clone()));
    write_data('g', &about, "    ", out)?;
    for id in graph.entity_ids() {
        writeln!(out, "    <node id=\"{}\">", attribute(&graph.entity(id).id))?;
        write_data('n', &flat::entity(graph, id), "      ", out)?;
        writeln!(out, "    </node>")?;
    }
    for (id, edge) in writing.edges() {
        let end = |id| attribute(&graph.entity(id).id);
        let (source, target) = (end(edge.subject), end(edge.object));
        writeln!(out, "    <edge id=\"edge-{}\" source=\"{source}\" target=\"{target}\">", id.index() + 1)?;
        write_data('e', &flat::edge(graph, &edge), "      ", out)?;
        writeln!(out, "    </edge>")?;
    }
    writeln!(out, "  </graph>\n</graphml>")
}

fn write_data(letter: char, values: &[Value], indent: &str, out: &mut dyn Write) -> io::Result<()> {
    for (position, value) in values.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
        writeln!(out, "{indent}<data key=\"{letter}{position}\">{}</data>", content(&value.field()))?;
    }
    Ok(())
}

/// A text between tags. A reader would take a bare carriage return for a line feed.
fn content(text: &str) -> String {
    escape(xml(text)).replace('\r', "&#13;")
}

/// A text within quotes, where a reader would take tabs and line breaks for blanks.
fn attribute(text: &str) -> String {
    content(text).replace('\n', "&#10;").replace('\t', "&#9;")
}
