//! How the responses of a model came out.

use std::iter::Sum;

use endograph::causal::Derivation;

use super::model::Model;
use super::response::{Response, Verdict, Wanted};

/// How the responses of a model came out.
#[derive(Default)]
pub struct Score {
    /// As published: likely, determined.
    right: [usize; 2],
    wrong: Vec<String>,
    surely_wrong: Vec<String>,
    open: Vec<String>,
    less_sure: Vec<String>,
    no_path: Vec<String>,
}

impl Score {
    pub fn of(model: &Model) -> Self {
        let found = model.derive(model.responses.iter().map(Response::asked));
        let mut score = Self::default();
        for (response, found) in model.responses.iter().zip(&found) {
            score.count(response, found);
        }
        score
    }

    fn count(&mut self, response: &Response, found: &Derivation) {
        let verdict = response.judge(found);
        let line = response.report(found);
        match verdict {
            Verdict::Right(sure) => {
                self.right[usize::from(sure == Wanted::Determined)] += 1;
                if sure < response.wanted {
                    self.less_sure.push(line);
                }
            }
            Verdict::Wrong { sure: true } => self.surely_wrong.push(line),
            Verdict::Wrong { sure: false } => self.wrong.push(line),
            Verdict::Open => {
                if response.wanted > Wanted::Any {
                    self.less_sure.push(line.clone());
                }
                self.open.push(line);
            }
            Verdict::NoPath => self.no_path.push(line),
        }
    }

    pub fn report(&self, name: &str) -> String {
        let mut text = format!(
            "{name}: {} determined, {} likely, {} open, {} wrong, {} surely wrong, {} without a path, {} too unsure",
            self.right[1],
            self.right[0],
            self.open.len(),
            self.wrong.len(),
            self.surely_wrong.len(),
            self.no_path.len(),
            self.less_sure.len(),
        );
        let lists = [
            ("SURELY WRONG", &self.surely_wrong),
            ("WRONG", &self.wrong),
            ("OPEN", &self.open),
            ("TOO UNSURE", &self.less_sure),
            ("NO PATH", &self.no_path),
        ];
        for (title, lines) in lists {
            text.extend(lines.iter().map(|line| format!("\n  {title}: {line}")));
        }
        text
    }

    /// How many responses came out as published.
    pub fn decided(&self) -> usize {
        self.right.iter().sum()
    }

    /// How many responses have a path to come about by.
    pub fn with_path(&self) -> usize {
        self.decided() + self.open.len() + self.wrong.len() + self.surely_wrong.len()
    }

    /// No determined verdict wrong, none less sure than wanted, none without a path, and at most one likely verdict in a
    /// hundred wrong.
    pub fn holds(&self) -> bool {
        let none = [&self.surely_wrong, &self.less_sure, &self.no_path].iter().all(|lines| lines.is_empty());
        none && self.wrong.len() * 100 <= self.with_path()
    }

    /// Whether at least so many of so many were decided.
    pub fn decides(&self, share: usize, of: usize) -> bool {
        self.decided() * of >= self.with_path() * share
    }
}

impl Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::default(), |mut all, score| {
            all.right = [all.right[0] + score.right[0], all.right[1] + score.right[1]];
            all.wrong.extend(score.wrong);
            all.surely_wrong.extend(score.surely_wrong);
            all.open.extend(score.open);
            all.less_sure.extend(score.less_sure);
            all.no_path.extend(score.no_path);
            all
        })
    }
}
