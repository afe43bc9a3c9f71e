//! `draw`: what is drawn, and how its file is written.

use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::picture::Format;
use crate::syntax::{Statement, StatementKind, Word};

use super::{Resolved, Scope};

impl Scope<'_> {
    pub(super) fn draw(&self, query: &Statement, file: &Word) -> Result<Resolved, Diagnostic> {
        let format = Format::of_file(Path::new(&file.text)).ok_or_else(|| unknown_ending(query, file))?;
        let statement = Box::new(self.statement(query)?);
        Ok(Resolved::Draw { statement, file: file.text.clone(), format })
    }
}

fn unknown_ending(query: &Statement, file: &Word) -> Diagnostic {
    let ending = Path::new(&file.text).extension().map(|ending| ending.to_string_lossy().into_owned());
    let known: Vec<String> = endings().map(|ending| format!("`.{ending}`")).collect();
    let message = match &ending {
        Some(ending) => format!("no picture is written as `.{ending}`"),
        None => format!("the ending of `{}` does not say how the picture is written", file.text),
    };
    let near = suggest(&ending.unwrap_or_default(), endings());
    let named = |ending: &str| Path::new(&file.text).with_extension(ending).display().to_string();
    let diagnostic = Diagnostic::at(Code::UnknownEnding, file.span, message)
        .label("unknown ending")
        .help(format!("known are {}", known.join(", ")))
        .help(
            "of an SVG a browser prints a PDF, and Inkscape or `rsvg-convert picture.svg -o picture.png` makes a PNG",
        );
    match near.as_slice() {
        // What is no misspelling is most often the ending of another kind of picture.
        [] if Path::new(&file.text).file_name().is_some() => {
            let file = Word { text: named("svg"), ..file.clone() };
            let draw = StatementKind::Draw { query: Box::new(query.clone()), file, replacing: false };
            diagnostic.mended(draw.to_string())
        }
        near => diagnostic.suggest(near.iter().map(|ending| named(ending))),
    }
}

fn endings() -> impl Iterator<Item = &'static str> {
    Format::ALL.into_iter().flat_map(|format| format.endings().iter().copied())
}
