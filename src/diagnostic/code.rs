//! Stable error codes.

use std::fmt;

use crate::cancel::Cause;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// What went wrong, as a stable word for scripts and tests.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word that scripts and JSON use.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The code of a word.
            pub fn of(word: &str) -> Option<Self> {
                Self::ALL.iter().find(|code| code.as_str() == word).copied()
            }
        }
    };
}

codes! {
    /// The text is no statement.
    Syntax = "syntax",
    /// A quote is not closed.
    UnclosedQuote = "unclosed-quote",
    /// A bracket is not closed, or closes nothing.
    UnbalancedBracket = "unbalanced-bracket",
    /// Brackets stand too deep.
    TooDeep = "too-deep",
    /// A script or line is longer than is read.
    TooLong = "too-long",
    /// Bytes that are no text.
    NotText = "not-text",
    /// `- >`
    BrokenArrow = "broken-arrow",
    /// A clause twice, or clauses that exclude each other.
    ClauseConflict = "clause-conflict",
    /// No entity is called so.
    UnknownName = "unknown-name",
    /// No relation or effect is called so.
    UnknownVerb = "unknown-verb",
    /// No kind or class is called so.
    UnknownKind = "unknown-kind",
    /// No context key, or no such value of it.
    UnknownContext = "unknown-context",
    /// No field is called so.
    UnknownField = "unknown-field",
    /// No result is bound to that name.
    UnboundName = "unbound-name",
    /// Several readings.
    Ambiguous = "ambiguous",
    /// Nothing of the form is meant: a word is missing.
    Incomplete = "incomplete",
    /// A picture of a file whose ending says no format.
    UnknownEnding = "unknown-ending",
    /// An answer that has no steps to draw, or a second picture where one stands.
    NoPicture = "no-picture",
    /// The statement makes no sense on this graph: a relation without sign asked for a net sign.
    NotApplicable = "not-applicable",
    /// An expectation failed.
    ExpectationFailed = "expectation-failed",
    /// The time limit was reached.
    TimedOut = "timed-out",
    /// The memory limit was reached.
    OutOfMemory = "out-of-memory",
    /// Cancelled by the user.
    Interrupted = "interrupted",
    /// A file cannot be read or written.
    Io = "io",
    /// A file is there already, and nobody said that it may be replaced.
    FileExists = "file-exists",
    /// The session is safe: no files, no other programs.
    NotAllowed = "not-allowed",
    /// A format cannot hold all that a graph says.
    Lossy = "lossy",
    /// A graph file is no valid TOML.
    Toml = "toml",
    /// A key that the format does not know.
    UnknownKey = "unknown-key",
    /// A key that must be there.
    MissingKey = "missing-key",
    /// A value of another type or outside its range.
    WrongType = "wrong-type",
    /// A value that the format does not know.
    WrongValue = "wrong-value",
    /// An id twice.
    DuplicateId = "duplicate-id",
    /// A name or synonym of two entities.
    DuplicateName = "duplicate-name",
    /// The same edge twice.
    DuplicateEdge = "duplicate-edge",
    /// A relation or alias that is a word of the language, or of two relations.
    ReservedVerb = "reserved-verb",
    /// A relation that no schema has.
    UnknownRelation = "unknown-relation",
    /// A source that no file declares.
    UnknownSource = "unknown-source",
    /// An edge without evidence.
    MissingEvidence = "missing-evidence",
    /// A relation between kinds that it does not join.
    WrongKinds = "wrong-kinds",
    /// A short form whose chain does not exist, or has another sign.
    BrokenChain = "broken-chain",
    /// A class or a pool that contains itself.
    CyclicClass = "cyclic-class",
    /// A table without a column that it must have.
    MissingColumn = "missing-column",
    /// A row with more or fewer fields than the header.
    RaggedRow = "ragged-row",
    /// A table without rows.
    NoRows = "no-rows",
    /// A file that is no snapshot, or none for this machine.
    ForeignFile = "foreign-file",
    /// A snapshot that a newer program wrote.
    NewerVersion = "newer-version",
    /// A snapshot that an older program wrote.
    OlderVersion = "older-version",
    /// A snapshot that was cut short.
    Truncated = "truncated",
    /// A snapshot that is no longer what was written.
    Damaged = "damaged",
    /// Something of a file that a graph has no place for.
    LeftOut = "left-out",
    /// Every mechanism contradicts a documented effect.
    ContradictedEffect = "contradicted-effect",
    /// No mechanism supports a documented effect.
    UnsupportedEffect = "unsupported-effect",
    /// Steps of opposite sign join the same pair in the same context.
    OppositeSigns = "opposite-signs",
    /// An edge that starts and ends in the same entity.
    SelfLoop = "self-loop",
    /// A hormone's local and circulating pools are one entity.
    MergedPools = "merged-pools",
    /// Entities whose names differ by case, hyphens or plural only.
    TwinNames = "twin-names",
    /// An entity that no edge touches.
    Unreachable = "unreachable",
    /// A step that nobody has observed.
    TheoreticalOnly = "theoretical-only",
    /// A name that says which way something goes.
    DirectionInName = "direction-in-name",
    /// An explanation of a warning that is not given.
    StaleAcceptance = "stale-acceptance",
}

impl From<Cause> for Code {
    fn from(cause: Cause) -> Self {
        match cause {
            Cause::Asked => Self::Interrupted,
            Cause::TimedOut => Self::TimedOut,
            Cause::OutOfMemory => Self::OutOfMemory,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
