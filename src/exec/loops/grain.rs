//! One loop told at several grains.
//!
//! The data says itself which step is only a short form: an edge with a chain that it is short for. A stretch of a loop
//! whose inner entities have no amount of their own (receptors, cells, processes) and whose ends a short form joins with the
//! same sign tells that one step more finely. So two loops that are the same once every such stretch is replaced by its
//! short form are one loop. On a graph without short forms every loop stands for itself.

use rustc_hash::FxHashMap;

use crate::graph::{EntityId, Graph, Sign};

use super::super::mechanism::Mechanism;
use super::cycle::Cycle;

/// The short forms of a mechanism.
pub(super) struct Grain<'m> {
    graph: &'m Graph,
    mechanism: &'m Mechanism,
    short_forms: FxHashMap<(EntityId, EntityId, Sign), usize>,
    /// The longest chain, in edges, that one short form stands for.
    stretch: usize,
}

/// A loop told as shortly as the data can.
pub(super) struct Folded {
    /// The shortest telling.
    pub short: Cycle,
    /// How many of its short forms name the very chain that was folded.
    pub named: usize,
}

/// A stretch of a loop that a short form replaces.
#[derive(Clone, Copy)]
struct Span {
    start: usize,
    length: usize,
    short_form: usize,
}

impl<'m> Grain<'m> {
    /// Collects the short forms. O(edges).
    pub fn new(graph: &'m Graph, mechanism: &'m Mechanism) -> Self {
        let mut short_forms = FxHashMap::default();
        let mut stretch = 1;
        for (position, edge) in mechanism.edges().iter().enumerate().filter(|(_, edge)| edge.coarse) {
            if let Some(sign) = edge.sign {
                short_forms.entry((edge.subject, edge.object, sign)).or_insert(position);
                stretch = stretch.max(mechanism.finest_chain(edge.subject, edge.object).len());
            }
        }
        Self { graph, mechanism, short_forms, stretch }
    }

    /// How many times as long as its shortest telling a loop can be.
    pub fn stretch(&self) -> usize {
        self.stretch
    }

    /// The shortest telling of a loop. Longer stretches are folded first, so that where they overlap every telling of one
    /// loop comes out the same.
    pub fn fold(&self, cycle: &Cycle) -> Folded {
        let mut spans = self.spans(cycle);
        spans.sort_by_key(|span| (std::cmp::Reverse(span.length), cycle.entities[span.start]));
        let length = cycle.length();
        // By edge of the loop: the stretch that replaces it.
        let mut replaced: Vec<Option<Span>> = vec![None; length];
        let mut named = 0;
        for span in spans {
            let places = || (0..span.length).map(|step| (span.start + step) % length);
            if places().all(|place| replaced[place].is_none()) {
                places().for_each(|place| replaced[place] = Some(span));
                named += usize::from(self.names_chain(cycle, span));
            }
        }
        let short = (0..length).filter_map(|place| match replaced[place] {
            Some(span) if span.start == place => Some(span.short_form),
            Some(_) => None,
            None => Some(cycle.edges[place]),
        });
        Folded { short: Cycle::new(self.graph, self.mechanism, short.collect()), named }
    }

    /// Every stretch of two edges or more that some short form stands for.
    fn spans(&self, cycle: &Cycle) -> Vec<Span> {
        let mut spans = Vec::new();
        if self.short_forms.is_empty() {
            return spans;
        }
        let length = cycle.length();
        for start in 0..length {
            let mut sign = Sign::Positive;
            for step in 0..self.stretch.min(length - 1) {
                let edge = &self.mechanism.edges()[cycle.edges[(start + step) % length]];
                if step > 0 && self.graph.has_abundance(edge.subject) {
                    break;
                }
                sign = edge.sign.map_or(sign, |next| sign * next);
                if step > 0
                    && let Some(&short_form) = self.short_forms.get(&(cycle.entities[start], edge.object, sign))
                {
                    spans.push(Span { start, length: step + 1, short_form });
                }
            }
        }
        spans
    }

    /// Whether a stretch is the very chain that its short form names.
    fn names_chain(&self, cycle: &Cycle, span: Span) -> bool {
        let edge = &self.mechanism.edges()[span.short_form];
        let inner = (1..=span.length).map(|step| cycle.entities[(span.start + step) % cycle.length()]);
        inner.eq(self.mechanism.finest_chain(edge.subject, edge.object))
    }
}
