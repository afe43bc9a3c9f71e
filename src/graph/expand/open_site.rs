//! Where agents act in a way that nobody states: at members of a class of receptors that the graph does not name.
//!
//! A class as an object is existential: who blocks two estrogen receptors may do anything at a third. So what such an agent
//! does to the class as a whole, and to whatever is acted on through the class, is open.

use indexmap::IndexSet;
use rustc_hash::{FxHashMap, FxHashSet};

use super::ExpandedEdge;
use crate::graph::{Aspect, EntityId, Graph};

/// Something on which an agent acts in an unknown way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OpenSite {
    /// Who acts at some members of the class.
    pub agent: EntityId,
    /// The class of receptors (or of anything else that has no amount of its own).
    pub class: EntityId,
    /// Who acts on the object through a member that the graph does not name; none where the object is the class itself.
    pub mediator: Option<EntityId>,
    /// On what the agent may act.
    pub object: EntityId,
    /// What of it.
    pub aspect: Aspect,
}

impl OpenSite {
    /// The open sites among steps, in the order of the steps. O(steps · classes of an entity · agents of a class).
    pub fn among(graph: &Graph, steps: &[ExpandedEdge]) -> Vec<Self> {
        let ways = ways_through_classes(graph, steps);
        if ways.is_empty() {
            return Vec::new();
        }
        let joined: FxHashSet<(EntityId, EntityId)> = steps.iter().map(|step| (step.subject, step.object)).collect();
        let mut agents: FxHashMap<EntityId, IndexSet<EntityId>> = FxHashMap::default();
        for step in steps {
            for class in graph.adjacency.all_classes(step.object) {
                agents.entry(class).or_default().insert(step.subject);
            }
        }
        let mut sites = Vec::new();
        for (class, mediator, object, aspect) in ways {
            for &agent in agents.get(&class).into_iter().flatten() {
                // What acts on the whole class, or as the mediator does, is told by steps of its own.
                let told = joined.contains(&(agent, class))
                    || mediator.is_some_and(|mediator| mediator == agent || joined.contains(&(agent, mediator)));
                if !told && agent != object {
                    sites.push(Self { agent, class, mediator, object, aspect });
                }
            }
        }
        sites
    }
}

type Way = (EntityId, Option<EntityId>, EntityId, Aspect);

/// Where steps lead to a class, or through one to something else.
fn ways_through_classes(graph: &Graph, steps: &[ExpandedEdge]) -> IndexSet<Way> {
    let is_class = |entity: EntityId| {
        let kind = graph.schema.kind(graph.entity(entity).kind());
        !kind.abundance && !kind.absent_at_rest && graph.adjacency.is_class(entity)
    };
    let mut ways = IndexSet::new();
    for step in steps {
        if is_class(step.object) {
            ways.insert((step.object, None, step.object, step.aspect));
        }
        let through = graph.edge(step.edge).through.iter().filter(|_| !step.coarse);
        for &class in through.filter(|&&inner| is_class(inner)) {
            ways.insert((class, Some(step.subject), step.object, step.aspect));
        }
    }
    ways
}
