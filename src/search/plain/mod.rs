//! The fast road: questions for paths of plain arcs, one hop each, between two ends.
//!
//! Links, `via` groups and waypoints take the general search beside it.
//!
//! | stage | module |
//! |---|---|
//! | the rows as the query may take them | `view` |
//! | a sweep from one end | `front` |
//! | distances from both, where they can matter | `index` |
//! | rows narrowed when the search first stands there | `steps` |
//! | depth-first, one exact length after another | `walker`, `expand` |
//! | numbers of paths without walking them | `join`, with `amount` and `table` |

mod amount;
mod count;
mod expand;
mod flood;
mod front;
mod index;
mod join;
mod search;
mod signs;
mod steps;
mod table;
mod triples;
mod view;
mod walker;

pub(super) use count::count;
pub(super) use flood::Flood;
pub(super) use search::{distance, visit};
pub(super) use signs::SignSweep;
pub(super) use view::View;

use amount::Signed;
use expand::Choosing;
use index::Index;
use join::Join;
use steps::Steps;
use walker::Walker;

use super::graph::PathGraph;
use super::query::{Mode, PathQuery};

/// The tables of one query.
#[derive(Debug, Default)]
pub(super) struct Tables {
    index: Index,
    steps: Steps,
    walker: Walker,
    choosing: Choosing,
    join: Join<i128>,
    signed_join: Join<Signed>,
    /// One sweep, for what is reached.
    pub(super) flood: Flood,
    /// One sweep that tells signs apart.
    pub(super) signs: SignSweep,
}

/// Whether a query on a graph can take this road.
pub(super) fn is_plain(graph: &PathGraph, query: &PathQuery) -> bool {
    !graph.has_links() && query.via.is_empty() && query.waypoints.is_empty() && query.mode != Mode::Walk
}
