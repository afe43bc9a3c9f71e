//! The elementary loops of a model, as many as can be told and not more.

use std::ops::ControlFlow;

use crate::cancel::{Cancel, Cancelled};
use crate::causal::{Condensation, Enumeration, LoopLimits, NodeId, elementary_loops};
use crate::graph::Graph;

use super::super::model::Model;
use super::cycle::Cycle;

/// How many influences one search may try.
const EFFORT: usize = 5_000_000;
/// How many loops an answer holds, grains counted apart.
const KEPT: usize = 20_000;

/// The loops that were found.
pub(super) struct Enumerated {
    /// Each once.
    pub cycles: Vec<Cycle>,
    /// The length up to which every loop was found, where not all were.
    pub full_to: Option<usize>,
    /// Whether the search was stopped.
    pub stopped: bool,
}

/// Finds every loop of at most `longest` steps that touches none of `removed` and that `wanted` accepts. Where they are too
/// many, every loop up to the greatest length at which they are not, found by halving: O(effort · log nodes). Where `cancel`
/// fires meanwhile, every loop up to the greatest length that was searched in full by then, or what was found where none was.
///
/// # Errors
/// Where `cancel` fires before any loop was found.
pub(super) fn enumerate(
    graph: &Graph,
    model: &Model,
    removed: &[NodeId],
    longest: Option<usize>,
    wanted: impl Fn(&Cycle) -> bool,
    cancel: &Cancel,
) -> Result<Enumerated, Cancelled> {
    let influences = model.ensemble.graph();
    let rest;
    let condensation = if removed.is_empty() {
        model.ensemble.condensation()
    } else {
        rest = Condensation::build(influences, removed);
        &rest
    };
    let steps = model.positions_of_steps(graph);
    let search = |longest: usize| -> (Vec<Cycle>, Result<Enumeration, Cancelled>) {
        let mut cycles = Vec::new();
        let limits = LoopLimits { max_length: longest, search_budget: EFFORT };
        let enumeration = elementary_loops(influences, condensation, limits, cancel, |path, _| {
            let cycle = Cycle::of_influences(graph, model, &steps, path);
            if wanted(&cycle) {
                if cycles.len() == KEPT {
                    return ControlFlow::Break(());
                }
                cycles.push(cycle);
            }
            ControlFlow::Continue(())
        });
        (cycles, enumeration)
    };
    let largest = condensation.components().iter().map(|component| component.nodes.len()).max().unwrap_or(0);
    let longest = longest.unwrap_or(largest).min(largest);
    let (mut cycles, enumeration) = search(longest);
    match enumeration {
        Ok(Enumeration::Complete) => return Ok(Enumerated { cycles, full_to: None, stopped: false }),
        Err(Cancelled) if cycles.is_empty() => return Err(Cancelled),
        Err(Cancelled) => return Ok(Enumerated { cycles, full_to: Some(0), stopped: true }),
        Ok(Enumeration::CutShort) => {}
    }
    let (mut full_to, mut too_long) = (0, longest);
    while too_long - full_to > 1 {
        let between = full_to + (too_long - full_to) / 2;
        match search(between) {
            (found, Ok(Enumeration::Complete)) => (full_to, cycles) = (between, found),
            (_, Ok(Enumeration::CutShort)) => too_long = between,
            (_, Err(Cancelled)) => return Ok(Enumerated { cycles, full_to: Some(full_to), stopped: true }),
        }
    }
    Ok(Enumerated { cycles, full_to: Some(full_to), stopped: false })
}
