//! What readers may ask of words before they hand a record over.

use super::mapping::{Change, Mapping, Meant};
use super::{Intake, Place, Weight, kinds};
use crate::diagnostic::Code;
use crate::formats::mappings;
use crate::graph::{Aspect, Named, Namespace, Sign};

/// What a word for a relation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::formats) struct RelationMeaning {
    /// None for a relation without effect.
    pub(in crate::formats) sign: Option<Sign>,
    /// What it changes of what is acted on, where it has a sign.
    pub(in crate::formats) aspect: Aspect,
    /// Whether it reads the same both ways.
    pub(in crate::formats) symmetric: bool,
}

impl Intake {
    /// Reads words by one of the mappings in the binary, where no mapping file says what they mean. Whether there is one of
    /// this name.
    pub(in crate::formats) fn imply(&mut self, name: &str) -> bool {
        self.imply_by(name, |mapping| mapping)
    }

    /// As [`Self::imply`], for words with the mapping's prefixes only: `biolink:causes`, and not `causes`.
    pub(in crate::formats) fn imply_with_prefixes(&mut self, name: &str) -> bool {
        self.imply_by(name, Mapping::only_with_prefixes)
    }

    fn imply_by(&mut self, name: &str, of: impl FnOnce(Mapping) -> Mapping) -> bool {
        let Some(file) = mappings::ready(name) else {
            return false;
        };
        if self.implied.contains(&file.name) {
            return true;
        }
        let mut mapping = Mapping::default();
        let faults = mapping.read(&file, &self.schema);
        self.mapping.fall_back(of(mapping));
        // A released binary has none, as a test makes sure.
        self.ledger.extend(faults, Weight::Whole);
        self.implied.push(file.name);
        self.meanings.clear();
        true
    }

    /// What a word for a relation means; none where neither the mapping nor the vocabulary knows it.
    pub(in crate::formats) fn meaning_of(&mut self, word: &str) -> Option<RelationMeaning> {
        if let Some(known) = self.meanings.get(word) {
            return *known;
        }
        let meaning = self.look_up(word);
        self.meanings.insert(word.to_owned(), meaning);
        meaning
    }

    /// What changes where an aspect changes that the source calls so.
    pub(in crate::formats) fn aspect_of(&self, word: &str) -> Option<Change> {
        self.mapping.aspect(word)
    }

    /// Whether a mapping or the vocabulary knows a kind by this word.
    pub(in crate::formats) fn knows_kind(&self, word: &str) -> bool {
        self.mapping.kind(word).is_some() || kinds::known(&self.schema, word).is_some()
    }

    /// Tells what of a file has no place in a graph.
    pub(in crate::formats) fn left_out(&mut self, what: &str) {
        self.remark(Place::default(), Code::LeftOut, format!("left out: {what}"));
    }

    /// Tells which words nothing explains, so that their edges are listed and never followed.
    pub(in crate::formats) fn unexplained(&mut self, what: &str) {
        let message = format!("nothing says which sign these relations have, so they are never followed: {what}");
        let into = self.mapping.file.clone();
        self.ledger.add(Weight::Remark, Place::default(), Code::UnknownRelation, message, |fault| {
            if into.is_empty() { fault } else { fault.help(format!("say it in `{into}`")) }
        });
    }

    fn look_up(&self, word: &str) -> Option<RelationMeaning> {
        let of_vocabulary = |relation| {
            let relation = self.schema.relation(relation);
            RelationMeaning { sign: relation.sign, aspect: relation.aspect, symmetric: relation.symmetric }
        };
        if let Some(mapped) = self.mapping.of(word) {
            return Some(match &mapped.meant {
                Meant::As(relation) => of_vocabulary(*relation),
                Meant::Own(own) => RelationMeaning { sign: own.sign, aspect: own.aspect, symmetric: own.symmetric },
            });
        }
        let words = word.replace('_', " ");
        let known = *self.known_verbs.lookup(Namespace::Verbs, &words).first()?;
        match known {
            Named::Verb(relation, _) => Some(of_vocabulary(relation)),
            Named::Entity(_) | Named::Variant(_) | Named::Kind(_) => None,
        }
    }
}
