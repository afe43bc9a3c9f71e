//! The formats of answers.

use std::fmt;
use std::str::FromStr;

use crate::picture;

/// A format in which an answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people; the default.
    #[default]
    Table,
    /// For people: paths as a tree, what they share told once; other answers as `table`.
    Tree,
    /// For programs: one object a statement, one line each.
    Json,
    /// Flat rows under one header, separated by commas.
    Csv,
    /// Flat rows under one header, separated by tabs.
    Tsv,
    /// For notes and issues: GitHub tables.
    Markdown,
    /// A drawing of its steps.
    Picture(picture::Format),
}

impl Format {
    /// Every format, the default first.
    pub const ALL: [Self; 10] = [
        Self::Table,
        Self::Tree,
        Self::Json,
        Self::Csv,
        Self::Tsv,
        Self::Markdown,
        Self::Picture(picture::Format::Svg),
        Self::Picture(picture::Format::Html),
        Self::Picture(picture::Format::Dot),
        Self::Picture(picture::Format::Mermaid),
    ];

    /// Whether it is laid out for people to read on a terminal: wrapped, coloured, cut and paged there.
    pub const fn is_for_terminals(self) -> bool {
        matches!(self, Self::Table | Self::Tree)
    }

    /// Whether what is written holds the remarks of an answer where they are seen. Beside anything else they belong on the error
    /// stream: rows stay rows, and not every viewer shows the foot of a picture.
    pub const fn holds_remarks(self) -> bool {
        match self {
            Self::Table | Self::Tree | Self::Json | Self::Markdown => true,
            Self::Csv | Self::Tsv | Self::Picture(_) => false,
        }
    }

    /// The word of `--format` and `.mode`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Tree => "tree",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Markdown => "markdown",
            Self::Picture(format) => format.as_str(),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// No format is called so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no format is called `{0}`; there are table, tree, json, csv, tsv, markdown, svg, html, dot and mermaid")]
pub struct UnknownFormat(
    /// What was asked for.
    pub String,
);

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str().eq_ignore_ascii_case(word))
            .ok_or_else(|| UnknownFormat(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_word() {
        for format in Format::ALL {
            assert_eq!(format.as_str().parse(), Ok(format));
            assert_eq!(format.as_str().to_uppercase().parse(), Ok(format));
        }
        assert_eq!("yaml".parse::<Format>(), Err(UnknownFormat(String::from("yaml"))));
    }
}
