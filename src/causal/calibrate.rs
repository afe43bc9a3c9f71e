//! Which worlds the known facts leave, and which facts to blame where they leave too few.

use fixedbitset::FixedBitSet;

use super::worlds::{Kept, Worlds};

/// Calibration needs this many worlds under every prior.
pub(super) const MINIMUM_WORLDS: u32 = 50;

/// Whether a world contradicts no fact but excluded ones.
pub(super) fn agrees(world: &Kept, excluded: &FixedBitSet) -> bool {
    world.violated.is_subset(excluded)
}

/// How many of these worlds agree with the facts.
pub(super) fn count(worlds: &[Kept], excluded: &FixedBitSet) -> u32 {
    worlds.iter().map(|world| u32::from(agrees(world, excluded))).sum()
}

/// The facts without which enough worlds would remain: again and again the one that most of the worlds still left out by
/// few others contradict is set aside, until every prior has enough or nothing is left to blame.
pub(super) fn conflicts(worlds: &[Worlds; 3], wanted: usize, facts: usize, excluded: &FixedBitSet) -> Vec<usize> {
    let mut aside = excluded.clone();
    aside.grow(facts);
    let mut blamed = Vec::new();
    for worlds in worlds {
        let worlds = worlds.first(wanted);
        while count(worlds, &aside) < MINIMUM_WORLDS {
            let mut violations = vec![0_u32; facts];
            for world in worlds {
                for fact in world.violated.difference(&aside) {
                    violations[fact] += 1;
                }
            }
            let most = (0..facts).rev().max_by_key(|&fact| violations[fact]);
            let Some(fact) = most.filter(|&fact| violations[fact] > 0) else { break };
            aside.insert(fact);
            blamed.push(fact);
        }
    }
    blamed.sort_unstable();
    blamed
}
