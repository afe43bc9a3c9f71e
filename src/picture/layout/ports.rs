//! Where along its sides lines meet a node.

use super::levels::{Levels, Role};
use super::outline::{Outline, Side};
use super::placing::apart;
use super::spacing::Direction;

/// How much more it matters that a straight line stays straight than where a bent one begins.
const STRAIGHT: f64 = 1000.0;

/// For each stretch of a line, where across it begins and ends.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ends {
    /// At the item above.
    pub upper: f64,
    /// At the item below.
    pub lower: f64,
}

/// The ends of all stretches. At a label or a bend that is its middle; at a node, lines keep apart, and are straight
/// where what they lead to stands over or under the node.
pub fn ends(levels: &Levels, direction: Direction, across: &[f64], outlines: &[Outline]) -> Vec<Ends> {
    let middles = levels.segments.iter();
    let mut ends: Vec<Ends> =
        middles.map(|segment| Ends { upper: across[segment.upper], lower: across[segment.lower] }).collect();
    let mut place = vec![0; levels.items.len()];
    for rank in &levels.ranks {
        for (position, item) in rank.iter().enumerate() {
            place[*item] = position;
        }
    }
    for (node, outline) in outlines.iter().enumerate() {
        let mut above = levels.from_above[node].clone();
        above.sort_by_key(|segment| place[levels.segments[*segment].upper]);
        let mut below = levels.to_below[node].clone();
        below.sort_by_key(|segment| place[levels.segments[*segment].lower]);
        let wish = |segment: usize, other: usize| wished(levels, across, outlines, direction, segment, (node, other));
        let places: Vec<_> = above.iter().map(|segment| wish(*segment, levels.segments[*segment].upper)).collect();
        for (segment, end) in above.iter().zip(spaced(&places, across[node], outline, direction.entry(), direction)) {
            ends[*segment].lower = end;
        }
        let places: Vec<_> = below.iter().map(|segment| wish(*segment, levels.segments[*segment].lower)).collect();
        for (segment, end) in below.iter().zip(spaced(&places, across[node], outline, direction.exit(), direction)) {
            ends[*segment].upper = end;
        }
    }
    ends
}

/// Where a line would best meet a node if it were alone: straight under what it leads to.
fn wished(
    levels: &Levels,
    across: &[f64],
    outlines: &[Outline],
    direction: Direction,
    segment: usize,
    (node, other): (usize, usize),
) -> f64 {
    let Role::Node(_) = levels.items[other].role else { return across[other] };
    // Between two nodes, in the middle of where both have room.
    let (exit, entry) = if levels.segments[segment].upper == node { (node, other) } else { (other, node) };
    let (out, into) = (outlines[exit].reach(direction.exit()), outlines[entry].reach(direction.entry()));
    let least = (across[exit] - out).max(across[entry] - into);
    let most = (across[exit] + out).min(across[entry] + into);
    if least <= most { f64::midpoint(least, most) } else { across[other] }
}

/// The places on a side of a node where lines with these wishes meet it.
fn spaced(wishes: &[f64], middle: f64, outline: &Outline, side: Side, direction: Direction) -> Vec<f64> {
    let reach = outline.reach(side);
    let count = u32::try_from(wishes.len()).unwrap_or(u32::MAX);
    let between = f64::from(count.saturating_sub(1));
    let gap = if count > 1 { direction.port().min(2.0 * reach / between) } else { 0.0 };
    let outer = (gap * between / 2.0).min(reach);
    let weighed: Vec<(f64, f64)> = wishes
        .iter()
        .map(|wish| match wish - middle {
            shift if shift.abs() <= reach => (*wish, STRAIGHT),
            shift => (middle + outer.copysign(shift), 1.0),
        })
        .collect();
    let gaps = std::iter::once(0.0).chain(std::iter::repeat(gap));
    let mut before = -1.0;
    let placed = apart(&weighed, gaps).into_iter().map(|place| {
        before += 1.0;
        let least = middle - reach + gap * before;
        let most = middle + reach - gap * (between - before);
        place.max(least).min(most.max(least))
    });
    placed.collect()
}
