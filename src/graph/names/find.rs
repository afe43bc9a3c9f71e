//! Looking names up by a part of them: `find estro`, and the shell's completion.

use indexmap::IndexSet;

use super::{Named, Namespace, fold};
use crate::cancel::Cancel;
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Names that begin with the text first, then in table order; in a graph of many names, all in the order of their names.
    pub entities: Vec<EntityId>,
    /// Where it was looked for.
    pub reach: Reach,
    /// Whether there may be more than are given.
    pub truncated: bool,
}

/// Where a text was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// In names, synonyms, ids and definitions.
    Everything,
    /// Not in definitions: there are too many entities.
    Names,
    /// Only at the beginnings of names: the search was stopped.
    Beginnings,
}

/// From how many names on definitions are not read.
const MANY_NAMES: usize = 200_000;

/// Names between two looks at the token.
const POLL_EVERY: usize = 1024;

/// How many entities are found among many names.
pub const MOST_FOUND: usize = 1_000;

impl Graph {
    /// Entities whose name, synonym, id or definition holds a text. O(n) in the length of all names and definitions; where
    /// there are very many names, of these alone, and those that begin so are found in any case, in O(log n + found).
    pub fn find(&self, text: &str, cancel: &Cancel) -> Found {
        let wanted = fold(text);
        if wanted.is_empty() {
            return Found { entities: Vec::new(), reach: Reach::Everything, truncated: false };
        }
        if self.names().count(Namespace::Names) > MANY_NAMES {
            return self.find_by_name(&wanted, cancel);
        }
        let mut found: Vec<(Occurrence, EntityId)> = Vec::new();
        self.visit_entities(|id, entity| found.extend(occurrence(entity, &wanted).map(|occurrence| (occurrence, id))));
        found.sort_unstable();
        let entities = found.into_iter().map(|(_, id)| id).collect();
        Found { entities, reach: Reach::Everything, truncated: false }
    }

    /// The first entities that are called something which begins so, then those that are called something which holds it.
    fn find_by_name(&self, wanted: &str, cancel: &Cancel) -> Found {
        let names = self.names();
        let called = |position: usize| {
            names.meanings(Namespace::Names, position).into_iter().filter_map(|named| match named {
                Named::Entity(id) => Some(id),
                _ => None,
            })
        };
        let mut found: IndexSet<EntityId> = IndexSet::new();
        for (position, _) in names.beginning(Namespace::Names, wanted) {
            found.extend(called(position));
            if found.len() > MOST_FOUND {
                break;
            }
        }
        let mut reach = Reach::Names;
        for (position, key) in names.keys(Namespace::Names, 0..usize::MAX) {
            if found.len() > MOST_FOUND {
                break;
            }
            if position.is_multiple_of(POLL_EVERY) && cancel.is_cancelled() {
                reach = Reach::Beginnings;
                break;
            }
            if key.contains(wanted) {
                found.extend(called(position));
            }
        }
        let truncated = found.len() > MOST_FOUND;
        found.truncate(MOST_FOUND);
        Found { entities: found.into_iter().collect(), reach, truncated }
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
