//! Strongly connected components of what is left of the graph, in topological order.

use fixedbitset::FixedBitSet;
use petgraph::Direction;
use petgraph::algo::kosaraju_scc;
use petgraph::visit::IntoNeighborsDirected;

use super::remainder::Remainder;
use super::{InfluenceGraph, NodeId};
use crate::graph::Sign;

/// One strongly connected component.
#[derive(Clone, Debug)]
pub struct Component {
    /// Its nodes. A node's place here is its *local* number.
    pub nodes: Vec<NodeId>,
    /// Whether a loop runs through it: it has several nodes, or one that influences itself.
    pub cyclic: bool,
    /// Where every loop is positive: a colour for each local node such that each influence inside the component has the
    /// product of its ends' colours for sign. None where some loop is negative.
    pub colours: Option<Vec<Sign>>,
}

impl Component {
    /// Whether at least one feedback loop in it is negative.
    pub fn holds_negative_loop(&self) -> bool {
        self.cyclic && self.colours.is_none()
    }
}

/// The condensation of an influence graph from which some nodes were removed.
#[derive(Clone, Debug)]
pub struct Condensation {
    removed: FixedBitSet,
    components: Vec<Component>,
    /// By node: its component and its local number there; meaningless for removed nodes.
    places: Vec<(u32, u32)>,
}

impl Condensation {
    /// Condenses what is left of the graph without `removed`. O(nodes + influences).
    pub fn build(graph: &InfluenceGraph, removed: &[NodeId]) -> Self {
        let mut set = FixedBitSet::with_capacity(graph.node_count());
        set.extend(removed.iter().map(|node| node.index()));
        let view = Remainder { graph, removed: &set };
        // Not petgraph's tarjan_scc: that one is recursive and overflows the stack on long chains.
        let mut groups = kosaraju_scc(view);
        // Kosaraju's order is the reverse of the topological one.
        groups.reverse();
        let mut places = vec![(0, 0); graph.node_count()];
        for (component, group) in (0_u32..).zip(&groups) {
            for (local, &node) in (0_u32..).zip(group) {
                places[node as usize] = (component, local);
            }
        }
        let mut condensation = Self { removed: set, components: Vec::with_capacity(groups.len()), places };
        for group in groups {
            let nodes: Vec<NodeId> = group.into_iter().map(NodeId).collect();
            let component = condensation.component(graph, nodes);
            condensation.components.push(component);
        }
        condensation
    }

    fn component(&self, graph: &InfluenceGraph, nodes: Vec<NodeId>) -> Component {
        let cyclic = nodes.len() > 1 || self.inner(graph, nodes[0]).next().is_some();
        let colours = if cyclic { self.colours(graph, &nodes) } else { Some(vec![Sign::Positive]) };
        Component { nodes, cyclic, colours }
    }

    /// The influences that leave a node and stay in its component: local number of the other end, and sign.
    fn inner<'a>(&'a self, graph: &'a InfluenceGraph, node: NodeId) -> impl Iterator<Item = (usize, Sign)> + 'a {
        let influences = graph.outgoing(node).iter().map(|&id| graph.influence(id));
        let inner = influences.filter(move |influence| self.same_component(node, influence.to));
        inner.map(|influence| (self.local(influence.to), influence.sign))
    }

    /// Colours the nodes along one spanning search, then tests every influence (Harary's balance, over directed
    /// influences; in a strongly connected component the directed loops decide).
    fn colours(&self, graph: &InfluenceGraph, nodes: &[NodeId]) -> Option<Vec<Sign>> {
        let mut colours = vec![None; nodes.len()];
        colours[0] = Some(Sign::Positive);
        let mut stack = vec![(0, Sign::Positive)];
        while let Some((local, colour)) = stack.pop() {
            for (other, sign) in self.inner(graph, nodes[local]) {
                match colours[other] {
                    None => {
                        colours[other] = Some(colour * sign);
                        stack.push((other, colour * sign));
                    }
                    Some(seen) if seen != colour * sign => return None,
                    Some(_) => {}
                }
            }
        }
        colours.into_iter().collect()
    }

    /// The components, sources before what they act on.
    pub fn components(&self) -> &[Component] {
        &self.components
    }

    /// Whether a node was removed.
    pub fn is_removed(&self, node: NodeId) -> bool {
        self.removed.contains(node.index())
    }

    /// The removed nodes.
    pub fn removed(&self) -> &FixedBitSet {
        &self.removed
    }

    /// The position of a node's component.
    pub fn component_of(&self, node: NodeId) -> usize {
        self.places[node.index()].0 as usize
    }

    /// A node's local number within its component.
    pub fn local(&self, node: NodeId) -> usize {
        self.places[node.index()].1 as usize
    }

    /// Whether both nodes remain and lie in one component. True of a node and itself.
    pub fn same_component(&self, one: NodeId, other: NodeId) -> bool {
        !self.is_removed(one) && !self.is_removed(other) && self.component_of(one) == self.component_of(other)
    }

    /// The nodes from which one of `nodes` can be reached, themselves included.
    pub fn ancestors(&self, graph: &InfluenceGraph, nodes: &[NodeId]) -> FixedBitSet {
        self.closure(graph, nodes, Direction::Incoming)
    }

    /// The nodes that can be reached from one of `nodes`, themselves included.
    pub fn descendants(&self, graph: &InfluenceGraph, nodes: &[NodeId]) -> FixedBitSet {
        self.closure(graph, nodes, Direction::Outgoing)
    }

    fn closure(&self, graph: &InfluenceGraph, nodes: &[NodeId], direction: Direction) -> FixedBitSet {
        let view = Remainder { graph, removed: &self.removed };
        let mut seen = FixedBitSet::with_capacity(graph.node_count());
        let mut stack: Vec<u32> = nodes.iter().filter(|&&node| view.contains(node)).map(|node| node.0).collect();
        seen.extend(stack.iter().map(|&node| node as usize));
        while let Some(node) = stack.pop() {
            for next in view.neighbors_directed(node, direction) {
                if !seen.put(next as usize) {
                    stack.push(next);
                }
            }
        }
        seen
    }
}
