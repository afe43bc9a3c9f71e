//! Edge lists: a row for each evidence of each edge, a nodes file, and a mapping file for what no sign column can say.

use std::io::{self, Write};

use csv::{Writer, WriterBuilder};
use indexmap::IndexSet;
use rustc_hash::FxHashSet;

use super::spellings::one_line;
use super::stated::RELATED;
use super::toml::key;
use super::{Part, Writing, context, text};
use crate::graph::{Aspect, Edge, Relation, RelationId, Schema, Sign, fold};

pub(super) fn write(writing: &Writing<'_>, part: Part, delimiter: u8, out: &mut dyn Write) -> io::Result<()> {
    let table = |out| WriterBuilder::new().delimiter(delimiter).from_writer(out);
    match part {
        Part::Edges => write_edges(writing, &mut table(out)),
        Part::Nodes => write_nodes(writing, &mut table(out)),
        Part::Mapping => write_mapping(writing, out),
        _ => Ok(()),
    }
}

fn write_edges(writing: &Writing<'_>, table: &mut Writer<&mut dyn Write>) -> io::Result<()> {
    table.write_record(["subject", "relation", "object", "sign", "evidence", "context"])?;
    for (_, edge) in writing.edges() {
        write_edge(writing, &edge, table)?;
    }
    table.flush()
}

/// One row for each evidence. Of several words that an edge was stated with, the first has them all.
fn write_edge(writing: &Writing<'_>, edge: &Edge, table: &mut Writer<&mut dyn Write>) -> io::Result<()> {
    let graph = writing.graph();
    let relation = graph.schema.relation(edge.relation);
    let words = writing.stated.words(graph, edge).unwrap_or_else(|| vec![word(relation, writing.vocabulary)]);
    let contexts = context::pairs(&edge.context).join("; ");
    let mut cited: Vec<String> = edge.evidence.iter().map(|evidence| text::cited(graph, evidence)).collect();
    if cited.is_empty() {
        cited.push(String::new());
    }
    let first = words.first().map(|word| cited.iter().map(move |cited| (*word, cited.as_str()))).into_iter().flatten();
    let more = words.iter().skip(1).filter_map(|word| cited.first().map(|cited| (*word, cited.as_str())));
    for (word, cited) in first.chain(more) {
        table.write_record([
            writing.spellings.name(graph, edge.subject),
            &one_line(word),
            writing.spellings.name(graph, edge.object),
            relation.sign.map_or("0", Sign::as_str),
            &one_line(cited),
            &one_line(&contexts),
        ])?;
    }
    Ok(())
}

fn write_nodes(writing: &Writing<'_>, table: &mut Writer<&mut dyn Write>) -> io::Result<()> {
    let (graph, spellings) = (writing.graph(), &writing.spellings);
    table.write_record(["id", "name", "kind", "synonyms"])?;
    for id in graph.entity_ids() {
        let synonyms = text::joined(spellings.synonyms(graph, id).iter().map(String::as_str));
        let kind = graph.schema.kind(graph.entity(id).kind()).id.as_str();
        table.write_record([spellings.id(graph, id), spellings.name(graph, id), kind, &synonyms])?;
    }
    table.flush()
}

/// What the relation column says where no other word was stated.
fn word<'a>(relation: &'a Relation, vocabulary: &'a Schema) -> &'a str {
    if relation.id == RELATED && relation.sign.is_none() {
        return ""; // what a row is called that only says `0`
    }
    let relation = known(relation, vocabulary).unwrap_or(relation);
    relation.verbs.first().map_or(relation.id.as_str(), |verb| verb.third.as_str())
}

/// The relation of the vocabulary that is the same, so that a reader needs no mapping.
fn known<'v>(relation: &Relation, vocabulary: &'v Schema) -> Option<&'v Relation> {
    let known = vocabulary.relations.get(&relation.id)?;
    let same = known.sign == relation.sign && (relation.sign.is_none() || known.aspect == relation.aspect);
    same.then_some(known)
}

fn write_mapping(writing: &Writing<'_>, out: &mut dyn Write) -> io::Result<()> {
    let schema = &writing.graph().schema;
    let used: IndexSet<RelationId> = writing.edges().map(|(_, edge)| edge.relation).collect();
    let verbs: FxHashSet<String> = writing
        .vocabulary
        .relations
        .values()
        .flat_map(|relation| relation.spellings().into_iter().map(|(form, _)| fold(form)).collect::<Vec<_>>())
        .collect();
    let own = used.into_iter().map(|id| schema.relation(id)).filter(|relation| {
        let is_taken = verbs.contains(&fold(word(relation, writing.vocabulary)));
        let changes_activity = relation.sign.is_some() && relation.aspect == Aspect::Activity;
        known(relation, writing.vocabulary).is_none() && (is_taken || changes_activity)
    });
    writeln!(out, "# What relations mean that neither a usual verb nor the sign column tells.")?;
    for relation in own {
        writeln!(out, "\n[relation.{}]", key(word(relation, writing.vocabulary)))?;
        writeln!(out, "sign = \"{}\"", relation.sign.map_or("0", Sign::as_str))?;
        writeln!(out, "aspect = \"{}\"", relation.aspect)?;
    }
    for (word, relation) in writing.stated.mapped() {
        writeln!(out, "\n[relation.{}]\nas = {}", key(word), super::toml::quoted(&schema.relation(relation).id))?;
    }
    Ok(())
}
