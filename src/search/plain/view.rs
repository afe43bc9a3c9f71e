//! The rows of a graph as one query may take them: slices taken once, and the filters beside them.

use std::ops::Range;

use fixedbitset::FixedBitSet;

use crate::graph::storage::{Label, Rows};
use crate::search::graph::PathGraph;
use crate::search::passage::{Labels, Passage};

/// The columns of some rows.
#[derive(Clone, Copy, Debug)]
struct Columns<'g> {
    rows: &'g Rows,
    begins: &'g [u32],
    neighbours: &'g [u32],
    labels: &'g [Label],
    edges: &'g [u32],
}

impl<'g> Columns<'g> {
    fn of(rows: &'g Rows) -> Self {
        let (begins, neighbours) = (rows.begins(), rows.neighbours());
        Self { rows, begins, neighbours, labels: rows.labels(), edges: rows.edges() }
    }

    /// Where the row of a node stands; empty for a node that does not exist and in damaged columns.
    #[inline]
    fn range(&self, node: u32) -> Range<usize> {
        match self.begins.get(node as usize..node as usize + 2) {
            Some(&[begin, end]) if begin <= end && end as usize <= self.neighbours.len() => {
                begin as usize..end as usize
            }
            Some(_) => {
                self.rows.note_damage();
                0..0
            }
            None => 0..0,
        }
    }

    /// Hands over each entry of a row: neighbour, label, edge.
    #[inline]
    fn each(&self, node: u32, mut take: impl FnMut(u32, Label, u32)) {
        let range = self.range(node);
        let columns = (self.neighbours.get(range.clone()), self.labels.get(range.clone()), self.edges.get(range));
        if let (Some(neighbours), Some(labels), Some(edges)) = columns {
            let mut highest = 0;
            for ((&neighbour, &label), &edge) in neighbours.iter().zip(labels).zip(edges) {
                highest = highest.max(neighbour);
                take(neighbour, label, edge);
            }
            if highest as usize >= self.rows.node_count() && !neighbours.is_empty() {
                self.rows.note_damage();
            }
        }
    }
}

/// The arcs that one query may take, one way. In a graph without links, which are arcs of another length.
///
/// What it hands over may name nodes beyond the graph where the columns are damaged: who follows a neighbour looks it up
/// in a table by node first.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct View<'g> {
    first: Columns<'g>,
    /// The rows of the other way, where both are open.
    second: Option<Columns<'g>>,
    labels: &'g Labels,
    avoid: &'g FixedBitSet,
    /// Whether no entry needs to be looked at more closely.
    open: bool,
    /// Whether only signed arcs may be taken.
    signed: bool,
}

impl<'g> View<'g> {
    pub(in crate::search) fn new(graph: &'g PathGraph, passage: &Passage<'g>, signed: bool) -> Self {
        let (first, second) = passage.rows(graph);
        Self {
            first: Columns::of(first),
            second: second.map(Columns::of),
            labels: passage.labels,
            avoid: passage.avoid,
            open: passage.labels.admit_every() && passage.avoid.is_clear() && !signed,
            signed,
        }
    }

    /// How many entries the rows of a node have, admitted or not.
    #[inline]
    pub(in crate::search) fn degree(&self, node: u32) -> u64 {
        let second = self.second.map_or(0, |columns| columns.range(node).len());
        (self.first.range(node).len() + second) as u64
    }

    /// How many arcs there are, admitted or not.
    pub(super) const fn arc_count(&self) -> u64 {
        self.first.neighbours.len() as u64
    }

    /// How many entries the rows have to which the entries of a node lead, admitted or not.
    pub(super) fn two_steps(&self, node: u32) -> u64 {
        let mut entries = 0;
        self.each(node, |neighbour, _, _| entries += self.degree(neighbour));
        entries
    }

    /// Hands over each admitted entry of a node: neighbour, label, edge. A self loop is one where both ways are open.
    #[inline]
    pub(in crate::search) fn each(&self, node: u32, mut take: impl FnMut(u32, Label, u32)) {
        if self.open {
            self.first.each(node, &mut take);
        } else {
            self.first.each(node, |neighbour, label, edge| {
                if self.admits(neighbour, label) {
                    take(neighbour, label, edge);
                }
            });
        }
        if let Some(second) = &self.second {
            second.each(node, |neighbour, label, edge| {
                if neighbour != node && self.admits(neighbour, label) {
                    take(neighbour, label, edge);
                }
            });
        }
    }

    /// Whether every entry of one row is admitted.
    pub(in crate::search) const fn is_open(&self) -> bool {
        self.open && self.second.is_none()
    }

    /// The neighbours of a node and their labels, where every entry of one row is admitted.
    #[inline]
    pub(in crate::search) fn open_row(&self, node: u32) -> Option<(&'g [u32], &'g [Label])> {
        if !self.is_open() {
            return None;
        }
        let range = self.first.range(node);
        Some((self.first.neighbours.get(range.clone())?, self.first.labels.get(range)?))
    }

    /// Whether entries come in the order of their neighbours.
    pub(in crate::search) const fn is_sorted(&self) -> bool {
        self.second.is_none()
    }

    #[inline]
    fn admits(&self, neighbour: u32, label: Label) -> bool {
        self.open
            || self.labels.admit(label)
                && !self.avoid.contains(neighbour as usize)
                && (!self.signed || label.sign().is_some())
    }
}
