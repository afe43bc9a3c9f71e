//! The report of a script's expectations.

use endograph::diagnostic::{Diagnostic, Source};

use super::console::{picture, say};
use super::runner::Outcome;

/// What became of a script's expectations.
#[derive(Debug, Default)]
pub struct Expectations<'script> {
    held: usize,
    failed: Vec<(Diagnostic, &'script Source)>,
}

/// When to say how many expectations held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Summary {
    /// Whenever there were any.
    Always,
    /// Only where one failed: a quiet batch run, whose exit status says that all is well.
    OnFailure,
}

impl<'script> Expectations<'script> {
    /// Takes note of how an expectation ended.
    pub fn note(&mut self, outcome: Outcome, source: &'script Source) {
        match outcome {
            Outcome::Answered => self.held += 1,
            Outcome::Failed(diagnostic) => self.failed.push((diagnostic, source)),
            Outcome::Cut(_) => {}
        }
    }

    /// Draws every failed one at its place and says how many of `total` they are.
    pub fn report(&self, total: usize, summary: Summary) {
        for (diagnostic, source) in &self.failed {
            picture(diagnostic, Some(source));
        }
        let wanted = summary == Summary::Always || !self.failed.is_empty();
        if let Some(summary) = summary_of(self.held, self.failed.len(), total).filter(|_| wanted) {
            say(&summary);
        }
    }
}

fn summary_of(held: usize, failed: usize, total: usize) -> Option<String> {
    let not_run = match total.saturating_sub(held + failed) {
        0 => String::new(),
        count => format!(", {count} not run"),
    };
    let expectations = if total == 1 { "expectation" } else { "expectations" };
    match (total, failed) {
        (0, _) => None,
        (_, 0) => Some(format!("{held} of {total} {expectations} held{not_run}")),
        _ => Some(format!("{failed} of {total} {expectations} failed{not_run}")),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn summaries() {
        let check = |held, failed, total, expected: Option<&str>| {
            assert_eq!(super::summary_of(held, failed, total).as_deref(), expected);
        };
        check(0, 0, 0, None);
        check(1, 0, 1, Some("1 of 1 expectation held"));
        check(12, 2, 14, Some("2 of 14 expectations failed"));
        check(3, 1, 14, Some("1 of 14 expectations failed, 10 not run"));
        check(3, 0, 5, Some("3 of 5 expectations held, 2 not run"));
    }
}
