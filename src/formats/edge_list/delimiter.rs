//! What stands between two fields.

use std::ffi::OsStr;
use std::path::Path;

/// What may stand between fields, the commonest first.
const DELIMITERS: &[char] = &['\t', ',', ';'];

/// The delimiter of a file: the one that its ending promises, where the header has it; else the one that the header has
/// most of.
pub(super) fn delimiter(name: &str, text: &str) -> char {
    let csv = Path::new(name).extension().is_some_and(|ending| OsStr::to_ascii_lowercase(ending) == "csv");
    let promised = if csv { ',' } else { '\t' };
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: char| header.matches(delimiter).count();
    if count(promised) > 0 {
        return promised;
    }
    // The first of the most frequent: `max_by_key` would take the last.
    DELIMITERS
        .iter()
        .copied()
        .rev()
        .max_by_key(|&delimiter| count(delimiter))
        .filter(|&most| count(most) > 0)
        .unwrap_or(promised)
}
