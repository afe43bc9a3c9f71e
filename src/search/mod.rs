//! Path search on a plain signed graph. Knows no text, no file and no rule of the data: only arcs.
//!
//! [`PathGraph`] is built once and read by every query. [`find`], [`visit`] and [`count`] answer a [`PathQuery`] in
//! one total order; [`reach`], [`nearest`] and [`relax`] say what can be said where there is no path.
//!
//! | stage | module |
//! |---|---|
//! | which arcs may be taken, which way | `passage` |
//! | distances from both ends | `distances` |
//! | the part that lies between them | `admissible` |
//! | length by length, node by node | `deepen`, `enumerate` |
//! | parallel arcs | `expand` lists them, `count` multiplies them, `count_walks` needs no paths |

mod admissible;
mod budget;
mod count;
mod count_walks;
mod deepen;
mod distances;
mod enumerate;
mod expand;
mod graph;
mod passage;
mod path;
mod query;
mod reach;
mod relax;
#[cfg(test)]
mod tests;

pub use budget::{Budget, Stop};
pub use count::{LengthCount, PathCount, count};
pub use deepen::{find, visit};
pub use graph::{Arc, ArcId, Node, PathGraph};
pub use passage::{Direction, Labels, Passage};
pub use path::{Extent, Path, Paths};
pub use query::{Mode, PathQuery, QueryError, Selection, Targets};
pub use reach::{Closeness, Near, Reached, SignedReached, nearest, reach, reach_signed};
pub use relax::{Attempt, Relaxation, Relaxed, relax};
