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

/// Columns of the terminal that a stream is; none where it is none, or one that does not tell.
#[cfg(unix)]
pub fn columns_of(stream: &impl std::os::fd::AsFd) -> Option<usize> {
    terminal_size::terminal_size_of(stream).map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0)
}

/// Columns of the terminal that a stream is; none where it is none, or one that does not tell.
#[cfg(windows)]
pub fn columns_of(stream: &impl std::os::windows::io::AsHandle) -> Option<usize> {
    terminal_size::terminal_size_of(stream).map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0)
}

/// Whether the terminal knows no escape sequences.
pub fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Whether a text and the prompt after it fit on the screen at once.
pub fn fits(text: &str) -> bool {
    size().is_none_or(|(width, height)| takes_fewer(text, width, height))
}

/// Whether a text takes fewer than so many rows of a screen, its colours apart. Of a long text only its beginning is looked at.
fn takes_fewer(text: &str, width: usize, rows: usize) -> bool {
    let mut left = rows;
    for line in text.lines() {
        let taken = strip_str(line).to_string().width().div_ceil(width).max(1);
        if taken >= left {
            return false;
        }
        left -= taken;
    }
    left > 0
}

#[cfg(test)]
mod tests {
    #[test]
    fn long_lines_take_several_rows() {
        let check = |text: &str, width: usize, rows: usize| {
            assert!(super::takes_fewer(text, width, rows + 1), "{text}");
            assert!(!super::takes_fewer(text, width, rows), "{text}");
        };
        check("", 10, 0);
        check("one\n\ntwo\n", 10, 3);
        check("0123456789", 10, 1);
        check("0123456789a", 10, 2);
        check("\u{1b}[36m0123456789\u{1b}[0m", 10, 1);
    }
}
