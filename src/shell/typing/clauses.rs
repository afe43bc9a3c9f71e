//! Which clauses each family of statements takes, and what each wants.

use super::walk::Slot;

/// The families of statements that go on in clauses, and those that do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// `? …`
    Question,
    /// `path …`
    Path,
    /// `simulate …`
    Simulate,
    /// `loops …`
    Loops,
    /// `compare …`
    Compare,
    /// `evidence …`
    Evidence,
    /// Any other.
    Other,
}

/// A clause: the word that opens it, what it is for, and what it wants.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// `via`
    pub word: &'static str,
    /// `through all of these`
    pub note: &'static str,
    /// What follows.
    pub wants: Slot,
}

const fn clause(word: &'static str, note: &'static str, wants: Slot) -> Clause {
    Clause { word, note, wants }
}

const VIA: Clause = clause("via", "by way of all of these", Slot::Target);
const AVOIDING: Clause = clause("avoiding", "by way of none of these", Slot::Target);
const MAX: Clause = clause("max", "at most so many steps", Slot::Number);
const MIN: Clause = clause("min", "at least so many steps", Slot::Number);
const LIMIT: Clause = clause("limit", "at most so many rows", Slot::Number);
const GIVEN: Clause = clause("given", "in this context", Slot::Key);
const HOLDING: Clause = clause("holding", "while these stay as they are", Slot::Target);

const QUESTION: &[Clause] = &[GIVEN, HOLDING, MAX, LIMIT];
const PATH: &[Clause] = &[
    VIA,
    AVOIDING,
    clause("through", "only by these relations", Slot::Relations),
    clause("not through", "by none of these relations", Slot::Relations),
    MAX,
    MIN,
    clause("net", "of this sign only", Slot::Sign),
    GIVEN,
    clause("where", "on such evidence", Slot::Field),
    LIMIT,
    clause("including documented", "stated effects as steps too", Slot::Wanted(&["documented"])),
];
const SIMULATE: &[Clause] = &[
    clause("versus", "the difference from another scenario", Slot::Target),
    clause("vs", "", Slot::Target),
    HOLDING,
    clause("show", "what becomes of these", Slot::Target),
    GIVEN,
    MAX,
    LIMIT,
];
const LOOPS: &[Clause] = &[
    clause("through", "that pass through these", Slot::Target),
    AVOIDING,
    clause("negative", "stabilising loops", Slot::Follow),
    clause("positive", "amplifying loops", Slot::Follow),
    MAX,
    MIN,
    LIMIT,
    GIVEN,
];
const COMPARE: &[Clause] = &[
    clause("with", "another agent", Slot::Target),
    clause("versus", "", Slot::Target),
    clause("vs", "", Slot::Target),
    clause("on", "in their effect on these", Slot::Target),
    HOLDING,
    GIVEN,
];

impl Family {
    /// The clauses that it takes.
    pub const fn clauses(self) -> &'static [Clause] {
        match self {
            Self::Question => QUESTION,
            Self::Path => PATH,
            Self::Simulate => SIMULATE,
            Self::Loops => LOOPS,
            Self::Compare => COMPARE,
            Self::Evidence | Self::Other => &[],
        }
    }

    /// The clause that a word opens; of two words the first.
    pub fn opened_by(self, word: &str) -> Option<Clause> {
        let opens = |clause: &&Clause| clause.word.split(' ').next() == Some(word);
        self.clauses().iter().find(opens).copied()
    }
}
