//! Whether every name means one thing.

use super::entities::EntityPlaces;
use super::row::{Row, Text};
use super::vocabulary::Owners;
use crate::diagnostic::Code;
use crate::formats::log::Log;
use crate::graph::names::fold_loosely;

/// Reports every name, synonym and id that, folded, is another entity's or variant's too.
pub(super) fn check<'a>(entities: &[EntityPlaces<'a>], variants: &[Row<'a>], log: &Log<'_>) {
    let mut owners = Owners::default();
    for (position, entity) in entities.iter().enumerate() {
        for &text in &entity.names {
            claim(&mut owners, position, text, log);
        }
    }
    for (position, row) in variants.iter().enumerate() {
        for text in row.text_quietly("name").into_iter().chain(row.texts_quietly("synonyms")) {
            claim(&mut owners, entities.len() + position, text, log);
        }
    }
}

fn claim<'a>(owners: &mut Owners<'a>, owner: usize, text: Text<'a>, log: &Log<'_>) {
    let folded = fold_loosely(text.value);
    if folded.is_empty() {
        log.add(text.place, Code::WrongValue, format!("`{}` holds no letter to call it by", text.value));
    } else if let Some(other) = owners.claim(folded, owner, text) {
        let message = format!(
            "`{}` stands for something else already: `{}` at {}",
            text.value,
            other.value,
            log.describe(other.place)
        );
        log.report(text.place, Code::DuplicateName, message, |fault| {
            fault.help("names are told apart without case, spaces, hyphens, plural s, Greek letters and oe against e")
        });
    }
}
