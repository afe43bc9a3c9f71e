//! Breaking a line of markup to the width of a terminal.

use unicode_width::UnicodeWidthChar;

use super::super::markup::{Markup, Meaning};

/// The line in parts of at most `width` columns, all but the first `hang` columns less. It breaks before the steps of a path
/// where it can, else at spaces, not inside an arrow, a figure or a mark. What is longer than a line is broken at the spaces
/// inside it, then at hyphens, and last where the line ends.
pub(super) fn wrap(line: &Markup, width: usize, hang: usize) -> Vec<Markup> {
    wrap_units(std::slice::from_ref(line), width, hang)
}

/// The same for a line made of units, between which it breaks rather than inside them. Each but the last ends in the space
/// that stands between it and the next.
pub(super) fn wrap_units(units: &[Markup], width: usize, hang: usize) -> Vec<Markup> {
    let first = width.max(1);
    let rest = width.saturating_sub(hang).max(1);
    let mut lines = Lines { parts: Vec::new(), part: Markup::new(), first, rest };
    for unit in units {
        lines.place(unit, Some(Grain::Step));
    }
    lines.end();
    lines.parts
}

/// The columns of the longest run inside which the line is not broken without need.
pub(super) fn longest_word(line: &Markup) -> usize {
    words(line).iter().map(trimmed_width).max().unwrap_or(0)
}

/// Lines being filled.
struct Lines {
    parts: Vec<Markup>,
    part: Markup,
    first: usize,
    rest: usize,
}

impl Lines {
    /// Puts a run on the line if it fits, else on the next, else in pieces of this grain.
    fn place(&mut self, run: &Markup, grain: Option<Grain>) {
        let width = trimmed_width(run);
        if self.part.width() + width > self.room() {
            if let Some(grain) = grain.filter(|_| width > self.rest) {
                return grain.pieces(run).iter().for_each(|piece| self.place(piece, grain.finer()));
            }
            self.end();
        }
        self.part.append(run.clone());
    }

    fn room(&self) -> usize {
        if self.parts.is_empty() { self.first } else { self.rest }
    }

    fn end(&mut self) {
        if !self.part.is_empty() {
            self.parts.push(std::mem::take(&mut self.part));
        }
    }
}

/// What a line is broken into, coarsest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grain {
    /// Before arrows.
    Step,
    /// At spaces that are not inside an arrow, a figure or a mark.
    Word,
    /// At any space.
    Space,
    /// After hyphens and the like.
    Hyphen,
    /// Anywhere.
    Letter,
}

impl Grain {
    const fn finer(self) -> Option<Self> {
        match self {
            Self::Step => Some(Self::Word),
            Self::Word => Some(Self::Space),
            Self::Space => Some(Self::Hyphen),
            Self::Hyphen => Some(Self::Letter),
            Self::Letter => None,
        }
    }

    fn pieces(self, run: &Markup) -> Vec<Markup> {
        match self {
            Self::Step => steps(run),
            Self::Word => words(run),
            Self::Space => pieces(run, |letter| letter == ' '),
            Self::Hyphen => pieces(run, |letter| matches!(letter, '-' | '/' | '_' | ' ')),
            Self::Letter => pieces(run, |_| true),
        }
    }
}

/// The runs that begin with an arrow, and what stands before the first.
fn steps(line: &Markup) -> Vec<Markup> {
    let mut steps = Vec::new();
    let mut step = Markup::new();
    for fragment in line.fragments() {
        let opens = matches!(fragment.meaning, Meaning::Arrow(_)) && fragment.text.ends_with('[');
        if opens && !step.is_empty() {
            steps.push(std::mem::take(&mut step));
        }
        step.push(fragment.meaning, &fragment.text);
    }
    steps.push(step);
    steps
}

/// The runs between which the line may break, each with the space after it. Of marks that follow each other, ` [1][2]`, the
/// first stays with what it is about.
fn words(line: &Markup) -> Vec<Markup> {
    let mut words = Vec::new();
    let mut word = Markup::new();
    let mut after_arrow = false;
    for fragment in line.fragments() {
        if !fragment.meaning.breaks() {
            let mut marks = fragment.text.split_inclusive(']').peekable();
            while let Some(mark) = marks.next() {
                word.push(fragment.meaning, mark);
                if marks.peek().is_some_and(|next| next.starts_with('[')) {
                    words.push(std::mem::take(&mut word));
                }
            }
            after_arrow = matches!(fragment.meaning, Meaning::Arrow(_));
            continue;
        }
        for piece in fragment.text.split_inclusive(' ') {
            word.push(fragment.meaning, piece);
            // An arrow stays with what it points at.
            if piece.ends_with(' ') && !(after_arrow && piece == " ") {
                words.push(std::mem::take(&mut word));
            }
            after_arrow = false;
        }
    }
    words.push(word);
    words
}

/// The line in pieces, each but the last ending with a letter after which it may break.
fn pieces(line: &Markup, breaks_after: impl Fn(char) -> bool + Copy) -> Vec<Markup> {
    let mut pieces = Vec::new();
    let mut piece = Markup::new();
    for fragment in line.fragments() {
        for part in fragment.text.split_inclusive(breaks_after) {
            // What has no width of its own belongs to the letter before it.
            let joins = part.chars().all(|letter| letter.width() == Some(0));
            if !joins && ends_in(&piece, breaks_after) {
                pieces.push(std::mem::take(&mut piece));
            }
            piece.push(fragment.meaning, part);
        }
    }
    pieces.push(piece);
    pieces
}

fn ends_in(line: &Markup, letters: impl Fn(char) -> bool) -> bool {
    line.fragments().last().is_some_and(|last| last.text.ends_with(letters))
}

fn trimmed_width(run: &Markup) -> usize {
    let mut spaces = 0;
    for fragment in run.fragments().iter().rev() {
        let text = fragment.text.trim_end_matches(' ');
        spaces += fragment.text.len() - text.len();
        if !text.is_empty() {
            break;
        }
    }
    run.width() - spaces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Sign;

    #[track_caller]
    fn check(line: &Markup, width: usize, hang: usize, expected: &[&str]) {
        let parts: Vec<String> =
            wrap(line, width, hang).iter().map(|part| part.to_plain().trim_end().to_owned()).collect();
        assert_eq!(parts, expected);
    }

    fn step(relation: &str, name: &str, source: &str) -> Markup {
        let arrow = Meaning::Arrow(Some(Sign::Positive));
        Markup::of(Meaning::Plain, " ")
            .with(arrow, "-[")
            .with(Meaning::Relation, relation)
            .with(arrow, "]->")
            .with(Meaning::Plain, " ")
            .with(Meaning::Name, name)
            .with(Meaning::Source, source)
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
    fn paths_break_before_arrows_then_inside_steps() {
        let line =
            Markup::of(Meaning::Name, "LH").joined(step("acts at", "cells", " [1]")).joined(step("produces", "T", ""));
        check(&line, 60, 0, &["LH -[acts at]-> cells [1] -[produces]-> T"]);
        check(&line, 30, 0, &["LH -[acts at]-> cells [1]", "-[produces]-> T"]);
        check(&line, 22, 0, &["LH", "-[acts at]-> cells [1]", "-[produces]-> T"]);
        check(&line, 18, 0, &["LH -[acts at]->", "cells [1]", "-[produces]-> T"]);
        check(&line, 13, 0, &["LH -[acts", "at]-> cells", "[1]", "-[produces]->", "T"]);
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
    fn long_words_break_after_hyphens() {
        let line = Markup::of(Meaning::Name, "low testosterone-to-estradiol ratio");
        check(&line, 20, 0, &["low testosterone-to-", "estradiol ratio"]);
    }

    #[test]
    fn units_stay_whole_where_a_line_holds_them() {
        let units =
            ["source: a.txt  ", "section: Feedback loops  ", "sign: -"].map(|unit| Markup::of(Meaning::Plain, unit));
        let lines: Vec<String> =
            wrap_units(&units, 36, 0).iter().map(|line| line.to_plain().trim_end().to_owned()).collect();
        assert_eq!(lines, ["source: a.txt", "section: Feedback loops  sign: -"]);
    }

    #[test]
    fn wide_letters_count_twice() {
        check(&Markup::of(Meaning::Name, "睾酮睾酮"), 5, 0, &["睾酮", "睾酮"]);
    }
}
