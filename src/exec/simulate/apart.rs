//! Two scenarios that need one entity in different contexts: each is solved in its own setting, and the difference is told
//! where the two go different ways.

use crate::answer::{Change, PredictionRow, VerdictCertainty};
use crate::resolve::Simulation;

use super::Predicted;

/// Each scenario as a simulation of its own.
pub(super) fn sides(simulation: &Simulation) -> [Simulation; 2] {
    let alone = Simulation { versus: None, ..simulation.clone() };
    let other = simulation.versus.clone().unwrap_or_else(|| simulation.scenario.clone());
    [alone.clone(), Simulation { scenario: other, ..alone }]
}

/// The difference row by row: how far each moves is not known, so two of the same direction leave it open. None where one of
/// them was not decided.
pub(super) fn difference(one: Vec<Option<Predicted>>, two: Vec<Option<Predicted>>) -> Vec<Option<Predicted>> {
    let difference = |(one, two): (Predicted, Predicted)| Predicted {
        row: row(one.row, two.row),
        derivations: one.derivations.into_iter().chain(two.derivations).collect(),
        ..one
    };
    one.into_iter().zip(two).map(|(one, two)| one.zip(two).map(difference)).collect()
}

fn row(one: PredictionRow, two: PredictionRow) -> PredictionRow {
    use Change::{Ambiguous, Down, None as Still, Up};
    let change = match (one.change, two.change) {
        (Still, Still) => Still,
        (Up, Down | Still) | (Still, Down) => Up,
        (Down, Up | Still) | (Still, Up) => Down,
        (Ambiguous, _) | (_, Ambiguous) | (Up, Up) | (Down, Down) => Ambiguous,
    };
    let unknown = change == Still && one.unknown && two.unknown;
    let reason = match (one.change, two.change) {
        (Up, Up) => Some("both raise it; by how much each does is not known"),
        (Down, Down) => Some("both lower it; by how much each does is not known"),
        (Ambiguous, Ambiguous) => Some("it is open in both"),
        (Ambiguous, _) => Some("it is open in the first"),
        (_, Ambiguous) => Some("it is open in the second"),
        (Still, Still) => one.reason.as_deref(),
        _ => None,
    };
    let reason = reason.map(str::to_owned);
    let certainty = match change {
        Still => None,
        Ambiguous => Some(VerdictCertainty::Ambiguous),
        Up | Down => one.certainty.max(two.certainty),
    };
    // Paths of the two scenarios do not stand against each other.
    let (mechanism, documented) = match (one.change, two.change) {
        (Ambiguous, _) | (_, Ambiguous) | (Up, Up) | (Down, Down) => (Vec::new(), Vec::new()),
        (Still, _) => (two.mechanism, Vec::new()),
        _ => (one.mechanism, one.documented),
    };
    PredictionRow {
        change,
        certainty,
        likelihood: None,
        hedged: None,
        settled_by: None,
        mechanism,
        counter: Vec::new(),
        documented,
        unknown,
        reason,
        ..one
    }
}
