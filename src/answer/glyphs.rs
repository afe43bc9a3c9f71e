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
    /// Stands where something was left out.
    pub ellipsis: &'static str,
    /// How a tree is drawn.
    pub branches: Branches,
    ascii: bool,
}

/// What stands before the lines of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Branches {
    /// Before a branch that others follow.
    pub branch: &'static str,
    /// Before the last branch.
    pub last: &'static str,
    /// Below a branch that others follow.
    pub beside: &'static str,
    /// Below the last branch.
    pub below: &'static str,
}

impl Branches {
    const UNICODE: Self = Self { branch: "├─", last: "└─", beside: "│  ", below: "   " };
    const ASCII: Self = Self { branch: "|-", last: "`-", beside: "|  ", below: "   " };
}

impl Glyphs {
    pub const UNICODE: Self =
        Self { range: "–", section: "§", rule: "─", ellipsis: "…", branches: Branches::UNICODE, ascii: false };
    pub const ASCII: Self =
        Self { range: "-", section: "/", rule: "-", ellipsis: "...", branches: Branches::ASCII, ascii: true };

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
