//! Texts in formats that take not every character.

use std::borrow::Cow;

use super::Format;
use super::spellings::one_line;
use crate::graph::{Evidence, Graph};

/// Between the items of a list that is one field.
pub(super) const LIST_MARK: &str = "|";

/// What stands for the mark in an item.
const INSTEAD_OF_MARK: &str = "¦";

/// Between a source and its section, as answers and edge lists have it.
const SECTION: &str = " § ";

/// Where an evidence stands: `source § section`.
pub(super) fn cited(graph: &Graph, evidence: &Evidence) -> String {
    let source = &graph.source(evidence.source).name;
    if evidence.section.is_empty() { source.clone() } else { format!("{source}{SECTION}{}", evidence.section) }
}

/// Items as one field.
pub(super) fn joined<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let items: Vec<Cow<'a, str>> = items.into_iter().map(item).collect();
    items.join(LIST_MARK)
}

fn item(text: &str) -> Cow<'_, str> {
    if text.contains(LIST_MARK) { Cow::Owned(text.replace(LIST_MARK, INSTEAD_OF_MARK)) } else { Cow::Borrowed(text) }
}

/// A text without the control characters that XML 1.0 forbids; each becomes U+FFFD.
pub(super) fn xml(text: &str) -> Cow<'_, str> {
    if text.contains(is_forbidden_in_xml) {
        Cow::Owned(text.replace(is_forbidden_in_xml, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn is_forbidden_in_xml(character: char) -> bool {
    let is_control = character < ' ' && !matches!(character, '\t' | '\n' | '\r');
    is_control || matches!(character, '\u{fffe}' | '\u{ffff}')
}

/// A field of a table without quotes: tabs and line breaks become blanks.
pub(super) fn unquoted(text: &str) -> Cow<'_, str> {
    let parts = |mark: char| matches!(mark, '\t' | '\n' | '\r');
    if text.contains(parts) { Cow::Owned(text.replace(parts, " ")) } else { Cow::Borrowed(text) }
}

/// Whether a format has to change a text.
pub(super) fn changes(format: Format, text: &str) -> bool {
    match format {
        Format::Tsv | Format::Csv | Format::Sif => one_line(text) != text,
        Format::Hetnet | Format::KgxTsv => unquoted(text) != text,
        Format::GraphMl => xml(text) != text,
        Format::Dot => text.contains('\0'),
        Format::Toml | Format::KgxJsonLines | Format::NTriples | Format::Turtle | Format::Cypher => false,
    }
}

/// Whether a format has to change a text that is an item of a list.
pub(super) fn changes_in_list(format: Format, text: &str) -> bool {
    let joins = matches!(format, Format::Tsv | Format::Csv | Format::KgxTsv | Format::GraphMl | Format::Cypher);
    joins && text.contains(LIST_MARK)
}
