//! `draw`: what is drawn, and how its file is written.

use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::picture::Format;
use crate::syntax::{Statement, Word};

use super::{Resolved, Scope};

impl Scope<'_> {
    pub(super) fn draw(&self, query: &Statement, file: &Word) -> Result<Resolved, Diagnostic> {
        let format = Format::of_file(Path::new(&file.text)).ok_or_else(|| unknown_ending(file))?;
        let statement = Box::new(self.statement(query)?);
        Ok(Resolved::Draw { statement, file: file.text.clone(), format })
    }
}

fn unknown_ending(file: &Word) -> Diagnostic {
    let ending = Path::new(&file.text).extension().map(|ending| ending.to_string_lossy().into_owned());
    let known: Vec<String> = endings().map(|ending| format!("`.{ending}`")).collect();
    let message = match &ending {
        Some(ending) => format!("no picture is written as `.{ending}`"),
        None => format!("the ending of `{}` does not say how the picture is written", file.text),
    };
    let near = suggest(&ending.unwrap_or_default(), endings());
    let stem = Path::new(&file.text).with_extension("");
    Diagnostic::at(Code::UnknownEnding, file.span, message)
        .label("unknown ending")
        .help(format!("known are {}; browsers and drawing programs turn SVG into PNG and PDF", known.join(", ")))
        .suggest(near.into_iter().map(|ending| format!("{}.{ending}", stem.display())))
}

fn endings() -> impl Iterator<Item = &'static str> {
    Format::ALL.into_iter().flat_map(|format| format.endings().iter().copied())
}
