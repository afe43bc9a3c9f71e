//! Breaks messages at spaces, so that no terminal breaks them within a word.

use unicode_width::UnicodeWidthStr;

/// The lines of a text: the first of at most `first` columns, the others of at most `rest`. A word longer than a line stands
/// alone.
pub(super) fn wrapped(text: &str, first: usize, rest: usize) -> String {
    let mut wrapped = String::with_capacity(text.len());
    let (mut left, mut is_begun) = (first, false);
    for word in text.split(' ') {
        let width = word.width();
        if is_begun && width + 1 > left {
            wrapped.push('\n');
            left = rest;
        } else if is_begun {
            wrapped.push(' ');
            left -= 1;
        }
        wrapped.push_str(word);
        left = left.saturating_sub(width);
        is_begun = true;
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
        check("漢字 漢字", 8, 8, "漢字\n漢字");
    }
}
