//! Counting walks by dynamic programming: their number is exponential in their length, the work is not.

use std::collections::BTreeMap;

use super::admissible::{Admissible, Groups};
use super::budget::{Budget, Stop};
use super::graph::{PathGraph, Step};
use super::lengths::{LengthCount, PathCount};
use super::passage::Direction;
use super::path::Extent;
use super::query::PathQuery;
use crate::graph::Sign;

/// Where a walk stands, as far as its future depends on it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Standing {
    hops: u32,
    node: usize,
    net: Option<Sign>,
    left: Groups,
}

/// Counts walks length by length. O(hops × nodes × arcs of a node × groups), times the runs of links at a node.
pub(super) fn count_walks(graph: &PathGraph, query: &PathQuery, budget: &mut Budget) -> PathCount {
    let mut lengths = BTreeMap::new();
    let mut finished = None;
    let counting = Admissible::build(graph, query, budget).and_then(|admissible| {
        let mut walks = Walks { admissible: &admissible, query, ahead: BTreeMap::new(), lengths: &mut lengths };
        walks.start();
        // Every edge has at least one hop, so a standing is complete once it is the first.
        while let Some((standing, walks_here)) = walks.ahead.pop_first() {
            finished = standing.hops.checked_sub(1).map(|hops| hops as usize);
            walks.go_on(standing, walks_here, &mut vec![standing.node], budget)?;
        }
        Ok(())
    });
    let extent = match counting {
        Ok(()) => Extent { stopped: None, searched_in_full_to: query.max_hops },
        Err(stop) => Extent { stopped: Some(stop), searched_in_full_to: finished },
    };
    let shortest = lengths.first_key_value().map(|(hops, _)| *hops);
    let counted = lengths.into_iter().filter(|(hops, _)| {
        query.selection.counts_length(shortest, *hops)
            && (extent.complete() || Some(*hops as usize) <= extent.searched_in_full_to)
    });
    PathCount { lengths: counted.map(|(_, count)| count).collect(), extent }
}

struct Walks<'a> {
    admissible: &'a Admissible,
    query: &'a PathQuery,
    /// How many walks have just come to each standing by an edge, or start there.
    ahead: BTreeMap<Standing, u128>,
    lengths: &'a mut BTreeMap<u32, LengthCount>,
}

impl Walks<'_> {
    fn start(&mut self) {
        let net = Some(Sign::Positive).filter(|_| self.query.direction != Direction::Either);
        for &node in &self.admissible.sources {
            let left = self.admissible.groups_from(node);
            self.ahead.insert(Standing { hops: 0, node, net, left }, 1);
        }
    }

    /// Takes every step on from a standing. `run` is the run of links that led there, with the node before the first.
    fn go_on(&mut self, here: Standing, walks: u128, run: &mut Vec<usize>, budget: &mut Budget) -> Result<(), Stop> {
        for bundle in self.admissible.bundles_from(here.node) {
            let to = self.admissible.bundle(bundle).to;
            for step in self.admissible.arcs(bundle) {
                budget.spend()?;
                let Some(there) = self.standing_after(here, to, step) else { continue };
                if step.is_link() && run.contains(&to) {
                    continue;
                }
                let goes_on = self.arrive(here, there, walks);
                if goes_on && step.is_link() {
                    run.push(to);
                    self.go_on(there, walks, run, budget)?;
                    run.pop();
                } else if goes_on {
                    let ahead = self.ahead.entry(there).or_insert(0);
                    *ahead = ahead.saturating_add(walks);
                }
            }
        }
        Ok(())
    }

    /// The standing after a step, unless no answer lies beyond it.
    fn standing_after(&self, here: Standing, to: usize, step: &Step) -> Option<Standing> {
        let hops = here.hops.saturating_add(u32::from(step.hops));
        let net = here.net.zip(step.sign).map(|(net, sign)| net * sign);
        let left = self.admissible.groups_after(here.left, to);
        let sign = self.query.sign.zip(net).map_or(Sign::Positive, |(asked, net)| asked * net);
        let remaining = self.admissible.remaining(to, sign, left)?;
        let fits = hops.saturating_add(remaining) <= self.query.longest();
        fits.then_some(Standing { hops, node: to, net, left })
    }

    /// Counts the walks that end where they have arrived, and says whether they may also go on.
    fn arrive(&mut self, before: Standing, here: Standing, walks: u128) -> bool {
        let is_end = self.admissible.is_end(before.left, here.node);
        let hops = here.hops as usize;
        let is_asked = self.query.sign.is_none() || self.query.sign == here.net;
        if is_end && here.left.via_done() && is_asked && hops >= self.query.min_hops {
            self.lengths.entry(here.hops).or_insert_with(|| LengthCount::none(hops, true)).add(here.net, walks);
        }
        !(is_end && self.query.stops_at_target())
    }
}
