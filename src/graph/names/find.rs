//! Looking names up by a part of them: `find estro`, and the shell's completion.

use super::{Named, Namespace, fold};
use crate::graph::{EntityId, Graph};

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

impl Graph {
    /// Entities whose name, synonym, id or definition holds a text: names that begin with it first, then in table order.
    /// O(n) in the length of all names and definitions.
    pub fn find(&self, text: &str) -> Vec<EntityId> {
        let wanted = fold(text);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Occurrence, EntityId)> =
            self.entity_ids().filter_map(|id| Some((self.occurrence(id, &wanted)?, id))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, id)| id).collect()
    }

    fn occurrence(&self, id: EntityId, wanted: &str) -> Option<Occurrence> {
        let entity = self.entity(id);
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

    /// Names that begin with what has been typed, sorted as folded, at most `limit`, each meaning once.
    /// O(log n + matches looked at).
    pub fn complete(&self, prefix: &str, namespace: Namespace, limit: usize) -> Vec<Completion> {
        let folded = fold(prefix);
        let mut completions: Vec<Completion> = Vec::new();
        for (key, meanings) in self.names().catalogue(namespace).with_prefix(&folded) {
            for &named in meanings {
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
