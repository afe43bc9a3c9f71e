//! Names in a row, and how many more.

use indexmap::IndexSet;

/// `LH, FSH and 3 more`: the first names, at most so many.
pub(super) fn listed(all: &IndexSet<&str>, most: usize) -> String {
    let named: Vec<&str> = all.iter().copied().take(most).collect();
    match all.len().saturating_sub(most) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
