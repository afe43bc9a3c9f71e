//! Which classes pass something on to which entities.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::cancel::{Cancel, Cancelled};
use crate::graph::{EdgeId, EntityId, Graph};

/// A class above an entity, and how many memberships lie between.
type Above = (u32, EntityId);

/// For each entity the classes that pass an edge on to it. Classes that pass nothing on are not held, so that a long chain
/// of them costs no more than its length.
pub(super) struct Inheritance<'g> {
    graph: &'g Graph,
    /// The edges that a class passes on, in table order; no class that passes none on.
    passed_on: FxHashMap<EntityId, Vec<EdgeId>>,
    /// By entity; none of those above which some class is its own member.
    above: Vec<Option<Rc<[Above]>>>,
}

impl<'g> Inheritance<'g> {
    /// Goes down from the topmost classes once. O(memberships · classes that pass something on to one entity).
    ///
    /// # Errors
    /// Once cancelled.
    pub(super) fn new(graph: &'g Graph, cancel: &Cancel) -> Result<Self, Cancelled> {
        let own_edges = |class: EntityId| {
            let links = graph.adjacency.outgoing(class).into_iter();
            let inherited = links.filter(|link| graph.schema.relation(link.relation()).inherited);
            (class, inherited.map(|link| link.edge).collect::<Vec<EdgeId>>())
        };
        let passed_on = graph.adjacency.every_class().map(own_edges).filter(|(_, edges)| !edges.is_empty()).collect();
        let mut inheritance = Self { graph, passed_on, above: Vec::new() };
        if !inheritance.passed_on.is_empty() {
            inheritance.go_down(cancel)?;
        }
        Ok(inheritance)
    }

    fn go_down(&mut self, cancel: &Cancel) -> Result<(), Cancelled> {
        let adjacency = &self.graph.adjacency;
        let mut open: Vec<usize> = self.graph.entity_ids().map(|entity| adjacency.classes(entity).len()).collect();
        self.above = vec![None; open.len()];
        let mut ready: Vec<EntityId> = self.graph.entity_ids().filter(|entity| open[entity.index()] == 0).collect();
        while let Some(entity) = ready.pop() {
            cancel.check()?;
            self.above[entity.index()] = Some(self.gather(entity));
            for &member in adjacency.direct_members(entity) {
                if let Some(left) = open.get_mut(member.index()) {
                    *left = left.saturating_sub(1);
                    if *left == 0 {
                        ready.push(member);
                    }
                }
            }
        }
        Ok(())
    }

    /// What stands above an entity, from what stands above its classes.
    fn gather(&self, entity: EntityId) -> Rc<[Above]> {
        let mut gathered: Vec<Above> = Vec::new();
        for &class in self.graph.adjacency.classes(entity) {
            gathered.extend(self.passed_on.contains_key(&class).then_some((1, class)));
            let further = self.above.get(class.index()).and_then(Option::as_deref).unwrap_or_default();
            gathered.extend(further.iter().map(|&(distance, above)| (distance.saturating_add(1), above)));
        }
        gathered.sort_unstable_by_key(|&(distance, class)| (class, distance));
        gathered.dedup_by_key(|&mut (_, class)| class);
        gathered.sort_unstable();
        gathered.into()
    }

    /// The edges that classes pass on to an entity, each with its class: the nearest class first, then in table order.
    pub(super) fn of(&self, entity: EntityId) -> impl Iterator<Item = (EntityId, EdgeId)> {
        let classes = match self.above.get(entity.index()) {
            None => Vec::new(),
            Some(Some(above)) => above.iter().map(|&(_, class)| class).collect(),
            Some(None) => self.graph.adjacency.all_classes(entity),
        };
        classes
            .into_iter()
            .flat_map(|class| self.passed_on.get(&class).into_iter().flatten().map(move |&edge| (class, edge)))
    }
}
