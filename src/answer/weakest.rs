//! The weakest evidence of a mechanism.

use serde::Serialize;

use super::row::Step;

/// The steps of a mechanism that stand on the least ground.
#[derive(Clone, Debug, Serialize)]
pub struct Weakest {
    /// Those that nothing tells apart, in their order; all of them where every step stands on the same ground.
    pub steps: Vec<Step>,
    /// The surest word of any source for each of them: `established`, `suggested`, `theoretical`.
    pub certainty: String,
    /// How many sources give it.
    pub sources: usize,
}
