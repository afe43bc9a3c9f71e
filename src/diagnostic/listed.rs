//! Names in a row, and how many more.

/// `LH, FSH and 3 more`: the first names, at most so many. O(names).
///
/// ```
/// use endograph::diagnostic::listed;
/// assert_eq!(listed(["LH", "FSH"], 2), "LH, FSH");
/// assert_eq!(listed(["LH", "FSH", "GnRH", "hCG"], 2), "LH, FSH and 2 more");
/// ```
pub fn listed(names: impl IntoIterator<Item = impl AsRef<str>>, most: usize) -> String {
    let mut text = String::new();
    let mut more = 0;
    for (position, name) in names.into_iter().enumerate() {
        if position >= most {
            more += 1;
            continue;
        }
        if position > 0 {
            text.push_str(", ");
        }
        text.push_str(name.as_ref());
    }
    if more > 0 { format!("{text} and {more} more") } else { text }
}
