//! Did you mean, over the names of a graph.

use std::ops::Range;

use super::{Named, Names, Namespace, VerbForm, fold};
use crate::diagnostic::{Nearness, SUGGESTIONS, Unknown};
use crate::graph::Graph;

/// From how many names on only some are compared.
const MANY_NAMES: usize = 200_000;

/// How many names are compared to each side of a place in sorted order, where there are many.
const NEIGHBOURS: usize = 25_000;

/// Which names are compared with a text: all, or those around where it would stand, with a letter of its beginning
/// dropped or two of them swapped too.
fn neighbourhoods(names: &Names, namespace: Namespace, folded: &str) -> Vec<Range<usize>> {
    let count = names.count(namespace);
    if count <= MANY_NAMES {
        return std::iter::once(0..count).collect();
    }
    let mut places: Vec<usize> =
        slips(folded).iter().map(|beginning| names.lower_bound(namespace, beginning)).collect();
    places.sort_unstable();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for place in places {
        let around = place.saturating_sub(NEIGHBOURS)..count.min(place + NEIGHBOURS);
        match ranges.last_mut().filter(|last| last.end >= around.start) {
            Some(last) => last.end = around.end,
            None => ranges.push(around),
        }
    }
    ranges
}

/// A text, and what it may have been meant to begin with.
fn slips(folded: &str) -> Vec<String> {
    let letters: Vec<char> = folded.chars().collect();
    let mut slips = vec![folded.to_owned()];
    for position in 0..letters.len().min(3) {
        let mut dropped = letters.clone();
        dropped.remove(position);
        slips.push(dropped.into_iter().collect());
        if position + 1 < letters.len() {
            let mut swapped = letters.clone();
            swapped.swap(position, position + 1);
            slips.push(swapped.into_iter().collect());
        }
    }
    slips
}

impl Graph {
    /// The known names nearest to a text, best first, at most three. O(n) in the number of names; where there are very
    /// many, only those are looked at that stand near the text, or near a slip in its first letters, in sorted order.
    pub fn suggest(&self, text: &str, namespace: Namespace) -> Vec<String> {
        let (folded, names) = (fold(text), self.names());
        let mut near: Vec<(Nearness, &str, Named)> = Vec::new();
        let unknown = Unknown::new(folded.clone());
        for positions in neighbourhoods(names, namespace, &folded) {
            for (position, key) in names.keys(namespace, positions) {
                if let Some(nearness) = unknown.nearness(key) {
                    let meanings = names.meanings(namespace, position);
                    near.extend(meanings.into_iter().map(|meaning| (nearness, key, meaning)));
                }
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
