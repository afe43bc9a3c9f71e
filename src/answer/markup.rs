//! A line of an answer as meanings, before it is bytes: tests read it plain, terminals read it in colour.

use unicode_width::UnicodeWidthStr;

use super::printable::printable;
use crate::graph::Sign;

/// What a run of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing special.
    Plain,
    /// A word of the language, or the headword of an answer.
    Keyword,
    /// The name of an entity.
    Name,
    /// A relation.
    Relation,
    /// A sign, or what carries one.
    Sign(Sign),
    /// What is drawn of an arrow, before and after its relation; with the sign that its head tells.
    Arrow(Option<Sign>),
    /// A figure.
    Number,
    /// How sure something is.
    Certainty,
    /// A heading.
    Heading,
    /// The number of a source.
    Source,
    /// What matters less: kinds, rules.
    Muted,
    /// A statement to type.
    Code,
}

impl Meaning {
    /// The parameters of the escape sequence (ECMA-48, SGR) that shows it; none for plain text.
    const fn sgr(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Keyword | Self::Heading => Some("1"),
            Self::Name => Some("36"),
            Self::Relation | Self::Arrow(None) => Some("3"),
            Self::Sign(Sign::Positive) | Self::Arrow(Some(Sign::Positive)) => Some("32"),
            Self::Sign(Sign::Negative) | Self::Arrow(Some(Sign::Negative)) => Some("31"),
            Self::Number => Some("33"),
            Self::Certainty => Some("35"),
            Self::Source | Self::Muted => Some("2"),
            Self::Code => Some("34"),
        }
    }

    /// Whether a line may break at its spaces: arrows, figures with their units and source numbers with the space before
    /// them stay together.
    pub(super) const fn breaks(self) -> bool {
        !matches!(self, Self::Relation | Self::Sign(_) | Self::Arrow(_) | Self::Number | Self::Source)
    }
}

/// A run of text of one meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// What it is.
    pub meaning: Meaning,
    /// Its text, printable and without line breaks.
    pub text: String,
}

/// One line of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    fragments: Vec<Fragment>,
}

impl Markup {
    /// An empty line.
    pub fn new() -> Self {
        Self::default()
    }

    /// A line of one meaning.
    pub fn of(meaning: Meaning, text: &str) -> Self {
        Self::new().with(meaning, text)
    }

    /// The line and a further run of text. Unprintable characters are replaced.
    #[must_use]
    pub fn with(mut self, meaning: Meaning, text: &str) -> Self {
        self.push(meaning, text);
        self
    }

    /// The line and another line's runs.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        self.append(other);
        self
    }

    /// Adds a run of text. Unprintable characters are replaced.
    pub fn push(&mut self, meaning: Meaning, text: &str) {
        let text = printable(text);
        if text.is_empty() {
            return;
        }
        match self.fragments.last_mut() {
            Some(last) if last.meaning == meaning => last.text.push_str(&text),
            _ => self.fragments.push(Fragment { meaning, text: text.into_owned() }),
        }
    }

    /// Adds plain text.
    pub fn plain(&mut self, text: &str) {
        self.push(Meaning::Plain, text);
    }

    /// Adds another line's runs to this one.
    pub fn append(&mut self, other: Self) {
        for fragment in other.fragments {
            self.push(fragment.meaning, &fragment.text);
        }
    }

    /// The line without the spaces at its end.
    #[must_use]
    pub fn trim_end(mut self) -> Self {
        while let Some(last) = self.fragments.last_mut() {
            last.text.truncate(last.text.trim_end_matches(' ').len());
            if !last.text.is_empty() {
                break;
            }
            self.fragments.pop();
        }
        self
    }

    /// The runs of text, in order.
    pub fn fragments(&self) -> &[Fragment] {
        &self.fragments
    }

    /// Whether there is nothing on the line.
    pub fn is_empty(&self) -> bool {
        self.fragments.is_empty()
    }

    /// Whether an arrow is drawn on the line.
    pub(super) fn has_arrow(&self) -> bool {
        self.fragments.iter().any(|fragment| matches!(fragment.meaning, Meaning::Arrow(_)))
    }

    /// Columns of a terminal.
    pub fn width(&self) -> usize {
        self.fragments.iter().map(|fragment| fragment.text.width()).sum()
    }

    /// The text alone.
    pub fn to_plain(&self) -> String {
        self.fragments.iter().map(|fragment| fragment.text.as_str()).collect()
    }

    /// The text with the escape sequences of a terminal.
    pub fn to_ansi(&self) -> String {
        let mut text = String::new();
        for fragment in &self.fragments {
            match fragment.meaning.sgr() {
                Some(parameters) => {
                    text.push_str("\u{1b}[");
                    text.push_str(parameters);
                    text.push('m');
                    text.push_str(&fragment.text);
                    text.push_str("\u{1b}[0m");
                }
                None => text.push_str(&fragment.text),
            }
        }
        text
    }
}
