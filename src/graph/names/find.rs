//! Looking names up by a part of them: `find estro`, and the shell's completion.

use indexmap::IndexSet;

use super::{Named, Namespace, fold};
use crate::graph::{Entity, EntityId, Graph};

/// A name that completes what has been typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// As the data spells it.
    pub text: String,
    /// What it stands for.
    pub named: Named,
}

/// How a text occurs in an entity; earlier is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Occurrence {
    NameBegins,
    OtherNameBegins,
    NameHolds,
    OtherNameHolds,
    DefinitionHolds,
}

/// What a text was found in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Names that begin with the text first, then in table order.
    pub entities: Vec<EntityId>,
    /// Whether all places were looked at. In a graph of many names, only how they begin is, and so many are given.
    pub complete: bool,
}

/// From how many names on only their beginnings are looked at.
const MANY_NAMES: usize = 200_000;

/// How many entities are found by the beginnings of many names.
const MOST_FOUND: usize = 1_000;

impl Graph {
    /// Entities whose name, synonym, id or definition holds a text. O(n) in the length of all names and definitions; where
    /// there are very many names, those of which one begins so, in O(log n + entities found).
    pub fn find(&self, text: &str) -> Found {
        let wanted = fold(text);
        if wanted.is_empty() {
            return Found { entities: Vec::new(), complete: true };
        }
        if self.names().count(Namespace::Names) > MANY_NAMES {
            return Found { entities: self.beginning(&wanted), complete: false };
        }
        let mut found: Vec<(Occurrence, EntityId)> = Vec::new();
        self.visit_entities(|id, entity| found.extend(occurrence(entity, &wanted).map(|occurrence| (occurrence, id))));
        found.sort_unstable();
        Found { entities: found.into_iter().map(|(_, id)| id).collect(), complete: true }
    }

    /// The first entities that are called something which begins so, by that name.
    fn beginning(&self, wanted: &str) -> Vec<EntityId> {
        let names = self.names();
        let mut found: IndexSet<EntityId> = IndexSet::new();
        for (position, _) in names.beginning(Namespace::Names, wanted) {
            found.extend(names.meanings(Namespace::Names, position).into_iter().filter_map(|named| match named {
                Named::Entity(id) => Some(id),
                _ => None,
            }));
            if found.len() >= MOST_FOUND {
                found.truncate(MOST_FOUND);
                break;
            }
        }
        found.into_iter().collect()
    }

    /// Names that begin with what has been typed, sorted as folded, at most `limit`, each meaning once.
    /// O(log n + matches looked at).
    pub fn complete(&self, prefix: &str, namespace: Namespace, limit: usize) -> Vec<Completion> {
        let folded = fold(prefix);
        let names = self.names();
        let mut completions: Vec<Completion> = Vec::new();
        for (position, key) in names.beginning(namespace, &folded) {
            for named in names.meanings(namespace, position) {
                if completions.len() == limit {
                    return completions;
                }
                let text = self.spelling(named, key);
                // An id may complete where the display name does not begin so.
                if fold(text).starts_with(&folded) && !completions.iter().any(|known| known.text == text) {
                    completions.push(Completion { text: text.to_owned(), named });
                }
            }
        }
        completions
    }
}

fn occurrence(entity: &Entity, wanted: &str) -> Option<Occurrence> {
    let names = entity.spellings().enumerate().filter_map(|(position, name)| {
        let place = fold(name).find(wanted)?;
        Some(match (place, position) {
            (0, 0) => Occurrence::NameBegins,
            (0, _) => Occurrence::OtherNameBegins,
            (_, 0) => Occurrence::NameHolds,
            _ => Occurrence::OtherNameHolds,
        })
    });
    names.min().or_else(|| fold(&entity.definition).contains(wanted).then_some(Occurrence::DefinitionHolds))
}
