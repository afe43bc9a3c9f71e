//! A published response, and how a derived one compares with it.

use endograph::causal::{Derivation, Outcome};
use endograph::graph::Sign;

/// What is done to the variable that is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A sustained input; feedback still acts on the variable.
    Press(Sign),
    /// Its level is fixed, its own regulation cut.
    Set(Sign),
}

/// What was published of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It moves this way.
    Moves(Sign),
    /// It stays.
    Stays,
    /// Signs alone do not decide.
    Undetermined,
}

/// How sure the derived answer must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wanted {
    /// It may be left open, but not wrong.
    Any,
    /// Likely at least.
    Decided,
    /// Determined by the signs alone.
    Determined,
}

/// One row of a table of responses.
#[derive(Clone, Debug)]
pub struct Response {
    pub press: String,
    pub change: Change,
    pub target: String,
    pub expected: Expected,
    pub wanted: Wanted,
    reference: String,
}

impl Response {
    pub fn read(row: &[String]) -> Self {
        let [press, change, target, expected, wanted, reference] = row else { panic!("{row:?}: not six columns") };
        assert!(!reference.is_empty(), "{row:?} cites nothing");
        Self {
            press: press.clone(),
            change: match change.as_str() {
                "up" => Change::Press(Sign::Positive),
                "down" => Change::Press(Sign::Negative),
                "set up" => Change::Set(Sign::Positive),
                "set down" => Change::Set(Sign::Negative),
                other => panic!("{row:?}: no change `{other}`"),
            },
            target: target.clone(),
            expected: match expected.as_str() {
                "up" => Expected::Moves(Sign::Positive),
                "down" => Expected::Moves(Sign::Negative),
                "none" => Expected::Stays,
                "undetermined" => Expected::Undetermined,
                other => panic!("{row:?}: no response `{other}`"),
            },
            wanted: match wanted.as_str() {
                "any" => Wanted::Any,
                "decided" => Wanted::Decided,
                "determined" => Wanted::Determined,
                other => panic!("{row:?}: no certainty `{other}`"),
            },
            reference: reference.clone(),
        }
    }

    pub fn asked(&self) -> (&str, Change, &str) {
        (&self.press, self.change, &self.target)
    }

    pub fn judge(&self, found: &Derivation) -> Verdict {
        let sure = matches!(found.outcome, Outcome::Determined(_) | Outcome::NoPath);
        match (self.expected, found.outcome) {
            (Expected::Undetermined, _) if sure => Verdict::Wrong { sure },
            (Expected::Undetermined, _) => Verdict::Right(Wanted::Determined),
            (Expected::Stays, Outcome::NoPath) => Verdict::Right(Wanted::Determined),
            (Expected::Moves(_), Outcome::NoPath) => Verdict::NoPath,
            (Expected::Moves(sign), outcome) if outcome.sign() == Some(sign) => {
                Verdict::Right(if sure { Wanted::Determined } else { Wanted::Decided })
            }
            (_, outcome) if outcome.sign().is_some() => Verdict::Wrong { sure },
            _ => Verdict::Open,
        }
    }

    /// A line for the list of what went otherwise.
    pub fn report(&self, found: &Derivation) -> String {
        let Self { press, change, target, expected, reference, .. } = self;
        let (low, high) = found.likelihood.unwrap_or((0.0, 1.0));
        format!(
            "{press} {change:?}: {target} {expected:?}, found {:?} {low:.2}..{high:.2} {:?} ({reference})",
            found.outcome, found.undetermined
        )
    }
}

/// How a derived answer compares with the published one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As published, this sure.
    Right(Wanted),
    /// Against what was published; `sure` where it was called determined.
    Wrong { sure: bool },
    /// Left open.
    Open,
    /// The model holds no path from press to target.
    NoPath,
}
