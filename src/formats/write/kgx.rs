//! Knowledge Graph Exchange: nodes and edges with Biolink terms, as tables or as JSON Lines.
//!
//! A relation with a sign is `biolink:affects` with qualifiers: `biolink:causes`, the object's aspect, and the direction in
//! which it changes. What Biolink has no slot for keeps endograph's own name.

use std::io::{self, Write};

use serde_json::{Map, Value as Json};

use super::flat::{self, Value};
use super::text::unquoted;
use super::{Part, Writing};
use crate::formats::intake::OWN_PREFIX;
use crate::graph::{Aspect, Certainty, Edge, EdgeId, EntityId, Graph, Group, Relation, Role, Sign};

/// What is said of nodes.
const NODE: &[&str] = &["id", "category", "name", "synonym", "xref", "description", "kind", "also", "pools"];

/// What is said of edges.
const EDGE: &[&str] = &[
    "id",
    "subject",
    "predicate",
    "object",
    "qualified_predicate",
    "object_aspect_qualifier",
    "object_direction_qualifier",
    "negated",
    "knowledge_level",
    "agent_type",
    "publications",
    "original_predicate",
    "directness",
    "background",
    "followed",
    "optional",
    "strength",
    "through",
    "context",
    "evidence",
    "certainty",
    "note",
];

pub(super) fn write_tsv(writing: &Writing<'_>, part: Part, out: &mut dyn Write) -> io::Result<()> {
    let columns = if part == Part::Nodes { NODE } else { EDGE };
    writeln!(out, "{}", columns.join("\t"))?;
    rows(writing, part, |row| {
        let fields = columns.iter().map(|column| row.field(column));
        let fields: Vec<String> = fields.map(|field| unquoted(&field).into_owned()).collect();
        writeln!(out, "{}", fields.join("\t"))
    })
}

pub(super) fn write_json_lines(writing: &Writing<'_>, part: Part, out: &mut dyn Write) -> io::Result<()> {
    rows(writing, part, |row| {
        serde_json::to_writer(&mut *out, &row.json())?;
        writeln!(out)
    })
}

fn rows(writing: &Writing<'_>, part: Part, mut write: impl FnMut(&Row) -> io::Result<()>) -> io::Result<()> {
    let graph = writing.graph();
    if part == Part::Nodes {
        graph.entity_ids().try_for_each(|id| write(&node(graph, id)))
    } else {
        writing.edges().try_for_each(|(id, stated)| write(&edge(graph, id, &stated)))
    }
}

/// The slots of a node or an edge that say something.
struct Row(Vec<(&'static str, Value)>);

impl Row {
    fn new(slots: impl IntoIterator<Item = (&'static str, Value)>) -> Self {
        Self(slots.into_iter().filter(|(_, value)| !value.is_empty()).collect())
    }

    fn field(&self, column: &str) -> String {
        self.0.iter().find(|(slot, _)| *slot == column).map_or_else(String::new, |(_, value)| value.field())
    }

    fn json(&self) -> Json {
        let json = |value: &Value| match value {
            Value::Text(text) => Json::from(text.as_str()),
            Value::List(items) => Json::from(items.clone()),
            Value::Flag(flag) => Json::from(*flag),
        };
        Json::Object(self.0.iter().map(|(slot, value)| ((*slot).to_owned(), json(value))).collect::<Map<_, _>>())
    }
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn curie(graph: &Graph, id: EntityId) -> String {
    format!("{OWN_PREFIX}{}", graph.entity(id).id)
}

fn curies(graph: &Graph, ids: &[EntityId]) -> Value {
    Value::List(ids.iter().map(|&id| curie(graph, id)).collect())
}

fn node(graph: &Graph, id: EntityId) -> Row {
    let [name, kind, also, synonyms, definition, xref, _] = flat::entity(graph, id);
    let entity = graph.entity(id);
    Row::new([
        ("id", text(curie(graph, id))),
        ("category", Value::List(vec![category(graph.schema.kind(entity.kind()).group).to_owned()])),
        ("name", name),
        ("synonym", synonyms),
        ("xref", xref),
        ("description", definition),
        ("kind", kind),
        ("also", also),
        ("pools", curies(graph, &entity.pools)),
    ])
}

/// The Biolink class of all that stands in a group.
const fn category(group: Group) -> &'static str {
    match group {
        Group::Hormone => "biolink:ChemicalEntity",
        Group::Drug => "biolink:Drug",
        Group::Protocol => "biolink:Treatment",
        Group::Condition => "biolink:DiseaseOrPhenotypicFeature",
        Group::Machinery => "biolink:BiologicalEntity",
        Group::Other => "biolink:NamedThing",
    }
}

fn edge(graph: &Graph, id: EdgeId, edge: &Edge) -> Row {
    let relation = graph.schema.relation(edge.relation);
    let [_, _, _, negated, directness, background, followed, optional, strength, _, context, evidence, certainty, note] =
        flat::edge(graph, edge);
    Row::new([
        ("id", text(format!("{OWN_PREFIX}edge-{}", id.index() + 1))),
        ("subject", text(curie(graph, edge.subject))),
        ("predicate", text(predicate(relation))),
        ("object", text(curie(graph, edge.object))),
        ("qualified_predicate", text(relation.sign.map_or("", |_| "biolink:causes"))),
        ("object_aspect_qualifier", text(relation.sign.map_or("", |_| aspect(relation.aspect)))),
        ("object_direction_qualifier", text(relation.sign.map_or("", direction))),
        ("negated", negated),
        ("knowledge_level", text(knowledge_level(edge))),
        ("agent_type", text("not_provided")),
        ("publications", Value::List(publications(graph, edge))),
        ("original_predicate", text(format!("{OWN_PREFIX}{}", relation.id))),
        ("directness", directness),
        ("background", background),
        ("followed", followed),
        ("optional", optional),
        ("strength", strength),
        ("through", curies(graph, &edge.through)),
        ("context", context),
        ("evidence", evidence),
        ("certainty", certainty),
        ("note", note),
    ])
}

const fn predicate(relation: &Relation) -> &'static str {
    match (relation.sign, relation.role) {
        (Some(_), _) => "biolink:affects",
        (None, Role::Membership) => "biolink:subclass_of",
        (None, Role::Part | Role::Place) => "biolink:part_of",
        (None, _) => "biolink:related_to",
    }
}

/// The word of Biolink's enumeration of aspects.
const fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Abundance => "abundance",
        Aspect::Activity => "activity",
    }
}

/// The word of Biolink's enumeration of directions.
const fn direction(sign: Sign) -> &'static str {
    match sign {
        Sign::Positive => "increased",
        Sign::Negative => "decreased",
    }
}

/// By the surest evidence: stated plainly, reasoned, or neither.
fn knowledge_level(edge: &Edge) -> &'static str {
    match edge.evidence.iter().map(|evidence| evidence.certainty).min() {
        Some(Certainty::Established) => "knowledge_assertion",
        Some(Certainty::Theoretical) => "prediction",
        Some(Certainty::Suggested) | None => "not_provided",
    }
}

/// The works cited, each once.
fn publications(graph: &Graph, edge: &Edge) -> Vec<String> {
    let mut works: Vec<String> = Vec::with_capacity(edge.evidence.len());
    for evidence in &edge.evidence {
        let work = &graph.source(evidence.source).name;
        if !works.contains(work) {
            works.push(work.clone());
        }
    }
    works
}
