//! Entities and edges as rows of properties, for formats that know texts, lists and truth values.

use super::{context, text};
use crate::graph::{Edge, EntityId, Graph, Sign, Strength};

/// A property of an entity or an edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Empty: nothing is said.
    Text(String),
    /// Empty: nothing is said.
    List(Vec<String>),
    /// What is usual is not said.
    Flag(Option<bool>),
}

/// What the values of a property are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    List,
    Flag,
}

impl Value {
    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Flag(flag) => flag.is_none(),
        }
    }

    /// As one field; the items of a list with `|` between them.
    pub(super) fn field(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::List(items) => text::joined(items.iter().map(String::as_str)),
            Self::Flag(flag) => flag.map_or_else(String::new, |flag| flag.to_string()),
        }
    }

    fn texts<'a>(items: impl IntoIterator<Item = &'a str>) -> Self {
        Self::List(items.into_iter().map(str::to_owned).collect())
    }

    fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// The properties of an entity besides its id, in the order of [`entity`].
pub(super) const ENTITY: &[(&str, Type)] = &[
    ("name", Type::Text),
    ("kind", Type::Text),
    ("also", Type::List),
    ("synonyms", Type::List),
    ("definition", Type::Text),
    ("xref", Type::List),
    ("pools", Type::List),
];

/// An entity's properties.
pub(super) fn entity(graph: &Graph, id: EntityId) -> [Value; ENTITY.len()] {
    let entity = graph.entity(id);
    let mut kinds = entity.kinds.iter().map(|&kind| graph.schema.kind(kind).id.as_str());
    [
        Value::text(&entity.name),
        Value::text(kinds.next().unwrap_or_default()),
        Value::texts(kinds),
        Value::texts(entity.synonyms.iter().map(String::as_str)),
        Value::text(&entity.definition),
        Value::texts(entity.xrefs.iter().map(String::as_str)),
        Value::texts(entity.pools.iter().map(|&pool| graph.entity(pool).id.as_str())),
    ]
}

/// The properties of an edge besides its ends, in the order of [`edge`].
pub(super) const EDGE: &[(&str, Type)] = &[
    ("relation", Type::Text),
    ("sign", Type::Text),
    ("aspect", Type::Text),
    ("negated", Type::Flag),
    ("directness", Type::Text),
    ("background", Type::Text),
    ("followed", Type::Flag),
    ("optional", Type::Flag),
    ("strength", Type::Text),
    ("through", Type::List),
    ("context", Type::List),
    ("evidence", Type::List),
    ("certainty", Type::List),
    ("note", Type::Text),
];

/// An edge's properties. `certainty` has an item for each of `evidence`.
pub(super) fn edge(graph: &Graph, edge: &Edge) -> [Value; EDGE.len()] {
    let relation = graph.schema.relation(edge.relation);
    let directness = if edge.is_direct() { "direct" } else { "documented" };
    let strength = if edge.strength == Strength::default() { "" } else { edge.strength.as_str() };
    [
        Value::text(&relation.id),
        Value::text(relation.sign.map_or("", Sign::as_str)),
        Value::text(relation.sign.map_or("", |_| relation.aspect.as_str())),
        Value::Flag(edge.negated.then_some(true)),
        Value::text(directness),
        Value::text(edge.background().unwrap_or_default()),
        Value::Flag((!edge.followed).then_some(false)),
        Value::Flag(edge.optional.then_some(true)),
        Value::text(strength),
        Value::texts(edge.through.iter().map(|&inner| graph.entity(inner).id.as_str())),
        Value::List(context::pairs(&edge.context)),
        Value::List(edge.evidence.iter().map(|evidence| text::cited(graph, evidence)).collect()),
        Value::texts(edge.evidence.iter().map(|evidence| evidence.certainty.as_str())),
        Value::text(&edge.note),
    ]
}
