//! Counting paths: short ones by joining, longer ones by the sequences of nodes they run along.

use std::collections::BTreeMap;

use super::Tables;
use super::amount::{Amount, Signed};
use super::expand::Choosing;
use super::join::{Join, LONGEST_JOIN};
use super::search::{Ends, TakeLengths, deepen, rules};
use super::steps::Steps;
use super::walker::{Rules, Stack, Take};
use crate::graph::RelationId;
use crate::graph::Sign;
use crate::graph::storage::Label;
use crate::search::budget::{Budget, Stop};
use crate::search::enumerate::Halt;
use crate::search::figures::Method;
use crate::search::graph::PathGraph;
use crate::search::lengths::{LengthCount, PathCount};
use crate::search::passage::Direction;
use crate::search::path::Extent;
use crate::search::query::{Mode, PathQuery, Selection, Targets};

/// Counts the paths of a query; by sign where asked to.
pub(in crate::search) fn count(
    tables: &mut Tables,
    graph: &PathGraph,
    query: &PathQuery,
    by_sign: bool,
    budget: &mut Budget,
) -> PathCount {
    let mut counts = Counts { lengths: BTreeMap::new(), by_sign };
    let joined = joined_to(query);
    let mut least = query.min_hops.max(1);
    if least <= joined {
        let signed = by_sign || query.sign.is_some();
        let stopped = if signed {
            let mut join = std::mem::take(&mut tables.signed_join);
            let stopped = join_all(&mut join, graph, query, (least, joined), budget, &mut counts);
            tables.signed_join = join;
            stopped
        } else {
            let mut join = std::mem::take(&mut tables.join);
            let stopped = join_all(&mut join, graph, query, (least, joined), budget, &mut counts);
            tables.join = join;
            stopped
        };
        budget.figures.method = Method::Join;
        if let Err(stop) = stopped {
            return PathCount {
                lengths: Vec::new(),
                extent: Extent { stopped: Some(stop), searched_in_full_to: None },
            };
        }
        least = joined + 1;
    }
    let rest = PathQuery { min_hops: least, ..query.clone() };
    if query.max_hops.is_some_and(|most| least > most) {
        let extent = Extent { stopped: None, searched_in_full_to: query.max_hops };
        return PathCount { lengths: counts.into_lengths(), extent };
    }
    let mut counting = Counting { counts, rules: rules(query), query, shortest: None, choosing: Choosing::default() };
    let mut extent = deepen(tables, graph, &rest, budget, &mut counting);
    if !extent.complete() {
        let full = extent.searched_in_full_to.max((least > 1).then_some(least - 1));
        extent.searched_in_full_to = full;
        counting.counts.lengths.retain(|length, _| Some(*length as usize) <= full);
    }
    PathCount { lengths: counting.counts.into_lengths(), extent }
}

/// Up to which length paths are counted by joining.
fn joined_to(query: &PathQuery) -> usize {
    let plain = matches!(query.mode, Mode::Simple | Mode::Cycle)
        && query.direction != Direction::Either
        && query.selection == Selection::All
        && (query.mode == Mode::Cycle || query.targets != Targets::Any);
    match query.max_hops {
        Some(most) if plain => most.min(LONGEST_JOIN),
        _ => 0,
    }
}

/// Joins for each source by itself, and for each target where paths may pass others.
fn join_all<A: Amount>(
    join: &mut Join<A>,
    graph: &PathGraph,
    query: &PathQuery,
    lengths: (usize, usize),
    budget: &mut Budget,
    counts: &mut Counts,
) -> Result<(), Stop> {
    let ends = Ends::new(graph, query);
    let together = ends.stop_at_target(query);
    let targets = ends.targets.as_deref().unwrap_or_default();
    for &source in &ends.sources {
        let others: Vec<u32> = match query.mode {
            Mode::Cycle => vec![source],
            _ => targets.iter().copied().filter(|target| *target != source).collect(),
        };
        for targets in others.chunks(if together { others.len().max(1) } else { 1 }) {
            let found = join.count(&ends.ways, graph.node_count(), (source, targets), lengths, budget)?;
            for (length, amount) in (0u32..).zip(found) {
                amount.add_to(counts.at(length), query.sign);
            }
        }
    }
    Ok(())
}

/// Counts by length.
struct Counts {
    lengths: BTreeMap<u32, LengthCount>,
    by_sign: bool,
}

impl Counts {
    fn at(&mut self, length: u32) -> &mut LengthCount {
        self.lengths.entry(length).or_insert_with(|| LengthCount::none(length as usize, self.by_sign))
    }

    fn into_lengths(self) -> Vec<LengthCount> {
        self.lengths.into_values().filter(|count| count.total > 0).collect()
    }
}

/// Multiplies the parallel arcs along each sequence.
struct Counting<'q> {
    counts: Counts,
    rules: Rules,
    query: &'q PathQuery,
    shortest: Option<u32>,
    choosing: Choosing,
}

impl Counting<'_> {
    fn multiply<A: Amount>(stack: &Stack, steps: &Steps) -> A {
        let one = |sign: Option<Sign>| A::of(Label::new(RelationId(0), sign));
        let ways = stack.bundles(steps).map(|bundle| {
            let choices = steps.choices(bundle);
            choices.fold(A::default(), |sum, choice| sum.plus(one(choice.sign)))
        });
        ways.reduce(A::times).unwrap_or_default()
    }
}

impl Take for Counting<'_> {
    fn take(&mut self, stack: &Stack, steps: &Steps, budget: &mut Budget) -> Result<(), Halt> {
        let length = u32::try_from(stack.bundles(steps).len()).unwrap_or(u32::MAX);
        let by_sign = self.query.sign.is_some() || self.counts.by_sign;
        let count = self.counts.at(length);
        let undirected = self.query.direction == Direction::Either;
        let counted = if self.rules.distinct_arcs {
            self.choosing.expand(stack, steps, self.rules, budget, |_, net| {
                count.add(net.filter(|_| !undirected), 1);
                Ok(())
            })
        } else if !stack.is_multiple() {
            count.add(stack.net().filter(|_| !undirected), 1);
            Ok(())
        } else {
            match (undirected, by_sign) {
                (false, true) => Self::multiply::<Signed>(stack, steps).add_to(count, self.query.sign),
                _ => Self::multiply::<i128>(stack, steps).add_to(count, None),
            }
            Ok(())
        };
        if count.total > 0 {
            self.shortest.get_or_insert(length);
        }
        counted
    }
}

impl TakeLengths for Counting<'_> {
    fn wants_length(&self, length: u32) -> bool {
        self.query.selection.counts_length(self.shortest, length)
    }
}
