//! Ranks that are too broad: what hangs on a rank by one end only moves on, to ranks of its own.

use super::component::Component;
use super::ranking::Tie;
use super::sizes::Sizes;
use super::spacing::Direction;

/// Moves nodes without outgoing ties down, and those without incoming ties up, from ranks that are too broad. What
/// starts under a node still does.
pub fn spread(component: &Component, sizes: &Sizes, direction: Direction, ties: &[Tie], ranks: &[usize]) -> Vec<usize> {
    let breadth = |node: usize| sizes.node(component.nodes[node]).breadth + 20.0;
    // Ranks are counted upwards in the second pass, so that one rule serves both ends.
    let lowered = lower_leaves(ranks, &breadth, direction, |node| ties.iter().all(|tie| tie.upper != node));
    let deepest = lowered.iter().copied().max().unwrap_or_default();
    let turned: Vec<usize> = lowered.iter().map(|rank| deepest - rank).collect();
    let raised = lower_leaves(&turned, &breadth, direction, |node| {
        ties.iter().all(|tie| tie.lower != node) && ties.iter().any(|tie| tie.upper == node)
    });
    let highest = raised.iter().copied().max().unwrap_or_default();
    raised.into_iter().map(|rank| highest - rank).collect()
}

/// Deals the leaves of each broad rank to as many ranks from there on as they need, in their order.
fn lower_leaves(
    ranks: &[usize],
    breadth: &impl Fn(usize) -> f64,
    direction: Direction,
    is_leaf: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut spread = ranks.to_vec();
    let deepest = ranks.iter().copied().max().unwrap_or_default();
    for rank in 0..=deepest {
        let here: Vec<usize> = (0..ranks.len()).filter(|node| ranks[*node] == rank).collect();
        let broad: f64 = here.iter().map(|node| breadth(*node)).sum();
        let leaves: Vec<usize> = here.into_iter().filter(|node| is_leaf(*node)).collect();
        let mut rows = 1;
        let mut room = direction.broadest();
        while room < broad && rows < leaves.len() {
            rows += 1;
            room += direction.broadest();
        }
        for (position, leaf) in leaves.into_iter().enumerate() {
            spread[leaf] = rank + position % rows;
        }
    }
    spread
}
