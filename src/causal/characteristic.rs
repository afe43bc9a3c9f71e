//! The characteristic polynomial of a component with few loops, by its loops: as Levins' loop analysis has it, each term is
//! a set of disjoint loops (Puccia & Levins 1985).

use std::ops::ControlFlow;

use fixedbitset::FixedBitSet;

use super::elimination::Elimination;
use super::loops::{LoopLimits, component_loops};
use super::world::World;
use super::{Component, Condensation, InfluenceGraph, InfluenceId};
use crate::cancel::Cancel;

/// With more sets of disjoint loops than this, working on the matrix is as fast.
const TERM_LIMIT: usize = 64;

/// How many influences the search for loops may try.
const SEARCH_BUDGET: usize = 10_000;

/// The sets of disjoint loops of one component, loops of one node left out: those are part of its limitation.
#[derive(Clone, Debug)]
pub(super) struct LoopTerms(Vec<Term>);

/// One set of disjoint loops.
#[derive(Clone, Debug)]
struct Term {
    /// The influences of all its loops.
    influences: Vec<InfluenceId>,
    /// 1 for an even number of loops, -1 for an odd one.
    sign: f64,
    /// The elimination steps of the nodes outside.
    outside: Vec<usize>,
}

impl LoopTerms {
    /// Lists the sets. None where there are too many.
    pub fn list(
        graph: &InfluenceGraph,
        condensation: &Condensation,
        component: &Component,
        elimination: &Elimination,
    ) -> Option<Self> {
        let mut loops: Vec<(Vec<InfluenceId>, FixedBitSet)> = Vec::new();
        let mut complete = true;
        let mut visit = |path: &[InfluenceId], _| {
            if path.len() > 1 {
                let nodes = path.iter().map(|&id| graph.influence(id).from.index()).collect();
                loops.push((path.to_vec(), nodes));
            }
            complete = loops.len() < TERM_LIMIT;
            if complete { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        let limits = LoopLimits { max_length: usize::MAX, search_budget: SEARCH_BUDGET };
        let never = Cancel::never();
        let (enumeration, _) = component_loops(graph, condensation, component, limits, &never, &mut visit).ok()?;
        if enumeration == super::Enumeration::CutShort {
            return None;
        }
        let mut sets: Vec<(Vec<InfluenceId>, FixedBitSet, f64)> = vec![(Vec::new(), FixedBitSet::new(), 1.0)];
        for (path, nodes) in loops {
            let disjoint = sets.iter().filter(|(_, taken, _)| taken.is_disjoint(&nodes));
            let joined: Vec<_> = disjoint
                .map(|(influences, taken, sign)| ([influences.as_slice(), &path].concat(), taken | &nodes, -sign))
                .collect();
            sets.extend(joined);
            if sets.len() > TERM_LIMIT {
                return None;
            }
        }
        let term = |(influences, taken, sign): (Vec<InfluenceId>, FixedBitSet, f64)| {
            let outside = elimination.nodes().iter().enumerate().filter(|(_, node)| !taken.contains(node.index()));
            Term { influences, sign, outside: outside.map(|(step, _)| step).collect() }
        };
        Some(Self(sets.into_iter().map(term).collect()))
    }

    /// Leaves det(1 - zB) in `polynomial`, by rising power of z, where B has `rest` (by elimination step) on its diagonal
    /// and the gains elsewhere.
    pub fn polynomial(&self, world: &World, rest: &[f64], polynomial: &mut Vec<f64>, scratch: &mut Vec<f64>) {
        let size = rest.len();
        polynomial.clear();
        polynomial.resize(size + 1, 0.0);
        for Term { influences, sign, outside } in &self.0 {
            let gain: f64 = influences.iter().map(|id| world.gains[id.index()]).product();
            scratch.clear();
            scratch.push(sign * gain);
            for &rest in outside.iter().map(|&step| &rest[step]).filter(|rest| **rest != 0.0) {
                // Times 1 - z rest.
                scratch.push(0.0);
                for power in (1..scratch.len()).rev() {
                    scratch[power] -= rest * scratch[power - 1];
                }
            }
            let length = size - outside.len();
            for (coefficient, term) in polynomial[length..].iter_mut().zip(&*scratch) {
                *coefficient += term;
            }
        }
    }
}
