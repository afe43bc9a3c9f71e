//! Loops that are one loop at different grains.

use indexmap::IndexMap;

use crate::graph::{EntityId, Graph, Sign};

use super::super::mechanism::Mechanism;
use super::cycle::Cycle;
use super::grain::Grain;

/// One loop and its tellings.
pub(super) struct Family {
    /// Its fine tellings, the one that the short forms of the data name first.
    pub tellings: Vec<Cycle>,
    /// Its shortest telling, in short forms.
    pub short: Cycle,
}

impl Family {
    /// The telling to show where a loop must have a length between `min` and `max`: a fine one if there is one, else the
    /// shortest.
    pub fn shown(&self, min: usize, max: usize) -> Option<&Cycle> {
        self.tellings.iter().chain([&self.short]).find(|cycle| (min..=max).contains(&cycle.length()))
    }

    /// The telling that the data's own chains name, in full.
    pub fn finest(&self) -> &Cycle {
        self.tellings.first().unwrap_or(&self.short)
    }
}

/// The shortest telling of a loop, and its fine ones, each with how many of the data's own chains it follows.
type Tellings = (Cycle, Vec<(usize, Cycle)>);

/// Puts loops together that differ only in grain, in the order of their first mention.
pub(super) fn families(graph: &Graph, mechanism: &Mechanism, grain: &Grain<'_>, cycles: Vec<Cycle>) -> Vec<Family> {
    let mut families: IndexMap<Vec<(EntityId, Option<Sign>)>, Tellings> = IndexMap::new();
    for cycle in cycles {
        let folded = grain.fold(&cycle);
        let steps = folded.short.edges.iter().map(|&position| &mechanism.edges()[position]);
        let key = steps.map(|edge| (edge.subject, edge.sign)).collect();
        let (_, tellings) = families.entry(key).or_insert_with(|| (folded.short, Vec::new()));
        // Parallel edges tell the same loop by other sources.
        if tellings.iter().all(|(_, known)| known.entities != cycle.entities) {
            tellings.push((folded.named, cycle));
        }
    }
    let family = |(short, mut tellings): Tellings| {
        tellings.sort_by_cached_key(|(named, cycle)| {
            let names: Vec<String> = cycle.names(graph).into_iter().map(str::to_owned).collect();
            (std::cmp::Reverse((*named, cycle.length())), names)
        });
        Family { tellings: tellings.into_iter().map(|(_, cycle)| cycle).collect(), short }
    };
    families.into_values().map(family).collect()
}
