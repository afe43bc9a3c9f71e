//! Which arrows point against the flow of the drawing.
//!
//! Feedback is normal in what is drawn here, so some arrows must point backwards. Which, decides how a drawing reads:
//! few of them, none of the mechanism where another will do, and otherwise so that nodes stay in the order in which the
//! answer names them. That is a weighted feedback arc set; the order of the answer is a good first solution, and is
//! improved by sifting one node at a time to its best place.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::component::{Component, Link};
use crate::picture::{Drawing, Part, Weight};

/// How often each node is sifted at most. Two rounds settle nearly everything.
const ROUNDS: usize = 8;

/// For each link of a component whether it points backwards.
pub fn backwards(drawing: &Drawing, component: &Component) -> Vec<bool> {
    let count = component.nodes.len();
    let mut place = vec![0; count];
    let mut set_of = vec![0; count];
    for (set, members) in strong_components(component).into_iter().enumerate() {
        let order = sifted(drawing, component, members);
        for (position, node) in order.into_iter().enumerate() {
            place[node] = position;
            set_of[node] = set;
        }
    }
    component
        .links
        .iter()
        .map(|link| set_of[link.from] == set_of[link.to] && place[link.from] > place[link.to])
        .collect()
}

/// The strongly connected components, each in the order of the drawing, with sources first and targets last.
fn strong_components(component: &Component) -> Vec<Vec<usize>> {
    let mut graph = DiGraph::<(), ()>::with_capacity(component.nodes.len(), component.links.len());
    let indices: Vec<_> = component.nodes.iter().map(|_| graph.add_node(())).collect();
    for link in &component.links {
        graph.add_edge(indices[link.from], indices[link.to], ());
    }
    kosaraju_scc(&graph).into_iter().map(|set| set.into_iter().map(NodeIndex::index).collect()).collect()
}

/// The members of a strongly connected component in an order in which little points backwards.
fn sifted(drawing: &Drawing, component: &Component, mut order: Vec<usize>) -> Vec<usize> {
    order.sort_by_key(|node| match drawing.nodes[component.nodes[*node]].part {
        Part::Source => (0, *node),
        Part::Between | Part::Centre => (1, *node),
        Part::Target => (2, *node),
    });
    let pull = Pull::new(drawing, component, &order);
    for _ in 0..ROUNDS {
        let mut moved = false;
        for node in order.clone() {
            moved |= pull.sift(&mut order, node);
        }
        if !moved {
            break;
        }
    }
    order
}

/// How much it costs to draw the links from one node to another backwards.
struct Pull {
    count: usize,
    place: Vec<usize>,
    costs: Vec<i32>,
}

impl Pull {
    fn new(drawing: &Drawing, component: &Component, members: &[usize]) -> Self {
        let mut place = vec![usize::MAX; component.nodes.len()];
        for (position, node) in members.iter().enumerate() {
            place[*node] = position;
        }
        let mut pull = Self { count: members.len(), place, costs: vec![0; members.len() * members.len()] };
        for link in &component.links {
            if pull.place[link.from] != usize::MAX && pull.place[link.to] != usize::MAX {
                let index = pull.index(link.from, link.to);
                pull.costs[index] += cost(drawing, component, link);
            }
        }
        pull
    }

    fn index(&self, from: usize, to: usize) -> usize {
        self.place[from] * self.count + self.place[to]
    }

    /// Moves a node to where the least points backwards, if that is less than where it stands.
    fn sift(&self, order: &mut Vec<usize>, node: usize) -> bool {
        let Some(current) = order.iter().position(|other| *other == node) else { return false };
        order.remove(current);
        // What it costs more than at the very front to stand before each other node.
        let mut costs = vec![0];
        for other in order.iter() {
            let before = costs.last().copied().unwrap_or_default();
            costs.push(before + self.costs[self.index(node, *other)] - self.costs[self.index(*other, node)]);
        }
        let least = costs.iter().copied().min().unwrap_or_default();
        let nearest =
            (0..costs.len()).filter(|place| costs[*place] == least).min_by_key(|place| place.abs_diff(current));
        let best = if costs[current] == least { current } else { nearest.unwrap_or(current) };
        order.insert(best, node);
        best != current
    }
}

/// What it costs to draw a link backwards: most on the mechanism, less where it returns to a source or leaves a target.
fn cost(drawing: &Drawing, component: &Component, link: &Link) -> i32 {
    let weight = match drawing.arrows[link.arrow].weight {
        Weight::Main => 8,
        Weight::Plain => 6,
        Weight::Opposing => 4,
        Weight::Documented => 1,
    };
    let part = |node: usize| drawing.nodes[component.nodes[node]].part;
    if part(link.to) == Part::Source || part(link.from) == Part::Target { weight / 2 } else { weight }
}
