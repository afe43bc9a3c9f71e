//! Agents side by side.

use serde::Serialize;

use super::row::{ContextVerdict, Step, Verdict, VerdictCertainty, as_str};
use crate::graph::Aspect;

/// What one agent is and does.
#[derive(Clone, Debug, Serialize)]
pub struct ComparisonRow {
    /// Display name, with the context that its mention fixed.
    pub agent: String,
    /// The same without the context: what its own edges start from.
    #[serde(skip)]
    pub name: String,
    /// Kebab-case id.
    pub id: String,
    /// The kind's id.
    pub entity_kind: String,
    /// One line; none where only what the agents share is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// The classes it belongs to, nearest first.
    pub classes: Vec<String>,
    /// The edges by which it acts: what it mimics, blocks, stimulates. A class's own ones and those of its members' classes.
    pub mechanism: Vec<Step>,
    /// The entities on which these act.
    pub targets: Vec<String>,
    /// Routes of administration, where known.
    pub routes: Vec<String>,
    /// Doses, as the sources word them, where known.
    pub doses: Vec<String>,
    /// What is stated of it without an effect: where it acts, what it treats, what it is an isomer of. Edges that end in it
    /// from entities of its kind or from other agents among them.
    pub related: Vec<Step>,
    /// Its net effect on each entity compared on, in their order.
    pub effects: Vec<ComparedEffect>,
}

/// The net effect of one agent on one entity.
#[derive(Clone, Debug, Serialize)]
pub struct ComparedEffect {
    /// Display name.
    pub object: String,
    /// Which aspect of it.
    #[serde(serialize_with = "as_str")]
    pub aspect: Aspect,
    /// Whether the question named the aspect, so that a heading must.
    #[serde(skip)]
    pub aspect_named: bool,
    /// Which way.
    pub verdict: Verdict,
    /// How sure.
    pub certainty: Option<VerdictCertainty>,
    /// The share of worlds in which the object rises, lowest and highest over the priors.
    pub likelihood: Option<[f64; 2]>,
    /// Stated net effects of the pair.
    pub documented: Vec<Step>,
    /// The best supporting path.
    pub mechanism: Vec<Step>,
    /// One verdict a context of the agent, where it depends on them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contexts: Vec<ContextVerdict>,
    /// How the agents stand to each other here, each in its default context.
    pub agreement: Agreement,
}

impl ComparisonRow {
    /// Whether an edge starts from the agent, rather than from another that is compared with it.
    pub fn is_own(&self, step: &Step) -> bool {
        step.from == self.name
    }
}

impl ComparedEffect {
    /// The object as a heading names it: `LH`, `activity of LH`.
    pub fn object_text(&self) -> String {
        if self.aspect_named { format!("{} of {}", self.aspect, self.object) } else { self.object.clone() }
    }
}

/// How the agents of a comparison stand to each other in one respect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// At least two decided effects, and not the same.
    Differ,
    /// Only some act at all, and those the same way.
    OnlySome,
    /// At least one is undecided.
    Open,
    /// All do the same.
    Agree,
}

impl Agreement {
    /// The word of answers for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Differ => "differ",
            Self::OnlySome => "only some",
            Self::Open => "open",
            Self::Agree => "agree",
        }
    }
}
