//! Did you mean, over the names of a graph.

use super::{Named, Namespace, VerbForm, fold};
use crate::diagnostic::{Nearness, SUGGESTIONS, Unknown};
use crate::graph::Graph;

impl Graph {
    /// The known names nearest to a text, best first, at most three. O(n) in the number of names.
    pub fn suggest(&self, text: &str, namespace: Namespace) -> Vec<String> {
        let unknown = Unknown::new(fold(text));
        let mut near: Vec<(Nearness, &str, Named)> = Vec::new();
        for (key, meanings) in self.names().catalogue(namespace).keys() {
            if let Some(nearness) = unknown.nearness(key) {
                near.extend(meanings.iter().map(|&meaning| (nearness, key, meaning)));
            }
        }
        near.sort_unstable();
        let mut suggestions: Vec<String> = Vec::new();
        let mut seen: Vec<Named> = Vec::new();
        for (_, key, meaning) in near {
            if suggestions.len() == SUGGESTIONS {
                break;
            }
            let spelling = self.spelling(meaning, key);
            if !seen.contains(&meaning) && !suggestions.iter().any(|known| known == spelling) {
                seen.push(meaning);
                suggestions.push(spelling.to_owned());
            }
        }
        suggestions
    }

    /// The display name of what a name stands for: a kind's id, a verb's own form.
    pub fn display_name(&self, named: Named) -> &str {
        match named {
            Named::Entity(id) => &self.entity(id).name,
            Named::Variant(position) => self.variants.get(position as usize).map_or("", |variant| &variant.name),
            Named::Kind(id) => &self.schema.kind(id).id,
            Named::Verb(id, form) => {
                let relation = self.schema.relation(id);
                match (form, relation.verbs.first()) {
                    (VerbForm::Base, Some(verb)) => &verb.base,
                    (VerbForm::Third, Some(verb)) => &verb.third,
                    (VerbForm::Passive, Some(verb)) => &verb.passive,
                    (VerbForm::Inverse, _) => &relation.inverse,
                    _ => &relation.id,
                }
            }
        }
    }

    /// How the data spells the name that folds to `key`; the display name where only the id folds to it.
    pub(super) fn spelling(&self, named: Named, key: &str) -> &str {
        let folds = |name: &&str| fold(name) == key;
        let found = match named {
            Named::Entity(id) => {
                let entity = self.entity(id);
                entity.spellings().filter(|name| *name != entity.id).find(folds)
            }
            Named::Variant(position) => {
                self.variants.get(position as usize).and_then(|variant| variant.spellings().find(folds))
            }
            Named::Kind(id) => self.schema.kind(id).spellings().find(folds),
            Named::Verb(id, _) => self.schema.relation(id).spellings().into_iter().map(|(name, _)| name).find(folds),
        };
        found.unwrap_or_else(|| self.display_name(named))
    }
}
