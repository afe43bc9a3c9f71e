//! The causal core: from a flat list of signed steps to net effects, with how sure they are.
//!
//! Pure functions over numbers: no text, no files, no schema. [`InfluenceGraph`] is built once from the expanded steps;
//! an [`Ensemble`] answers questions about it.
//!
//! | file | what it holds |
//! |---|---|
//! | `step`, `influence`, `remainder` | the graph, and petgraph's view of it |
//! | `condensation`, `loops` | strongly connected components, feedback loops |
//! | `scenario`, `question`, `fact`, `derivation`, `calibration` | what is asked, known and answered |
//! | `ground`, `terms`, `determined` | the test that needs no numbers |
//! | `prior`, `key`, `world`, `worlds`, `tested`, `stability`, `characteristic`, `schur`, `winding`, `lanes` | stable worlds |
//! | `elimination`, `factor`, `solve` | responses in one world |
//! | `calibrate`, `tally`, `wilson`, `sample`, `ensemble` | from worlds to an answer |
//! | `progress` | how far the sampling has come |
//! | `role` | what a path does for the answer |
//! | `settling` | what would settle an ambiguous answer |

mod calibrate;
mod calibration;
mod characteristic;
mod condensation;
mod derivation;
mod determined;
mod elimination;
mod ensemble;
mod fact;
mod factor;
mod ground;
mod influence;
mod key;
mod lanes;
mod loops;
mod prior;
mod progress;
mod question;
mod remainder;
mod role;
mod sample;
mod scenario;
mod schur;
mod settling;
mod solve;
mod stability;
mod step;
mod tally;
mod terms;
mod tested;
mod wilson;
mod winding;
mod world;
mod worlds;

pub use calibration::Calibration;
pub use condensation::{Component, Condensation};
pub use derivation::{Derivation, Outcome, WorldCount};
pub use ensemble::{Ensemble, Options};
pub use fact::Fact;
pub use influence::{Influence, InfluenceGraph, InfluenceId, NodeId, Origin};
pub use loops::{Enumeration, LoopLimits, elementary_loops};
pub use prior::Prior;
pub use progress::{Progress, Sampled};
pub use question::Question;
pub use role::{Role, role};
pub use sample::LOOKS;
pub use scenario::{Press, Scenario};
pub use settling::Settling;
pub use step::{CausalStep, EntityTraits};
pub use terms::{Conclusion, Undetermined};

#[cfg(test)]
mod tests;
