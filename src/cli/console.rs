//! Where a run speaks: answers to the output, everything else to standard error.

use std::io::{self, IsTerminal, Seek, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anstream::{AutoStream, ColorChoice};
use endograph::answer::{self, Answer, ErrorView, Format, Rows, Style};
use endograph::diagnostic::{Diagnostic, Source, Span, render_within};

use super::arguments::Options;
use super::files::Files;
use super::interrupt::Interrupt;
use super::output::Output;
use super::pager::Pager;
use super::printing;
pub use super::printing::Printed;
use super::screen;
use super::waiting;

/// Bytes written between two looks at Ctrl-C, so that a long answer can be stopped while it is printed.
const CHUNK: usize = 1 << 16;

/// How long an answer may take to be written out once Ctrl-C was pressed.
const MOMENT: Duration = Duration::from_millis(40);

/// The streams of a run and how they are written.
#[derive(Debug)]
pub struct Console {
    /// Where answers go.
    pub output: Output,
    /// How answers are written.
    pub format: Format,
    /// Which files a statement may write.
    pub files: Files,
    /// Whether to say how long a statement took.
    pub timer: bool,
    /// Whether only answers and errors are wanted.
    pub quiet: bool,
    /// Whether what is longer than the screen is shown in a pager.
    pub pager: Pager,
    /// Rows shown of an answer on a terminal; none: all.
    pub most_rows: Option<usize>,
    /// Whether answers are drawn with plain ASCII.
    pub ascii: bool,
    /// How long an answer may take to be shown.
    pub pace: Pace,
    /// What stands last on the answers' stream.
    last: Last,
}

/// How long an answer may take to be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// As long as it takes, until Ctrl-C.
    #[default]
    Usual,
    /// Ctrl-C came while it was looked for: on a terminal, it is shown as far as that takes no time.
    Hurried,
}

/// What stands last on the answers' stream: confirmations need no empty line between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    Nothing,
    Confirmation,
    Answer,
}

impl Console {
    /// The streams that the options ask for.
    pub fn new(options: &Options, output: Output) -> Self {
        let Options { format, timer, quiet, .. } = *options;
        Self {
            output,
            format,
            files: Files::new(options),
            timer,
            quiet,
            pager: Pager::default(),
            most_rows: None,
            ascii: is_ascii(options),
            pace: Pace::Usual,
            last: Last::Nothing,
        }
    }

    /// Prints an answer.
    ///
    /// # Errors
    /// Where it cannot be written: a closed pipe, a full disk.
    pub fn answer(&mut self, answer: &Arc<Answer>, interrupt: &Interrupt) -> io::Result<Printed> {
        let is_done = matches!(answer.rows, Rows::Ok(_) | Rows::Picture(_));
        if self.quiet && self.format != Format::Json && is_done {
            return Ok(Printed::Whole);
        }
        if matches!(self.format, Format::Picture(_)) && is_done {
            say(answer::render(answer, Format::Table, Style::default()).trim_end()); // beside the pictures
            return Ok(Printed::Whole);
        }
        self.print_answer(answer, self.style(), interrupt)
    }

    /// Prints an answer with all its rows.
    ///
    /// # Errors
    /// Where it cannot be written: a closed pipe, a full disk.
    pub fn whole_answer(&mut self, answer: &Arc<Answer>, interrupt: &Interrupt) -> io::Result<Printed> {
        self.print_answer(answer, Style { rows: None, ..self.style() }, interrupt)
    }

    fn print_answer(&mut self, answer: &Arc<Answer>, style: Style, interrupt: &Interrupt) -> io::Result<Printed> {
        let format = self.format;
        let hurries = self.hurries(style);
        let time = hurries.then_some(MOMENT);
        let render = move |answer: &Answer| answer::render(answer, format, style);
        let Some(text) = waiting::wait_for_answer(answer, interrupt, time, render)? else {
            return Ok(Printed::Interrupted);
        };
        let is_done = matches!(answer.rows, Rows::Ok(_) | Rows::Picture(_));
        let confirms = is_done && answer.notes.is_empty() && self.format.is_for_terminals();
        let printed = if confirms { Last::Confirmation } else { Last::Answer };
        if hurries && text.len() > CHUNK {
            self.print(text.get(..text.floor_char_boundary(CHUNK)).unwrap_or_default(), printed, interrupt)?;
            self.end_what_was_cut()?;
            return Ok(Printed::Interrupted);
        }
        let printed = self.print(&text, printed, interrupt)?;
        if printed == Printed::Whole && !self.format.holds_remarks() {
            // What is missing is no summary: it is said also where nothing but answers is wanted.
            let remarks = if self.quiet { answer::cuts(answer) } else { answer::remarks(answer) };
            for remark in remarks {
                say(&remark);
            }
        }
        Ok(printed)
    }

    /// Whether an answer must not take long any more: Ctrl-C was pressed, someone is looking, and no rows are left out.
    fn hurries(&self, style: Style) -> bool {
        let is_short = self.format.is_for_terminals() && style.rows.is_some();
        self.pace == Pace::Hurried && !is_short && matches!(self.output, Output::Standard) && io::stdout().is_terminal()
    }

    /// How long something may be made of an answer, where that matters.
    pub fn time(&self) -> Option<Duration> {
        (self.pace == Pace::Hurried).then_some(MOMENT)
    }

    /// Whether an answer stands already where the next one would: on standard output, unless that is a terminal, or in a file.
    pub fn holds_an_answer(&mut self) -> bool {
        match &mut self.output {
            Output::Standard => self.last != Last::Nothing && !io::stdout().is_terminal(),
            Output::Whole(file) => file.stream_position().is_ok_and(|position| position > 0),
            Output::Device(_) => false,
        }
    }

    /// Prints a text of the answers' stream, an empty line before it unless it is the first or both are confirmations.
    fn print(&mut self, text: &str, printed: Last, interrupt: &Interrupt) -> io::Result<Printed> {
        if text.is_empty() {
            return Ok(Printed::Whole);
        }
        let begins_file = match &mut self.output {
            Output::Whole(file) => file.stream_position().is_ok_and(|position| position == 0),
            Output::Standard | Output::Device(_) => self.last == Last::Nothing,
        };
        let together = begins_file || (self.last, printed) == (Last::Confirmation, Last::Confirmation);
        if !together && self.format != Format::Json {
            self.output.write("\n")?;
        }
        self.last = printed;
        if matches!(self.output, Output::Standard) && self.pager.shows(text) {
            interrupt.reset(); // Ctrl-C left the pager
            return Ok(Printed::Whole);
        }
        if self.print_piecewise(text, interrupt)? == Printed::Interrupted {
            self.end_what_was_cut()?;
            return Ok(Printed::Interrupted);
        }
        if !text.ends_with('\n') {
            self.output.write("\n")?;
        }
        Ok(Printed::Whole)
    }

    fn print_piecewise(&mut self, text: &str, interrupt: &Interrupt) -> io::Result<Printed> {
        if matches!(self.output, Output::Standard) {
            return printing::print(text, interrupt);
        }
        for chunk in chunks(text) {
            if interrupt.pressed() {
                return Ok(Printed::Interrupted);
            }
            self.output.write(chunk)?;
        }
        Ok(Printed::Whole)
    }

    /// What is cut on a terminal ends its line and its colours, so that the next prompt stands as it should.
    fn end_what_was_cut(&mut self) -> io::Result<()> {
        let stdout = io::stdout();
        if !matches!(self.output, Output::Standard) || !stdout.is_terminal() {
            return Ok(());
        }
        self.output.write(if colour_on(&stdout) { "\x1b[0m\n" } else { "\n" })
    }

    /// Reports an error: its picture on standard error and, in JSON mode, the error in the answer's place.
    ///
    /// # Errors
    /// Where the answers' stream cannot be written.
    pub fn error(&mut self, diagnostic: &Diagnostic, statement: &str, source: Option<&Source>) -> io::Result<()> {
        self.error_in_place(diagnostic, statement, source)?;
        picture(diagnostic, source);
        Ok(())
    }

    /// In JSON mode, the error in the answer's place; the picture comes later, in a report.
    ///
    /// # Errors
    /// Where the answers' stream cannot be written.
    pub fn error_in_place(&mut self, error: &Diagnostic, statement: &str, source: Option<&Source>) -> io::Result<()> {
        let place = source.and_then(|source| Some(source.place(error.span?.start)));
        let view = ErrorView {
            code: error.code.as_str(),
            message: &error.message,
            line: place.as_ref().map(|place| place.line),
            column: place.as_ref().map(|place| place.column),
            suggestions: &error.suggestions,
            mended: error.mended.as_deref(),
        };
        match answer::render_error(statement, &view, self.format) {
            Some(text) => self.output.write(&text),
            None => Ok(()),
        }
    }

    /// A text of the shell, in the letters that answers are drawn with.
    pub fn drawn(&self, text: &str) -> String {
        if self.ascii { answer::in_ascii(text) } else { text.to_owned() }
    }

    fn style(&self) -> Style {
        let ascii = self.ascii;
        if !matches!(self.output, Output::Standard) {
            return Style { color: ColorChoice::global() == ColorChoice::Always, ascii, ..Style::default() };
        }
        let stdout = io::stdout();
        let width = screen::size().filter(|_| stdout.is_terminal()).map(|(width, _)| width);
        Style { color: colour_on(&stdout), width, rows: self.most_rows.filter(|_| width.is_some()), ascii }
    }
}

/// Whether answers are drawn with plain ASCII: where that is wanted, and where a terminal knows no more.
pub fn is_ascii(options: &Options) -> bool {
    options.ascii || (io::stdout().is_terminal() && screen::is_dumb())
}

/// Whether the last thing on standard error, which is one for the whole process, is the picture of an error.
static AFTER_PICTURE: AtomicBool = AtomicBool::new(false);

/// Draws an error on standard error, an empty line between it and one right before it.
pub fn picture(diagnostic: &Diagnostic, source: Option<&Source>) {
    let gap = if AFTER_PICTURE.load(Ordering::Relaxed) { "\n" } else { "" };
    let width = screen::columns_of(&io::stderr()).unwrap_or(usize::MAX);
    let drawn = render_within(diagnostic, source, colour_on(&io::stderr()), width);
    say(&format!("{gap}{}", drawn.trim_end()));
    AFTER_PICTURE.store(true, Ordering::Relaxed);
}

/// Something else now stands between two errors: in the shell, a prompt.
pub fn part_errors() {
    AFTER_PICTURE.store(false, Ordering::Relaxed);
}

/// Says something on standard error. A standard error that is closed is no reason to stop.
pub fn say(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
    part_errors();
}

/// The text of a statement, from its place or, where it did not parse, the line of the error.
pub fn statement_text(source: &Source, span: Span) -> &str {
    source.text().get(span.start..span.end).unwrap_or_default().trim()
}

/// The line of a script that holds a place.
pub fn line_at(source: &Source, span: Option<Span>) -> &str {
    let start = span.map_or(0, |span| span.start.min(source.text().len()));
    let (Some(before), Some(after)) = (source.text().get(..start), source.text().get(start..)) else { return "" };
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = after.find('\n').map_or(source.text().len(), |newline| start + newline);
    source.text()[line_start..line_end].trim()
}

/// Whether colour belongs on a stream: `--color`, then `NO_COLOR`, `CLICOLOR_FORCE`, `TERM`, then whether it is a
/// terminal.
pub fn colour_on(stream: &(impl IsTerminal + anstream::stream::RawStream)) -> bool {
    match ColorChoice::global() {
        ColorChoice::Auto => AutoStream::choice(stream) != ColorChoice::Never,
        choice => choice != ColorChoice::Never,
    }
}

fn chunks(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (chunk, after) = rest.split_at(rest.floor_char_boundary(CHUNK));
        rest = after;
        Some(chunk)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_place() {
        let source = Source::new("-c", "one\n  two é\nthree");
        let check = |start: usize, expected: &str| {
            assert_eq!(line_at(&source, Some(Span::new(start, start))), expected, "{start}");
        };
        check(0, "one");
        check(3, "one");
        check(6, "two é");
        check(11, ""); // inside a character
        check(17, "three");
        check(99, "three");
        assert_eq!(line_at(&source, None), "one");
    }

    #[test]
    fn chunks_join_to_the_text() {
        let text = "é".repeat(CHUNK);
        assert_eq!(chunks(&text).count(), 2);
        assert_eq!(chunks(&text).collect::<String>(), text);
    }
}
