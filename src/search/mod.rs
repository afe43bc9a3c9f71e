//! Path search on a plain signed graph. Knows no text, no file and no rule of the data: only arcs.
//!
//! A [`PathGraph`] is two sets of rows, built once or lying ready in a mapped file, and read by every query. [`find`],
//! [`visit`], [`stream`] and [`count`] answer a [`PathQuery`] in one total order; [`distance`], [`reach`], [`nearest`] and
//! [`relax`] say what can be said without a path. A query costs what it touches, never what the graph holds: tables by
//! node outlive it ([`PathGraph`] keeps them).
//!
//! Questions between two ends over plain arcs take the fast road, `plain`; links, `via` groups and waypoints take the
//! general search:
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
mod figures;
mod graph;
mod lengths;
mod marks;
mod passage;
mod path;
mod plain;
mod progress;
mod query;
mod reach;
mod relax;
mod selected;
#[cfg(test)]
mod tests;
mod workspace;

pub use budget::{Budget, Stop};
pub use count::{count, count_by_sign};
pub use deepen::{find, stream, visit};
pub use figures::{End, Figures, Method, Reach};
pub use graph::{Arc, ArcId, Node, PathGraph};
pub use lengths::{BySign, LengthCount, PathCount};
pub use passage::{Direction, Labels, Manner, Passage, Relations};
pub use path::{Extent, Path, PathRef, Paths};
pub use progress::{Progress, Searched};
pub use query::{Mode, PathQuery, QueryError, Selection, Targets};
pub use reach::{
    Closeness, Near, Reached, SignCount, SignedReached, count_reached, count_reached_signed, distance, nearest, reach,
    reach_signed,
};
pub use relax::{Attempt, Relaxation, Relaxed, relax};
