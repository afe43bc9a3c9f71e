//! Runs one statement: what batch runs and the shell have in common.

use std::io;
use std::time::Instant;

use endograph::answer::{Answer, Rows};
use endograph::diagnostic::{Code, Diagnostic, Source};
use endograph::session::Session;
use endograph::syntax::Statement;

use super::console::{Console, Printed, say, statement_text};
use super::interrupt::{Interrupt, Limits};
use super::progress::ProgressLine;
use super::status::Status;

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
    /// What was answered last, to look at again.
    last: Option<Answer>,
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
                _ => Status::Failed,
            },
        }
    }
}

impl Runner {
    /// A session with its streams.
    pub fn new(session: Session, console: Console, interrupt: Interrupt, limits: Limits) -> Self {
        Self { session, console, interrupt, limits, progress: ProgressLine::default(), last: None }
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
        self.progress.begin();
        let result = self.session.execute(statement, &cancel);
        self.progress.end();
        let elapsed = started.elapsed();
        let outcome = match result {
            Ok(answer) => {
                let printed = self.console.answer(&answer, &self.interrupt)?;
                let outcome = match (printed, cancel.cause()) {
                    (Printed::Interrupted, _) => Outcome::Cut(Status::Interrupted),
                    (Printed::Whole, Some(cause)) if !answer.complete => Outcome::Cut(cause.into()),
                    (Printed::Whole, _) => Outcome::Answered, // whole, or as long as was asked for
                };
                if !matches!(answer.rows, Rows::Ok(_)) {
                    self.last = Some(answer);
                }
                outcome
            }
            Err(diagnostic) => {
                self.console.error_in_place(&diagnostic, statement_text(source, statement.span), Some(source))?;
                Outcome::Failed(diagnostic)
            }
        };
        let said = matches!(&outcome, Outcome::Failed(diagnostic) if diagnostic.code == Code::Interrupted);
        if self.interrupt.pressed() && !said {
            say("interrupted");
        }
        if self.console.timer {
            say(&format!("{:.3} ms", elapsed.as_secs_f64() * 1000.0));
        }
        Ok(outcome)
    }

    /// Prints the last answer again, uncut, as answers are written now; false where there is none.
    ///
    /// # Errors
    /// Where the answers' stream cannot be written.
    pub fn print_last(&mut self) -> io::Result<bool> {
        match &self.last {
            Some(answer) => self.console.whole_answer(answer, &self.interrupt).map(|_| true),
            None => Ok(false),
        }
    }
}
