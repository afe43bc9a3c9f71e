//! How far across each item stands: lines are straight, and parents stand in the middle of their children.
//!
//! The sum of the squared shifts of all lines, weighted, is least, under the condition that items of a rank keep their
//! order and their distance. It is found rank by rank, each solved exactly by pooling adjacent violators (isotonic
//! regression), until nothing moves. Then lines are weighted anew, those the more that are nearly straight, so that the
//! sum of shifts and not of their squares is small: what can be straight is.

use super::effort::rounds;
use super::levels::{Levels, Role};
use super::spacing::Direction;
use super::straightening::{align, straighten};

/// Sweeps down and up for the squares.
const SWEEPS: usize = 80;
/// Sweeps down and up for the shifts.
const STRAIGHTENING: usize = 60;
/// How much of the room beside a line may go to make it straight.
const SQUEEZE: f64 = 0.4;
/// A movement that counts as none, in pixels.
const STILL: f64 = 0.02;
/// A shift that counts as nearly straight, in pixels.
const NEAR: f64 = 10.0;

/// Takes the order of the ranks in which lines are straightest, and gives the middle of each item, across.
pub fn best(levels: &mut Levels, orders: Vec<Vec<Vec<usize>>>, direction: Direction) -> Vec<f64> {
    let mut best: Option<(f64, Vec<f64>, Vec<Vec<usize>>)> = None;
    for ranks in orders {
        levels.ranks.clone_from(&ranks);
        let across = across(levels, direction);
        let shifts = shifts(levels, &across);
        if best.as_ref().is_none_or(|(least, ..)| shifts < *least) {
            best = Some((shifts, across, ranks));
        }
    }
    let (_, across, ranks) = best.unwrap_or_default();
    levels.ranks = ranks;
    across
}

/// How far lines shift in all, each as much as it matters that it is straight.
fn shifts(levels: &Levels, across: &[f64]) -> f64 {
    levels.segments.iter().map(|line| line.weight * (across[line.upper] - across[line.lower]).abs()).sum()
}

/// The middle of each item, across.
fn across(levels: &Levels, direction: Direction) -> Vec<f64> {
    let mut placing = Placing::new(levels, direction);
    placing.settle(SWEEPS, |weight, _| weight);
    placing.settle(STRAIGHTENING, |weight, shift| weight / (shift.abs() + NEAR));
    let Placing { distance, squeezed, mut across, .. } = placing;
    straighten(levels, &squeezed, &mut across);
    align(levels, &distance, &mut across, 1.6 * NEAR);
    straighten(levels, &squeezed, &mut across);
    across
}

struct Placing<'a> {
    levels: &'a Levels,
    /// How far at least the middle of an item is from that of the one before it on its rank.
    distance: Vec<f64>,
    /// The same, where lines may come nearer if that makes them straight.
    squeezed: Vec<f64>,
    across: Vec<f64>,
}

impl<'a> Placing<'a> {
    /// All ranks packed, and their middles in line.
    fn new(levels: &'a Levels, direction: Direction) -> Self {
        let mut distance = vec![0.0; levels.items.len()];
        let mut squeezed = vec![0.0; levels.items.len()];
        let mut across = vec![0.0; levels.items.len()];
        for rank in &levels.ranks {
            let mut reached = 0.0;
            for pair in rank.windows(2) {
                let (one, other) = (&levels.items[pair[0]], &levels.items[pair[1]]);
                let between = direction.between(one, other);
                let bend = one.role == Role::Bend || other.role == Role::Bend;
                distance[pair[1]] = one.after + between + other.before;
                squeezed[pair[1]] = distance[pair[1]] - if bend { SQUEEZE * between } else { 0.0 };
                reached += distance[pair[1]];
                across[pair[1]] = reached;
            }
            for item in rank {
                across[*item] -= reached / 2.0;
            }
        }
        Self { levels, distance, squeezed, across }
    }

    /// Sweeps until nothing moves.
    fn settle(&mut self, most: usize, weigh: impl Fn(f64, f64) -> f64) {
        for _ in 0..rounds(most, self.levels.segments.len()) {
            if self.sweep(&weigh) < STILL {
                break;
            }
        }
    }

    /// Places every rank once from the top and once from the bottom; how far an item moved at most.
    fn sweep(&mut self, weigh: impl Fn(f64, f64) -> f64) -> f64 {
        let levels = self.levels;
        let mut moved = 0.0_f64;
        for rank in levels.ranks.iter().chain(levels.ranks.iter().rev()) {
            let wishes: Vec<(f64, f64)> = rank.iter().map(|item| self.wish(*item, &weigh)).collect();
            let gaps = rank.iter().map(|item| self.distance[*item]);
            let placed = apart(&wishes, gaps);
            for (item, across) in rank.iter().zip(placed) {
                moved = moved.max((across - self.across[*item]).abs());
                self.across[*item] = across;
            }
        }
        moved
    }

    /// Where an item would stand if it were alone, and how much it matters.
    fn wish(&self, item: usize, weigh: impl Fn(f64, f64) -> f64) -> (f64, f64) {
        let here = self.across[item];
        let mut sum = here * 1e-4;
        let mut total = 1e-4;
        for (segment, other) in self.lines(item) {
            let weight = weigh(self.levels.segments[segment].weight, self.across[other] - here);
            sum += weight * self.across[other];
            total += weight;
        }
        (sum / total, total)
    }

    /// The lines of an item, and where each leads.
    fn lines(&self, item: usize) -> impl Iterator<Item = (usize, usize)> {
        let segments = &self.levels.segments;
        let above = self.levels.from_above[item].iter().map(|segment| (*segment, segments[*segment].upper));
        above.chain(self.levels.to_below[item].iter().map(|segment| (*segment, segments[*segment].lower)))
    }
}

/// The places nearest to the wished ones (each with its weight) that keep their order and their gaps, a gap being that
/// to the place before: weighted isotonic regression by pooling adjacent violators.
pub fn apart(wishes: &[(f64, f64)], gaps: impl Iterator<Item = f64>) -> Vec<f64> {
    /// Places that have come to stand as one.
    struct Block {
        sum: f64,
        weight: f64,
        members: usize,
    }
    let mut offsets = Vec::with_capacity(wishes.len());
    let mut blocks: Vec<Block> = Vec::new();
    let mut offset = 0.0;
    for ((wish, weight), gap) in wishes.iter().zip(gaps) {
        offset += gap;
        offsets.push(offset);
        let mut block = Block { sum: (wish - offset) * weight, weight: *weight, members: 1 };
        while let Some(last) = blocks.pop_if(|last| last.sum * block.weight >= block.sum * last.weight) {
            block.sum += last.sum;
            block.weight += last.weight;
            block.members += last.members;
        }
        blocks.push(block);
    }
    let means = blocks.iter().flat_map(|block| std::iter::repeat_n(block.sum / block.weight, block.members));
    means.zip(offsets).map(|(mean, offset)| mean + offset).collect()
}

#[cfg(test)]
mod tests {
    use super::apart;

    /// Wishes with their weights, gaps, and the places expected.
    type Case<'a> = (&'a [(f64, f64)], &'a [f64], &'a [f64]);

    #[test]
    fn places_are_as_near_as_their_order_and_gaps_allow() {
        let cases: &[Case<'_>] = &[
            (&[(0.0, 1.0), (20.0, 1.0)], &[0.0, 10.0], &[0.0, 20.0]),
            (&[(5.0, 1.0), (5.0, 1.0)], &[0.0, 10.0], &[0.0, 10.0]),
            (&[(5.0, 3.0), (5.0, 1.0)], &[0.0, 10.0], &[2.5, 12.5]),
            (&[(0.0, 1.0), (0.0, 1.0), (0.0, 1.0)], &[0.0, 10.0, 10.0], &[-10.0, 0.0, 10.0]),
        ];
        for (wishes, gaps, expected) in cases {
            let placed = apart(wishes, gaps.iter().copied());
            assert!(placed.iter().zip(*expected).all(|(one, other)| (one - other).abs() < 1e-9), "{placed:?}");
        }
    }
}
