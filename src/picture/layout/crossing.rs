//! In which order the items of each rank stand: few lines cross.
//!
//! Barycentre sweeps (Sugiyama, Tagawa and Toda 1981) with exchanges of neighbours (Gansner et al. 1993), from several
//! first orders; the best orders met are kept.

use super::effort::rounds;
use super::levels::Levels;

/// How many sweeps go by without a better order before the search ends.
const PATIENCE: usize = 6;
/// How many sweeps there are at most.
const SWEEPS: usize = 40;

/// The orders of the ranks with the fewest crossings found; several where first orders led to different ones.
pub fn orders(levels: &Levels) -> Vec<Vec<Vec<usize>>> {
    let items = levels.items.len();
    let starts = [walked(levels, 0..items), levels.ranks.clone(), walked(levels, (0..items).rev())];
    let mut found: Vec<(usize, Vec<Vec<usize>>)> = Vec::new();
    for start in starts.into_iter().take(rounds(3, levels.segments.len())) {
        let mut levels = Levels { ranks: start, ..levels.clone() };
        let (ranks, crossings) = swept(&mut levels);
        if found.iter().all(|(_, other)| *other != ranks) {
            found.push((crossings, ranks));
        }
    }
    let fewest = found.iter().map(|(crossings, _)| *crossings).min();
    found.into_iter().filter(|(crossings, _)| Some(*crossings) == fewest).map(|(_, ranks)| ranks).collect()
}

/// The best order met from the present one on, and how many crossings it has.
fn swept(levels: &mut Levels) -> (Vec<Vec<usize>>, usize) {
    let mut place = places(levels);
    let mut best = levels.ranks.clone();
    let mut fewest = crossings(levels, &place);
    let mut waited = 0;
    for sweep in 0..rounds(SWEEPS, levels.segments.len()) {
        if fewest == 0 || waited > PATIENCE {
            break;
        }
        let downwards = sweep % 2 == 0;
        let count = levels.ranks.len();
        for step in 0..count {
            let rank = if downwards { step } else { count - 1 - step };
            sort(levels, &mut place, rank, downwards, sweep % 4 > 1);
        }
        exchange(levels, &mut place);
        let now = crossings(levels, &place);
        waited += 1;
        if now < fewest {
            (best, fewest, waited) = (levels.ranks.clone(), now, 0);
        }
    }
    (best, fewest)
}

/// The items in the order in which a walk along lines, up and down, from these items on meets them.
fn walked(levels: &Levels, from: impl Iterator<Item = usize>) -> Vec<Vec<usize>> {
    let mut ranks = vec![Vec::new(); levels.ranks.len()];
    let mut seen = vec![false; levels.items.len()];
    for first in from {
        let mut open = vec![first];
        while let Some(item) = open.pop() {
            if std::mem::replace(&mut seen[item], true) {
                continue;
            }
            ranks[levels.items[item].rank].push(item);
            open.extend(levels.from_above[item].iter().rev().map(|segment| levels.segments[*segment].upper));
            open.extend(levels.to_below[item].iter().rev().map(|segment| levels.segments[*segment].lower));
        }
    }
    ranks
}

/// The position of each item on its rank.
fn places(levels: &Levels) -> Vec<usize> {
    let mut place = vec![0; levels.items.len()];
    for rank in &levels.ranks {
        for (position, item) in rank.iter().enumerate() {
            place[*item] = position;
        }
    }
    place
}

/// The items on the next rank above, or below, that lines join to an item.
fn neighbours(levels: &Levels, item: usize, above: bool) -> impl Iterator<Item = usize> {
    let segments = if above { &levels.from_above[item] } else { &levels.to_below[item] };
    segments
        .iter()
        .map(move |segment| if above { levels.segments[*segment].upper } else { levels.segments[*segment].lower })
}

/// Sorts a rank by the mean place of what is above, or below. What has nothing there keeps its place; equals keep
/// their order, or turn it round.
fn sort(levels: &mut Levels, place: &mut [usize], rank: usize, above: bool, turn: bool) {
    let items = std::mem::take(&mut levels.ranks[rank]);
    let mean = |item: usize| {
        let (sum, count) = neighbours(levels, item, above).fold((0_u32, 0_u32), |(sum, count), other| {
            (sum + u32::try_from(place[other]).unwrap_or(u32::MAX / 4096), count + 1)
        });
        (count > 0).then(|| f64::from(sum) / f64::from(count))
    };
    let means: Vec<Option<f64>> = items.iter().map(|item| mean(*item)).collect();
    let mut moving: Vec<(f64, usize)> =
        items.iter().zip(&means).filter_map(|(item, mean)| Some(((*mean)?, *item))).collect();
    if turn {
        moving.reverse();
    }
    moving.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let mut moving = moving.into_iter().map(|(_, item)| item);
    let sorted: Vec<usize> = items
        .iter()
        .zip(&means)
        .map(|(item, mean)| if mean.is_some() { moving.next().unwrap_or(*item) } else { *item })
        .collect();
    for (position, item) in sorted.iter().enumerate() {
        place[*item] = position;
    }
    levels.ranks[rank] = sorted;
}

/// Exchanges neighbours wherever fewer lines cross then, until no exchange helps.
fn exchange(levels: &mut Levels, place: &mut [usize]) {
    for _ in 0..10 {
        let mut improved = false;
        for rank in 0..levels.ranks.len() {
            for left in 1..levels.ranks[rank].len() {
                let (one, other) = (levels.ranks[rank][left - 1], levels.ranks[rank][left]);
                if crossed(levels, place, one, other) > crossed(levels, place, other, one) {
                    levels.ranks[rank].swap(left - 1, left);
                    place.swap(one, other);
                    improved = true;
                }
            }
        }
        if !improved {
            break;
        }
    }
}

/// How often the lines of one item cross those of another that stands to its right.
fn crossed(levels: &Levels, place: &[usize], one: usize, other: usize) -> usize {
    let count = |above: bool| -> usize {
        let ends = |item: usize| neighbours(levels, item, above).map(|end| place[end]);
        ends(one).map(|left| ends(other).filter(|right| *right < left).count()).sum()
    };
    count(true) + count(false)
}

/// How many crossings there are, by counting inversions with a tree of sums (Barth, Jünger and Mutzel 2002).
fn crossings(levels: &Levels, place: &[usize]) -> usize {
    levels.ranks.windows(2).map(|ranks| crossings_between(levels, place, &ranks[0], ranks[1].len())).sum()
}

fn crossings_between(levels: &Levels, place: &[usize], upper: &[usize], lower: usize) -> usize {
    let mut sums = vec![0; lower + 1];
    let mut crossings = 0;
    let mut before = 0;
    for item in upper {
        let mut ends: Vec<usize> = neighbours(levels, *item, false).map(|end| place[end]).collect();
        ends.sort_unstable();
        for end in &ends {
            // Of the lines that begin further left, those that do not end at or left of this end cross it.
            let mut index = end + 1;
            let mut at_most = 0;
            while index > 0 {
                at_most += sums[index];
                index &= index - 1;
            }
            crossings += before - at_most;
        }
        for end in ends {
            before += 1;
            let mut index = end + 1;
            while index <= lower {
                sums[index] += 1;
                index += index & index.wrapping_neg();
            }
        }
    }
    crossings
}
