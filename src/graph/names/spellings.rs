//! How entities, variants, kinds and relations may be written.

use super::{VerbForm, fold};
use crate::graph::{Entity, Kind, Relation, Variant};

impl Entity {
    /// The display name, the synonyms, the id.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        [self.name.as_str()].into_iter().chain(self.synonyms.iter().map(String::as_str)).chain([self.id.as_str()])
    }
}

impl Variant {
    /// The display name and the synonyms.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        [self.name.as_str()].into_iter().chain(self.synonyms.iter().map(String::as_str))
    }
}

impl Kind {
    /// The id, the plural and the further words.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        [self.id.as_str(), self.plural.as_str()].into_iter().chain(self.words.iter().map(String::as_str))
    }
}

impl Relation {
    /// Every verb form; then the inverse and the id, where they are no verb form already.
    pub fn spellings(&self) -> Vec<(&str, VerbForm)> {
        let mut spellings = Vec::with_capacity(3 * self.verbs.len() + 2);
        for verb in &self.verbs {
            spellings.push((verb.base.as_str(), VerbForm::Base));
            spellings.push((verb.third.as_str(), VerbForm::Third));
            spellings.push((verb.passive.as_str(), VerbForm::Passive));
        }
        spellings.retain(|(name, _)| !name.is_empty());
        for (name, form) in [(self.id.as_str(), VerbForm::Id), (self.inverse.as_str(), VerbForm::Inverse)] {
            if !name.is_empty() && spellings.iter().all(|(other, _)| fold(other) != fold(name)) {
                spellings.push((name, form));
            }
        }
        spellings
    }
}
