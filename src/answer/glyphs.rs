//! The few characters that answers draw with, in Unicode and in ASCII.

use crate::graph::Sign;

/// A set of drawing characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyphs {
    /// Joins the ends of a range.
    pub range: &'static str,
    /// Stands before a section's heading.
    pub section: &'static str,
    /// Underlines a header.
    pub rule: &'static str,
    ascii: bool,
}

impl Glyphs {
    pub const UNICODE: Self = Self { range: "–", section: "§", rule: "─", ascii: false };
    pub const ASCII: Self = Self { range: "-", section: "/", rule: "-", ascii: true };

    /// ASCII arrows, which survive every spreadsheet, and the section sign.
    pub const DELIMITED: Self = Self { section: "§", ..Self::ASCII };

    pub const fn of(ascii: bool) -> Self {
        if ascii { Self::ASCII } else { Self::UNICODE }
    }

    /// What stands before and after the relation of a step. The head tells the sign: `─[stimulates]─▶`, `─[inhibits]─┤`,
    /// `┄[is a]┄→` for none.
    pub const fn arrow(self, sign: Option<Sign>) -> [&'static str; 2] {
        match (self.ascii, sign) {
            (false, Some(Sign::Positive)) => ["─[", "]─▶"],
            (false, Some(Sign::Negative)) => ["─[", "]─┤"],
            (false, None) => ["┄[", "]┄→"],
            (true, Some(Sign::Positive)) => ["-[", "]->"],
            (true, Some(Sign::Negative)) => ["-[", "]-|"],
            (true, None) => [".[", "].>"],
        }
    }

    /// The same for a step that is read from its object: `◀─[stimulates]─`.
    pub const fn arrow_back(self, sign: Option<Sign>) -> [&'static str; 2] {
        match (self.ascii, sign) {
            (false, Some(Sign::Positive)) => ["◀─[", "]─"],
            (false, Some(Sign::Negative)) => ["├─[", "]─"],
            (false, None) => ["←┄[", "]┄"],
            (true, Some(Sign::Positive)) => ["<-[", "]-"],
            (true, Some(Sign::Negative)) => ["|-[", "]-"],
            (true, None) => ["<.[", "]."],
        }
    }
}
