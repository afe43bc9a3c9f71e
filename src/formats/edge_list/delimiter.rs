//! What stands between two fields.

/// What may stand between fields, the commonest first.
const DELIMITERS: &[u8] = b"\t,;";

/// The delimiter of a file: the one that its ending promises, where the header has it; else the one that the header has
/// most of.
pub(super) fn delimiter(ending: &str, header: &[u8]) -> u8 {
    let promised = if ending == "csv" { b',' } else { b'\t' };
    let count = |delimiter: u8| memchr::memchr_iter(delimiter, header).count();
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
