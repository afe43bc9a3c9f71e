//! What few edges say: contexts, cited evidence, remarks. Kept encoded, each distinct combination once.

use serde::{Deserialize, Serialize};

use super::interner::{Interner, hash};
use crate::graph::{Certainty, Context, Evidence, SourceId};

/// The number of a combination; none where an edge says nothing besides its ends, its relation and its line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct DetailId(u32);

/// What an edge says besides its ends and its relation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Detail<'t> {
    pub(super) negated: bool,
    pub(super) background: Option<&'t str>,
    pub(super) listed: bool,
    /// Keys with values.
    #[serde(borrow)]
    pub(super) context: Vec<(&'t str, &'t str)>,
    #[serde(borrow)]
    pub(super) evidence: Vec<Cited<'t>>,
    pub(super) note: &'t str,
}

/// A piece of evidence whose source is in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cited<'t> {
    pub(super) source: u32,
    pub(super) section: &'t str,
    /// 0: established; 1: suggested; 2: theoretical.
    pub(super) certainty: u8,
    pub(super) note: &'t str,
}

/// Every combination so far.
#[derive(Default)]
pub(super) struct Details {
    encoded: Interner,
    scratch: Vec<u8>,
}

impl Details {
    /// The number of a combination.
    pub(super) fn number(&mut self, detail: &Detail<'_>) -> DetailId {
        if *detail == Detail::default() {
            return DetailId::default();
        }
        self.scratch.clear();
        // Encoding into a vector of this kind of data cannot fail.
        self.scratch = postcard::to_extend(detail, std::mem::take(&mut self.scratch)).unwrap_or_default();
        let (number, _) = self.encoded.intern(&self.scratch, hash(&self.scratch));
        DetailId(number.saturating_add(1))
    }

    /// The combination of a number.
    pub(super) fn get(&self, id: DetailId) -> Detail<'_> {
        let encoded = id.0.checked_sub(1).map(|number| self.encoded.bytes(number));
        encoded.and_then(|encoded| postcard::from_bytes(encoded).ok()).unwrap_or_default()
    }
}

impl DetailId {
    /// As it stands in a column.
    pub(super) const fn number(self) -> u32 {
        self.0
    }

    /// From a column.
    pub(super) const fn from_number(number: u32) -> Self {
        Self(number)
    }
}

impl Detail<'_> {
    /// The context as a graph has it.
    pub(super) fn context(&self) -> Context {
        Context(self.context.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect())
    }

    /// The evidence as a graph has it.
    pub(super) fn evidence(&self) -> impl Iterator<Item = Evidence> {
        self.evidence.iter().map(Cited::evidence)
    }
}

impl Cited<'_> {
    fn evidence(&self) -> Evidence {
        Evidence {
            source: SourceId(self.source),
            section: self.section.to_owned(),
            reference: None,
            certainty: match self.certainty {
                0 => Certainty::Established,
                1 => Certainty::Suggested,
                _ => Certainty::Theoretical,
            },
            note: self.note.to_owned(),
        }
    }
}

/// As it is encoded.
pub(super) const fn certainty(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::Established => 0,
        Certainty::Suggested => 1,
        Certainty::Theoretical => 2,
    }
}
