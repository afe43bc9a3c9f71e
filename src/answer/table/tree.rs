//! Chains of steps folded into a tree: what they share is drawn once, and each ends in what is said of it.

use indexmap::IndexMap;

use super::super::arrows::relation_text;
use super::super::markup::{Markup, Meaning};
use super::super::row::Step;
use super::page::Page;

/// Which end the chains share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trunk {
    /// They lead from it.
    Source,
    /// They lead to it.
    Target,
}

/// Chains folded from the end that they share.
pub(super) struct Tree<'a> {
    trunk: Trunk,
    roots: IndexMap<Root<'a>, usize>,
    nodes: Vec<Node<'a>>,
}

/// Where a tree begins: an entity, and a word that may stand before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Root<'a> {
    before: &'a str,
    entity: &'a str,
}

/// An entity in the tree: the step that joins it to the one before, and how it goes on.
#[derive(Default)]
struct Node<'a> {
    step: Option<&'a Step>,
    remarks: Vec<Markup>,
    branches: IndexMap<(&'a str, String, &'a str), usize>,
}

/// A chain to fold: where it starts, its steps, and what is said of it.
pub(super) struct Chain<'a> {
    /// Stands before the start: `less`.
    pub before: &'a str,
    pub start: &'a str,
    pub steps: &'a [Step],
    pub remarks: Vec<Markup>,
}

impl<'a> Tree<'a> {
    /// The chains folded from their target where that is all they share, else from their sources.
    pub fn of(chains: Vec<Chain<'a>>) -> Self {
        let same = |end: fn(&Chain<'a>) -> Option<&'a str>| {
            let mut ends = chains.iter().map(end);
            let first = ends.next();
            ends.all(|end| Some(end) == first)
        };
        let one_target = same(|chain| chain.steps.last().map(|step| step.to.as_str()));
        let trunk = if one_target && !same(|chain| Some(chain.start)) { Trunk::Target } else { Trunk::Source };
        let mut tree = Self { trunk, roots: IndexMap::new(), nodes: Vec::new() };
        for chain in chains {
            tree.add(chain);
        }
        tree
    }

    fn add(&mut self, chain: Chain<'a>) {
        let entity = match self.trunk {
            Trunk::Source => chain.start,
            Trunk::Target => chain.steps.last().map_or(chain.start, |step| &step.to),
        };
        let root = Root { before: chain.before, entity };
        let known = self.roots.get(&root).copied();
        let mut here = known.unwrap_or_else(|| self.node(None));
        self.roots.entry(root).or_insert(here);
        for place in 0..chain.steps.len() {
            let place = if self.trunk == Trunk::Source { place } else { chain.steps.len() - 1 - place };
            here = self.branch(here, &chain.steps[place]);
        }
        self.nodes[here].remarks.extend(chain.remarks);
    }

    fn branch(&mut self, from: usize, step: &'a Step) -> usize {
        let key = (step.from.as_str(), relation_text(step), step.to.as_str());
        if let Some(&node) = self.nodes[from].branches.get(&key) {
            return node;
        }
        let node = self.node(Some(step));
        self.nodes[from].branches.insert(key, node);
        node
    }

    fn node(&mut self, step: Option<&'a Step>) -> usize {
        self.nodes.push(Node { step, ..Node::default() });
        self.nodes.len() - 1
    }

    /// Draws it on a page.
    pub fn draw(&self, page: &mut Page) {
        for (root, &node) in &self.roots {
            let mut line = Markup::new();
            if !root.before.is_empty() {
                line.push(Meaning::Keyword, root.before);
                line.plain(" ");
            }
            line.push(Meaning::Name, root.entity);
            self.stretch(page, Margins { first: "", inside: "" }, line, root.entity, node);
        }
    }

    /// Draws the tree from a node to its next fork or remark on one line, then what is said there, then its branches.
    fn stretch(&self, page: &mut Page, margins: Margins<'_>, mut line: Markup, mut here: &'a str, node: usize) {
        let (steps, end) = self.steps_from(node);
        match self.trunk {
            Trunk::Source => steps.iter().for_each(|step| here = page.extend(&mut line, here, step)),
            Trunk::Target if steps.is_empty() => {}
            Trunk::Target => {
                let start = steps.last().map_or("", |step| step.from.as_str());
                line.push(Meaning::Name, start);
                steps.iter().rev().fold(start, |here, step| page.extend(&mut line, here, step));
            }
        }
        let end = &self.nodes[end];
        let glyphs = page.glyphs.branches;
        let below = format!("{}{}", margins.inside, if end.branches.is_empty() { "" } else { glyphs.beside });
        page.hanging(margins.first, &below, &line);
        for remark in &end.remarks {
            page.hanging(&below, &below, remark);
        }
        for (place, &node) in end.branches.values().enumerate() {
            let last = place + 1 == end.branches.len();
            let (branch, beside) = if last { (glyphs.last, glyphs.below) } else { (glyphs.branch, glyphs.beside) };
            let first =
                format!("{}{branch}{}", margins.inside, if self.begins_with_arrow(here, node) { "" } else { " " });
            let inside = format!("{}{beside}", margins.inside);
            self.stretch(page, Margins { first: &first, inside: &inside }, Markup::new(), here, node);
        }
    }

    /// Whether a branch begins with an arrow that leads on from the trunk, so that the two are one line.
    fn begins_with_arrow(&self, here: &str, node: usize) -> bool {
        self.trunk == Trunk::Source && self.nodes[node].step.is_some_and(|step| step.from == here)
    }

    /// The steps from a node up to where the tree forks, ends or has something said of it.
    fn steps_from(&self, node: usize) -> (Vec<&'a Step>, usize) {
        let mut steps: Vec<&Step> = self.nodes[node].step.into_iter().collect();
        let mut end = node;
        // The trunk of chains that lead to it stands alone: they are told towards it.
        let goes_on = |end: usize| self.trunk == Trunk::Source || self.nodes[end].step.is_some();
        while goes_on(end) && self.nodes[end].remarks.is_empty() && self.nodes[end].branches.len() == 1 {
            let Some(&next) = self.nodes[end].branches.values().next() else { break };
            steps.extend(self.nodes[next].step);
            end = next;
        }
        (steps, end)
    }
}

/// What stands before the first line of a stretch, and before all below it.
#[derive(Clone, Copy)]
struct Margins<'m> {
    first: &'m str,
    inside: &'m str,
}
