//! The words of answers, the same in every format.

use indexmap::IndexMap;

use super::glyphs::Glyphs;
use super::row::{Answer, DirectnessWord, Note, PathRole, Rows, Verdict, VerdictCertainty, YesNo};

impl Rows {
    /// The `kind` of the answer in JSON.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Entities(_) => "entities",
            Self::Verdicts(_) => "verdict",
            Self::Paths(_) => "paths",
            Self::Predictions(_) => "prediction",
            Self::Loops(_) => "loops",
            Self::Comparison(_) => "comparison",
            Self::Entity(_) => "entity",
            Self::Count(_) => "count",
            Self::Table(_) => "table",
            Self::Plan(_) => "plan",
            Self::Check(_) => "check",
            Self::Picture(_) => "picture",
            Self::Ok(_) => "ok",
        }
    }
}

impl Verdict {
    /// The word of answers: `suppresses`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Raises => "raises",
            Self::Suppresses => "suppresses",
            Self::Depends => "depends",
            Self::Mixed => "mixed",
            Self::NoKnownEffect => "no known effect",
        }
    }
}

impl VerdictCertainty {
    /// Whether the mechanism alone decides it.
    pub const fn is_derived(self) -> bool {
        matches!(self, Self::Determined | Self::Likely)
    }

    /// The word of answers: `likely`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Determined => "determined",
            Self::Likely => "likely",
            Self::Documented => "documented",
            Self::Ambiguous => "ambiguous",
        }
    }
}

impl DirectnessWord {
    /// The word of answers: `direct`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
        }
    }
}

impl YesNo {
    /// The word of answers: `yes`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Mixed => "mixed",
            Self::Depends => "depends",
            Self::Unknown => "unknown",
        }
    }
}

impl PathRole {
    /// The word of answers: `supporting`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Supporting => "supporting",
            Self::Sparing => "sparing",
            Self::Damping => "damping",
            Self::Opposing => "opposing",
        }
    }
}

/// What stands beside the certainty of a verdict that only the mechanism gives.
pub(super) const DERIVED: &str = "derived; no source states it";

/// What an answer without rows says instead of an empty table.
pub(super) const fn nothing(rows: &Rows) -> &'static str {
    match rows {
        Rows::Entities(_) => "No entity in the graph answers this.",
        Rows::Verdicts(_) => "Nothing in the graph answers this.",
        Rows::Paths(_) => "No such path.",
        Rows::Predictions(_) => "Nothing is known to move.",
        Rows::Loops(_) => "No such feedback loop.",
        Rows::Comparison(_) => "Nothing to compare.",
        Rows::Entity(_) => "No such entity.",
        Rows::Check(_) => "No faults found.",
        Rows::Count(_) | Rows::Table(_) | Rows::Plan(_) | Rows::Picture(_) | Rows::Ok(_) => "No rows.",
    }
}

/// Stands before what says why rows are missing, and is the code of such a remark.
pub(super) const CUT: &str = "cut";

/// The remarks of an answer with the word that stands before each: `note`, or `cut` for what says why rows are missing.
/// An answer that was cut always says so.
pub(super) fn remarks(answer: &Answer) -> Vec<(&'static str, &str)> {
    let cut = |note: &&Note| note.code == CUT;
    let unexplained = !answer.complete && !answer.notes.iter().any(|note| cut(&note));
    let notes = answer.notes.iter().map(|note| (if cut(&note) { CUT } else { "note" }, note.text.as_str()));
    notes.chain(unexplained.then_some((CUT, "the answer is incomplete"))).collect()
}

/// A share of worlds as whole percents that contain it: `93–98 %`. Equal ends are one figure.
pub(super) fn percents([low, high]: [f64; 2], glyphs: Glyphs) -> String {
    // A share such as 0.29 is stored a little below 29 percent.
    const ROUNDING: f64 = 1e-9;
    let low = (low * 100.0 + ROUNDING).floor().max(0.0).abs();
    let high = (high * 100.0 - ROUNDING).ceil().max(0.0).abs();
    if low >= high { format!("{high:.0} %") } else { format!("{low:.0}{}{high:.0} %", glyphs.range) }
}

/// A share of worlds in a sentence about them: `in 93–98 % of sampled worlds`, or that it is all of them.
pub(super) fn in_worlds(share: [f64; 2], glyphs: Glyphs) -> String {
    if is_all(share) {
        return String::from("in all sampled worlds");
    }
    format!("in {} of sampled worlds", percents(share, glyphs))
}

/// The same where a certainty stands before it: `93–98 %`, `in all worlds`.
pub(super) fn of_worlds(share: [f64; 2], glyphs: Glyphs) -> String {
    if is_all(share) { String::from("in all worlds") } else { percents(share, glyphs) }
}

/// Whether not one world is missing: a finite sample says no more than that.
fn is_all([low, _]: [f64; 2]) -> bool {
    low >= 1.0
}

/// The share of worlds that agree with a verdict, from the share in which the object rises.
pub(super) fn agreeing([low, high]: [f64; 2], verdict: Verdict) -> [f64; 2] {
    if verdict == Verdict::Suppresses { [1.0 - high, 1.0 - low] } else { [low, high] }
}

/// A context for people: `continuous`.
pub(super) fn context_values(context: &IndexMap<String, String>) -> String {
    context.values().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A context for programs: `dosing=continuous`.
pub(super) fn context_pairs(context: &IndexMap<String, String>) -> String {
    context.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(", ")
}

/// `1 step`, `3 steps`.
pub(super) fn counted(count: usize, singular: &str, plural: &str) -> String {
    format!("{count} {}", if count == 1 { singular } else { plural })
}

/// The word of a certainty; empty where there is none.
pub(super) fn certainty_text(certainty: Option<VerdictCertainty>) -> &'static str {
    certainty.map_or("", VerdictCertainty::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_contain_the_share() {
        for (share, expected) in [
            ([0.912, 0.974], "91–98 %"),
            ([0.93, 0.98], "93–98 %"),
            ([0.29, 0.29], "29 %"),
            ([0.57, 0.58], "57–58 %"),
            ([0.0, 0.004], "0–1 %"),
            ([0.9995, 1.0], "99–100 %"),
            ([1.0, 1.0], "100 %"),
            ([0.0, 0.0], "0 %"),
            ([f64::NAN, f64::NAN], "0 %"),
        ] {
            assert_eq!(percents(share, Glyphs::UNICODE), expected, "{share:?}");
        }
    }

    #[test]
    fn a_falling_object_agrees_with_suppresses() {
        for (verdict, expected) in [(Verdict::Suppresses, "50–75 %"), (Verdict::Raises, "25–50 %")] {
            assert_eq!(percents(agreeing([0.25, 0.5], verdict), Glyphs::UNICODE), expected);
        }
    }
}
