//! Evidence, its sources, figures, and what the sources disagree on.

use serde::{Deserialize, Serialize};

use super::{EntityId, SourceId};

/// How sure the source itself is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Certainty {
    /// Stated plainly.
    Established,
    /// Hedged: "can", "may", "associated with".
    Suggested,
    /// Reasoned, not observed.
    Theoretical,
}

impl Certainty {
    /// Every one, the surest first.
    pub const ALL: [Self; 3] = [Self::Established, Self::Suggested, Self::Theoretical];

    /// The word of data files and answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Established => "established",
            Self::Suggested => "suggested",
            Self::Theoretical => "theoretical",
        }
    }
}

/// One place that states a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The document or work.
    pub source: SourceId,
    /// The heading under which it stands; empty where it has none.
    pub section: String,
    /// The study that the text itself names.
    pub reference: Option<SourceId>,
    /// How sure the source is.
    pub certainty: Certainty,
    /// The source's own hedge or the reading made of it, where that matters.
    pub note: String,
}

/// A document or a work.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Source {
    /// A document's file name, or a work's id (`coviello`).
    pub id: String,
    /// What answers print.
    pub name: String,
    /// Full title or citation.
    pub title: String,
    /// A remark: "named in the text, absent from the list".
    pub note: String,
    /// Ids of the fact list that it comes from.
    pub origin: Vec<String>,
}

/// A figure that a source gives: a dose, a time, a ratio. Never computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// Whom it is about, the first first.
    pub about: Vec<EntityId>,
    /// `dose`, `recovery time`, `fold change`, `concentration ratio`.
    pub measure: String,
    /// The smallest value given, or the only one.
    pub low: Option<f64>,
    /// The largest value given, or the only one. None where the range is open (`2+ years`).
    pub high: Option<f64>,
    /// `IU`, `mg`, `months`, `%`.
    pub unit: String,
    /// `median`, `approximate`.
    pub statistic: String,
    /// `every other day`, `weekly`.
    pub frequency: String,
    /// `subcutaneous`.
    pub route: String,
    /// Of whom or in which setting it is said.
    pub setting: String,
    /// The figure as the source words it.
    pub text: String,
    /// On whose word; never empty.
    pub evidence: Vec<Evidence>,
    /// Row ids of the fact list that it comes from.
    pub origin: Vec<String>,
}

/// A matter on which the sources differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Disagreement {
    /// `T1`.
    pub id: String,
    /// What it is about, in a few words.
    pub matter: String,
    /// The entities it concerns.
    pub about: Vec<EntityId>,
    /// Who says what.
    pub claims: Vec<Claim>,
    /// How the graph treats it.
    pub handling: String,
}

/// One side of a disagreement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Whose.
    pub source: SourceId,
    /// What it says.
    pub text: String,
}
