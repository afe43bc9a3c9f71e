//! Pictures: what `draw` writes, and what may stand where answers are written as pictures.

use std::path::Path;

use endograph::answer::{Answer, Format, PictureRow, Rows, drawing};
use endograph::diagnostic::{Code, Diagnostic, Span};
use endograph::exec::no_picture;
use endograph::picture;
use endograph::syntax::{Statement, StatementKind};

use super::console::Console;
use super::files::Files;

/// Whether the file of `draw` may be written: known before anything runs.
///
/// # Errors
/// `file-exists`, `not-allowed`, at the file's place.
pub fn may_draw(statement: &Statement, files: Files) -> Result<(), Diagnostic> {
    match &statement.kind {
        StatementKind::Draw { file, .. } => {
            files.may_write(Path::new(&file.text)).map_err(|refusal| Diagnostic { span: Some(file.span), ..*refusal })
        }
        _ => Ok(()),
    }
}

/// Does what has to be done with an answer before it is printed: the file of `draw` is written, and what is to be printed as
/// a picture must be one.
///
/// # Errors
/// Files that cannot be written; `no-picture` where there is none, or where another answer stands already.
pub fn prepare(answer: &Answer, statement: &Statement, console: &mut Console) -> Result<(), Diagnostic> {
    if let (Rows::Picture(row), StatementKind::Draw { file, .. }) = (&answer.rows, &statement.kind) {
        return write(row, file.span, console.files);
    }
    may_stand(answer, statement.span, console)
}

/// Whether an answer can be printed as answers are written now: what is to be printed as a picture must be one, and alone.
///
/// # Errors
/// `no-picture` where there is none, or where another answer stands already.
pub fn may_stand(answer: &Answer, span: Span, console: &mut Console) -> Result<(), Diagnostic> {
    if matches!(console.format, Format::Picture(_)) && !matches!(answer.rows, Rows::Ok(_)) {
        drawing(answer).map_err(|why| no_picture(why, span))?;
        if console.holds_an_answer() {
            let name = console.output.name();
            let message = format!("a picture is a document of its own, and {name} holds an answer already");
            return Err(Diagnostic::at(Code::NoPicture, span, message)
                .label("cannot stand there too")
                .help("`draw … to FILE` gives each picture a file of its own"));
        }
    }
    Ok(())
}

fn write(row: &PictureRow, span: Span, files: Files) -> Result<(), Diagnostic> {
    let text = picture::write(&row.drawing, row.format);
    files.write(Path::new(&row.file), &text).map_err(|refusal| Diagnostic { span: Some(span), ..*refusal })
}
