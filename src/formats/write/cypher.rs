//! Two CSV files, and the Cypher that loads them: one script for Neo4j, one for Memgraph.
//!
//! A type of relationships is no value in Cypher, so each relation is loaded by a statement of its own; so is each label.

use std::io::{self, Write};

use csv::Writer;
use indexmap::IndexSet;

use super::flat::{self, Type, Value};
use super::{Part, Writing};
use crate::graph::{KindId, RelationId};

pub(super) fn write(writing: &Writing<'_>, part: Part, out: &mut dyn Write) -> io::Result<()> {
    match part {
        Part::Nodes => write_nodes(writing, &mut Writer::from_writer(out)),
        Part::Edges => write_edges(writing, &mut Writer::from_writer(out)),
        Part::Neo4j => write_script(writing, &NEO4J, out),
        Part::Memgraph => write_script(writing, &MEMGRAPH, out),
        _ => Ok(()),
    }
}

fn write_nodes(writing: &Writing<'_>, table: &mut Writer<&mut dyn Write>) -> io::Result<()> {
    let graph = writing.graph();
    table.write_record(["id"].into_iter().chain(flat::ENTITY.iter().map(|(name, _)| *name)))?;
    for id in graph.entity_ids() {
        let values = flat::entity(graph, id);
        table.write_record([graph.entity(id).id.clone()].into_iter().chain(values.iter().map(Value::field)))?;
    }
    table.flush()
}

fn write_edges(writing: &Writing<'_>, table: &mut Writer<&mut dyn Write>) -> io::Result<()> {
    let graph = writing.graph();
    table.write_record(["subject", "object"].into_iter().chain(flat::EDGE.iter().map(|(name, _)| *name)))?;
    for (_, edge) in writing.edges() {
        let ends = [edge.subject, edge.object].map(|id| graph.entity(id).id.clone());
        let values = flat::edge(graph, &edge);
        table.write_record(ends.into_iter().chain(values.iter().map(Value::field)))?;
    }
    table.flush()
}

/// What differs between databases.
struct Dialect {
    /// What to do first, as remarks.
    preparation: &'static [&'static str],
    /// Statements that make ids unique and quick to find.
    constraints: &'static [&'static str],
    /// Before and after the name of a file.
    load: (&'static str, &'static str),
}

const NEO4J: Dialect = Dialect {
    preparation: &[
        "// Put nodes.csv and edges.csv into the import folder of Neo4j (5 or newer), then run this with cypher-shell.",
        "// Where a text holds a backslash, first set server.import.csv.legacy_quote_escaping to false.",
    ],
    constraints: &[
        "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (entity:Entity) REQUIRE entity.id IS UNIQUE;",
        "CALL db.awaitIndexes();",
    ],
    load: ("LOAD CSV WITH HEADERS FROM 'file:///", "' AS row"),
};

const MEMGRAPH: Dialect = Dialect {
    preparation: &[
        "// Put nodes.csv and edges.csv into /import, where Memgraph can read them, then run this with mgconsole.",
    ],
    constraints: &["CREATE INDEX ON :Entity(id);", "CREATE CONSTRAINT ON (entity:Entity) ASSERT entity.id IS UNIQUE;"],
    load: ("LOAD CSV FROM '/import/", "' WITH HEADER AS row"),
};

fn write_script(writing: &Writing<'_>, dialect: &Dialect, out: &mut dyn Write) -> io::Result<()> {
    let graph = writing.graph();
    for line in dialect.preparation.iter().chain(dialect.constraints) {
        writeln!(out, "{line}")?;
    }
    let (before, after) = dialect.load;
    writeln!(out, "\n{before}nodes.csv{after}")?;
    writeln!(out, "CREATE (:Entity {{id: row.id, {}}});", properties(flat::ENTITY))?;
    let kinds: IndexSet<KindId> = graph.entity_ids().map(|id| graph.entity(id).kind()).collect();
    for kind in kinds {
        let kind = &graph.schema.kind(kind).id;
        writeln!(out, "MATCH (entity:Entity {{kind: {}}}) SET entity:{};", literal(kind), quoted(kind))?;
    }
    let relations: IndexSet<RelationId> = writing.edges().map(|(_, edge)| edge.relation).collect();
    for relation in relations {
        let relation = &graph.schema.relation(relation).id;
        writeln!(out, "\n{before}edges.csv{after}")?;
        writeln!(out, "WITH row WHERE row.relation = {}", literal(relation))?;
        writeln!(out, "MATCH (subject:Entity {{id: row.subject}}), (object:Entity {{id: row.object}})")?;
        writeln!(out, "CREATE (subject)-[:{} {{{}}}]->(object);", quoted(relation), properties(flat::EDGE))?;
    }
    Ok(())
}

/// The properties of a row, each as its type: an empty field is no text, no item, no truth value.
fn properties(columns: &[(&str, Type)]) -> String {
    let property = |(name, kind): &(&str, Type)| {
        let field = format!("coalesce(row.{name}, '')");
        match kind {
            Type::Text => format!("{name}: CASE {field} WHEN '' THEN null ELSE row.{name} END"),
            Type::List => format!("{name}: CASE {field} WHEN '' THEN [] ELSE split(row.{name}, '|') END"),
            Type::Flag => format!("{name}: CASE {field} WHEN '' THEN null ELSE row.{name} = 'true' END"),
        }
    };
    columns.iter().map(property).collect::<Vec<_>>().join(", ")
}

/// A name in backticks, which are doubled in it. Neo4j reads `\u` within them.
fn quoted(name: &str) -> String {
    format!("`{}`", name.replace('`', "``").replace('\\', "\\u005C"))
}

/// A text in single quotes.
fn literal(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n").replace('\r', "\\r");
    format!("'{escaped}'")
}
