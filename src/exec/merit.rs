//! Which of several mechanisms is told first: the surest, then the one that passes most of a change on.

use crate::graph::{Certainty, ExpandedEdge, Graph, Strength};

/// What puts one mechanism before another, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Merit {
    /// The surest word of any source for the least sure of its steps.
    certainty: Certainty,
    /// How much of a change is lost on the way: the sum over the steps of -log2 of the expected gain, in hundredths.
    loss: u32,
}

impl Merit {
    /// The merit of a chain of steps. Where every strength is medium, the shorter chain loses less.
    pub fn of<'e>(graph: &Graph, path: impl IntoIterator<Item = &'e ExpandedEdge>) -> Self {
        let start = Self { certainty: Certainty::Established, loss: 0 };
        path.into_iter().fold(start, |merit, edge| Self {
            certainty: merit.certainty.max(surest(graph, edge).unwrap_or(Certainty::Established)),
            loss: merit.loss.saturating_add(loss(graph.edge(edge.edge).strength)),
        })
    }
}

/// The surest word of any source for an edge; none where nobody vouches for it.
pub(super) fn surest(graph: &Graph, edge: &ExpandedEdge) -> Option<Certainty> {
    edge.evidence(graph).map(|item| item.certainty).min()
}

/// Of the mean gain under a uniform prior: 0.5, for a weak step 0.05, for a strong one 0.75.
const fn loss(strength: Strength) -> u32 {
    match strength {
        Strength::Weak => 432,
        Strength::Medium => 100,
        Strength::Strong => 42,
    }
}
