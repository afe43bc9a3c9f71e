//! SIF, as Cytoscape has it, and the tables of Hetionet, which are like it.

use std::io::{self, Write};

use rustc_hash::FxHashSet;

use super::text::unquoted;
use super::{Part, Writing};
use crate::graph::EntityId;

/// `subject`, `relation`, `object`, with tabs; entities without edges stand alone on their lines.
pub(super) fn write(writing: &Writing<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (graph, spellings) = (writing.graph(), &writing.spellings);
    let mut joined: FxHashSet<EntityId> = FxHashSet::default();
    for (_, edge) in writing.edges() {
        joined.extend([edge.subject, edge.object]);
        let relation = unquoted(&graph.schema.relation(edge.relation).id);
        let (subject, object) = (spellings.name(graph, edge.subject), spellings.name(graph, edge.object));
        writeln!(out, "{subject}\t{relation}\t{object}")?;
    }
    for id in graph.entity_ids().filter(|id| !joined.contains(id)) {
        let name = spellings.name(graph, id);
        // A tab says that blanks belong to names; without edges no line has one.
        let mark = if name.contains(char::is_whitespace) { "\t" } else { "" };
        writeln!(out, "{name}{mark}")?;
    }
    Ok(())
}

/// The edges as `Kind::id`, relation, `Kind::id`; the nodes as `Kind::id`, name, kind.
pub(super) fn write_hetnet(writing: &Writing<'_>, part: Part, out: &mut dyn Write) -> io::Result<()> {
    let graph = writing.graph();
    let kind = |id| graph.schema.kind(graph.entity(id).kind()).id.as_str();
    let node = |id| format!("{}::{}", unquoted(kind(id)), unquoted(&graph.entity(id).id));
    if part == Part::Nodes {
        writeln!(out, "id\tname\tkind")?;
        for id in graph.entity_ids() {
            writeln!(out, "{}\t{}\t{}", node(id), unquoted(&graph.entity(id).name), unquoted(kind(id)))?;
        }
        return Ok(());
    }
    writeln!(out, "source\tmetaedge\ttarget")?;
    for (_, edge) in writing.edges() {
        let relation = unquoted(&graph.schema.relation(edge.relation).id);
        writeln!(out, "{}\t{relation}\t{}", node(edge.subject), node(edge.object))?;
    }
    Ok(())
}
