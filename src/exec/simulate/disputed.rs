//! What the sources disagree on of things that are done together.

use indexmap::IndexSet;

use crate::answer::Change;
use crate::graph::{Disagreement, EntityId, Graph};
use crate::resolve::{Intervention, Interventions, Simulation};

use super::Predicted;
use super::composition::composition;

/// What is given on either side, components in place of therapies.
pub(super) fn given(graph: &Graph, simulation: &Simulation) -> Vec<EntityId> {
    of_side(graph, &simulation.scenario)
        .into_iter()
        .chain(simulation.versus.iter().flat_map(|versus| of_side(graph, versus)))
        .collect()
}

fn of_side(graph: &Graph, side: &Interventions) -> Vec<EntityId> {
    let named = side.list.iter().filter_map(Intervention::mention);
    named.flat_map(|mention| composition(graph, mention.entity).0).collect()
}

/// How many of these a matter is about, each once.
pub(super) fn concerned(graph: &Graph, matter: &Disagreement, given: &[EntityId]) -> usize {
    // A therapy is meant where what it gives is given, a class where a member is.
    let is_meant = |entity: EntityId, given: EntityId| {
        composition(graph, entity).0 == [given] || graph.adjacency.all_classes(given).contains(&entity)
    };
    let about = |given: &&EntityId| matter.about.iter().any(|&entity| is_meant(entity, **given));
    given.iter().filter(about).collect::<IndexSet<_>>().len()
}

/// Says beside what something adds to the rest that the sources disagree on just that: what the steps decide is then no
/// more than what the steps decide.
pub(super) fn mark(graph: &Graph, simulation: &Simulation, predicted: &mut [Predicted]) {
    let Some(versus) = &simulation.versus else { return };
    let rest = of_side(graph, versus);
    let mut added = of_side(graph, &simulation.scenario);
    added.retain(|entity| !rest.contains(entity));
    let both = |matter: &&Disagreement| concerned(graph, matter, &added) > 0 && concerned(graph, matter, &rest) > 0;
    let matters: Vec<String> =
        graph.disagreements.iter().filter(both).map(|matter| format!("{} ({})", matter.matter, matter.id)).collect();
    if matters.is_empty() {
        return;
    }
    let why = format!("but the sources disagree on {}", matters.join(", "));
    for one in predicted.iter_mut().filter(|one| matches!(one.row.change, Change::Up | Change::Down)) {
        one.row.reason = Some(match one.row.reason.take() {
            Some(reason) => format!("{reason}; {why}"),
            None => why.clone(),
        });
    }
}
