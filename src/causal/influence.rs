//! The influence graph: abundance and activity nodes, joined by signed influences, in compressed sparse rows.

use fixedbitset::FixedBitSet;

use super::key::Keys;
use super::{CausalStep, EntityTraits};
use crate::graph::ids::id;
use crate::graph::{Aspect, EntityId, Sign, Strength};

id!(
    /// A node of the influence graph: one aspect of one entity.
    NodeId
);
id!(
    /// A signed influence of one node on another.
    InfluenceId
);

/// Where an influence comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// An entity's abundance feeding its own activity.
    Link,
    /// The step at this position of the list that the graph was built from.
    Step(usize),
}

/// One signed influence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Influence {
    /// The node that acts.
    pub from: NodeId,
    /// The node that is moved.
    pub to: NodeId,
    /// Which way.
    pub sign: Sign,
    /// Its size class.
    pub strength: Strength,
    /// Whether a reaction uses up its substrate by it.
    pub consumption: bool,
    /// The step it comes from, or the link of an entity.
    pub origin: Origin,
}

/// The influence graph of a list of steps. Immutable.
///
/// Only entities that occur in a step have nodes. Nodes are numbered densely in the order of their entities, abundance
/// before activity; influences in the order links (by entity), then steps (as given).
#[derive(Clone, Debug)]
pub struct InfluenceGraph {
    /// The entity and aspect of each node.
    nodes: Vec<(EntityId, Aspect)>,
    /// By entity: its activity node. An abundance node stands right before it.
    activity: Vec<Option<NodeId>>,
    /// By node: the condition is absent in the untreated state.
    absent_at_rest: FixedBitSet,
    influences: Vec<Influence>,
    keys: Keys,
    outgoing: Rows,
    incoming: Rows,
}

impl InfluenceGraph {
    /// Builds the graph. `traits` is indexed by entity. O(entities + steps).
    ///
    /// # Panics
    /// Where a step names an entity beyond `traits`.
    pub fn build(traits: &[EntityTraits], steps: &[CausalStep]) -> Self {
        let mut occurs = FixedBitSet::with_capacity(traits.len());
        for step in steps {
            occurs.insert(step.subject.index());
            occurs.insert(step.object.index());
        }
        let mut nodes = Vec::new();
        let mut activity = vec![None; traits.len()];
        let mut influences = Vec::new();
        for index in occurs.ones() {
            let entity = EntityId::from_index(index);
            if traits[index].abundance {
                let from = NodeId::from_index(nodes.len());
                nodes.push((entity, Aspect::Abundance));
                influences.push(Influence {
                    from,
                    to: NodeId(from.0 + 1),
                    sign: Sign::Positive,
                    strength: Strength::Medium,
                    consumption: false,
                    origin: Origin::Link,
                });
            }
            activity[index] = Some(NodeId::from_index(nodes.len()));
            nodes.push((entity, Aspect::Activity));
        }
        let absent_at_rest = nodes.iter().map(|&(entity, _)| traits[entity.index()].absent_at_rest).enumerate();
        let absent_at_rest = absent_at_rest.filter(|&(_, absent)| absent).map(|(node, _)| node).collect();
        let (outgoing, incoming) = (Rows::default(), Rows::default());
        let mut graph = Self { nodes, activity, absent_at_rest, influences, keys: Keys::default(), outgoing, incoming };
        for (position, step) in steps.iter().enumerate() {
            let from = graph.node_of(step.subject, Aspect::Activity);
            let to = graph.node_of(step.object, step.aspect);
            let (Some(from), Some(to)) = (from, to) else { continue };
            graph.influences.push(Influence {
                from,
                to,
                sign: step.sign,
                strength: step.strength,
                consumption: step.consumption,
                origin: Origin::Step(position),
            });
        }
        let keys = graph.nodes.iter().map(|&(entity, aspect)| (traits[entity.index()].key, aspect));
        graph.keys = Keys::of(keys, &graph.influences);
        graph.outgoing = Rows::build(graph.nodes.len(), graph.influences.iter().map(|influence| influence.from));
        graph.incoming = Rows::build(graph.nodes.len(), graph.influences.iter().map(|influence| influence.to));
        graph
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// How many influences there are, links included.
    pub fn influence_count(&self) -> usize {
        self.influences.len()
    }

    /// All nodes in order.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = NodeId> + Clone + use<> {
        (0..self.nodes.len()).map(NodeId::from_index)
    }

    /// The entity and aspect of a node.
    pub fn entity_of(&self, node: NodeId) -> (EntityId, Aspect) {
        self.nodes[node.index()]
    }

    /// The node of an aspect of an entity; its activity where it has no abundance. None where the entity occurs in no
    /// step, and so neither moves anything nor is moved.
    pub fn node_of(&self, entity: EntityId, aspect: Aspect) -> Option<NodeId> {
        let activity = (*self.activity.get(entity.index())?)?;
        match aspect {
            Aspect::Activity => Some(activity),
            Aspect::Abundance => Some(self.abundance_before(activity).unwrap_or(activity)),
        }
    }

    /// The node that a question about an entity starts from, and ends in: its abundance where it has one, else its
    /// activity.
    pub fn source_node(&self, entity: EntityId) -> Option<NodeId> {
        self.node_of(entity, Aspect::Abundance)
    }

    fn abundance_before(&self, activity: NodeId) -> Option<NodeId> {
        let before = NodeId(activity.0.checked_sub(1)?);
        let same_entity = self.nodes[before.index()].0 == self.nodes[activity.index()].0;
        same_entity.then_some(before)
    }

    /// Whether the untreated state is without this node's entity.
    pub fn is_absent_at_rest(&self, node: NodeId) -> bool {
        self.absent_at_rest.contains(node.index())
    }

    /// The influence with this id.
    pub fn influence(&self, id: InfluenceId) -> &Influence {
        &self.influences[id.index()]
    }

    /// All influences in order.
    pub fn influences(&self) -> &[Influence] {
        &self.influences
    }

    /// What draws are made by.
    pub(super) fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The influences that leave a node, by id.
    pub fn outgoing(&self, node: NodeId) -> &[InfluenceId] {
        self.outgoing.row(node)
    }

    /// The influences that enter a node, by id.
    pub fn incoming(&self, node: NodeId) -> &[InfluenceId] {
        self.incoming.row(node)
    }

    /// The sign of a path: the product of its steps'.
    pub fn path_sign(&self, path: &[InfluenceId]) -> Sign {
        path.iter().fold(Sign::Positive, |sign, &step| sign * self.influence(step).sign)
    }
}

/// Influences grouped by node: compressed sparse rows.
#[derive(Clone, Debug, Default)]
struct Rows {
    starts: Vec<u32>,
    ids: Vec<InfluenceId>,
}

impl Rows {
    /// Groups influences by the node that `keys` gives for each, keeping their order within a node.
    fn build(nodes: usize, keys: impl ExactSizeIterator<Item = NodeId> + Clone) -> Self {
        let mut starts = vec![0_u32; nodes + 1];
        for key in keys.clone() {
            starts[key.index() + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut ids = vec![InfluenceId(0); keys.len()];
        for (position, key) in keys.enumerate() {
            let slot = &mut next[key.index()];
            ids[*slot as usize] = InfluenceId::from_index(position);
            *slot += 1;
        }
        Self { starts, ids }
    }

    fn row(&self, node: NodeId) -> &[InfluenceId] {
        let start = self.starts[node.index()] as usize;
        let end = self.starts[node.index() + 1] as usize;
        &self.ids[start..end]
    }
}
