//! Agents side by side.

use indexmap::IndexMap;
use serde::Serialize;

use super::row::{Step, Verdict, VerdictCertainty, as_str};
use crate::graph::Aspect;

/// What one agent is and does.
#[derive(Clone, Debug, Serialize)]
pub struct ComparisonRow {
    /// Display name, with the context that its mention fixed.
    pub agent: String,
    /// Kebab-case id.
    pub id: String,
    /// The kind's id.
    pub entity_kind: String,
    /// The classes it belongs to.
    pub classes: Vec<String>,
    /// The edges by which it acts: what it mimics, blocks, stimulates.
    pub mechanism: Vec<Step>,
    /// The entities on which these act.
    pub targets: Vec<String>,
    /// Routes of administration, where known.
    pub routes: Vec<String>,
    /// Doses, as the sources word them, where known.
    pub doses: Vec<String>,
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
    /// Which way.
    pub verdict: Verdict,
    /// How sure.
    pub certainty: Option<VerdictCertainty>,
    /// The share of worlds in which the object rises, lowest and highest over the priors.
    pub likelihood: Option<[f64; 2]>,
    /// The contexts of the agent in which this holds, where it depends on them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contexts: Vec<IndexMap<String, String>>,
    /// What the agents compared have in common here.
    pub agreement: Agreement,
}

/// How the agents of a comparison stand to each other in one respect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// All do the same.
    Agree,
    /// At least two decided effects, and not the same.
    Differ,
    /// Only some act at all.
    OnlySome,
    /// At least one is undecided.
    Open,
}
