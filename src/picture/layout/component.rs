//! The parts of a drawing that no arrow joins; each is laid out by itself.

use petgraph::unionfind::UnionFind;

use crate::picture::{Arrow, Drawing};

/// A part of a drawing that hangs together. Positions of nodes are positions in it.
#[derive(Clone, Debug, Default)]
pub struct Component {
    /// Its nodes, as positions in the drawing, in the order of the drawing.
    pub nodes: Vec<usize>,
    /// The arrows between two of them.
    pub links: Vec<Link>,
    /// The arrows from a node to itself.
    pub loops: Vec<Loop>,
}

impl Component {
    /// The arrows from a node to itself, as positions in the drawing.
    pub fn loops_of(&self, node: usize) -> impl Iterator<Item = usize> {
        self.loops.iter().filter(move |looped| looped.node == node).map(|looped| looped.arrow)
    }
}

/// An arrow between two nodes of a component.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Its position in the drawing.
    pub arrow: usize,
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// An arrow from a node of a component to itself.
#[derive(Clone, Copy, Debug)]
pub struct Loop {
    /// Its position in the drawing.
    pub arrow: usize,
    /// The node.
    pub node: usize,
}

/// The components of a drawing, in the order of their first nodes; those of a single node last. An arrow from or to no
/// node of the drawing is in none.
pub fn components(drawing: &Drawing) -> Vec<Component> {
    let count = drawing.nodes.len();
    let drawn = |arrow: &Arrow| arrow.from < count && arrow.to < count;
    let mut sets = UnionFind::<usize>::new(count);
    for arrow in drawing.arrows.iter().filter(|arrow| drawn(arrow)) {
        sets.union(arrow.from, arrow.to);
    }
    let mut components: Vec<Component> = Vec::new();
    let mut of_set = vec![usize::MAX; count];
    let mut place = vec![(0, 0); count];
    for (node, place) in place.iter_mut().enumerate() {
        let set = sets.find(node);
        if of_set[set] == usize::MAX {
            of_set[set] = components.len();
            components.push(Component::default());
        }
        let component = &mut components[of_set[set]];
        *place = (of_set[set], component.nodes.len());
        component.nodes.push(node);
    }
    for (position, arrow) in drawing.arrows.iter().enumerate().filter(|(_, arrow)| drawn(arrow)) {
        let (component, from) = place[arrow.from];
        let (_, to) = place[arrow.to];
        if from == to {
            components[component].loops.push(Loop { arrow: position, node: from });
        } else {
            components[component].links.push(Link { arrow: position, from, to });
        }
    }
    components.sort_by_key(|component| component.nodes.len() == 1);
    components
}
