//! Runs one statement: what batch runs and the shell have in common.

use std::io;
use std::mem;
use std::sync::Arc;
use std::time::{Duration, Instant};

use endograph::answer::{Answer, Rows};
use endograph::cancel::{Cancel, Cause, let_go};
use endograph::diagnostic::{Code, Diagnostic, Source, Span, io_reason};
use endograph::session::Session;
use endograph::syntax::Statement;

use super::console::{Console, Pace, Printed, say, statement_text};
use super::interrupt::{Interrupt, Limits};
use super::pictures;
use super::progress::ProgressLine;
use super::record::Record;
use super::status::Status;
use super::waiting;

/// How long a statement that is stopped may take to tell what it has found: whoever pressed Ctrl-C wants to go on. A build
/// for tests is not quick enough to tell anything in that time.
const fn patience(cause: Cause) -> Duration {
    match cause {
        Cause::Asked if !cfg!(debug_assertions) => Duration::from_millis(80),
        Cause::TimedOut | Cause::OutOfMemory if !cfg!(debug_assertions) => Duration::from_millis(500),
        _ => Duration::from_secs(5),
    }
}

/// A session with its streams.
pub struct Runner {
    /// The graph and what is bound.
    pub session: Session,
    /// Where answers and errors go.
    pub console: Console,
    /// Ctrl-C.
    pub interrupt: Interrupt,
    /// What one statement may take.
    pub limits: Limits,
    /// How far a long statement has come.
    pub progress: ProgressLine,
    /// What was asked and answered, where that is kept.
    pub record: Option<Record>,
    /// Whether the last statement that was answered was answered in part.
    pub ended_in_part: bool,
    /// What was answered last, to look at again, and where it was asked.
    last: Option<(Arc<Answer>, Span)>,
}

/// What a statement answered.
struct Ran {
    result: Result<Answer, Diagnostic>,
    /// Why it was stopped, where it was.
    cut: Option<Cause>,
}

/// How a statement ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It was answered.
    Answered,
    /// It was answered in part: its time was up, or Ctrl-C was pressed.
    Cut(Status),
    /// It was not answered.
    Failed(Diagnostic),
}

impl Outcome {
    /// What a run that ends here reports.
    pub fn status(&self) -> Status {
        match self {
            Self::Answered => Status::Success,
            Self::Cut(status) => *status,
            Self::Failed(diagnostic) => match diagnostic.code {
                Code::TimedOut => Status::TimedOut,
                Code::Interrupted => Status::Interrupted,
                Code::Io | Code::FileExists | Code::NotAllowed => Status::Unreadable,
                _ => Status::Failed,
            },
        }
    }
}

impl Runner {
    /// A session with its streams.
    pub fn new(session: Session, console: Console, interrupt: Interrupt, limits: Limits) -> Self {
        Self {
            session,
            console,
            interrupt,
            limits,
            progress: ProgressLine::default(),
            record: None,
            last: None,
            ended_in_part: false,
        }
    }

    /// Runs a statement and prints its answer. An error stands in the answer's place only in JSON mode; its picture is
    /// the caller's to draw, now or in a report.
    ///
    /// # Errors
    /// Where the answers' stream cannot be written: a closed pipe, a full disk.
    pub fn run(&mut self, statement: &Statement, source: &Source) -> io::Result<Outcome> {
        let cancel = self.interrupt.cancel(self.limits);
        let started = Instant::now();
        self.session.options_mut().progress = self.progress.observer();
        let drawable = pictures::may_draw(statement, self.console.files);
        let Ran { result, cut } = match drawable {
            Ok(()) => self.progress.clone().during(|| self.execute(statement, &cancel)),
            Err(refusal) => Ran { result: Err(refusal), cut: None },
        };
        let elapsed = started.elapsed();
        // What was found is printed; one more Ctrl-C stops that too.
        self.interrupt.reset();
        // Where `.last` is at hand, nothing that was found is lost by hurrying.
        let hurries = cut == Some(Cause::Asked) && self.record.is_some();
        self.console.pace = if hurries { Pace::Hurried } else { Pace::Usual };
        let result = result.map(Arc::new).and_then(|answer| {
            pictures::prepare(&answer, statement, &mut self.console, &self.interrupt)?;
            Ok(answer)
        });
        let outcome = match result {
            Ok(answer) => {
                let printed = self.console.answer(&answer, &self.interrupt)?;
                if printed == Printed::Interrupted && self.console.pace == Pace::Hurried {
                    say("`.last` shows all that was found");
                }
                let outcome = match (printed, cut) {
                    (Printed::Interrupted, _) => Outcome::Cut(Status::Interrupted),
                    (Printed::Whole, Some(cause)) if !answer.complete => Outcome::Cut(cause.into()),
                    (Printed::Whole, _) => Outcome::Answered, // where it is not complete, a limit was asked for
                };
                if self.record.is_some() && !matches!(answer.rows, Rows::Ok(_) | Rows::Picture(_)) {
                    let before = self.last.replace((Arc::clone(&answer), statement.span));
                    let_go(before);
                }
                // A picture is a file, and not to be written again where the transcript is run.
                if !matches!(answer.rows, Rows::Picture(_)) {
                    self.note(statement_text(source, statement.span), answer, &outcome);
                }
                self.ended_in_part = matches!(outcome, Outcome::Cut(_));
                outcome
            }
            Err(diagnostic) => {
                self.console.error_in_place(&diagnostic, statement_text(source, statement.span), Some(source))?;
                self.note_failure();
                Outcome::Failed(diagnostic)
            }
        };
        if cut == Some(Cause::Asked) {
            self.interrupt.remember();
        }
        let said = matches!(&outcome, Outcome::Failed(diagnostic) if diagnostic.code == Code::Interrupted);
        if self.interrupt.pressed() && !said {
            say("interrupted");
        }
        if self.console.timer {
            say(&format!("{:.3} ms", elapsed.as_secs_f64() * 1000.0));
        }
        Ok(outcome)
    }

    /// Runs a statement on a thread of its own: one that is stopped and does not heed it at once is left behind, and the
    /// session goes on with a graph that has no model yet.
    fn execute(&mut self, statement: &Statement, cancel: &Cancel) -> Ran {
        let fresh = self.session.without_models();
        let mut session = mem::replace(&mut self.session, fresh);
        let (asked, token) = (statement.clone(), cancel.clone());
        let answered = waiting::wait_and_listen(cancel, patience, move || {
            let answered = session.execute(&asked, &token);
            (session, answered)
        });
        let cut = cancel.cause();
        let result = match answered {
            Ok(Some((session, answered))) => {
                self.session = session;
                answered
            }
            Ok(None) => {
                cancel.cancel(); // also once Ctrl-C is forgotten
                Err(Diagnostic::stopped(cut.unwrap_or(Cause::Asked), None))
            }
            Err(error) => {
                Err(Diagnostic::at(Code::Io, statement.span, format!("cannot be run: {}", io_reason(&error))))
            }
        };
        Ran { result, cut }
    }

    /// Prints the last answer again, uncut, as answers are written now; nothing where there is none. An error, of an answer
    /// that has no picture, is the caller's to draw, and has no place: its statement may stand in another text.
    ///
    /// # Errors
    /// Where the answers' stream cannot be written.
    pub fn print_last(&mut self) -> io::Result<Option<Outcome>> {
        self.console.pace = Pace::Usual;
        let Some((answer, span)) = &self.last else { return Ok(None) };
        if let Err(diagnostic) = pictures::may_stand(answer, *span, &mut self.console, &self.interrupt) {
            let diagnostic = Diagnostic { span: None, label: String::new(), ..diagnostic };
            return Ok(Some(Outcome::Failed(diagnostic)));
        }
        let outcome = match self.console.whole_answer(answer, &self.interrupt)? {
            Printed::Whole => Outcome::Answered,
            Printed::Interrupted => Outcome::Cut(Status::Interrupted),
        };
        Ok(Some(outcome))
    }

    fn note(&mut self, text: &str, answer: Arc<Answer>, outcome: &Outcome) {
        let seed = self.session.options_mut().seed;
        match &mut self.record {
            Some(record) if *outcome == Outcome::Answered => record.note(text, seed, answer),
            Some(record) => record.stopped += 1,
            None => {}
        }
    }

    /// A statement failed, or was none.
    pub fn note_failure(&mut self) {
        if let Some(record) = &mut self.record {
            record.failed += 1;
        }
    }
}
