//! Graphviz: what raises has an arrow, what lowers a bar; shapes tell kinds apart, colours the signs.

use std::io::{self, Write};

use super::Writing;
use super::context;
use super::standing::Standing;
use crate::graph::{Edge, Graph, Sign};
use crate::picture::graphviz::{head, label, outline, quoted};

pub(super) fn write(writing: &Writing<'_>, out: &mut dyn Write) -> io::Result<()> {
    let graph = writing.graph();
    writeln!(out, "digraph {} {{", quoted(&graph.name))?;
    let title = if graph.title.is_empty() { &graph.name } else { &graph.title };
    writeln!(out, "  graph [label={}, rankdir=LR];", label(title))?;
    writeln!(out, "  node [fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\"];")?;
    for id in graph.entity_ids() {
        let entity = graph.entity(id);
        let kind = graph.schema.kind(entity.kind());
        let (shape, style) = outline(kind.look.shape);
        let style = style.map_or_else(String::new, |style| format!(", style={style}"));
        let (name, kind) = (label(&entity.name), quoted(&kind.id));
        writeln!(out, "  {} [label={name}, kind={kind}, shape={shape}{style}];", quoted(&entity.id))?;
    }
    for (_, edge) in writing.edges() {
        write_edge(graph, &edge, out)?;
    }
    writeln!(out, "}}")
}

fn write_edge(graph: &Graph, edge: &Edge, out: &mut dyn Write) -> io::Result<()> {
    let relation = graph.schema.relation(edge.relation);
    let standing = Standing::of(edge, graph);
    let colour = match relation.sign {
        Some(Sign::Positive) => "#1a7f37",
        Some(Sign::Negative) => "#b42318",
        None => "#667085",
    };
    let head = head(relation.sign);
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
