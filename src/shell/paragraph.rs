//! Wraps the shell's own texts to the width of the terminal.

use endograph::diagnostic::wrapped;

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
    let indented = format!("\n{:hang$}", "");
    let lines = text.lines().map(|line| wrapped(line, width, width.saturating_sub(hang)).replace('\n', &indented));
    lines.collect::<Vec<String>>().join("\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_broken_off_is_indented() {
        let check = |text: &str, width: usize, hang: usize, expected: &str| {
            assert_eq!(super::wrap(text, width, hang), expected, "{text}");
        };
        check("one two three", 12, 0, "one two\nthree");
        check("one two three\nfour five", 8, 2, "one two\n  three\nfour\n  five");
        check("  .mode  how it is", 12, 4, "  .mode  how\n    it is");
    }
}
