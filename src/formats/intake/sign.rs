//! What a row says of its sign.

use crate::graph::Sign;

/// What a row says of its sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatedSign {
    /// The file has no place for a sign: the relation says it.
    #[default]
    ByRelation,
    /// There is none: the edge is listed and never followed.
    Unsigned,
    /// Which.
    Signed(Sign),
}

/// The words for a sign, in lower case.
const POSITIVE: &[&str] = &["+", "1", "+1", "1.0", "up", "positive", "pos", "plus", "↑"];
const NEGATIVE: &[&str] = &["-", "-1", "-1.0", "\u{2212}", "\u{2212}1", "–", "down", "negative", "neg", "minus", "↓"];
const UNSIGNED: &[&str] = &["", "0"];

/// The words to name in errors.
pub(in crate::formats) const KNOWN: &str =
    "`+`, `1`, `up`, `positive`; `-`, `-1`, `down`, `negative`; empty or `0` for an edge without sign";

impl StatedSign {
    /// Reads a word for a sign: `+`, `-1`, `up`, `negative`; empty or `0` for none. None for any other word.
    pub fn read(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let holds = |words: &[&str]| words.contains(&lower.as_str());
        if holds(UNSIGNED) {
            return Some(Self::Unsigned);
        }
        signs().find(|(words, _)| holds(words)).map(|(_, sign)| Self::Signed(sign))
    }

    /// The sign, where the row states one.
    pub const fn sign(self) -> Option<Sign> {
        match self {
            Self::Signed(sign) => Some(sign),
            Self::ByRelation | Self::Unsigned => None,
        }
    }
}

fn signs() -> impl Iterator<Item = (&'static [&'static str], Sign)> {
    [(POSITIVE, Sign::Positive), (NEGATIVE, Sign::Negative)].into_iter()
}
