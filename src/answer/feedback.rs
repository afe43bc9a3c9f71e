//! Feedback loops.

use serde::Serialize;

use super::row::Step;

/// One elementary feedback loop, told in its finest grain that has the length asked for.
#[derive(Clone, Debug, Serialize)]
pub struct LoopRow {
    /// Display names in order, each once; the last acts on the first.
    pub entities: Vec<String>,
    /// One a data edge; the last returns to the first entity.
    pub steps: Vec<Step>,
    /// What the loop does with a disturbance.
    pub feedback: Feedback,
    /// Data edges.
    pub length: u32,
    /// The drugs that cut it, and where.
    pub cut_by: Vec<Cut>,
    /// Other tellings of the loop, where the data tells one of its steps by several chains: names in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Vec<String>>,
}

/// What a loop does with a disturbance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Feedback {
    /// It works against it: stabilising.
    Negative,
    /// It works with it.
    Positive,
}

/// A drug that cuts a loop.
#[derive(Clone, Debug, Serialize)]
pub struct Cut {
    /// Display name.
    pub drug: String,
    /// The entity of the loop on which it acts; the reaction, where it acts on the enzyme.
    pub at: String,
    /// A class it belongs to that cuts the loop at the same place: tables fold it under that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via_class: Option<String>,
    /// The edge by which it does.
    pub by: Step,
}

impl Feedback {
    /// The word of the language and of answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Negative => "negative",
            Self::Positive => "positive",
        }
    }
}
