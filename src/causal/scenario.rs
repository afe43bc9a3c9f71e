//! What is done to the system in one question.

use super::{InfluenceGraph, InfluenceId, NodeId};
use crate::graph::Sign;

/// A small sustained input to one node; feedback still acts on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Press {
    /// The node.
    pub node: NodeId,
    /// More or less.
    pub sign: Sign,
}

/// Presses, levels held and levels forced, all at once. Presses have equal size.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Scenario {
    /// Sustained inputs. A press on a node that is held or forced does nothing.
    pub presses: Vec<Press>,
    /// Nodes held unchanged. Holding an abundance leaves the activity of the same entity free.
    pub clamped: Vec<NodeId>,
    /// Nodes fixed one unit up or down, their own inputs cut (Pearl's `do()`). Wins over `clamped`; of two for one node the
    /// first wins.
    pub forced: Vec<(NodeId, Sign)>,
}

impl Scenario {
    /// One press and nothing else.
    pub fn press(node: NodeId, sign: Sign) -> Self {
        Self { presses: vec![Press { node, sign }], ..Self::default() }
    }

    /// What this scenario does beyond another one, where both hold and force the same: as one scenario, by linearity.
    pub(super) fn less(&self, other: &Self) -> Option<Self> {
        let mut forced = [self.forced.clone(), other.forced.clone()];
        for forced in &mut forced {
            forced.sort_unstable();
        }
        if self.held() != other.held() || forced[0] != forced[1] {
            return None;
        }
        let mut more: Vec<Press> = self.acting().copied().collect();
        let mut less = Vec::new();
        for press in other.acting() {
            match more.iter().position(|own| own == press) {
                Some(position) => drop(more.remove(position)),
                None => less.push(Press { sign: -press.sign, ..*press }),
            }
        }
        more.extend(less);
        Some(Self { presses: more, clamped: self.held(), forced: Vec::new() })
    }

    /// The nodes that are held or forced; sorted, each once.
    pub(super) fn held(&self) -> Vec<NodeId> {
        let mut held: Vec<_> = self.clamped.iter().copied().chain(self.forced.iter().map(|&(node, _)| node)).collect();
        held.sort_unstable();
        held.dedup();
        held
    }

    /// The nodes to take out of the graph: those held or forced. A node without inputs may stay where it is forced, since
    /// there is nothing to cut; so what is done to it shares all work with what is done to others.
    pub(super) fn removed(&self, graph: &InfluenceGraph) -> Vec<NodeId> {
        let mut removed = self.held();
        removed.retain(|node| self.clamped.contains(node) || !graph.incoming(*node).is_empty());
        removed
    }

    /// The presses that do something: those on nodes neither held nor forced.
    pub(super) fn acting(&self) -> impl Iterator<Item = &Press> {
        let held = |node| self.clamped.contains(&node) || self.forced_sign(node).is_some();
        self.presses.iter().filter(move |press| !held(press.node))
    }

    /// The sign that a node is forced to.
    pub(super) fn forced_sign(&self, node: NodeId) -> Option<Sign> {
        self.forced.iter().find(|&&(forced, _)| forced == node).map(|&(_, sign)| sign)
    }

    /// The influences through which the forced levels act, with the sign of the level.
    pub(super) fn forced_outputs<'a>(
        &'a self,
        graph: &'a InfluenceGraph,
    ) -> impl Iterator<Item = (InfluenceId, Sign)> + 'a {
        let nodes = self.forced.iter().enumerate();
        let firsts = nodes.filter(|&(at, &(node, _))| self.forced[..at].iter().all(|&(earlier, _)| earlier != node));
        firsts.flat_map(|(_, &(node, sign))| graph.outgoing(node).iter().map(move |&id| (id, sign)))
    }

    /// Where the scenario enters the graph: the nodes pressed, and those that forced nodes act on.
    pub(super) fn entries(&self, graph: &InfluenceGraph) -> Vec<NodeId> {
        let pressed = self.acting().map(|press| press.node);
        pressed.chain(self.forced_outputs(graph).map(|(id, _)| graph.influence(id).to)).collect()
    }

    /// Whether a node is pressed.
    pub(super) fn presses_on(&self, node: NodeId) -> bool {
        self.acting().any(|press| press.node == node)
    }
}
