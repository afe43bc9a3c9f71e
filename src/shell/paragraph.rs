//! Wraps the shell's own texts to the width of the terminal.

use crate::cli::screen;

/// Columns where the terminal does not tell.
const USUAL: usize = 80;

/// Longer lines are hard to read.
const WIDEST: usize = 100;

/// The width that texts are wrapped to.
pub fn width() -> usize {
    screen::size().map_or(USUAL, |(width, _)| width).min(WIDEST)
}

/// The lines of a text, each broken at spaces to at most `width` columns; what is broken off is indented by `hang`. A word
/// longer than a line stands alone.
pub fn wrap(text: &str, width: usize, hang: usize) -> String {
    let wrapped: Vec<String> = text.lines().map(|line| wrap_line(line, width, hang)).collect();
    wrapped.join("\n")
}

fn wrap_line(line: &str, width: usize, hang: usize) -> String {
    let mut wrapped = String::new();
    let mut column = 0;
    let mut is_empty = true;
    for word in line.split_inclusive(' ') {
        let length = word.trim_end().chars().count();
        if column + length > width && !is_empty {
            wrapped.truncate(wrapped.trim_end().len());
            wrapped.push('\n');
            wrapped.extend(std::iter::repeat_n(' ', hang));
            column = hang;
        }
        is_empty = is_empty && length == 0;
        wrapped.push_str(word);
        column += word.chars().count();
    }
    wrapped
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_break_at_spaces() {
        let check = |text: &str, width: usize, hang: usize, expected: &str| {
            assert_eq!(super::wrap(text, width, hang), expected, "{text}");
        };
        check("", 5, 0, "");
        check("one two three", 13, 0, "one two three");
        check("one two three", 12, 0, "one two\nthree");
        check("one two three\nfour five", 8, 2, "one two\n  three\nfour\n  five");
        check("  .mode  how it is", 12, 4, "  .mode  how\n    it is");
        check("unbreakable a", 4, 0, "unbreakable\na");
    }
}
