//! Graphviz: what raises has an arrow, what lowers a bar; shapes tell groups of kinds apart, colours the signs.

use std::io::{self, Write};

use super::Writing;
use super::standing::Standing;
use super::{context, text};
use crate::graph::{Edge, Graph, Group, Sign};

pub(super) fn write(writing: &Writing<'_>, out: &mut dyn Write) -> io::Result<()> {
    let graph = writing.graph();
    writeln!(out, "digraph {} {{", quoted(&graph.name))?;
    let title = if graph.title.is_empty() { &graph.name } else { &graph.title };
    writeln!(out, "  graph [label={}, rankdir=LR];", label(title))?;
    writeln!(out, "  node [fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\"];")?;
    for id in graph.entity_ids() {
        let entity = graph.entity(id);
        let kind = graph.schema.kind(entity.kind());
        let (name, kind, shape) = (label(&entity.name), quoted(&kind.id), shape(kind.group));
        writeln!(out, "  {} [label={name}, kind={kind}, shape={shape}];", quoted(&entity.id))?;
    }
    for (_, edge) in writing.edges() {
        write_edge(graph, &edge, out)?;
    }
    writeln!(out, "}}")
}

fn write_edge(graph: &Graph, edge: &Edge, out: &mut dyn Write) -> io::Result<()> {
    let relation = graph.schema.relation(edge.relation);
    let standing = Standing::of(edge, graph);
    let (head, colour) = match relation.sign {
        Some(Sign::Positive) => ("normal", "#1a7f37"),
        Some(Sign::Negative) => ("tee", "#b42318"),
        None => ("vee", "#667085"),
    };
    let (style, before) = match standing {
        Standing::Step => ("solid", String::new()),
        Standing::Listed => ("dotted", "listed: ".to_owned()),
        Standing::NetEffect => ("dashed", format!("net effect, {}: ", edge.background().unwrap_or_default())),
        Standing::Denied => ("dotted", "does not: ".to_owned()),
    };
    let mut said = vec![format!("{before}{}", relation.id)];
    said.extend(context::pairs(&edge.context));
    let said = label(&said.join("\n"));
    let (subject, object) = (quoted(&graph.entity(edge.subject).id), quoted(&graph.entity(edge.object).id));
    writeln!(
        out,
        "  {subject} -> {object} [label={said}, arrowhead={head}, color=\"{colour}\", fontcolor=\"{colour}\", style={style}];"
    )
}

const fn shape(group: Group) -> &'static str {
    match group {
        Group::Hormone => "ellipse",
        Group::Drug => "box",
        Group::Protocol => "folder",
        Group::Condition => "octagon",
        Group::Machinery => "hexagon",
        Group::Other => "plaintext",
    }
}

/// An id in double quotes, where only these need a backslash: `node` and `graph` are then no keywords.
fn quoted(id: &str) -> String {
    // A backslash before the closing quote would escape it, and one before a line break would swallow it.
    format!("\"{}\"", text::without_nul(id).replace('\\', "\\\\").replace('"', "\\\""))
}

/// A label in double quotes, where a backslash also begins `\n` and the like.
fn label(text: &str) -> String {
    quoted(text).replace('\n', "\\n").replace('\r', "")
}
