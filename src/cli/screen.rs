//! What the terminal that answers are printed on can show.

use std::env;
use std::io;

use anstream::adapter::strip_str;
use unicode_width::UnicodeWidthStr;

/// Columns and rows of the terminal, where standard output is one that tells.
pub fn size() -> Option<(usize, usize)> {
    let (width, height) = terminal_size::terminal_size_of(io::stdout())?;
    Some((usize::from(width.0), usize::from(height.0))).filter(|(width, height)| *width > 0 && *height > 0)
}

/// Whether the terminal knows no escape sequences.
pub fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Whether a text and the prompt after it fit on the screen at once.
pub fn fits(text: &str) -> bool {
    size().is_none_or(|(width, height)| rows(text, width) < height)
}

/// The rows of a screen that a text takes, its colours apart.
fn rows(text: &str, width: usize) -> usize {
    strip_str(text).to_string().lines().map(|line| line.width().div_ceil(width).max(1)).sum()
}

#[cfg(test)]
mod tests {
    #[test]
    fn long_lines_take_several_rows() {
        let check =
            |text: &str, width: usize, expected: usize| assert_eq!(super::rows(text, width), expected, "{text}");
        check("", 10, 0);
        check("one\n\ntwo\n", 10, 3);
        check("0123456789", 10, 1);
        check("0123456789a", 10, 2);
        check("\u{1b}[36m0123456789\u{1b}[0m", 10, 1);
    }
}
