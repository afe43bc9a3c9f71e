//! The kinds of entities that an edge list has.

use super::mapping::MappedKind;
use crate::graph::names::fold_loosely;
use crate::graph::reserved::is_reserved;
use crate::graph::{Group, Kind, KindId, Look, Schema, fold};

/// The kind of an entity that no file says more of.
const QUANTITY: (&str, &str) = ("quantity", "quantities");

/// That kind; a vocabulary without it gets it.
pub(super) fn quantity(schema: &mut Schema) -> KindId {
    schema.kind_id(QUANTITY.0).unwrap_or_else(|| add(schema, QUANTITY.0, QUANTITY.1.to_owned()))
}

/// The kind that a nodes file calls so, by any of its words; one that the vocabulary lacks becomes a kind of its own,
/// which behaves as a quantity does. None for a word of the language.
pub(super) fn called(schema: &mut Schema, name: &str) -> Option<KindId> {
    match known(schema, name) {
        Some(kind) => Some(kind),
        None if fold_loosely(name).is_empty() || is_reserved(&fold(name)) => None,
        None => {
            let name = name.to_lowercase();
            let plural = plural(&name);
            Some(add(schema, &name, plural))
        }
    }
}

/// The kind that the vocabulary calls so, by any of its words.
pub(super) fn known(schema: &Schema, name: &str) -> Option<KindId> {
    let folded = fold_loosely(name);
    let known = schema.kinds.values().position(|kind| kind.spellings().any(|word| fold_loosely(word) == folded));
    known.map(KindId::from_index)
}

/// The kind that a mapping file means; one that the vocabulary lacks is added as the file has it.
pub(super) fn mapped(schema: &mut Schema, mapped: &MappedKind) -> Option<KindId> {
    match mapped {
        MappedKind::General => None,
        MappedKind::As(kind, words) => {
            if let Some((_, known)) = schema.kinds.get_index_mut(kind.index()) {
                known
                    .words
                    .extend(words.iter().filter(|word| !known.words.contains(word)).cloned().collect::<Vec<_>>());
            }
            Some(*kind)
        }
        MappedKind::Own(kind) => {
            let entry = schema.kinds.entry(kind.id.clone());
            let id = KindId::from_index(entry.index());
            entry.or_insert_with(|| (**kind).clone());
            Some(id)
        }
    }
}

fn add(schema: &mut Schema, id: &str, plural: String) -> KindId {
    let kind = Kind {
        watched: true,
        id: id.to_owned(),
        plural,
        words: Vec::new(),
        abundance: false,
        raise: "raised".to_owned(),
        group: Group::Hormone,
        absent_at_rest: false,
        needs_agonist: false,
        read_out: false,
        look: Look::of_group(Group::Hormone),
    };
    KindId::from_index(schema.kinds.insert_full(id.to_owned(), kind).0)
}

fn plural(name: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| name.ends_with(end));
    match name.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if sibilant => format!("{name}es"),
        _ => format!("{name}s"),
    }
}
