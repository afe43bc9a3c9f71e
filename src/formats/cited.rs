//! Fields of several formats that hold contexts and evidence as text: `dosing = continuous`, `paper.pdf § 2.1`.

use super::intake::EvidenceRecord;
use super::words::CERTAINTIES;
use crate::graph::Certainty;

/// Between a source and its section, as answers print them.
const SECTION: &str = " § ";

/// Between two items of a field.
const LIST_MARK: char = '|';

/// The items of a field, none of them blank.
pub(super) fn items(field: &str) -> impl Iterator<Item = &str> {
    field.split(LIST_MARK).map(str::trim).filter(|item| !item.is_empty())
}

/// The pairs of a context: `key = value`.
pub(super) fn pairs<'t>(items: impl Iterator<Item = &'t str>) -> Vec<(&'t str, &'t str)> {
    let pairs = items.flat_map(|item| item.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.map(|(key, value)| (key.trim(), value.trim())).collect()
}

/// How sure a source is, by its word; none for any other word.
pub(super) fn certainty(word: &str) -> Option<Certainty> {
    CERTAINTIES.iter().find(|(known, _)| *known == word).map(|(_, certainty)| *certainty)
}

/// The evidence of a list, with the certainties that stand in another.
pub(super) fn evidence<'t>(
    cited: impl Iterator<Item = &'t str>,
    mut certainties: impl Iterator<Item = &'t str>,
) -> Vec<EvidenceRecord<'t>> {
    let one = |cited: &'t str| {
        let (source, section) = cited.split_once(SECTION).unwrap_or((cited, ""));
        let certainty = certainties.next().and_then(certainty).unwrap_or(Certainty::Established);
        EvidenceRecord { source: source.trim(), section: section.trim(), certainty, note: "" }
    };
    cited.map(one).collect()
}
