//! On which rank each node stands: the sum of the lengths of all links is least.
//!
//! Network simplex, as Gansner, Koutsofios, North and Vo (1993) use it: a spanning tree of links that are as short as
//! they may be is improved, one link for another, until no exchange shortens the whole.

/// Exchanges that gain nothing could go on for ever in theory; none was seen to. Mechanisms need far fewer.
const MOST_EXCHANGES: usize = 400;

/// A link that must lead downwards by at least one rank.
#[derive(Clone, Copy, Debug)]
pub struct Tie {
    /// The node above.
    pub upper: usize,
    /// The node below.
    pub lower: usize,
    /// How much a rank of its length costs.
    pub weight: i64,
}

/// The rank of each of `count` nodes, from 0 downwards. The ties must hold the nodes together and form no cycle.
/// Each exchange takes time proportional to nodes times ties.
pub fn ranks(count: usize, ties: &[Tie]) -> Vec<usize> {
    let mut simplex = Simplex { ties, ranks: longest_paths(count, ties), in_tree: vec![false; ties.len()] };
    simplex.span();
    for _ in 0..(20 * count).min(MOST_EXCHANGES) {
        if !simplex.exchange() {
            break;
        }
    }
    let top = simplex.ranks.iter().copied().min().unwrap_or_default();
    simplex.ranks.iter().map(|rank| usize::try_from(rank - top).unwrap_or_default()).collect()
}

struct Simplex<'a> {
    ties: &'a [Tie],
    ranks: Vec<i64>,
    in_tree: Vec<bool>,
}

impl Simplex<'_> {
    /// How much longer than need be a tie is.
    fn slack(&self, tie: &Tie) -> i64 {
        self.ranks[tie.lower] - self.ranks[tie.upper] - 1
    }

    /// Makes a spanning tree of ties without slack, moving nodes where there is none.
    fn span(&mut self) {
        let mut inside = vec![false; self.ranks.len()];
        if let Some(first) = inside.first_mut() {
            *first = true;
        }
        loop {
            let leaving =
                (0..self.ties.len()).filter(|tie| inside[self.ties[*tie].upper] != inside[self.ties[*tie].lower]);
            let Some(shortest) = leaving.min_by_key(|tie| self.slack(&self.ties[*tie])) else { break };
            let tie = self.ties[shortest];
            let shift = if inside[tie.lower] { -self.slack(&tie) } else { self.slack(&tie) };
            for (rank, inside) in self.ranks.iter_mut().zip(&inside) {
                *rank += if *inside { shift } else { 0 };
            }
            self.in_tree[shortest] = true;
            inside[tie.upper] = true;
            inside[tie.lower] = true;
        }
    }

    /// Replaces the first tie of the tree that would be better longer; false where there is none.
    fn exchange(&mut self) -> bool {
        for out in (0..self.ties.len()).filter(|tie| self.in_tree[*tie]).collect::<Vec<_>>() {
            let above = self.above(out);
            if self.cut(&above) >= 0 {
                continue;
            }
            let entering =
                (0..self.ties.len()).filter(|tie| !above[self.ties[*tie].upper] && above[self.ties[*tie].lower]);
            let Some(shortest) = entering.min_by_key(|tie| self.slack(&self.ties[*tie])) else { continue };
            let shift = self.slack(&self.ties[shortest]);
            for (rank, above) in self.ranks.iter_mut().zip(&above) {
                *rank += if *above { 0 } else { shift };
            }
            self.in_tree[out] = false;
            self.in_tree[shortest] = true;
            return true;
        }
        false
    }

    /// The nodes on the upper side of a tie of the tree.
    fn above(&self, out: usize) -> Vec<bool> {
        let mut neighbours = vec![Vec::new(); self.ranks.len()];
        for (_, tie) in self.ties.iter().enumerate().filter(|(tie, _)| self.in_tree[*tie] && *tie != out) {
            neighbours[tie.upper].push(tie.lower);
            neighbours[tie.lower].push(tie.upper);
        }
        let mut above = vec![false; self.ranks.len()];
        let mut open = vec![self.ties[out].upper];
        while let Some(node) = open.pop() {
            if !std::mem::replace(&mut above[node], true) {
                open.extend(&neighbours[node]);
            }
        }
        above
    }

    /// What it would cost to move the nodes above one rank up.
    fn cut(&self, above: &[bool]) -> i64 {
        let cost = |tie: &Tie| i64::from(above[tie.upper]) - i64::from(above[tie.lower]);
        self.ties.iter().map(|tie| tie.weight * cost(tie)).sum()
    }
}

/// Each node one rank under the lowest of those above it.
fn longest_paths(count: usize, ties: &[Tie]) -> Vec<i64> {
    let mut ranks = vec![0; count];
    let mut waiting = vec![0_usize; count];
    let mut below = vec![Vec::new(); count];
    for tie in ties {
        waiting[tie.lower] += 1;
        below[tie.upper].push(tie.lower);
    }
    let mut open: Vec<usize> = (0..count).filter(|node| waiting[*node] == 0).collect();
    while let Some(node) = open.pop() {
        for lower in &below[node] {
            ranks[*lower] = ranks[*lower].max(ranks[node] + 1);
            waiting[*lower] -= 1;
            if waiting[*lower] == 0 {
                open.push(*lower);
            }
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::{Tie, ranks};
    use proptest::prelude::*;

    fn ties(pairs: &[(usize, usize)]) -> Vec<Tie> {
        pairs.iter().map(|(upper, lower)| Tie { upper: *upper, lower: *lower, weight: 1 }).collect()
    }

    fn length(ranks: &[usize], ties: &[Tie]) -> usize {
        ties.iter().map(|tie| ranks[tie.lower] - ranks[tie.upper]).sum()
    }

    /// The least total length, by trying every rank of every node.
    fn least(count: usize, ties: &[Tie]) -> usize {
        let number_of_rankings = count.pow(u32::try_from(count).expect("few nodes"));
        let rankings = (0..number_of_rankings).map(|number| {
            (0..count).map(|node| number / count.pow(u32::try_from(node).expect("few")) % count).collect()
        });
        let fits = |ranks: &Vec<usize>| ties.iter().all(|tie| ranks[tie.upper] < ranks[tie.lower]);
        rankings.filter(fits).map(|ranks| length(&ranks, ties)).min().expect("a ranking")
    }

    #[test]
    fn nodes_stand_close_to_their_neighbours() {
        assert_eq!(ranks(4, &ties(&[(0, 1), (1, 2), (3, 2)])), [0, 1, 2, 1]);
        assert_eq!(ranks(1, &[]), [0]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn no_ranking_is_shorter(pairs in prop::collection::vec((0_usize..5, 0_usize..5), 0..7)) {
            let forward = pairs.into_iter().filter(|(one, other)| one < other);
            let all: Vec<_> = (0..4).map(|node| (node, 4)).chain(forward).collect();
            let ties = ties(&all);
            let found = ranks(5, &ties);
            prop_assert!(ties.iter().all(|tie| found[tie.upper] < found[tie.lower]));
            prop_assert_eq!(length(&found, &ties), least(5, &ties));
        }
    }
}
