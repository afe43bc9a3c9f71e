//! Graphs to write: a small one, and any at all.

use indexmap::IndexMap;
use proptest::collection::vec;
use proptest::prelude::*;

use super::vocabulary;
use crate::graph::{
    Certainty, Context, Directness, Edge, Entity, EntityId, Evidence, Frame, Graph, KindId, RelationId, Source,
    SourceId, Strength,
};

/// Texts that some format may trip over.
const ODD: &[&str] = &[
    "tab\there",
    "line\nbreak",
    "cr\r\nlf",
    "\"quoted\" 'text'",
    "a,b;c|d",
    "=1+1",
    "-- x",
    "<&>]]>",
    "\u{1}\u{1f}bell\u{7}",
    "nul\0",
    "{braces} $x `back`ticks",
    "C:\\new\\",
    "βeta 血圧 🧬",
    "  two  blanks ",
    "node",
    "true",
    "#hash",
    "%20 percent",
    "\u{fffe}not a character",
    "\u{85}next line\u{2028}",
];

/// A text, odd or random; never without a letter.
pub(super) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(ODD).prop_map(str::to_owned),
        "[ -~]{0,8}".prop_map(|text| format!("t{text}")),
        "\\PC{0,6}".prop_map(|text| format!("u{text}")),
    ]
}

pub(super) fn entity(id: String, name: String, kind: KindId) -> Entity {
    Entity { id, name, kinds: vec![kind], ..Entity::default() }
}

pub(super) fn edge(subject: usize, relation: RelationId, object: usize, source: usize) -> Edge {
    Edge {
        subject: EntityId::from_index(subject),
        relation,
        object: EntityId::from_index(object),
        directness: Directness::Direct,
        negated: false,
        followed: true,
        optional: false,
        through: Vec::new(),
        strength: Strength::default(),
        context: Context::default(),
        quantities: Vec::new(),
        evidence: vec![Evidence {
            source: SourceId::from_index(source),
            section: String::new(),
            reference: None,
            certainty: Certainty::Established,
            note: String::new(),
        }],
        note: String::new(),
        origin: Vec::new(),
    }
}

pub(super) fn source(id: &str) -> Source {
    Source { id: id.to_owned(), name: id.to_owned(), ..Source::default() }
}

/// A stimulates B, B inhibits A, A is a B, and C alone.
pub(super) fn toy() -> Graph {
    let schema = vocabulary();
    let relation = |name| schema.relation_id(name).expect("a relation of the vocabulary");
    let hormone = schema.kind_id("hormone").expect("a kind of the vocabulary");
    let entities = ["A", "B", "C"].map(|name| entity(name.to_lowercase(), name.into(), hormone));
    let edges = vec![
        edge(0, relation("stimulates"), 1, 0),
        edge(1, relation("inhibits"), 0, 0),
        edge(0, relation("is a"), 1, 0),
    ];
    let frame = Frame { name: "toy 1".to_owned(), version: "0".to_owned(), schema, ..Frame::default() };
    Graph::whole(frame, vec![source("book")], entities.into(), edges)
}

/// What a random edge is made of.
type Draft = (usize, usize, usize, Vec<(String, String)>, (String, String), u8);

/// Graphs with odd names, contexts, sections and remarks. Edges differ in their ends or relations.
pub(super) fn any() -> impl Strategy<Value = Graph> {
    let edges =
        vec((0..6_usize, 0..5_usize, 0..6_usize, vec((text(), text()), 0..3), (text(), text()), any_byte()), 0..8);
    (vec((text(), vec(text(), 0..3), text()), 6), edges, text())
        .prop_map(|(names, edges, title)| build(names, edges, title))
}

fn any_byte() -> impl Strategy<Value = u8> {
    proptest::num::u8::ANY
}

fn build(names: Vec<(String, Vec<String>, String)>, drafts: Vec<Draft>, title: String) -> Graph {
    let schema = vocabulary();
    let kind = schema.kind_id("quantity").expect("a kind of the vocabulary");
    let entities = names.into_iter().enumerate().map(|(position, (name, synonyms, definition))| Entity {
        synonyms,
        definition,
        ..entity(format!("entity-{position}"), name, kind)
    });
    let entities: Vec<Entity> = entities.collect();
    let mut edges: IndexMap<(usize, usize, usize), Edge> = IndexMap::new();
    for (subject, relation, object, context, (section, note), bits) in drafts {
        let name = ["stimulates", "inhibits", "activates", "involves", "part of"][relation];
        let id = schema.relation_id(name).expect("a relation of the vocabulary");
        let mut edge = Edge { note, ..edge(subject, id, object, usize::from(bits % 2)) };
        edge.context = Context(context.into_iter().collect());
        edge.evidence[0].section = section;
        edge.negated = bits & 4 != 0;
        edge.followed = bits & 8 == 0;
        edge.optional = bits & 16 != 0;
        if bits & 32 != 0 {
            edge.directness = Directness::Documented { background: "on TRT".to_owned() };
        }
        edges.entry((subject, relation, object)).or_insert(edge);
    }
    let mut schema = schema;
    for key in edges.values().flat_map(|edge| edge.context.0.keys()) {
        let key = key.clone();
        schema.contexts.entry(key.clone()).or_insert_with(|| crate::graph::ContextKey {
            key,
            values: Vec::new(),
            default: None,
            scope: crate::graph::ContextScope::Annotation,
        });
    }
    let sources = ["first \"book\"", "second\\book"].map(source);
    let frame = Frame { name: "odd".to_owned(), title, version: "1".to_owned(), schema, ..Frame::default() };
    Graph::whole(frame, sources.into(), entities, edges.into_values().collect())
}
