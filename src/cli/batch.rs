//! A batch run: everything is parsed before anything runs, and the first failure ends it.

use std::io;

use endograph::diagnostic::{Code, Diagnostic, Severity, Source};
use endograph::graph::Graph;
use endograph::syntax::{Statement, StatementKind, parse_script};

use super::console::{Console, line_at, picture, statement_text};
use super::expectations::Expectations;
pub use super::expectations::Summary;
use super::markdown::information_name;
use super::runner::{Outcome, Runner};
use super::script::{AskedOf, Text, size_of};
use super::status::Status;

/// A run's statements, each with the text that it came from.
#[derive(Debug)]
pub struct Script<'texts> {
    statements: Vec<(Statement, &'texts Text)>,
}

impl<'texts> Script<'texts> {
    /// Parses all texts, in order, as one script.
    ///
    /// # Errors
    /// Every syntax error of every text.
    pub fn parse(texts: &'texts [Text]) -> Result<Self, Vec<(Diagnostic, &'texts Source)>> {
        let mut statements = Vec::new();
        let mut faults = Vec::new();
        for text in texts {
            for parsed in parse_script(text.source.text()) {
                match parsed {
                    Ok(statement) => statements.push((statement, text)),
                    Err(diagnostic) => faults.push((diagnostic, &text.source)),
                }
            }
        }
        if faults.is_empty() { Ok(Self { statements }) } else { Err(faults) }
    }

    /// Keeps only what was asked of a graph of this name; where several of that name were asked and this is one of them,
    /// only what was asked of this. What a transcript does not tell stays. Returns the remarks on it.
    ///
    /// # Errors
    /// Where nothing is left.
    pub fn keep_those_of(&mut self, graph: &Graph) -> Result<Vec<Diagnostic>, Diagnostic> {
        let (name, version) = (information_name(&graph.name), information_name(&graph.version));
        let size = size_of(graph);
        let is_named_so = |text: &Text| text.asked_of.graph.as_ref().is_none_or(|asked| *asked == name);
        let is_this = |AskedOf { version: asked, size: of_size, .. }: &AskedOf| {
            asked.as_ref().is_none_or(|asked| *asked == version) && of_size.as_ref().is_none_or(|asked| *asked == size)
        };
        let has_this = self.statements.iter().any(|(_, text)| is_named_so(text) && is_this(&text.asked_of));
        let is_of_it = |text: &Text| is_named_so(text) && (!has_this || is_this(&text.asked_of));
        let mut others: Vec<String> = Vec::new();
        for (_, text) in self.statements.iter().filter(|(_, text)| !is_of_it(text)) {
            let mut other = text.asked_of.graph.clone().unwrap_or_default();
            if is_named_so(text) {
                other = format!("{other} {}", text.asked_of.version.as_deref().unwrap_or_default());
            }
            if !others.contains(&other) {
                others.push(other);
            }
        }
        let all = self.statements.len();
        self.statements.retain(|(_, text)| is_of_it(text));
        let left_out = all - self.statements.len();
        if self.statements.is_empty() && left_out > 0 {
            let message =
                format!("everything here was asked of `{}`, and `{}` is open", others.join("`, `"), graph.name);
            return Err(Diagnostic::new(Code::NotApplicable, message).help("open that graph: `--graph PATH`"));
        }
        let remark = |message: String| Diagnostic::new(Code::LeftOut, message).with_severity(Severity::Warning);
        let mut remarks = Vec::new();
        if left_out > 0 {
            let of = others.join("`, `");
            remarks.push(remark(format!("{left_out} of {all} statements were asked of `{of}`, and are left out")));
        }
        let asked = self.statements.iter().filter_map(|(_, text)| text.asked_of.version.as_ref());
        if let Some(other) = asked.clone().find(|asked| **asked != version) {
            remarks.push(remark(format!("asked of {name} {other}; this is {name} {version}: answers may differ")));
        }
        Ok(remarks)
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
        let seed = runner.session.options_mut().seed;
        for (statement, Text { source, asked_of }) in &self.statements {
            runner.session.options_mut().seed = asked_of.seed.unwrap_or(seed);
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
        runner.session.options_mut().seed = seed;
        let total = self.statements.iter().filter(|(statement, _)| is_expectation(statement)).count();
        expectations.report(total, summary);
        Ok(status)
    }

    /// An unbound name is found before anything runs.
    fn report_unbound_names(&self, runner: &mut Runner) -> io::Result<bool> {
        let faults = runner.session.unbound(self.statements.iter().map(|(statement, _)| statement));
        for (position, fault) in &faults {
            if let Some((statement, Text { source, .. })) = self.statements.get(*position) {
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
