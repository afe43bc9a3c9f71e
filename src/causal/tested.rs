//! Components tested for stability, candidate by candidate, and what came of it. Whether a candidate is stable is a matter
//! of the component alone, so that questions from many sources to many targets share it.

use rustc_hash::FxHashMap;

use super::stability::{Stability, StabilityTest};
use super::world::{Units, World};
use super::{Condensation, InfluenceGraph, InfluenceId, NodeId, Prior};

/// How many components are remembered before all are forgotten.
const REMEMBERED: usize = 64;

/// What the draws of a component's gains and limitations depend on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct ComponentKey {
    nodes: Vec<NodeId>,
    /// Those of its influences that have gain 1.
    units: Vec<InfluenceId>,
}

impl ComponentKey {
    /// Of the component at a position.
    pub fn of(graph: &InfluenceGraph, condensation: &Condensation, position: usize, units: &Units) -> Self {
        let mut nodes = condensation.components()[position].nodes.clone();
        nodes.sort_unstable();
        let leaving = nodes.iter().flat_map(|&node| graph.outgoing(node).iter().copied());
        let inner = leaving.filter(|&id| condensation.same_component(nodes[0], graph.influence(id).to));
        let units = inner.filter(|&id| units.contains(id)).collect();
        Self { nodes, units }
    }
}

/// The test of some components, with what it said of candidates so far.
#[derive(Clone, Debug)]
pub(super) struct Tested {
    test: StabilityTest,
    /// By prior and candidate.
    known: [Vec<Option<Stability>>; 3],
}

impl Tested {
    pub fn new(test: StabilityTest) -> Self {
        Self { test, known: Default::default() }
    }

    /// Whether a candidate is known to be unstable.
    pub fn rejects(&self, prior: Prior, candidate: u32) -> bool {
        self.known[prior as usize].get(candidate as usize) == Some(&Some(Stability::Unstable))
    }

    /// How stable a candidate is, drawn as `world`.
    pub fn judge(&mut self, prior: Prior, candidate: u32, world: &World) -> Stability {
        let known = &mut self.known[prior as usize];
        let candidate = candidate as usize;
        if known.len() <= candidate {
            known.resize(candidate + 1, None);
        }
        *known[candidate].get_or_insert_with(|| self.test.world(world))
    }
}

/// The components tested so far. Only a memory: answers do not depend on what it holds.
#[derive(Clone, Debug, Default)]
pub(super) struct TestedComponents(FxHashMap<ComponentKey, Tested>);

impl TestedComponents {
    /// Takes a component out, or prepares it.
    pub fn take(
        &mut self,
        key: &ComponentKey,
        graph: &InfluenceGraph,
        condensation: &Condensation,
        position: usize,
    ) -> Tested {
        let prepare = || Tested::new(StabilityTest::new(graph, condensation, std::iter::once(position)));
        self.0.remove(key).unwrap_or_else(prepare)
    }

    /// Puts components back, with what is known of them by now.
    pub fn put_back(&mut self, components: impl Iterator<Item = (ComponentKey, Tested)>) {
        self.0.extend(components);
        if self.0.len() > REMEMBERED {
            self.0.clear();
        }
    }
}
