//! Which drugs cut a loop, and where.

use rustc_hash::FxHashMap;

use crate::answer::Cut;
use crate::graph::{EntityId, ExpandedEdge, Graph, Group, Role, Sign};

use super::super::mechanism::Mechanism;
use super::super::step::step;
use super::cycle::Cycle;

/// Where drugs act against something.
///
/// A drug cuts a loop where a step of its own, or of a class that it belongs to, works against an entity of the loop, or
/// against the enzyme of a reaction of the loop. One that drives a loop from outside leaves it closed.
pub(super) struct Cutters<'m> {
    graph: &'m Graph,
    mechanism: &'m Mechanism,
    /// By entity: the steps of drugs against it.
    against: FxHashMap<EntityId, Vec<usize>>,
    /// By reaction: its enzymes.
    enzymes: FxHashMap<EntityId, Vec<EntityId>>,
}

impl<'m> Cutters<'m> {
    /// Collects the steps of drugs and the enzymes of reactions. O(edges).
    pub fn new(graph: &'m Graph, mechanism: &'m Mechanism) -> Self {
        let mut against: FxHashMap<EntityId, Vec<usize>> = FxHashMap::default();
        let mut enzymes: FxHashMap<EntityId, Vec<EntityId>> = FxHashMap::default();
        for (position, edge) in mechanism.edges().iter().enumerate() {
            let group = graph.schema.kind(graph.entity(edge.subject).kind()).group;
            if group == Group::Drug && edge.sign == Some(Sign::Negative) {
                against.entry(edge.object).or_default().push(position);
            }
            if graph.schema.relation(edge.relation).role == Role::Catalysis {
                enzymes.entry(edge.object).or_default().push(edge.subject);
            }
        }
        Self { graph, mechanism, against, enzymes }
    }

    /// The cuts of a loop: along the loop, classes before their members, then by name.
    pub fn of(&self, cycle: &Cycle) -> Vec<Cut> {
        let mut found: Vec<(usize, &ExpandedEdge)> = Vec::new();
        for (place, entity) in cycle.entities.iter().enumerate() {
            let enzymes = self.enzymes.get(entity).into_iter().flatten();
            for target in std::iter::once(entity).chain(enzymes) {
                let steps = self.against.get(target).into_iter().flatten();
                found.extend(steps.map(|&position| (place, &self.mechanism.edges()[position])));
            }
        }
        // A short form says nothing more where its drug's own step is on the loop too.
        let fine: Vec<EntityId> = found.iter().filter(|(_, edge)| !edge.coarse).map(|(_, edge)| edge.subject).collect();
        found.retain(|(_, edge)| !edge.coarse || !fine.contains(&edge.subject));
        found.sort_by_cached_key(|&(place, edge)| {
            let entity = self.graph.entity(edge.subject);
            (place, !self.graph.adjacency.is_class(edge.subject), entity.name.clone(), entity.id.clone())
        });
        let cut = |&(place, edge): &(usize, &ExpandedEdge)| {
            let same_place =
                |class: &EntityId| found.iter().any(|&(other, cut)| other == place && cut.subject == *class);
            let class = self.graph.adjacency.all_classes(edge.subject).into_iter().find(same_place);
            Cut {
                drug: self.graph.entity(edge.subject).name.clone(),
                at: self.graph.entity(cycle.entities[place]).name.clone(),
                via_class: class.map(|class| self.graph.entity(class).name.clone()),
                by: step(self.graph, edge),
            }
        };
        found.iter().map(cut).collect()
    }
}
