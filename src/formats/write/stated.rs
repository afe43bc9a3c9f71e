//! The words that edges were first stated with, where an edge list kept them in a remark: "stated as `supports`". Written
//! instead of the relation's own verb, they come back with the remark.

use indexmap::IndexMap;
use rustc_hash::FxHashSet;

use crate::graph::reserved::is_reserved;
use crate::graph::{Edge, Graph, Relation, RelationId, Schema, Sign, fold};

/// The remark of an edge whose relation has another name in its file.
const OPENS: &str = "stated as `";
const CLOSES: &str = "`";
const BETWEEN: &str = "`; stated as `";

/// The relation of rows without sign whose word has a sign elsewhere.
pub(super) const RELATED: &str = "related to";

/// The words that can be written, and the relation that a mapping file must say they are.
#[derive(Default)]
pub(super) struct Stated(IndexMap<String, Option<RelationId>>);

impl Stated {
    /// The words of a graph that a reader of tables takes as they were meant. O(edges).
    pub(super) fn of(graph: &Graph, vocabulary: &Schema) -> Self {
        let mut meanings: IndexMap<String, Vec<RelationId>> = IndexMap::new();
        for id in graph.edge_ids() {
            let edge = graph.read_edge(id);
            for word in words(&edge.note) {
                let relations = meanings.entry(word.to_owned()).or_default();
                if !relations.contains(&edge.relation) {
                    relations.push(edge.relation);
                }
            }
        }
        let usable = meanings.into_iter().filter_map(|(word, relations)| {
            reading(&word, &relations, &graph.schema, vocabulary).map(|mapped| (word, mapped))
        });
        Self(usable.collect())
    }

    /// The words that an edge was stated with, where all of them can be written.
    pub(super) fn words<'e>(&self, graph: &Graph, edge: &'e Edge) -> Option<Vec<&'e str>> {
        let words = words(&edge.note);
        let fits = |word: &&str| {
            let mapped = self.0.get(*word);
            mapped.is_some_and(|mapped| {
                mapped.is_none_or(|it| it == edge.relation || is_related(graph.schema.relation(edge.relation)))
            })
        };
        (!words.is_empty() && words.iter().all(fits)).then_some(words)
    }

    /// The words that a mapping file must explain, each with its relation.
    pub(super) fn mapped(&self) -> impl Iterator<Item = (&str, RelationId)> {
        self.0.iter().filter_map(|(word, relation)| Some((word.as_str(), (*relation)?)))
    }
}

/// The words of a remark; none where it says anything else.
fn words(note: &str) -> Vec<&str> {
    let inner = note.strip_prefix(OPENS).and_then(|rest| rest.strip_suffix(CLOSES));
    inner.map(|inner| inner.split(BETWEEN).collect()).unwrap_or_default()
}

/// Whether a word can be written, and as which relation of the vocabulary a mapping must explain it.
fn reading(word: &str, relations: &[RelationId], schema: &Schema, vocabulary: &Schema) -> Option<Option<RelationId>> {
    let related = |id: &RelationId| is_related(schema.relation(*id));
    let meant: Vec<RelationId> = relations.iter().copied().filter(|id| !related(id)).collect();
    let third: String = word.split(|mark: char| mark.is_whitespace() || mark == '_').collect::<Vec<_>>().join(" ");
    let occurs_as = |sign: Sign, id: &str| schema.relations.get(id).is_some_and(|known| known.sign == Some(sign));
    match meant[..] {
        [] => {
            let verbs: FxHashSet<String> = signed_verbs(vocabulary).collect();
            let has_sign = Sign::BOTH
                .iter()
                .any(|&sign| occurs_as(sign, &third) || occurs_as(sign, &format!("{} {third}", adverb(sign))));
            (is_reserved(&fold(word)) || has_sign || verbs.contains(&fold(&third))).then_some(None)
        }
        [relation] if is_of(vocabulary, schema.relation(relation)) => {
            let has_sign = schema.relation(relation).sign.is_some();
            (has_sign || meant.len() == relations.len()).then_some(Some(relation))
        }
        _ => {
            let is_natural = |id: &RelationId| {
                let relation = schema.relation(*id);
                let is_form = relation.sign.is_some_and(|sign| relation.id == format!("{} {third}", adverb(sign)));
                is_form || vocabulary.relations.get(&relation.id).is_some_and(|known| has_verb(known, &third))
            };
            meant.iter().all(is_natural).then_some(None)
        }
    }
}

/// Whether a relation has this verb, as its subject speaks it.
fn has_verb(relation: &Relation, third: &str) -> bool {
    let folded = fold(third);
    relation.verbs.iter().any(|verb| fold(&verb.base) == folded || fold(&verb.third) == folded)
}

fn is_related(relation: &Relation) -> bool {
    relation.id == RELATED && relation.sign.is_none()
}

/// Whether the vocabulary has a relation with the same sign.
fn is_of(vocabulary: &Schema, relation: &Relation) -> bool {
    vocabulary.relations.get(&relation.id).is_some_and(|known| known.sign == relation.sign)
}

fn signed_verbs(vocabulary: &Schema) -> impl Iterator<Item = String> {
    let signed = vocabulary.relations.values().filter(|relation| relation.sign.is_some());
    signed.flat_map(|relation| &relation.verbs).flat_map(|verb| [fold(&verb.base), fold(&verb.third)])
}

/// What a word with both signs is told apart by.
const fn adverb(sign: Sign) -> &'static str {
    match sign {
        Sign::Positive => "positively",
        Sign::Negative => "negatively",
    }
}
