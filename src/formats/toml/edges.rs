//! Edges.

use rustc_hash::FxHashMap;

use super::figures::read_quantity;
use super::references::References;
use super::row::{Row, Text};
use crate::diagnostic::Code;
use crate::formats::log::{Log, Place};
use crate::formats::words::STRENGTHS;
use crate::graph::{Directness, Edge, EdgeId, EntityId, Graph, KindId, RelationId, UNTREATED};

/// Where the parts of an edge stand.
#[derive(Clone, Debug)]
pub(super) struct EdgePlaces {
    pub(super) row: Place,
    /// From the subject to the object.
    pub(super) statement: Place,
    /// The first entity of `through`; the row where there is none.
    pub(super) through: Place,
}

pub(super) fn read(rows: &[Row<'_>], references: &References<'_>) -> Vec<(Edge, EdgePlaces)> {
    rows.iter().filter_map(|row| read_edge(row, references)).collect()
}

fn read_edge(row: &Row<'_>, references: &References<'_>) -> Option<(Edge, EdgePlaces)> {
    row.only(&[
        "subject",
        "relation",
        "object",
        "directness",
        "background",
        "negated",
        "followed",
        "optional",
        "through",
        "strength",
        "context",
        "note",
        "quantities",
        "evidence",
        "origin",
    ]);
    let subject = row.required("subject").and_then(|id| Some((references.entity(id)?, id)));
    let relation = row.required("relation").and_then(|id| references.relation(id));
    let object = row.required("object").and_then(|id| Some((references.entity(id)?, id)));
    if let (Some(subject), Some(relation), Some(object)) = (subject, relation, object) {
        check_kinds(subject, relation, object, references, row);
    }
    let directness = read_directness(row);
    let through = row.texts("through");
    let statement = statement_place(row);
    let first = through.first().map_or(row.place, |first| first.place);
    let places = EdgePlaces { row: row.place, statement, through: first };
    let through: Vec<Option<EntityId>> = through.into_iter().map(|id| references.entity(id)).collect();
    let context = references.context(row);
    let evidence = references.evidence(row);
    let about: Vec<EntityId> = subject.into_iter().chain(object).map(|(id, _)| id).collect();
    let quantities = row
        .rows("quantities")
        .iter()
        .filter_map(|quantity| {
            quantity.only(&super::figures::KEYS[1..]);
            read_quantity(quantity, about.clone(), &evidence, references)
        })
        .collect();
    let (strength, negated) = (row.choice("strength", STRENGTHS), row.flag("negated"));
    let (followed, optional) = (row.flag("followed"), row.flag("optional"));
    let (note, origin) = (row.string("note"), row.strings("origin"));
    let edge = Edge {
        subject: subject?.0,
        relation: relation?,
        object: object?.0,
        directness,
        negated: negated.unwrap_or(false),
        followed: followed.unwrap_or(true),
        optional: optional.unwrap_or(false),
        through: through.into_iter().collect::<Option<_>>()?,
        strength: strength.unwrap_or_default(),
        context,
        quantities,
        evidence,
        note,
        origin,
    };
    Some((edge, places))
}

/// From the subject to the object, in whatever order they are written.
fn statement_place(row: &Row<'_>) -> Place {
    let parts = ["subject", "relation", "object"].iter().filter_map(|key| row.text_quietly(key));
    parts.map(|part| part.place).reduce(Place::to).unwrap_or(row.place)
}

fn read_directness(row: &Row<'_>) -> Directness {
    let documented = row.choice("directness", &[("direct", false), ("documented", true)]);
    let background = row.text("background");
    if documented == Some(true) {
        let background = background.map_or(UNTREATED, |background| background.value).to_owned();
        return Directness::Documented { background };
    }
    if let Some(background) = background
        && (documented.is_some() || !row.has("directness"))
    {
        row.log.add(background.place, Code::WrongValue, "only a documented effect has a `background`");
    }
    Directness::Direct
}

/// Whether the relation joins entities of these kinds.
fn check_kinds(
    subject: (EntityId, Text<'_>),
    relation: RelationId,
    object: (EntityId, Text<'_>),
    references: &References<'_>,
    row: &Row<'_>,
) {
    let relation = references.schema.relation(relation);
    for ((id, text), allowed, verb) in
        [(subject, &relation.subjects, "start from"), (object, &relation.objects, "end in")]
    {
        let kinds = references.get(id).map_or(&[][..], |entity| &entity.kinds);
        let Some(&first) = kinds.first() else {
            continue;
        };
        if !allowed.is_empty() && !kinds.iter().any(|kind| allowed.contains(kind)) {
            let name = |kind: &KindId| references.schema.kind(*kind).id.as_str();
            let allowed: Vec<&str> = allowed.iter().map(name).collect();
            let message = format!("`{}` cannot {verb} `{}`, a {}", relation.id, text.value, name(&first));
            row.log.report(text.place, Code::WrongKinds, message, |fault| {
                fault.label(format!("expected: {}", allowed.join(", ")))
            });
        }
    }
}

/// Reports every edge that says what an earlier one says: subject, relation, object, context and directness.
pub(super) fn check_duplicates(graph: &Graph, places: &[EdgePlaces], log: &Log<'_>) {
    let mut earlier: FxHashMap<(EntityId, RelationId, EntityId), Vec<usize>> = FxHashMap::default();
    for (position, edge) in graph.edges().enumerate() {
        let (mut subject, mut object) = (edge.subject, edge.object);
        if graph.schema.relation(edge.relation).symmetric && object < subject {
            std::mem::swap(&mut subject, &mut object);
        }
        let alike = earlier.entry((subject, edge.relation, object)).or_default();
        let same = alike.iter().find(|&&other| {
            let other = graph.edge(EdgeId::from_index(other));
            other.context == edge.context && other.directness == edge.directness && other.negated == edge.negated
        });
        if let Some(&same) = same {
            let first = log.describe(places[same].row);
            log.report(
                places[position].row,
                Code::DuplicateEdge,
                format!("the same edge stands at {first}"),
                |fault| {
                    fault.help("one edge may carry several evidences; parallel edges differ in context or directness")
                },
            );
        }
        alike.push(position);
    }
}
