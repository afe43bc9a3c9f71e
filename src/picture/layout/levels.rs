//! What stands on which rank: nodes, labels, and the places where long lines pass.

use super::component::Component;
use super::sizes::Sizes;
use crate::picture::{Drawing, Weight};

/// What has a place on a rank.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub role: Role,
    /// Its rank.
    pub rank: usize,
    /// How far it reaches from its middle to the left of its rank.
    pub before: f64,
    /// How far to the right.
    pub after: f64,
    /// How far along, from end to end.
    pub depth: f64,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A node of the component.
    Node(usize),
    /// The label of an arrow of the drawing.
    Label(usize),
    /// A line passes.
    Bend,
}

/// A stretch of a line from an item to one on the next rank.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    /// The item on the upper rank.
    pub upper: usize,
    /// The item on the rank below.
    pub lower: usize,
    /// The arrow whose line it is, as a position in the drawing.
    pub arrow: usize,
    /// Whether the arrow points up.
    pub backwards: bool,
    /// How much it matters that it is straight.
    pub weight: f64,
}

/// The items that a line runs through, from rank to rank.
#[derive(Clone, Debug)]
pub struct Chain {
    /// The arrow, as a position in the drawing.
    pub arrow: usize,
    /// From the node above to the node below.
    pub items: Vec<usize>,
    /// Whether the arrow points to the node above.
    pub backwards: bool,
}

/// A component with an item for all that needs a place.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// The nodes of the component first, in its order.
    pub items: Vec<Item>,
    /// The items of each rank, from left to right.
    pub ranks: Vec<Vec<usize>>,
    /// All stretches of lines.
    pub segments: Vec<Segment>,
    /// One a link, in the order of the component.
    pub chains: Vec<Chain>,
    /// For each item the stretches that come from above.
    pub from_above: Vec<Vec<usize>>,
    /// For each item the stretches that go on below.
    pub to_below: Vec<Vec<usize>>,
}

impl Levels {
    /// Gives nodes, labels and bends their ranks. `backwards` says of each link whether it points up.
    pub fn new(drawing: &Drawing, component: &Component, sizes: &Sizes, ranks: &[usize], backwards: &[bool]) -> Self {
        let mut levels = Self::default();
        let labelled = component.links.iter().any(|link| sizes.label(link.arrow).is_some());
        let scale = if labelled { 2 } else { 1 };
        let deepest = ranks.iter().copied().max().unwrap_or_default() * scale;
        levels.ranks = vec![Vec::new(); deepest + 1];
        for (node, rank) in ranks.iter().enumerate() {
            let (half, depth) =
                (sizes.node(component.nodes[node]).breadth / 2.0, sizes.node(component.nodes[node]).depth);
            let after = half + sizes.loops(component, node);
            levels.add(Item { role: Role::Node(node), rank: rank * scale, before: half, after, depth });
        }
        levels.add_chains(drawing, component, sizes, backwards);
        levels.weigh_ends();
        levels
    }

    /// A line is the straighter the fewer others meet its node there: it bends in the fan of many.
    fn weigh_ends(&mut self) {
        for segment in &mut self.segments {
            let beside = |role: Role, lines: &[usize]| match role {
                Role::Node(_) => 1.0 / f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX)),
                Role::Label(_) | Role::Bend => 0.0,
            };
            let upper = beside(self.items[segment.upper].role, &self.to_below[segment.upper]);
            let lower = beside(self.items[segment.lower].role, &self.from_above[segment.lower]);
            segment.weight *= 1.0 + 0.5 * (upper + lower);
        }
    }

    fn add(&mut self, item: Item) -> usize {
        let index = self.items.len();
        self.ranks[item.rank].push(index);
        self.items.push(item);
        self.from_above.push(Vec::new());
        self.to_below.push(Vec::new());
        index
    }

    fn add_chains(&mut self, drawing: &Drawing, component: &Component, sizes: &Sizes, backwards: &[bool]) {
        let turned = component.links.iter().zip(backwards);
        let ends: Vec<(usize, usize)> =
            turned.map(|(link, back)| if *back { (link.to, link.from) } else { (link.from, link.to) }).collect();
        let label_ranks = self.label_ranks(component, sizes, &ends);
        for (index, link) in component.links.iter().enumerate() {
            let (upper, lower) = ends[index];
            let mut items = vec![upper];
            for rank in self.items[upper].rank + 1..self.items[lower].rank {
                let label = sizes.label(link.arrow).filter(|_| label_ranks[index] == Some(rank));
                let role = if label.is_some() { Role::Label(link.arrow) } else { Role::Bend };
                let (half, depth) = label.map_or((1.0, 0.0), |label| (label.breadth / 2.0, label.depth));
                items.push(self.add(Item { role, rank, before: half, after: half, depth }));
            }
            items.push(lower);
            let chain = Chain { arrow: link.arrow, items, backwards: backwards[index] };
            self.add_segments(&chain, importance(drawing.arrows[link.arrow].weight, backwards[index]));
            self.chains.push(chain);
        }
    }

    fn add_segments(&mut self, chain: &Chain, importance: f64) {
        let Chain { arrow, backwards, .. } = *chain;
        for pair in chain.items.windows(2) {
            let (upper, lower) = (pair[0], pair[1]);
            let bent =
                [upper, lower].into_iter().filter(|item| !matches!(self.items[*item].role, Role::Node(_))).count();
            let straightness = [1.0, 2.0, 6.0][bent];
            self.from_above[lower].push(self.segments.len());
            self.to_below[upper].push(self.segments.len());
            self.segments.push(Segment { upper, lower, arrow, backwards, weight: straightness * importance });
        }
    }

    /// The rank of each link's label. Those of short lines have no choice; those of long ones stand in the middle, or
    /// where there is more room.
    fn label_ranks(&self, component: &Component, sizes: &Sizes, ends: &[(usize, usize)]) -> Vec<Option<usize>> {
        let mut order: Vec<usize> = (0..ends.len()).collect();
        order.sort_by_key(|link| self.items[ends[*link].1].rank - self.items[ends[*link].0].rank);
        let mut load = vec![0.0; self.ranks.len()];
        let mut chosen = vec![None; ends.len()];
        for link in order {
            let Some(label) = sizes.label(component.links[link].arrow) else { continue };
            let (top, bottom) = (self.items[ends[link].0].rank, self.items[ends[link].1].rank);
            let (favourite, firmness) = self.favourite(ends, link);
            let cost = |rank: usize| {
                let ranks_off = f64::from(u32::try_from(rank.abs_diff(favourite)).unwrap_or(u32::MAX));
                load[rank] + firmness * ranks_off
            };
            let best = (top + 1..bottom).step_by(2).min_by(|one, other| cost(*one).total_cmp(&cost(*other)));
            if let Some(best) = best {
                load[best] += label.breadth;
            }
            chosen[link] = best;
        }
        chosen
    }

    /// Where the label of a long line would stand, and how much room a rank further on must save: at a node that
    /// nothing else joins, or in the middle.
    fn favourite(&self, ends: &[(usize, usize)], link: usize) -> (usize, f64) {
        let (upper, lower) = ends[link];
        let (top, bottom) = (self.items[upper].rank, self.items[lower].rank);
        let leaf = |node: usize| ends.iter().filter(|(upper, lower)| *upper == node || *lower == node).count() == 1;
        match (leaf(upper), leaf(lower)) {
            (true, false) => (top + 1, 1000.0),
            (false, true) => (bottom - 1, 1000.0),
            _ => (usize::midpoint(top, bottom), 40.0),
        }
    }
}

/// How much it matters that a line is straight.
const fn importance(weight: Weight, backwards: bool) -> f64 {
    let importance = match weight {
        Weight::Main => 8.0,
        Weight::Plain => 2.0,
        Weight::Opposing => 1.5,
        Weight::Documented => 0.7,
    };
    // What leads back goes round what leads on.
    if backwards { importance * 0.3 } else { importance }
}
