//! What a scenario does: one row an entity that moves, or was asked for.

use serde::Serialize;

use super::hedged::Hedged;
use super::row::{Step, VerdictCertainty, as_str};
use super::settling::Settling;
use crate::graph::{Aspect, Group};

/// What becomes of one entity in a scenario.
#[derive(Clone, Debug, Serialize)]
pub struct PredictionRow {
    /// What is done, and against what it is held: `hCG up, exogenous testosterone up versus exogenous testosterone up`.
    pub scenario: String,
    /// Against what it is held, where it is: `exogenous testosterone up`. Its change is then a difference.
    #[serde(skip)]
    pub versus: Option<String>,
    /// To whom something is done, and which way that goes.
    #[serde(skip)]
    pub presses: Vec<Press>,
    /// Display name.
    pub entity: String,
    /// Kebab-case id.
    pub id: String,
    /// The kind's id.
    pub entity_kind: String,
    /// The block of the answer it stands in.
    #[serde(skip)]
    pub group: Group,
    /// Which aspect of it.
    #[serde(serialize_with = "as_str")]
    pub aspect: Aspect,
    /// Whether the question named the aspect.
    #[serde(skip)]
    pub aspect_named: bool,
    /// Which way it moves.
    pub change: Change,
    /// How sure; none where nothing reaches it.
    pub certainty: Option<VerdictCertainty>,
    /// The share of worlds in which it rises, lowest and highest over the priors.
    pub likelihood: Option<[f64; 2]>,
    /// The main mechanism of the change; of an ambiguous one, of its rise.
    pub mechanism: Vec<Step>,
    /// The main mechanism against it.
    pub counter: Vec<Step>,
    /// Whether nothing is known of it, where it does not change: no path leads to it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unknown: bool,
    /// What it goes with where something is removed: from what is removed to what is lost just before it. Empty for what
    /// is not lost in this way.
    #[serde(skip)]
    pub lost_with: Vec<String>,
    /// Stated effects of what is done.
    pub documented: Vec<Step>,
    /// Why it is not decided, or what stands behind it, where that needs saying.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What no source states as established of all that a determined or likely change rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hedged: Option<Hedged>,
    /// The comparison that would settle it, where it is open and few were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_by: Option<Settling>,
}

/// What stands in the place of a change where nothing is known of one.
pub(super) const UNKNOWN: &str = "not known";

/// Something that is done to one entity in a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// Display name.
    pub entity: String,
    /// Which way it is moved; [`Change::None`] where both scenarios of a comparison do the same to it, and nothing where
    /// only the second does something to it.
    pub change: Option<Change>,
    /// What the question names, where that is a therapy and this a component of it: `TRT`.
    pub given_in: Option<String>,
}

/// Which way an entity moves in a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// More of it, or more active.
    Up,
    /// Less of it, or less active.
    Down,
    /// The signs and what is known leave it open.
    Ambiguous,
    /// Nothing that is done reaches it.
    None,
}

impl Change {
    /// The word of the language and of answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Ambiguous => "ambiguous",
            Self::None => "none",
        }
    }
}
