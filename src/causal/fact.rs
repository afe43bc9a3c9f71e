//! Known effects, which worlds must not contradict.

use super::{NodeId, Press};
use crate::graph::Sign;

/// An established effect of the untreated state: this press moves that node this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact {
    /// What is pressed.
    pub press: Press,
    /// What responds.
    pub target: NodeId,
    /// How.
    pub sign: Sign,
}
