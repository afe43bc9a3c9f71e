//! What `graph-data/README.md` says of rows and entities.

use std::collections::BTreeSet;

const README: &str = include_str!("../../graph-data/README.md");

/// The first cells of the table under a heading, each with the rest of its line.
pub fn table_under(heading: &str) -> Vec<(&'static str, &'static str)> {
    let start = README.find(heading).unwrap_or_else(|| panic!("the README has no section `{heading}`"));
    let section = README[start + heading.len()..].split("\n## ").next().unwrap_or_default();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| ")).filter_map(|line| line.split_once(" | "));
    cells.skip(1).collect()
}

/// Every row that is named anywhere, those inside of `E158-E165` too.
pub fn rows_named() -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for word in README.split(|character: char| !character.is_ascii_alphanumeric() && character != '-') {
        match word.split_once('-') {
            Some((first, last)) => named.extend(range(first, last)),
            None => named.extend(range(word, word)),
        }
    }
    named
}

/// `E158` to `E165`; nothing where one of them is no row.
pub fn range(first: &str, last: &str) -> Vec<String> {
    let number = |row: &str| row.strip_prefix('E').filter(|digits| digits.len() == 3)?.parse::<u32>().ok();
    match (number(first), number(last)) {
        (Some(first), Some(last)) => (first..=last).map(|number| format!("E{number:03}")).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn ranges_name_every_row_inside() {
    let named = rows_named();
    for row in ["E158", "E160", "E165", "E263", "E408"] {
        assert!(named.contains(row), "{row}");
    }
    assert!(!named.contains("E001") && !named.contains("E999"));
}
