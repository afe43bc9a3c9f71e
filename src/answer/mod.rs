//! Answers: one value type, turned into a semantic markup and only then into bytes.
//!
//! [`render`] writes an [`Answer`] in any [`Format`]; [`render_error`] writes what stands in its place where the format has
//! one for errors. Nothing here knows the graph, the language or the terminal: what a terminal can do is said by [`Style`].

mod arrows;
mod citations;
mod comparison;
mod delimited;
mod drawing;
mod error;
mod feedback;
mod flat;
mod format;
mod glossary;
mod glyphs;
mod hedged;
mod json;
mod markdown;
mod markup;
mod picture;
mod prediction;
mod printable;
mod row;
mod settling;
mod style;
mod table;
mod weakest;
mod words;

pub use comparison::{Agreement, ComparedEffect, ComparisonRow};
pub use drawing::{MOST_NODES, NoPicture, drawing};
pub(crate) use drawing::{names as drawn_names, told_steps, verdict_steps};
pub use error::{ErrorView, render_error};
pub use feedback::{Cut, Feedback, LoopRow};
pub use format::{Format, UnknownFormat};
pub use glossary::{Glossary, GlossaryEntry};
pub use hedged::Hedged;
pub use markdown::escaped as in_markdown;
pub use markup::{Fragment, Markup, Meaning};
pub use picture::PictureRow;
pub use prediction::{Change, PredictionRow, Press};
pub use printable::{is_unprintable, printable};
pub use row::*;
pub use settling::Settling;
pub use style::Style;
pub use weakest::Weakest;

/// The answer as text in the format, ending in a newline. Same answer, same style: the same bytes.
///
/// The style matters to the formats that people read (`table`, `tree`, and the arrows of `markdown`); the others ignore it.
/// An answer that has no picture is an empty text in the formats of pictures; [`drawing`] says why.
pub fn render(answer: &Answer, format: Format, style: Style) -> String {
    match format {
        Format::Table => table::render(answer, style),
        Format::Tree => table::render_tree(answer, style),
        Format::Json => json::render(answer),
        Format::Csv => delimited::csv(answer),
        Format::Tsv => delimited::tsv(answer),
        Format::Markdown => markdown::render(answer, style),
        Format::Picture(format) => {
            drawing(answer).map(|drawing| crate::picture::write(&drawing, format)).unwrap_or_default()
        }
    }
}

/// A text with the dashes, dots and arrows that answers draw with in ASCII. Names stay as they are.
pub fn in_ascii(text: &str) -> String {
    let plain = |letter: char| match letter {
        '…' => "...".to_owned(),
        '–' | '─' => "-".to_owned(),
        '▶' | '→' => ">".to_owned(),
        '┤' | '│' => "|".to_owned(),
        letter => letter.to_string(),
    };
    text.chars().map(plain).collect()
}

/// The remarks of an answer as lines for people, `note: …` and `cut: …`: for the error stream, where the format does not
/// hold them ([`Format::holds_remarks`]).
pub fn remarks(answer: &Answer) -> Vec<String> {
    words::remarks(answer).into_iter().map(|(word, text)| format!("{word}: {}", printable(text))).collect()
}

/// Those of the remarks that say what is missing.
pub fn cuts(answer: &Answer) -> Vec<String> {
    let cuts = words::remarks(answer).into_iter().filter(|(word, _)| *word == words::CUT);
    cuts.map(|(word, text)| format!("{word}: {}", printable(text))).collect()
}
