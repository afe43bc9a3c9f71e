//! Why a file is not opened as a snapshot.

use crate::diagnostic::{Code, Diagnostic};

use super::header::VERSION;

/// Why a file is not opened as a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is something else.
    Foreign,
    /// The header is not all there.
    CutInHeader {
        /// How long the file is.
        length: u64,
    },
    /// The end is missing.
    Cut {
        /// How long the file is.
        length: u64,
        /// How long it was written.
        written: u64,
    },
    /// A newer program wrote it.
    Newer {
        /// The version of its layout.
        version: u32,
    },
    /// An older program wrote it.
    Older {
        /// The version of its layout.
        version: u32,
    },
    /// A machine of the other byte order wrote it.
    OtherByteOrder,
    /// It is no longer what was written.
    Damaged(&'static str),
}

impl Refusal {
    /// What the user is told.
    pub(super) fn diagnostic(self) -> Diagnostic {
        let again = "build it again: `endograph build INPUT -o graph.endo`";
        match self {
            Self::Foreign => Diagnostic::new(Code::ForeignFile, "this is no snapshot of a graph")
                .help("`endograph build INPUT -o graph.endo` writes one; scripts are run by `endograph run`"),
            Self::CutInHeader { length } => {
                let message = format!("the snapshot was cut short: it ends in its header, after {length} bytes");
                Diagnostic::new(Code::Truncated, message).help(again)
            }
            Self::Cut { length, written } => {
                let message = format!("the snapshot was cut short: it holds {length} of {written} bytes");
                Diagnostic::new(Code::Truncated, message).help(again)
            }
            Self::Newer { version } => {
                let message = format!("made by a newer endograph: version {version}, this one reads {VERSION}");
                Diagnostic::new(Code::NewerVersion, message).help("build it again with this program, or update")
            }
            Self::Older { version } => {
                let message = format!("made by an older endograph: version {version}, this one reads {VERSION}");
                Diagnostic::new(Code::OlderVersion, message).help(again)
            }
            Self::OtherByteOrder => {
                let message = "made on a machine with another order of bytes";
                Diagnostic::new(Code::ForeignFile, message).help(again)
            }
            Self::Damaged(what) => {
                Diagnostic::new(Code::Damaged, format!("the snapshot is damaged: {what}")).help(again)
            }
        }
    }
}
