//! Pictures: what `draw` writes, and what may stand where answers are written as pictures.

use std::path::Path;
use std::sync::Arc;

use endograph::answer::{Answer, Format, Rows, drawing};
use endograph::diagnostic::{Code, Diagnostic, Span, io_reason};
use endograph::exec::no_picture;
use endograph::picture;
use endograph::syntax::{Statement, StatementKind};

use super::console::Console;
use super::files::Files;
use super::interrupt::Interrupt;
use super::waiting;

/// Whether the file of `draw` may be written: known before anything runs.
///
/// # Errors
/// `file-exists`, `not-allowed`, at the file's place.
pub fn may_draw(statement: &Statement, files: Files) -> Result<(), Diagnostic> {
    match &statement.kind {
        StatementKind::Draw { file, replacing, .. } => {
            let files = if *replacing { files.forced() } else { files };
            files.may_write(Path::new(&file.text)).map_err(|refusal| Diagnostic { span: Some(file.span), ..*refusal })
        }
        _ => Ok(()),
    }
}

/// Does what has to be done with an answer before it is printed: the file of `draw` is written, and what is to be printed as
/// a picture must be one.
///
/// # Errors
/// Files that cannot be written; `no-picture` where there is none, or where another answer stands already; `interrupted`.
pub fn prepare(
    answer: &Arc<Answer>,
    statement: &Statement,
    console: &mut Console,
    interrupt: &Interrupt,
) -> Result<(), Diagnostic> {
    if let (Rows::Picture(row), StatementKind::Draw { file, replacing, .. }) = (&answer.rows, &statement.kind) {
        let text = made_of(answer, console, interrupt, file.span, |answer| match &answer.rows {
            Rows::Picture(row) => picture::write(&row.drawing, row.format),
            _ => String::new(),
        })?;
        let files = if *replacing { console.files.forced() } else { console.files };
        let written = files.write(Path::new(&row.file), &text);
        return written.map_err(|refusal| Diagnostic { span: Some(file.span), ..*refusal });
    }
    may_stand(answer, statement.span, console, interrupt)
}

/// Whether an answer can be printed as answers are written now: what is to be printed as a picture must be one, and alone.
///
/// # Errors
/// `no-picture` where there is none, or where another answer stands already; `interrupted`.
pub fn may_stand(
    answer: &Arc<Answer>,
    span: Span,
    console: &mut Console,
    interrupt: &Interrupt,
) -> Result<(), Diagnostic> {
    if matches!(console.format, Format::Picture(_)) && !matches!(answer.rows, Rows::Ok(_)) {
        made_of(answer, console, interrupt, span, |answer| drawing(answer).err())?
            .map_or(Ok(()), |why| Err(no_picture(why, span)))?;
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

/// What is made of an answer, unless Ctrl-C comes first, or has come and it takes longer than a moment.
fn made_of<T: Send + 'static>(
    answer: &Arc<Answer>,
    console: &Console,
    interrupt: &Interrupt,
    span: Span,
    work: impl FnOnce(&Answer) -> T + Send + 'static,
) -> Result<T, Diagnostic> {
    match waiting::wait_for_answer(answer, interrupt, console.time(), work) {
        Ok(Some(made)) => Ok(made),
        Ok(None) => Err(Diagnostic::new(Code::Interrupted, "stopped before it was drawn")),
        Err(error) => Err(Diagnostic::at(Code::Io, span, format!("cannot be drawn: {}", io_reason(&error)))),
    }
}
