//! Breaking a line of markup to the width of a terminal.

use unicode_width::UnicodeWidthChar;

use super::super::markup::Markup;

/// The line in parts of at most `width` columns, all but the first `hang` columns less. It breaks at spaces, never inside an
/// arrow or between an arrow and what it points at; a word longer than a line is cut where the line ends.
pub(super) fn wrap(line: &Markup, width: usize, hang: usize) -> Vec<Markup> {
    let first = width.max(1);
    if line.width() <= first {
        return vec![line.clone()];
    }
    let rest = width.saturating_sub(hang).max(1);
    let mut parts: Vec<Markup> = Vec::new();
    let mut part = Markup::new();
    for word in words(line) {
        let room = if parts.is_empty() { first } else { rest };
        if !part.is_empty() && part.width() + trimmed_width(&word) > room {
            parts.push(std::mem::take(&mut part));
        }
        part.append(word);
        while trimmed_width(&part) > if parts.is_empty() { first } else { rest } {
            let (head, tail) = split(&part, if parts.is_empty() { first } else { rest });
            parts.push(head);
            part = tail;
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

/// The columns of the longest run inside which the line may not break.
pub(super) fn longest_word(line: &Markup) -> usize {
    words(line).iter().map(trimmed_width).max().unwrap_or(0)
}

/// The runs between which the line may break, each with the space after it. Of marks that follow each other, ` [1][2]`, the
/// first stays with what it is about.
fn words(line: &Markup) -> Vec<Markup> {
    let mut words = Vec::new();
    let mut word = Markup::new();
    for fragment in line.fragments() {
        if !fragment.meaning.breaks() {
            let mut marks = fragment.text.split_inclusive(']').peekable();
            while let Some(mark) = marks.next() {
                word.push(fragment.meaning, mark);
                if marks.peek().is_some_and(|next| next.starts_with('[')) {
                    words.push(std::mem::take(&mut word));
                }
            }
            continue;
        }
        for piece in fragment.text.split_inclusive(' ') {
            word.push(fragment.meaning, piece);
            if piece.ends_with(' ') {
                words.push(std::mem::take(&mut word));
            }
        }
    }
    words.push(word);
    words
}

fn trimmed_width(word: &Markup) -> usize {
    let spaces = word.fragments().last().map_or(0, |last| last.text.len() - last.text.trim_end_matches(' ').len());
    word.width() - spaces
}

/// The first `width` columns, and the rest. The first part is never empty.
fn split(line: &Markup, width: usize) -> (Markup, Markup) {
    let (mut head, mut tail) = (Markup::new(), Markup::new());
    let mut used = 0;
    for fragment in line.fragments() {
        let mut end = 0;
        for character in fragment.text.chars() {
            let wide = character.width().unwrap_or(0);
            if !tail.is_empty() || (used + wide > width && used > 0) {
                break;
            }
            used += wide;
            end += character.len_utf8();
        }
        let (before, after) = fragment.text.split_at(end);
        head.push(fragment.meaning, before);
        tail.push(fragment.meaning, after);
        if !tail.is_empty() {
            used = usize::MAX / 2;
        }
    }
    (head, tail)
}

#[cfg(test)]
mod tests {
    use super::super::super::markup::Meaning;
    use super::*;

    fn check(line: &Markup, width: usize, hang: usize, expected: &[&str]) {
        let parts: Vec<String> =
            wrap(line, width, hang).iter().map(|part| part.to_plain().trim_end().to_owned()).collect();
        assert_eq!(parts, expected);
    }

    #[test]
    fn lines_break_at_spaces() {
        let line = Markup::of(Meaning::Plain, "one two three");
        check(&line, 13, 0, &["one two three"]);
        check(&line, 12, 0, &["one two", "three"]);
        check(&line, 7, 0, &["one two", "three"]);
        check(&line, 7, 2, &["one two", "three"]);
        check(&line, 3, 0, &["one", "two", "thr", "ee"]);
        check(&line, 0, 0, &["o", "n", "e", "t", "w", "o", "t", "h", "r", "e", "e"]);
    }

    #[test]
    fn arrows_stay_with_what_they_point_at() {
        let line = Markup::of(Meaning::Name, "LH")
            .with(Meaning::Plain, " ")
            .with(Meaning::Relation, "-[acts at]-> ")
            .with(Meaning::Name, "cells")
            .with(Meaning::Source, " [1]");
        check(&line, 18, 0, &["LH", "-[acts at]-> cells", " [1]"]);
        check(&line, 22, 0, &["LH", "-[acts at]-> cells [1]"]);
    }

    #[test]
    fn lines_break_between_marks_not_inside_them() {
        let line = Markup::of(Meaning::Plain, "determined").with(Meaning::Source, " [4][5-8][11]");
        check(&line, 30, 0, &["determined [4][5-8][11]"]);
        check(&line, 20, 0, &["determined [4][5-8]", "[11]"]);
        check(&line, 15, 0, &["determined [4]", "[5-8][11]"]);
        assert_eq!(longest_word(&line), 14);
    }

    #[test]
    fn wide_letters_count_twice() {
        check(&Markup::of(Meaning::Name, "睾酮睾酮"), 5, 0, &["睾酮", "睾酮"]);
    }
}
