//! What a mapping file says of a kind.

use crate::diagnostic::Code;
use crate::formats::toml::{GROUPS, Row, keys_of_mapped_kind, read_look};
use crate::graph::{Group, Kind, KindId, Schema};

/// What a word for a kind stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::formats::intake) enum MappedKind {
    /// One of the vocabulary, with further words for it.
    As(KindId, Vec<String>),
    /// One that only the mapping file knows.
    Own(Box<Kind>),
    /// It says nothing more than that something is there.
    General,
}

/// Reads what is said of a word.
pub(super) fn read(row: &Row<'_>, vocabulary: &Schema) -> Option<MappedKind> {
    if row.flag("general").unwrap_or_default() {
        row.only(&["general"]);
        return Some(MappedKind::General);
    }
    if let Some(name) = row.text("as") {
        row.only(&["as", "words"]);
        let found = vocabulary.kind_id(name.value);
        if found.is_none() {
            let message = format!("no kind is called `{}`", name.value);
            row.log.report(name.place, Code::UnknownKind, message, |fault| {
                fault.suggest(row.log.nearest(name.value, vocabulary.kinds.keys().map(String::as_str)))
            });
        }
        return found.map(|kind| MappedKind::As(kind, row.strings("words")));
    }
    let known: Vec<&str> = ["general", "as"].into_iter().chain(keys_of_mapped_kind()).collect();
    row.only(&known);
    let group = if row.has("group") { row.choice("group", GROUPS)? } else { Group::Machinery };
    Some(MappedKind::Own(Box::new(Kind {
        id: row.required("id")?.value.to_owned(),
        plural: row.required("plural")?.value.to_owned(),
        words: row.strings("words"),
        abundance: row.flag("abundance").unwrap_or_default(),
        raise: row.required("raise")?.value.to_owned(),
        group,
        absent_at_rest: row.flag("absent-at-rest").unwrap_or_default(),
        needs_agonist: false,
        read_out: false,
        watched: row.flag("watched").unwrap_or_default(),
        look: read_look(row, group),
    })))
}
