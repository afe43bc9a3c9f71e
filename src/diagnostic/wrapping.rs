//! Breaks messages at spaces, so that no terminal breaks them within a word.

use unicode_width::UnicodeWidthStr;

/// The lines of a text, broken at spaces: the first of at most `first` columns, the others of at most `rest`. A word longer
/// than a line stands alone; spaces at the beginning of the text and between words of one line stay.
///
/// ```
/// assert_eq!(endograph::diagnostic::wrapped("one two three", 3, 9), "one\ntwo three");
/// ```
pub fn wrapped(text: &str, first: usize, rest: usize) -> String {
    let mut wrapped = String::with_capacity(text.len());
    let (mut left, mut is_begun) = (first, false);
    for piece in text.split_inclusive(' ') {
        let word = piece.trim_end_matches(' ');
        if is_begun && word.width() > left {
            wrapped.truncate(wrapped.trim_end_matches(' ').len());
            wrapped.push('\n');
            left = rest;
        }
        is_begun |= !word.is_empty();
        wrapped.push_str(piece);
        left = left.saturating_sub(piece.width());
    }
    wrapped
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_break_at_spaces() {
        let check = |text: &str, first: usize, rest: usize, expected: &str| {
            assert_eq!(super::wrapped(text, first, rest), expected, "{text}");
        };
        check("", 5, 5, "");
        check("one two three", 13, 13, "one two three");
        check("one two three", 12, 12, "one two\nthree");
        check("one two three", 3, 9, "one\ntwo three");
        check("unbreakable a", 4, 4, "unbreakable\na");
        check("  one two", 5, 5, "  one\ntwo");
        check("  unbreakable", 5, 5, "  unbreakable");
        check("a:  one  two", 8, 6, "a:  one\ntwo");
        check("漢字 漢字", 8, 8, "漢字\n漢字");
    }
}
