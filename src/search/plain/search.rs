//! Finding paths by increasing length on an index that grows with the length.

use std::ops::ControlFlow;

use super::Tables;
use super::expand::Choosing;
use super::index::{Index, Ways};
use super::steps::Steps;
use super::view::View;
use super::walker::{Ground, Rules, Stack, Take, Walker};
use crate::graph::Sign;
use crate::search::budget::{Budget, Stop};
use crate::search::enumerate::Halt;
use crate::search::figures::Method;
use crate::search::graph::{ArcId, Node, PathGraph};
use crate::search::passage::Direction;
use crate::search::path::{Extent, PathRef};
use crate::search::query::{Mode, PathQuery, Selection, Targets};
use crate::search::selected::Selected;

/// The ends of a query that may be touched, ascending, and the rows to take between them.
pub(in crate::search) struct Ends<'q> {
    pub(super) sources: Vec<u32>,
    /// None: anywhere.
    pub(super) targets: Option<Vec<u32>>,
    pub(super) ways: Ways<'q>,
}

impl<'q> Ends<'q> {
    pub(in crate::search) fn new(graph: &'q PathGraph, query: &'q PathQuery) -> Self {
        let passage = query.passage();
        let signed = query.sign.is_some();
        let admitted = |nodes: &[Node]| -> Vec<u32> {
            let mut nodes: Vec<u32> =
                nodes.iter().filter(|node| passage.admits(graph, **node)).map(|node| node.0).collect();
            nodes.sort_unstable();
            nodes.dedup();
            nodes
        };
        let sources = admitted(&query.sources);
        let targets = match (&query.targets, query.mode) {
            (_, Mode::Cycle) => Some(sources.clone()),
            (Targets::Any, _) => None,
            (Targets::Nodes(targets), _) => Some(admitted(targets)),
        };
        let ways = Ways {
            forward: View::new(graph, &passage, signed),
            backward: View::new(graph, &passage.reversed(), signed),
        };
        Self { sources, targets, ways }
    }

    /// Whether paths end where they enter a target. With one target only, a simple path cannot do otherwise.
    pub(super) fn stop_at_target(&self, query: &PathQuery) -> bool {
        let single = query.mode == Mode::Simple && self.targets.as_ref().is_some_and(|targets| targets.len() == 1);
        query.stops_at_target() || query.mode == Mode::Cycle || single
    }
}

/// The least hops from a source to a target, at least one arc apart; nothing else is worked out.
pub(in crate::search) fn distance(
    tables: &mut Tables,
    graph: &PathGraph,
    query: &PathQuery,
    budget: &mut Budget,
) -> Result<Option<u32>, Stop> {
    let ends = Ends::new(graph, query);
    let targets = ends.targets.as_ref().map(|targets| targets.iter().copied());
    tables.index.start(graph.node_count(), false, ends.sources.iter().copied(), targets);
    let met = tables.index.meet(&ends.ways, query.longest(), true, budget);
    budget.figures.method = Method::Distances;
    tables.index.tell(&mut budget.figures);
    met
}

/// Hands each selected path to the visitor, in the total order.
pub(in crate::search) fn visit<V: FnMut(PathRef) -> ControlFlow<()>>(
    tables: &mut Tables,
    graph: &PathGraph,
    query: &PathQuery,
    budget: &mut Budget,
    selected: &mut Selected<'_, V>,
) -> Extent {
    let mut visiting = Visiting { choosing: std::mem::take(&mut tables.choosing), rules: rules(query), selected };
    let extent = deepen(tables, graph, query, budget, &mut visiting);
    tables.choosing = visiting.choosing;
    extent
}

/// What the walker must know of the query.
pub(super) const fn rules(query: &PathQuery) -> Rules {
    let there_and_back = matches!(query.mode, Mode::Cycle) && matches!(query.direction, Direction::Either);
    let distinct_arcs = matches!(query.mode, Mode::Trail) || there_and_back;
    Rules { mode: query.mode, sign: query.sign, distinct_arcs }
}

/// A taker that also says which lengths it wants.
pub(super) trait TakeLengths: Take {
    /// Whether sequences of this length are wanted, after all shorter ones.
    fn wants_length(&self, length: u32) -> bool;
}

struct Visiting<'s, 'q, V> {
    choosing: Choosing,
    rules: Rules,
    selected: &'s mut Selected<'q, V>,
}

impl<V: FnMut(PathRef) -> ControlFlow<()>> Take for Visiting<'_, '_, V> {
    #[inline]
    fn take(&mut self, stack: &Stack, steps: &Steps, budget: &mut Budget) -> Result<(), Halt> {
        let Self { choosing, rules, selected } = self;
        budget.note_found(selected.count());
        let mut admit = |arcs: &[ArcId], net: Option<Sign>| {
            let sign = net.filter(|_| selected.has_direction());
            selected.admit(PathRef { hops: arcs.len(), nodes: &stack.nodes, arcs, sign })
        };
        if !stack.is_multiple() && !rules.distinct_arcs {
            admit(&stack.arcs, stack.net())
        } else {
            choosing.expand(stack, steps, *rules, budget, admit)
        }
    }
}

impl<V: FnMut(PathRef) -> ControlFlow<()>> TakeLengths for Visiting<'_, '_, V> {
    fn wants_length(&self, length: u32) -> bool {
        self.selected.wants_length(length)
    }
}

/// Hands over the sequences of nodes of every length in turn.
pub(super) fn deepen(
    tables: &mut Tables,
    graph: &PathGraph,
    query: &PathQuery,
    budget: &mut Budget,
    taker: &mut impl TakeLengths,
) -> Extent {
    let ends = Ends::new(graph, query);
    let Tables { index, steps, walker, .. } = tables;
    let mut deepening = Deepening { graph, query, ends: &ends, index, steps, walker };
    let mut finished = None;
    let stopped = match deepening.run(budget, taker, &mut finished) {
        Ok(()) | Err(Halt::Enough) => None,
        Err(Halt::Stopped(stop)) => Some(stop),
    };
    budget.figures.method = Method::DepthFirst;
    tables.index.tell(&mut budget.figures);
    tables.steps.tell(&mut budget.figures);
    Extent { stopped, searched_in_full_to: if stopped.is_none() { query.max_hops } else { finished } }
}

struct Deepening<'a> {
    graph: &'a PathGraph,
    query: &'a PathQuery,
    ends: &'a Ends<'a>,
    index: &'a mut Index,
    steps: &'a mut Steps,
    walker: &'a mut Walker,
}

/// After so many lengths an unbounded index is completed for any length.
const LENGTHS_APART: u32 = 3;

impl Deepening<'_> {
    fn run(
        &mut self,
        budget: &mut Budget,
        taker: &mut impl TakeLengths,
        finished: &mut Option<usize>,
    ) -> Result<(), Halt> {
        let (query, nodes) = (self.query, self.graph.node_count());
        // No simple path is longer than the graph has nodes, and no trail longer than it has arcs.
        let most = if query.mode == Mode::Trail { self.graph.arc_count() } else { nodes };
        let longest = query.longest().min(u32::try_from(most).unwrap_or(u32::MAX));
        let targets = self.ends.targets.as_ref().map(|targets| targets.iter().copied());
        self.index.start(nodes, query.sign.is_some(), self.ends.sources.iter().copied(), targets);
        self.steps.start(nodes, self.ends.stop_at_target(query));
        self.walker.start(nodes);
        let Some(shortest) = self.index.meet(&self.ends.ways, longest, false, budget)? else { return Ok(()) };
        let least = u32::try_from(query.min_hops).unwrap_or(u32::MAX).max(1);
        let mut length = least.max(shortest);
        let mut lengths = 0;
        while length <= longest && taker.wants_length(length) {
            *finished = length.checked_sub(1).map(|before| before as usize);
            if length > self.index.bound() {
                lengths += 1;
                let at_once = query.selection == Selection::All || query.max_hops.is_none() && lengths > LENGTHS_APART;
                let bound = if at_once { longest } else { length };
                self.index.complete(&self.ends.ways, bound, nodes, budget)?;
                self.steps.forget(nodes);
            }
            let mut ground =
                Ground { ways: &self.ends.ways, index: self.index, steps: self.steps, rules: rules(query) };
            let next = self.walker.at_length(&mut ground, &self.ends.sources, length, budget, taker)?;
            // Where the index ends at this length, it does not say which length is next.
            length = match next {
                _ if self.index.bound() < longest => length.saturating_add(1),
                Some(next) => next,
                None => return Ok(()),
            };
        }
        Ok(())
    }
}
