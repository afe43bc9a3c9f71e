//! Whether every word of the vocabulary means one thing: kinds among themselves; verbs, and the words of the language.

use rustc_hash::FxHashMap;

use super::row::{Row, Text};
use super::sections::Sections;
use crate::diagnostic::Code;
use crate::formats::log::Log;
use crate::graph::names::{fold, fold_loosely};
use crate::graph::reserved::is_reserved;

pub(super) fn check(sections: &Sections<'_>, log: &Log<'_>) {
    let mut words = Owners::default();
    for (position, row) in sections.kinds.iter().enumerate() {
        let texts =
            ["id", "plural"].into_iter().filter_map(|key| row.text_quietly(key)).chain(row.texts_quietly("words"));
        for text in texts {
            if let Some(other) = words.claim(fold_loosely(text.value), position, text) {
                let message =
                    format!("`{}` is a word of another kind already, at {}", text.value, log.describe(other.place));
                log.add(text.place, Code::DuplicateName, message);
            }
        }
    }
    let mut verbs = Owners::default();
    for (position, row) in sections.relations.iter().enumerate() {
        for verb in verb_forms(row) {
            check_verb(&mut verbs, position, verb, log);
        }
    }
}

fn verb_forms<'a>(row: &Row<'a>) -> Vec<Text<'a>> {
    let mut forms: Vec<Text<'a>> = ["id", "inverse"].into_iter().filter_map(|key| row.text_quietly(key)).collect();
    for verb in row.rows_quietly("verbs") {
        forms.extend(["base", "third", "passive"].into_iter().filter_map(|key| verb.text_quietly(key)));
    }
    forms.retain(|form| !form.value.is_empty());
    forms
}

fn check_verb<'a>(verbs: &mut Owners<'a>, relation: usize, verb: Text<'a>, log: &Log<'_>) {
    let folded = fold(verb.value);
    if is_reserved(&folded) {
        let message = format!("`{}` is a word of the language; no relation may be called so", verb.value);
        log.report(verb.place, Code::ReservedVerb, message, |fault| {
            fault.help("effect verbs ask for net effects; a relation is a single step and needs a verb of its own")
        });
    } else if let Some(other) = verbs.claim(folded, relation, verb) {
        let message = format!("`{}` belongs to another relation already, at {}", verb.value, log.describe(other.place));
        log.add(verb.place, Code::ReservedVerb, message);
    }
}

/// Who used a folded word first.
#[derive(Default)]
pub(super) struct Owners<'a>(FxHashMap<String, (usize, Text<'a>)>);

impl<'a> Owners<'a> {
    /// Claims a folded word for an owner; answers where another owner has it already.
    pub(super) fn claim(&mut self, folded: String, owner: usize, text: Text<'a>) -> Option<Text<'a>> {
        let (first, place) = *self.0.entry(folded).or_insert((owner, text));
        (first != owner).then_some(place)
    }
}
