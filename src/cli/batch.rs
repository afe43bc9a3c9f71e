//! A batch run: everything is parsed before anything runs, and the first failure ends it.

use std::io;

use endograph::diagnostic::{Diagnostic, Source};
use endograph::syntax::{Statement, StatementKind, parse_script};

use super::console::{Console, line_at, picture, statement_text};
use super::expectations::Expectations;
pub use super::expectations::Summary;
use super::runner::{Outcome, Runner};
use super::status::Status;

/// A run's statements, each with the text that it came from.
#[derive(Debug)]
pub struct Script<'source> {
    statements: Vec<(Statement, &'source Source)>,
}

impl<'source> Script<'source> {
    /// Parses all texts, in order, as one script.
    ///
    /// # Errors
    /// Every syntax error of every text.
    pub fn parse(sources: &'source [Source]) -> Result<Self, Vec<(Diagnostic, &'source Source)>> {
        let mut statements = Vec::new();
        let mut faults = Vec::new();
        for source in sources {
            for parsed in parse_script(source.text()) {
                match parsed {
                    Ok(statement) => statements.push((statement, source)),
                    Err(diagnostic) => faults.push((diagnostic, source)),
                }
            }
        }
        if faults.is_empty() { Ok(Self { statements }) } else { Err(faults) }
    }

    /// Runs the statements in order, up to the first failure, or all of them and reports the first failure.
    ///
    /// # Errors
    /// Where the answers' stream cannot be written: a closed pipe, a full disk.
    pub fn run(&self, runner: &mut Runner, keep_going: bool, summary: Summary) -> io::Result<Status> {
        if self.report_unbound_names(runner)? {
            return Ok(Status::Usage);
        }
        let mut status = Status::Success;
        let mut expectations = Expectations::default();
        for (statement, source) in &self.statements {
            let outcome = runner.run(statement, source)?;
            status = status.or(outcome.status());
            let stop = outcome != Outcome::Answered && !keep_going;
            if is_expectation(statement) {
                expectations.note(outcome, source);
            } else if let Outcome::Failed(diagnostic) = outcome {
                picture(&diagnostic, Some(source));
            }
            if runner.interrupt.pressed() {
                status = Status::Interrupted;
                break;
            }
            if stop {
                break;
            }
        }
        let total = self.statements.iter().filter(|(statement, _)| is_expectation(statement)).count();
        expectations.report(total, summary);
        Ok(status)
    }

    /// An unbound name is found before anything runs.
    fn report_unbound_names(&self, runner: &mut Runner) -> io::Result<bool> {
        let faults = runner.session.unbound(self.statements.iter().map(|(statement, _)| statement));
        for (position, fault) in &faults {
            if let Some((statement, source)) = self.statements.get(*position) {
                runner.console.error(fault, statement_text(source, statement.span), Some(source))?;
            }
        }
        Ok(!faults.is_empty())
    }
}

fn is_expectation(statement: &Statement) -> bool {
    matches!(statement.kind, StatementKind::Expect { .. })
}

/// Reports syntax errors.
///
/// # Errors
/// Where the answers' stream cannot be written.
pub fn report_faults(console: &mut Console, faults: &[(Diagnostic, &Source)]) -> io::Result<()> {
    for (fault, source) in faults {
        console.error(fault, line_at(source, fault.span), Some(source))?;
    }
    Ok(())
}
