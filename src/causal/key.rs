//! Keys by which draws are made: the same node or influence has the same key in every graph that holds it, so that what else
//! a graph holds changes no draw.

use rustc_hash::FxHashMap;

use super::{Influence, Origin};
use crate::graph::{Aspect, Sign};

/// The keys of a graph's nodes and influences.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    pub nodes: Vec<u64>,
    pub influences: Vec<u64>,
}

impl Keys {
    /// Takes the key of the entity and the aspect of each node. Parallel influences of one sign are told apart by their
    /// order.
    pub fn of(nodes: impl Iterator<Item = (u64, Aspect)>, influences: &[Influence]) -> Self {
        let nodes: Vec<u64> =
            nodes.map(|(entity, aspect)| scramble(entity ^ u64::from(aspect == Aspect::Activity))).collect();
        let mut parallel: FxHashMap<u64, u64> = FxHashMap::default();
        let key = |influence: &Influence| {
            let kind = 2 * u64::from(influence.origin == Origin::Link) + u64::from(influence.sign == Sign::Negative);
            let ends = scramble(nodes[influence.from.index()]).wrapping_add(nodes[influence.to.index()]);
            let key = scramble(ends ^ kind);
            let earlier = parallel.entry(key).or_default();
            *earlier += 1;
            scramble(key.wrapping_add(*earlier))
        };
        let influences = influences.iter().map(key).collect();
        Self { nodes, influences }
    }
}

/// `SplitMix64`'s output function (Steele, Lea & Flood 2014): neighbouring numbers become unrelated ones.
pub(super) const fn scramble(x: u64) -> u64 {
    let x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
