//! Compressed sparse rows: the edges of each node, seen from one of their ends.

use std::ops::Range;

use super::{Bounds, Column, Label};

/// One edge as one of its ends sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The node at the other end.
    pub neighbour: u32,
    /// What the edge says.
    pub label: Label,
    /// The edge.
    pub edge: u32,
}

/// The edges of each node, in three columns beside each other. A row is sorted by neighbour, then by edge; parallel edges
/// and self loops are kept. Twelve bytes an edge and four a node.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    begins: Column<u32>,
    neighbours: Column<u32>,
    labels: Column<Label>,
    edges: Column<u32>,
    /// The tables that the numbers are held against; none where rows were made in memory, and are sound.
    bounds: Option<Bounds>,
}

impl Rows {
    /// Lays edges out by start and by end: (outgoing, incoming). Edge `i` runs from `starts[i]` to `ends[i]`, all below
    /// `nodes`, with `labels[i]`; what is missing at the end of the shorter columns is no edge.
    ///
    /// Two counting sorts a direction, side by side on two threads, so O(nodes + edges); until both are done it takes a third
    /// more memory than the result.
    pub fn both(nodes: usize, starts: &[u32], ends: &[u32], labels: &[Label]) -> (Self, Self) {
        let count = starts.len().min(ends.len()).min(labels.len());
        let (starts, ends, labels) = (&starts[..count], &ends[..count], &labels[..count]);
        let turned = |here, there| Self::by_both(nodes, here, there, labels);
        if count < WORTH_A_THREAD {
            return (turned(starts, ends), turned(ends, starts));
        }
        std::thread::scope(|scope| {
            let outgoing = scope.spawn(|| turned(starts, ends));
            let incoming = turned(ends, starts);
            (outgoing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), incoming)
        })
    }

    /// Rows by the ends here, each sorted by the ends there: edges that come sorted by these are laid out by those.
    fn by_both(nodes: usize, here: &[u32], there: &[u32], labels: &[Label]) -> Self {
        let mut next = begins(nodes, there);
        let mut sorted = vec![0; there.len()];
        for (edge, &node) in (0..number(there.len())).zip(there) {
            let at = &mut next[node as usize];
            sorted[*at as usize] = edge;
            *at += 1;
        }
        let begins = begins(nodes, here);
        next.clone_from(&begins);
        let mut filled = Filled::new(here.len());
        for edge in sorted {
            let position = edge as usize;
            filled.put(&mut next[here[position] as usize], there[position], labels[position], edge);
        }
        filled.into_rows(begins)
    }

    /// Rows of these columns: `begins` has one number more than there are nodes. None where lengths disagree; what the
    /// numbers say is checked when they are followed.
    pub fn from_columns(
        begins: Column<u32>,
        neighbours: Column<u32>,
        labels: Column<Label>,
        edges: Column<u32>,
    ) -> Option<Self> {
        let lengths_agree = neighbours.len() == labels.len() && neighbours.len() == edges.len();
        let begins_agree = match (begins.first(), begins.last()) {
            (Some(0), Some(&last)) => last as usize == neighbours.len(),
            (None, None) => neighbours.is_empty(),
            _ => false,
        };
        (lengths_agree && begins_agree).then_some(Self { begins, neighbours, labels, edges, bounds: None })
    }

    /// The same rows as those of a graph with these tables, where damage is noted.
    #[must_use]
    pub(in crate::graph) fn within(self, bounds: &Bounds) -> Self {
        Self { bounds: Some(bounds.clone()), ..self }
    }

    /// Notes that a number was met in the columns that no sound rows hold: who follows the columns by slices calls this.
    pub fn note_damage(&self) {
        self.bounds.iter().for_each(Bounds::note_damage);
    }

    /// The four columns: beginnings, neighbours, labels, edges. Copies no number.
    pub fn columns(&self) -> (Column<u32>, Column<u32>, Column<Label>, Column<u32>) {
        (self.begins.clone(), self.neighbours.clone(), self.labels.clone(), self.edges.clone())
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        self.begins.len().saturating_sub(1)
    }

    /// How many edges there are.
    pub fn edge_count(&self) -> usize {
        self.neighbours.len()
    }

    /// Where the row of a node stands in the columns; empty for a node that does not exist, and in damaged columns, which
    /// is noted.
    pub fn range(&self, node: u32) -> Range<usize> {
        let begins = self.begins.as_slice();
        match (begins.get(node as usize), begins.get(node as usize + 1)) {
            (Some(&begin), Some(&end)) if begin <= end && end as usize <= self.neighbours.len() => {
                begin as usize..end as usize
            }
            (Some(_), Some(_)) => {
                self.note_damage();
                0..0
            }
            _ => 0..0,
        }
    }

    /// The row of a node; empty, and noted, where it names what does not exist.
    pub fn row(&self, node: u32) -> impl ExactSizeIterator<Item = Entry> + '_ {
        let range = self.range(node);
        let range = if self.exists(range.clone()) { range } else { 0..0 };
        let neighbours = self.neighbours()[range.clone()].iter();
        let labels = &self.labels()[range.clone()];
        let edges = &self.edges()[range];
        neighbours.enumerate().map(|(at, &neighbour)| Entry { neighbour, label: labels[at], edge: edges[at] })
    }

    /// Whether all that stands there exists. O(1) for rows that were made in memory.
    fn exists(&self, range: Range<usize>) -> bool {
        let Some(bounds) = &self.bounds else { return true };
        let below = |numbers: &[u32], count: usize| numbers.iter().all(|&number| (number as usize) < count);
        let exists = below(&self.neighbours()[range.clone()], bounds.entities)
            && below(&self.edges()[range.clone()], bounds.edges)
            && self.labels()[range].iter().all(|label| label.relation().index() < bounds.relations);
        if !exists {
            self.note_damage();
        }
        exists
    }

    /// Where each row begins; one more than there are nodes.
    pub fn begins(&self) -> &[u32] {
        &self.begins
    }

    /// The nodes at the other ends.
    pub fn neighbours(&self) -> &[u32] {
        &self.neighbours
    }

    /// What the edges say.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// Which edges they are.
    pub fn edges(&self) -> &[u32] {
        &self.edges
    }
}

/// How many edges make it worth to start a thread.
const WORTH_A_THREAD: usize = 1 << 16;

/// Columns that are being filled.
struct Filled {
    neighbours: Vec<u32>,
    labels: Vec<Label>,
    edges: Vec<u32>,
}

impl Filled {
    fn new(count: usize) -> Self {
        Self { neighbours: vec![0; count], labels: vec![Label::default(); count], edges: vec![0; count] }
    }

    fn put(&mut self, next: &mut u32, neighbour: u32, label: Label, edge: u32) {
        let at = *next as usize;
        *next += 1;
        self.neighbours[at] = neighbour;
        self.labels[at] = label;
        self.edges[at] = edge;
    }

    fn into_rows(self, begins: Vec<u32>) -> Rows {
        Rows {
            begins: begins.into(),
            neighbours: self.neighbours.into(),
            labels: self.labels.into(),
            edges: self.edges.into(),
            bounds: None,
        }
    }
}

/// Where each node's row begins, by counting.
fn begins(nodes: usize, here: &[u32]) -> Vec<u32> {
    let mut begins = vec![0_u32; nodes + 1];
    for &node in here {
        begins[node as usize + 1] += 1;
    }
    for node in 0..nodes {
        begins[node + 1] += begins[node];
    }
    begins
}

/// A count as a 32-bit number.
///
/// # Panics
/// Where it does not fit: loading refuses such a graph.
fn number(count: usize) -> u32 {
    u32::try_from(count).expect("a graph holds fewer than 2^32 nodes and edges")
}
