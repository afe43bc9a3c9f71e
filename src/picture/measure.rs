//! How wide text is, before any font is known.
//!
//! Whoever shows a picture may lack the font that it asks for, so widths are those of `DejaVu` Sans, which is wider than
//! Helvetica, Arial and their kin, letter by letter: a text that fits here is clipped nowhere.

use unicode_width::UnicodeWidthChar;

/// Advance widths of the printable ASCII characters, in thousandths of the font size.
const ASCII: [u16; 95] = [
    317, 400, 459, 837, 636, 950, 779, 274, 390, 390, 500, 837, 317, 360, 317, 336, 636, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 336, 336, 837, 837, 837, 530, 1000, 684, 686, 698, 770, 631, 575, 774, 751, 294, 294, 655, 557, 862,
    748, 787, 603, 787, 694, 634, 610, 731, 684, 988, 685, 610, 685, 390, 336, 390, 837, 500, 500, 612, 634, 549, 634,
    615, 352, 634, 633, 277, 277, 579, 277, 974, 633, 611, 634, 634, 411, 520, 392, 633, 591, 817, 591, 591, 524, 636,
    336, 636, 837,
];

/// What a line ends with where text had to be left out.
const ELLIPSIS: char = '…';

/// How wide a line of text is, in pixels, at a font size in pixels.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// The same in bold, which is about an eighth wider.
pub fn bold_width(text: &str, size: f64) -> f64 {
    width(text, size) * 1.13
}

/// Breaks a text into lines of about the same length, none wider than `limit` and at most `most` of them: between
/// words, after hyphens and slashes, and inside a word only where it is wider than a line. What does not fit ends in
/// an ellipsis. At least one line, which may be empty.
pub fn wrap(text: &str, size: f64, limit: f64, most: usize) -> Vec<String> {
    let pieces = pieces(text, size, limit);
    let lines = fill(&pieces, size, limit);
    let (mut narrow, mut wide) = (0.0, limit);
    while wide - narrow > 1.0 {
        let middle = f64::midpoint(narrow, wide);
        let fits = fill(&pieces, size, middle);
        if fits.len() <= lines.len() && fits.iter().all(|line| width(line, size) <= middle) {
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    let mut lines = fill(&pieces, size, wide);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            shorten(last, size, limit);
        }
    }
    lines
}

/// Takes letters off a line until it fits with an ellipsis.
fn shorten(line: &mut String, size: f64, limit: f64) {
    while width(line, size) + advance(ELLIPSIS) * size > limit && line.pop().is_some() {}
    line.push(ELLIPSIS);
}

/// The parts of a text between which a line may break, each with the space that follows it.
fn pieces(text: &str, size: f64, limit: f64) -> Vec<String> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        let mut piece = String::new();
        for letter in word.chars() {
            if !piece.is_empty() && width(&piece, size) + advance(letter) * size > limit {
                pieces.push(std::mem::take(&mut piece));
            }
            piece.push(letter);
            if matches!(letter, '-' | '/' | '–') && piece.chars().count() > 2 {
                pieces.push(std::mem::take(&mut piece));
            }
        }
        piece.push(' ');
        pieces.push(piece);
    }
    pieces
}

/// Pieces put on lines greedily.
fn fill(pieces: &[String], size: f64, limit: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces {
        if !line.is_empty() && width(line.trim_end(), size) + width(piece.trim_end(), size) > limit - space(&line, size)
        {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.push_str(piece);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// How wide the space at the end of a line is, which counts only where something follows.
fn space(line: &str, size: f64) -> f64 {
    if line.ends_with(' ') { advance(' ') * size } else { 0.0 }
}

/// How far a character moves the pen, in font sizes.
fn advance(letter: char) -> f64 {
    let known = u32::from(letter).checked_sub(32).and_then(|index| ASCII.get(usize::try_from(index).ok()?));
    match (known, letter.width()) {
        (Some(thousandths), _) => f64::from(*thousandths) / 1000.0,
        (None, Some(0)) => 0.0,
        // Letters with accents, Greek and most Cyrillic are about this wide; the widest are rare.
        (None, Some(1)) if letter.is_alphabetic() && letter.is_lowercase() => 0.75,
        (None, _) => 1.1,
    }
}

#[cfg(test)]
mod tests {
    use super::{width, wrap};

    #[test]
    fn lines_break_between_words_and_are_of_like_length() {
        let cases: &[(&str, f64, &[&str])] = &[
            ("testosterone", 150.0, &["testosterone"]),
            ("exogenous testosterone", 120.0, &["exogenous", "testosterone"]),
            ("circulating luteinising hormone", 150.0, &["circulating", "luteinising hormone"]),
            ("follicle-stimulating hormone", 110.0, &["follicle-", "stimulating", "hormone"]),
            ("", 100.0, &[""]),
            ("aaaaaaaaaaaaaaaaaaaa", 40.0, &["aaaaa", "aaaaa", "aaaaa", "aaaaa"]),
            (" a\n b ", 100.0, &["a b"]),
        ];
        for (text, limit, expected) in cases {
            assert_eq!(wrap(text, 13.0, *limit, 4), *expected, "{text}");
        }
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let lines = wrap(&"word ".repeat(100), 13.0, 120.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…') && lines.iter().all(|line| width(line, 13.0) <= 120.0), "{lines:?}");
    }
}
